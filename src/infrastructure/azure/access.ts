import type { Place } from '../../evidence/place.ts';
import type { ReferenceValue, Value } from '../model/value.ts';
import { literalOf, textIn, unknownOf } from './plain.ts';

/**
 * What a name leads to from a value: an entry of a map, an attribute of a resource, part of what a parameter gives. What
 * a known map does not have is absent when asked for safely (`.?`), else unknown.
 */
export function member(value: Value, name: string, place: Place, safe = false): Value {
  switch (value.kind) {
    case 'map': {
      const entry = value.entries.get(name) ?? entryInAnyCase(value.entries, name);
      if (entry !== undefined) return entry.value;
      if (value.open !== null) return unknownOf(value.open.reason, `${value.open.text}.${name}`, place);
      return safe ? literalOf(null, place) : unknownOf('unsupported-construct', `${name}, which is not there`, place);
    }
    case 'reference':
      return { ...value, attribute: value.attribute === null ? name : `${value.attribute}.${name}`, place };
    case 'parameter':
      if (value.fallback !== null) return member(value.fallback, name, place, safe);
      return { kind: 'parameter', name: `${value.name}.${name}`, fallback: null, place };
    case 'choice':
      return choiceOf(
        value.options.map((option) => member(option, name, place, true)),
        place,
      );
    case 'unknown':
      return unknownOf(value.reason, `${value.text}.${name}`, place);
    case 'absent':
      return value;
    case 'literal':
      if (value.value === null) return value;
      return unknownOf('unsupported-construct', `${name} of a text`, place);
    case 'list':
    case 'joined':
      return unknownOf('dynamic-value', `${name} of a ${value.kind} value`, place);
  }
}

/** The item of a list at an index, or a map's entry by its key. An index that is not known chooses among the items. */
export function itemAt(value: Value, index: Value, place: Place, safe = false, fromEnd = false): Value {
  const key = textIn(index);
  if (value.kind === 'parameter' && value.fallback !== null) return itemAt(value.fallback, index, place, safe, fromEnd);
  if (value.kind === 'choice') {
    return choiceOf(
      value.options.map((option) => itemAt(option, index, place, true, fromEnd)),
      place,
    );
  }
  if (value.kind === 'list') {
    if (key === undefined) return choiceOf(value.items, place, `an item of ${value.items.length}`);
    const found = value.items[fromEnd ? value.items.length - Number(key) : Number(key)];
    if (found !== undefined) return found;
    return safe ? literalOf(null, place) : unknownOf('unsupported-construct', `item ${key}, which is not there`, place);
  }
  if (key === undefined) {
    if (value.kind !== 'map') return unknownOf('dynamic-value', 'an item by a computed key', place);
    return choiceOf(
      [...value.entries.values()].map((entry) => entry.value),
      place,
      'an entry by a computed key',
    );
  }
  if (value.kind === 'reference' && /^\d+$/.test(key)) {
    return { ...value, attribute: `${value.attribute ?? ''}[${key}]`, place } satisfies ReferenceValue;
  }
  return member(value, key, place, safe);
}

/** One of several values; the only one where there is one. */
export function choiceOf(options: readonly Value[], place: Place, text = 'nothing'): Value {
  const different = [...new Set(options)];
  const [first] = different;
  if (first === undefined) return unknownOf('dynamic-value', text, place);
  if (different.length > 100) return unknownOf('bound-reached', text, place);
  return different.length === 1 ? first : { kind: 'choice', options: different, place };
}

/** The entry of a name, whatever its case: Azure Resource Manager compares names so. */
export function entryInAnyCase<T>(entries: ReadonlyMap<string, T>, name: string): T | undefined {
  const wanted = name.toLowerCase();
  for (const [key, entry] of entries) if (key.toLowerCase() === wanted) return entry;
  return undefined;
}
