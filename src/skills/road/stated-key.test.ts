import { expect, test } from 'vitest';
import { startOf } from '../../evidence/place.ts';
import type { MapValue, Value } from '../../infrastructure/model/value.ts';
import { statedKey } from './stated-key.ts';

const place = startOf('main.bicep');

function literal(value: string | null): Value {
  return { kind: 'literal', value, text: value ?? '', place, shared: false };
}

function mapOf(entries: Readonly<Record<string, Value>>): MapValue {
  const rows = Object.entries(entries).map(([key, value]) => [key, { key: place, value }] as const);
  return { kind: 'map', entries: new Map(rows), open: null, place };
}

const list = (...items: Value[]): Value => ({ kind: 'list', items, place });
const choice = (...options: Value[]): Value => ({ kind: 'choice', options, place });

test.for<[string, Value, string | undefined]>([
  ['at the top', mapOf({ memory: literal('2Gi') }), 'memory'],
  ['below a list', mapOf({ containers: list(mapOf({ resources: mapOf({ memory: literal('2Gi') }) })) }), 'memory'],
  ['on one way of a condition', mapOf({ resources: choice(literal(null), mapOf({ memory: literal('1') })) }), 'memory'],
  ['without a value', mapOf({ memory: literal(null) }), undefined],
  ['empty', mapOf({ memory: literal('') }), undefined],
  ['another name', mapOf({ memories: literal('2Gi') }), undefined],
])('%s', ([, value, key]) => {
  expect(statedKey(value, /^memory$/)?.text).toBe(key);
});

test('a list that holds itself ends', () => {
  const items: Value[] = [];
  const endless = list(...items, mapOf({}));
  if (endless.kind === 'list') (endless.items as Value[]).push(endless, endless, endless);
  expect(statedKey(endless, /^memory$/)).toBeUndefined();
});
