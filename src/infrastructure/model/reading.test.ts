import { describe, expect, test } from 'vitest';
import { startOf } from '../../evidence/place.ts';
import { mayBeAbsent, readNumber, readText } from './reading.ts';
import type { Value } from './value.ts';

const place = startOf('t.yaml');
const literal = (value: string | number | boolean | null, text = String(value)): Value => ({
  kind: 'literal',
  value,
  text,
  place,
  shared: false,
});
const shared = (value: string): Value => ({ kind: 'literal', value, text: value, place, shared: true });
const choice = (...options: Value[]): Value => ({ kind: 'choice', options, place });
const joined = (...parts: Value[]): Value => ({ kind: 'joined', parts, place });
const parameter = (fallback: Value | null): Value => ({ kind: 'parameter', name: 'Stage', fallback, place });
const reference = (attribute: string | null): Value => ({ kind: 'reference', resource: 'Jobs', attribute, place });
const absent: Value = { kind: 'absent', place };

describe('texts', () => {
  test.for([
    [literal('a'), 'a', 'literal'],
    [literal(3.1, '3.10'), '3.10', 'literal'],
    [literal(true), 'true', 'literal'],
    [shared('a'), 'a', 'constant-propagated'],
    [parameter(literal('dev')), 'dev', 'constant-propagated'],
    [choice(literal('a'), literal('a')), 'a', 'constant-propagated'],
    [joined(literal('a-'), literal('b')), 'a-b', 'constant-propagated'],
    [joined(literal('a-'), parameter(literal('dev'))), 'a-dev', 'constant-propagated'],
  ] as const)('%$: $1, $2', ([value, text, how]) => {
    expect(readText(value)).toMatchObject({ known: true, value: text, how });
  });

  test.for([
    [literal(null), 'unsupported-construct', 'null'],
    [parameter(null), 'dynamic-value', 'Stage'],
    [choice(literal('a'), literal('b')), 'dynamic-value', 'a or b'],
    [choice(literal('a'), absent), 'dynamic-value', 'a or nothing'],
    [joined(literal('a-'), parameter(null)), 'dynamic-value', 'a-${Stage}'],
    [reference(null), 'dynamic-value', 'Jobs'],
    [reference('Arn'), 'dynamic-value', 'Jobs.Arn'],
    [{ kind: 'list', items: [], place }, 'unsupported-construct', 'a list'],
    [{ kind: 'unknown', reason: 'external-code', text: 'a macro', place }, 'external-code', 'a macro'],
  ] as const)('%$: $1, $2', ([value, reason, text]) => {
    expect(readText(value)).toMatchObject({ known: false, reason, text });
  });
});

describe('numbers', () => {
  test.for([
    [literal(30), 30],
    [literal('30'), 30],
    [literal('1e3'), 1000],
    [parameter(literal('45')), 45],
    [joined(literal('4'), literal('5')), 45],
  ] as const)('%$: $1', ([value, number]) => expect(readNumber(value)).toMatchObject({ known: true, value: number }));

  test.for([literal(true), literal(''), literal(' '), literal('soon'), literal(Number.NaN)])('%$: none', (value) =>
    expect(readNumber(value)).toMatchObject({ known: false, reason: 'unsupported-construct' }),
  );
});

test.for([
  [absent, true],
  [choice(literal('a'), absent), true],
  [choice(literal('a'), choice(literal('b'), absent)), true],
  [choice(literal('a'), literal('b')), false],
  [literal(null), false],
] as const)('mayBeAbsent %$: $1', ([value, expected]) => expect(mayBeAbsent(value)).toBe(expected));
