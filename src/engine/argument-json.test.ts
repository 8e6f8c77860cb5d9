import { expect, test } from 'vitest';
import { mappingOf, sequence, sequenceOf } from '../python/values/containers.ts';
import { constant, environment, external, none, object, unknown } from '../python/values/make.ts';
import { concatenate } from '../python/values/text.ts';
import { nothing, union } from '../python/values/union.ts';
import type { Value } from '../python/values/value.ts';
import type { ArgumentJson } from '../report/documents/calls.ts';
import { argumentJson, argumentsJson } from './argument-json.ts';

const [one, text] = [constant(1), constant('reports')];
const open = unknown('parameter-of-entry-point');
const bucket = environment('BUCKET', null);

test.for<[string, Value, ArgumentJson]>([
  ['a string', text, { value: 'reports' }],
  ['None', none, { value: null }],
  ['bytes', constant('x', true), { value: 'x' }],
  ['no number of JSON', constant(Number.POSITIVE_INFINITY), { unknown: 'unsupported-construct' }],
  ['a text in parts', concatenate([constant('2026/'), open, constant('.csv')]), { pattern: '2026/*.csv' }],
  ['parts in a row', concatenate([constant('a/'), open, bucket]), { pattern: 'a/*' }],
  ['a variable that must be set', bucket, { environment: 'BUCKET' }],
  ['one with a default', environment('ID', constant('0')), { environment: 'ID', default: '0' }],
  ['one that may be missing', environment('ID', none), { environment: 'ID', default: null }],
  ['one with another', environment('ID', bucket), { environment: 'ID', default: { environment: 'BUCKET' } }],
  ['unknown', open, { unknown: 'parameter-of-entry-point' }],
  ['from elsewhere', external('flask.request'), { unknown: 'external-code' }],
  ['an object', object('boto3', 'table', {}), { unknown: 'dynamic-value' }],
  ['alternatives', union([one, text]), { anyOf: [{ value: 1 }, { value: 'reports' }] }],
  [
    'alternatives that look alike',
    union([open, object('boto3', 'x', {}), object('boto3', 'y', {})]),
    {
      anyOf: [{ unknown: 'parameter-of-entry-point' }, { unknown: 'dynamic-value' }],
    },
  ],
  ['code that never gets there', nothing, { unknown: 'dynamic-value' }],
  ['a constant list', sequenceOf('list', [one, sequenceOf('tuple', [text])]), { value: [1, ['reports']] }],
  ['an empty one', sequenceOf('list', []), { value: [] }],
  ['a list', sequenceOf('list', [one, open]), { list: [{ value: 1 }, { unknown: 'parameter-of-entry-point' }] }],
  ['a list that grows', sequenceOf('list', [one], false), { list: [{ value: 1 }], more: true }],
  [
    'a dictionary',
    mappingOf(
      new Map<string | number, Value>([
        ['Key', text],
        [2, bucket],
      ]),
    ),
    {
      object: { Key: { value: 'reports' }, 2: { environment: 'BUCKET' } },
    },
  ],
  ['one with other keys', mappingOf(new Map(), open), { object: {}, rest: { unknown: 'parameter-of-entry-point' } }],
])('%s', ([, value, json]) => expect(argumentJson('Name', value)).toEqual(json));

test('secrets are masked, by their name or their form, in dictionaries too', () => {
  const given = new Map<string, Value>([
    ['MasterUserPassword', constant('hunter2')],
    ['Id', constant(`${'AKIA'}IOSFODNN7EXAMPLE`)],
    [
      'Config',
      mappingOf(
        new Map([
          ['api_key', constant('k')],
          ['url', constant('https://ada:pw@host/')],
        ]),
      ),
    ],
    ['Password', concatenate([constant('pw-'), open])],
  ]);
  expect(argumentsJson(given)).toEqual({
    MasterUserPassword: { value: '***' },
    Id: { value: '***' },
    Config: { object: { api_key: { value: '***' }, url: { value: 'https://***@host/' } } },
    Password: { pattern: '*' },
  });
});

test('names of Python that mean something to JavaScript are names', () => {
  const json = argumentsJson(new Map([['__proto__', text]]));
  expect(JSON.stringify(json)).toBe('{"__proto__":{"value":"reports"}}');
});

test('depth and size are bounded', () => {
  const endless = (depth: number): Value => sequence(String(depth), 'list', () => [endless(depth + 1), open]);
  expect(JSON.stringify(argumentJson('Name', endless(0))).length).toBeLessThan(2000);
  const wide = sequenceOf(
    'list',
    Array.from({ length: 5000 }, (_, index) => constant(index)),
  );
  const json = argumentJson('Name', wide);
  expect(json).toMatchObject({ list: expect.any(Array), more: true });
  expect(JSON.stringify(json).length).toBeLessThan(10_000);
  const long = argumentJson('Body', constant('x'.repeat(4000)));
  expect(long).toEqual({ pattern: `${'x'.repeat(1000)}*` });
});
