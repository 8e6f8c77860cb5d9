import { boundedKey } from './key.ts';
import { unknown } from './make.ts';
import { once } from './once.ts';
import type { Mapping, Sequence, Value } from './value.ts';

/** A list, tuple or set whose elements are given when asked for, once. */
export function sequence(
  key: string,
  type: Sequence['type'],
  elements: () => readonly Value[],
  exact = true,
): Sequence {
  return { kind: 'sequence', key: boundedKey(`l${key}`), type, exact, elements: once(elements) };
}

const longestSequence = 1000;

type Elements = () => readonly Value[];

/** Elements one after the other. Where they are very many, only some are kept, and something unknown for the others. */
export function elementsOfAll(parts: readonly Elements[]): Value[] {
  const kept: Value[] = [];
  for (const part of parts) {
    const elements = part();
    if (kept.length + elements.length > longestSequence) return [...kept, unknown('bound-reached')];
    kept.push(...elements);
  }
  return kept;
}

/** Sequences one after the other; not exact where elements are left out. */
export function concatenatedSequences(
  key: string,
  type: Sequence['type'],
  parts: readonly Elements[],
  exact: boolean,
): Sequence {
  const all = sequence(key, type, () => elementsOfAll(parts));
  return {
    ...all,
    get exact() {
      return exact && parts.reduce((length, part) => length + part().length, 0) <= longestSequence;
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
