import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import type { MapValue, Value } from '../../infrastructure/model/value.ts';
import type { Statement } from './find-suppressions.ts';

/**
 * What the metadata of resources of a file suppresses, as JSON has no comments:
 * `"Metadata": { "skyworthy": { "ignore": [ { "check": "check-id", "reason": "…" } ] } }`. Each speaks of its whole resource.
 */
export function metadataSuppressions(file: string, stacks: readonly Stack[]): Statement[] {
  return stacks.flatMap(({ resources }) =>
    [...resources.values()].filter(({ place }) => place.file === file).flatMap(statementsOf),
  );
}

function statementsOf({ metadata, place, key }: Resource): Statement[] {
  const ignore = entryOf(entryOf(metadata, 'skyworthy'), 'ignore');
  if (ignore === undefined) return [];
  const items = ignore.kind === 'list' ? ignore.items : [ignore];
  const from = key.file === place.file ? Math.min(key.line, place.line) : place.line;
  return items.map((item) => {
    const check = literalOf(entryOf(item, 'check'));
    const reason = literalOf(entryOf(item, 'reason'));
    return {
      checks: check === '' ? [] : [check],
      reason,
      fault: null,
      place: item.place,
      text: `ignore ${check}${reason === '' ? '' : `: ${reason}`}`,
      from,
      to: place.endLine,
    };
  });
}

function entryOf(value: Value | MapValue | undefined, key: string): Value | undefined {
  return value?.kind === 'map' ? value.entries.get(key)?.value : undefined;
}

function literalOf(value: Value | undefined): string {
  return value?.kind === 'literal' ? value.text.trim().slice(0, 200) : '';
}
