import { expect, test } from 'vitest';
import { startOf } from '../../evidence/place.ts';
import { presenceAt } from './presence.ts';
import type { UnknownValue, Value } from './value.ts';

const place = startOf('t.yaml');
const text = (value: string | null): Value => ({ kind: 'literal', value, text: String(value), place, shared: false });
const choice = (...options: Value[]): Value => ({ kind: 'choice', options, place });
const absent: Value = { kind: 'absent', place };
const macro: UnknownValue = { kind: 'unknown', reason: 'external-code', text: 'a macro', place };
const map = (entries: Record<string, Value>, open: UnknownValue | null = null): Value => ({
  kind: 'map',
  entries: new Map(Object.entries(entries).map(([name, value]) => [name, { key: place, value }])),
  open,
  place,
});
const a = text('a');

test.for<[string, Value, number, boolean, boolean]>([
  ['stated', map({ x: map({ y: a }) }), 1, false, false],
  ['not there', map({}), 0, true, false],
  ['not there below', map({ x: map({}) }), 0, true, false],
  ['null', map({ x: text(null) }), 0, true, false],
  ['left out by a condition', map({ x: absent }), 0, true, false],
  ['in both options', map({ x: choice(map({ y: a }), map({ y: text('b') })) }), 2, false, false],
  ['in one option', map({ x: choice(map({ y: a }), map({})) }), 1, true, false],
  ['in one option of one', map({ x: choice(choice(map({ y: a }), absent), map({ y: a })) }), 1, true, false],
  ['in no option', map({ x: choice(map({}), absent) }), 0, true, false],
  ['in a map that is not all there', map({}, macro), 0, false, true],
  ['stated in such a map', map({ x: map({ y: a }) }, macro), 1, false, false],
  ['below what is unknown', map({ x: macro }), 0, false, true],
  ['unknown itself', map({ x: map({ y: macro }) }), 1, false, false],
  ['in a text', map({ x: text('{"y": 1}') }), 1, false, false],
])('%s', ([, value, stated, isAbsent, isUnknown]) => {
  const found = presenceAt(value, 'x', 'y');
  expect([found.stated.length, found.absent, found.unknown !== null]).toEqual([stated, isAbsent, isUnknown]);
});

test('a bomb of choices ends', () => {
  let value = choice(map({ y: a }), absent);
  for (let layer = 0; layer < 60; layer++) value = choice(value, value);
  expect(presenceAt(map({ x: value }), 'x', 'y')).toMatchObject({ stated: [a], absent: true });
});
