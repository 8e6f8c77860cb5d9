import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import type { Service } from '../../services/service.ts';

const deepest = 12;

/** The first literal that a service's definition keeps under a key of that name, however deep; undefined for none. */
export function settingOf({ definition }: Service, key: RegExp): Evidence | undefined {
  return definition === null ? undefined : literalAt(definition.resource.properties, key, 0);
}

function literalAt(value: Value, key: RegExp, depth: number): Evidence | undefined {
  if (depth > deepest) return undefined;
  if (value.kind === 'list') return first(value.items, (item) => literalAt(item, key, depth + 1));
  if (value.kind !== 'map') return undefined;
  return first(
    [...value.entries],
    ([name, entry]) => (key.test(name) ? literalOf(entry.value) : undefined) ?? literalAt(entry.value, key, depth + 1),
  );
}

/** A literal, or the first one of a list. */
function literalOf(value: Value): Evidence | undefined {
  if (value.kind === 'list') return first(value.items, literalOf);
  return value.kind === 'literal' ? evidence(value.place, value.text) : undefined;
}

function first<Item>(items: readonly Item[], find: (item: Item) => Evidence | undefined): Evidence | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
