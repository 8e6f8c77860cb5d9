import type { Place } from '../../evidence/place.ts';
import type { How, UnknownReason } from '../../evidence/vocabulary.ts';
import type { Value } from './value.ts';

/** A value read as a plain one: what it is and how that is known, or why it cannot be told. */
export type Reading<T> =
  | { readonly known: true; readonly value: T; readonly text: string; readonly place: Place; readonly how: How }
  | { readonly known: false; readonly reason: UnknownReason; readonly text: string; readonly place: Place };

/**
 * Reads a text; numbers and booleans count as they are written. A parameter counts with its default. `how` is `literal`
 * only for the property's own token: that one can be replaced.
 */
export function readText(value: Value): Reading<string> {
  return read(value, 'literal', textOfLiteral);
}

/** Reads a number, also where it is written as a text (`"30"`). A parameter counts with its default. */
export function readNumber(value: Value): Reading<number> {
  return read(value, 'literal', (literal) => {
    const number = typeof literal.value === 'boolean' || literal.text.trim() === '' ? Number.NaN : Number(literal.text);
    return Number.isFinite(number) ? number : undefined;
  });
}

/** True for a value that a condition may leave out (`!If [IsProd, …, !Ref AWS::NoValue]`). */
export function mayBeAbsent(value: Value): boolean {
  const reached = new Set([value]);
  for (const option of reached) {
    if (option.kind === 'absent') return true;
    if (option.kind === 'choice') for (const other of option.options) reached.add(other);
  }
  return false;
}

type Literal = Extract<Value, { kind: 'literal' }>;

/** What one reading may look at, and the longest text it may give: aliases can make a small file mean a huge value. */
const mostParts = 10_000;
const longestText = 1_000_000;

interface Budget {
  parts: number;
}

function read<T>(
  value: Value,
  how: How,
  convert: (literal: Literal) => T | undefined,
  budget: Budget = { parts: mostParts },
): Reading<T> {
  if (budget.parts-- <= 0) return unknown(value, 'bound-reached', '…');
  switch (value.kind) {
    case 'literal': {
      const converted = convert(value);
      if (converted === undefined) return unknown(value, 'unsupported-construct', value.text);
      const known = value.shared ? 'constant-propagated' : how;
      return { known: true, value: converted, text: value.text, place: value.place, how: known };
    }
    case 'parameter':
      return value.fallback === null
        ? unknown(value, 'dynamic-value', value.name)
        : read(value.fallback, 'constant-propagated', convert, budget);
    case 'choice':
      return agreed(value, convert, budget);
    case 'joined':
      return joined(value, convert, budget);
    case 'unknown':
      return unknown(value, value.reason, value.text);
    case 'reference':
      return unknown(
        value,
        'dynamic-value',
        value.attribute === null ? value.resource : `${value.resource}.${value.attribute}`,
      );
    case 'absent':
      return unknown(value, 'unsupported-construct', 'nothing');
    case 'list':
    case 'map':
      return unknown(value, 'unsupported-construct', `a ${value.kind}`);
  }
}

/** A choice is known where all its options say the same. */
function agreed<T>(
  value: Extract<Value, { kind: 'choice' }>,
  convert: (literal: Literal) => T | undefined,
  budget: Budget,
): Reading<T> {
  const readings = value.options.map((option) => read(option, 'constant-propagated', convert, budget));
  const [first, ...others] = readings;
  if (first?.known === true && others.every((other) => other.known && other.value === first.value)) return first;
  const text = textOf(
    readings.map((reading) => reading.text),
    ' or ',
  );
  return text === undefined ? unknown(value, 'bound-reached', '…') : unknown(value, 'dynamic-value', text);
}

function joined<T>(
  value: Extract<Value, { kind: 'joined' }>,
  convert: (literal: Literal) => T | undefined,
  budget: Budget,
): Reading<T> {
  const parts = value.parts.map((part) => read(part, 'literal', textOfLiteral, budget));
  const text = textOf(
    parts.map((part) => (part.known ? part.value : `\${${part.text}}`)),
    '',
  );
  if (text === undefined) return unknown(value, 'bound-reached', '…');
  const missing = parts.find((part) => !part.known);
  if (missing !== undefined) {
    return unknown(value, missing.reason === 'bound-reached' ? 'bound-reached' : 'dynamic-value', text);
  }
  const literal: Literal = { kind: 'literal', value: text, text, place: value.place, shared: true };
  return read(literal, 'constant-propagated', convert, budget);
}

function textOfLiteral(literal: Literal): string | undefined {
  return literal.value === null ? undefined : literal.text;
}

/** The texts joined; undefined where the whole would be longer than a text may be. */
function textOf(texts: readonly string[], separator: string): string | undefined {
  const length = texts.reduce((sum, text) => sum + text.length + separator.length, 0);
  return length > longestText ? undefined : texts.join(separator);
}

function unknown<T>(value: Value, reason: UnknownReason, text: string): { known: false } & Reading<T> {
  return { known: false, reason, text, place: value.place };
}
