import type { Place } from '../../evidence/place.ts';
import type { How, UnknownReason } from '../../evidence/vocabulary.ts';
import type { Value } from './value.ts';

/** A value read as a plain one: what it is and how that is known, or why it cannot be told. */
export type Reading<T> =
  | { readonly known: true; readonly value: T; readonly text: string; readonly place: Place; readonly how: How }
  | { readonly known: false; readonly reason: UnknownReason; readonly text: string; readonly place: Place };

/** Reads a text; numbers and booleans count as they are written. A parameter counts with its default. */
export function readText(value: Value): Reading<string> {
  return read(value, 'literal', (literal) => (literal.value === null ? undefined : literal.text));
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
  return value.kind === 'absent' || (value.kind === 'choice' && value.options.some(mayBeAbsent));
}

type Literal = Extract<Value, { kind: 'literal' }>;

function read<T>(value: Value, how: How, convert: (literal: Literal) => T | undefined): Reading<T> {
  switch (value.kind) {
    case 'literal': {
      const converted = convert(value);
      if (converted === undefined) return unknown(value, 'unsupported-construct', value.text);
      return { known: true, value: converted, text: value.text, place: value.place, how };
    }
    case 'parameter':
      return value.fallback === null
        ? unknown(value, 'dynamic-value', value.name)
        : read(value.fallback, 'constant-propagated', convert);
    case 'choice':
      return agreed(value, convert);
    case 'joined':
      return joined(value, how, convert);
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
): Reading<T> {
  const readings = value.options.map((option) => read(option, 'constant-propagated', convert));
  const [first, ...others] = readings;
  if (first?.known === true && others.every((other) => other.known && other.value === first.value)) return first;
  return unknown(value, 'dynamic-value', readings.map((reading) => reading.text).join(' or '));
}

function joined<T>(
  value: Extract<Value, { kind: 'joined' }>,
  how: How,
  convert: (literal: Literal) => T | undefined,
): Reading<T> {
  const parts = value.parts.map(readText);
  const missing = parts.find((part) => !part.known);
  const text = parts.map((part) => (part.known ? part.value : `\${${part.text}}`)).join('');
  if (missing !== undefined) return unknown(value, 'dynamic-value', text);
  const constant = how === 'literal' && parts.some((part) => part.known && part.how !== 'literal');
  return read(
    { kind: 'literal', value: text, text, place: value.place },
    constant ? 'constant-propagated' : how,
    convert,
  );
}

function unknown<T>(value: Value, reason: UnknownReason, text: string): Reading<T> {
  return { known: false, reason, text, place: value.place };
}
