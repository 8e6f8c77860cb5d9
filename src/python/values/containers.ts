import { boundedKey } from './key.ts';
import type { Mapping, Sequence, Value } from './value.ts';

/** A list, tuple or set whose elements are given when asked for, once. */
export function sequence(
  key: string,
  type: Sequence['type'],
  elements: () => readonly Value[],
  exact = true,
): Sequence {
  let found: readonly Value[] | undefined;
  return {
    kind: 'sequence',
    key: boundedKey(`l${key}`),
    type,
    exact,
    elements: () => {
      found ??= elements();
      return found;
    },
  };
}

/** A sequence of values at hand. */
export function sequenceOf(type: Sequence['type'], elements: readonly Value[], exact = true): Sequence {
  return sequence(`[${elements.map((element) => element.key).join(',')}]${type}`, type, () => elements, exact);
}

/** A dictionary of values at hand; `rest` stands under keys that are not constant, `otherKeys`. */
export function mappingOf(entries: ReadonlyMap<string | number, Value>, rest?: Value, otherKeys?: Value): Mapping {
  const text = [...entries].map(([name, value]) => `${name}:${value.key}`).join(',');
  return {
    kind: 'mapping',
    key: boundedKey(`d{${text}|${otherKeys?.key ?? ''}:${rest?.key ?? ''}}`),
    get: (name) => entries.get(name),
    keys: () => [...entries.keys()],
    rest: () => rest,
    ...(otherKeys !== undefined && { otherKeys: () => otherKeys }),
  };
}
