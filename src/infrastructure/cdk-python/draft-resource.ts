import type { Resource } from '../model/resource.ts';
import type { MapValue } from '../model/value.ts';
import { pathOf } from './construct-path.ts';
import type { Constructs } from './constructs.ts';
import { mapAt, textAt } from './convert.ts';
import type { Draft } from './draft.ts';
import { importedBy } from './imported.ts';

/** A draft as a resource: its properties, tags and metadata are made when they are first asked for. */
export function resourceOf(draft: Draft, constructs: Constructs, kindOf: (type: string) => string | null): Resource {
  const { id, type, place, construct } = draft;
  let tags: MapValue | null | undefined;
  return {
    id,
    cloud: 'aws',
    type,
    kind: kindOf(type),
    condition: construct.condition,
    ...(importedBy(construct.path) !== undefined && { existing: true }),
    place,
    key: place,
    path: [],
    get properties() {
      return draft.properties;
    },
    get tags() {
      tags ??=
        draft.tags.length === 0
          ? null
          : mapAt(construct.made, Object.fromEntries(draft.tags.map(({ key, value }) => [key, value()])));
      return tags;
    },
    get metadata() {
      const stated = [...draft.metadata].map(([name, value]) => [name, value()] as const);
      const path = textAt(construct.made, pathOf(constructs, construct));
      return mapAt(construct.made, { ...Object.fromEntries(stated), 'aws:cdk:path': path });
    },
  };
}
