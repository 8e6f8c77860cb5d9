import type { Place } from '../../evidence/place.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';
import type { LiteralValue, MapEntry, MapValue, UnknownValue, Value } from '../model/value.ts';

/** A value that is wholly known, as plain data. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

const mostParts = 5_000;

/** A literal that stands for what was computed. */
export function literalOf(value: string | number | boolean | null, place: Place): LiteralValue {
  return { kind: 'literal', value, text: String(value), place, shared: true };
}

export function unknownOf(reason: UnknownReason, text: string, place: Place): UnknownValue {
  return { kind: 'unknown', reason, text: text.length > 200 ? `${text.slice(0, 200)}…` : text, place };
}

/** Plain data as a value that stands at one place. */
export function valueOf(plain: Plain, place: Place): Value {
  if (plain === null || typeof plain !== 'object') return literalOf(plain, place);
  if (isArray(plain)) return { kind: 'list', items: plain.map((item) => valueOf(item, place)), place };
  return mapOf(
    Object.entries(plain).map(([name, item]) => [name, { key: place, value: valueOf(item, place) }]),
    place,
  );
}

/** A map of these entries and no others. */
export function mapOf(entries: Iterable<readonly [string, MapEntry]>, place: Place): MapValue {
  return { kind: 'map', entries: new Map(entries), open: null, place };
}

/** A parameter's default in place of the parameter; any other value as it is. */
export function settled(value: Value): Value {
  let current = value;
  for (let hops = 0; hops < 50 && current.kind === 'parameter' && current.fallback !== null; hops++) {
    current = current.fallback;
  }
  return current;
}

/** The plain data that a value is; undefined where some of it is not known, or it is very large. */
export function plainOf(value: Value, budget: { parts: number } = { parts: mostParts }): Plain | undefined {
  if (budget.parts-- <= 0) return undefined;
  const found = settled(value);
  switch (found.kind) {
    case 'literal':
      return found.value;
    case 'absent':
      return null;
    case 'list':
      return allOf(found.items.map((item) => plainOf(item, budget)));
    case 'map': {
      if (found.open !== null) return undefined;
      const names = [...found.entries.keys()];
      const items = allOf([...found.entries.values()].map((entry) => plainOf(entry.value, budget)));
      return items && Object.fromEntries(items.map((item, index) => [names[index] ?? '', item]));
    }
    default:
      return undefined;
  }
}

/** A value as known text; undefined for all else. */
export function textIn(value: Value | undefined): string | undefined {
  const found = value === undefined ? undefined : settled(value);
  return found?.kind === 'literal' && found.value !== null ? found.text : undefined;
}

/** True or false where a value is one of them. */
export function truthOf(value: Value): boolean | undefined {
  const found = settled(value);
  if (found.kind !== 'literal') return undefined;
  if (typeof found.value === 'boolean') return found.value;
  const text = found.text.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

function allOf(items: readonly (Plain | undefined)[]): Plain[] | undefined {
  return items.includes(undefined) ? undefined : items.flatMap((item) => (item === undefined ? [] : [item]));
}

function isArray(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}
