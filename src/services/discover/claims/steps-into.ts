import type { Value } from '../../../infrastructure/model/value.ts';

/** The values at a path of keys; blocks, lists and what a condition chooses are gone through. */
export function valuesAt(value: Value | undefined, ...path: readonly string[]): Value[] {
  let reached = value === undefined ? [] : opened(value);
  for (const step of path) {
    reached = reached.flatMap((one) => {
      const below = one.kind === 'map' ? one.entries.get(step)?.value : undefined;
      return below === undefined ? [] : opened(below);
    });
  }
  return reached;
}

const most = 200;

/** A value, or the items and options in it. */
function opened(value: Value): Value[] {
  const found: Value[] = [];
  const open: Value[] = [value];
  for (let left = most, one = open.shift(); one !== undefined && left > 0; left--, one = open.shift()) {
    if (one.kind === 'list') open.push(...one.items);
    else if (one.kind === 'choice') open.push(...one.options);
    else if (one.kind === 'parameter' && one.fallback !== null) open.push(one.fallback);
    else if (one.kind !== 'absent') found.push(one);
  }
  return found;
}
