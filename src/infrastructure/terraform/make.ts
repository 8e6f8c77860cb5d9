import type { Place } from '../../evidence/place.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';
import type {
  AbsentValue,
  ChoiceValue,
  ListValue,
  LiteralValue,
  MapEntry,
  MapValue,
  UnknownValue,
  Value,
} from '../model/value.ts';

/** A value that was worked out: no token of the file is its own. */
export function literal(value: string | number | boolean | null, place: Place): LiteralValue {
  return { kind: 'literal', value, text: String(value), place, shared: true };
}

/** A list of values. */
export function list(items: readonly Value[], place: Place): ListValue {
  return { kind: 'list', items, place };
}

/** A map of values; `open` says what may add keys. */
export function map(
  entries: Iterable<readonly [string, Value]>,
  place: Place,
  open: UnknownValue | null = null,
): MapValue {
  const found = new Map<string, MapEntry>();
  for (const [name, value] of entries) found.set(name, { key: value.place, value });
  return { kind: 'map', entries: found, open, place };
}

/** A value that cannot be told, and why. */
export function unknown(reason: UnknownReason, text: string, place: Place): UnknownValue {
  return { kind: 'unknown', reason, text, place };
}

/** Stands in a list for items in unknown number. */
export function anyNumber(text: string, place: Place): UnknownValue {
  return { kind: 'unknown', reason: 'dynamic-value', text, place, many: true };
}

/** Nothing, by a condition. */
export function absent(place: Place): AbsentValue {
  return { kind: 'absent', place };
}

/** One of some values; the value itself where there is only one. */
export function choice(options: readonly Value[], place: Place): Value {
  const different = [...new Set(options)];
  const [only] = different;
  if (only !== undefined && different.length === 1) return only;
  const made: ChoiceValue = { kind: 'choice', options: different, place };
  return made;
}

/** The value as it is where something else leads to it: a literal's token is not its own there. */
export function asShared(value: Value): Value {
  return value.kind === 'literal' && !value.shared ? { ...value, shared: true } : value;
}

/** A text of parts; a literal where all are literals, the part where it is the only one. */
export function joined(parts: readonly Value[], place: Place): Value {
  const flat: Value[] = [];
  for (const part of parts.flatMap((found) => (found.kind === 'joined' ? found.parts : [found]))) {
    const last = flat.at(-1);
    if (part.kind === 'literal' && last?.kind === 'literal' && last.text.length + part.text.length < longestText) {
      flat[flat.length - 1] = literal(textOf(last) + textOf(part), place);
    } else if (part.kind !== 'literal' || part.text !== '') flat.push(part);
  }
  if (flat.length > mostParts) return unknown('bound-reached', 'a text of too many parts', place);
  const [only] = flat;
  if (only === undefined) return literal('', place);
  if (flat.length === 1 && only.kind === 'literal') return literal(textOf(only), place);
  return flat.length === 1 && only.kind !== 'list' && only.kind !== 'map'
    ? only
    : { kind: 'joined', parts: flat, place };
}

/** More parts than this make no text that anybody reads. */
const mostParts = 5_000;

/** The longest text that is put together. */
export const longestText = 1_000_000;

function textOf({ value, text }: LiteralValue): string {
  return value === null ? '' : text;
}
