import { describe, expect, test } from 'vitest';
import { type Files, reportOn, testDay } from '../../tests/judge-files.ts';
import { UsageError } from '../evidence/errors.ts';
import { allFindings, type Report } from '../report/report.ts';
import { memoryRepository } from '../repository/memory.ts';
import { handlerModule, samTemplate } from '../steps/examples.ts';
import { type Cache, cacheKey, memoryCache } from './cache.ts';
import { check } from './check.ts';
import { fingerprint } from './fingerprint.ts';
import { selectServices } from './selection.ts';

const service: Files = {
  'app.py': `import lib\n${handlerModule}`,
  'lib.py': 'import boto3\n',
  'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.13']),
};

test('the same repository, request and day give the same report, cache or none', async () => {
  const plain = await reportOn(service);
  expect(await reportOn(service)).toEqual(plain);
  expect(await reportOn(service, { cache: false })).toEqual(plain);
  expect(await reportOn(service, { cache: memoryCache() })).toEqual(plain);
});

describe('the cache', () => {
  test('keeps what was read by content: a file that did not change is not read again', async () => {
    const kept = memoryCache();
    const made: string[] = [];
    const cache: Cache = { get: (key) => kept.get(key), set: (key, value) => (made.push(key), kept.set(key, value)) };
    const first = await check(memoryRepository(service), { today: testDay, cache });
    expect(made.length).toBeGreaterThan(1);
    made.length = 0;
    const files = { ...service, 'lib.py': 'import sagemaker\n' };
    const second = await check(memoryRepository(files), { today: testDay, cache });
    expect(made).toHaveLength(1);
    const imported = (report: Report): (string | null)[] =>
      allFindings(report)
        .filter((finding) => finding.check === 'sdk-undeclared')
        .map(({ subject }) => subject);
    expect([imported(first), imported(second)]).toEqual([['boto3'], ['sagemaker']]);
  });

  test('a key depends on the maker and on the content', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const keys = [cacheKey('a', bytes('x')), cacheKey('a', bytes('y')), cacheKey('b', bytes('x'))];
    expect(new Set(keys).size).toBe(3);
    expect(cacheKey('a', bytes('x'))).toBe(keys[0]);
  });
});

test('a fingerprint tells check, service and subject apart', () => {
  const prints = [
    fingerprint('a', 'b', 'c'),
    fingerprint('a', 'bc', ''),
    fingerprint('ab', '', 'c'),
    fingerprint('a', '', 'bc'),
  ];
  expect(new Set(prints).size).toBe(4);
  for (const print of prints) expect(print).toMatch(/^[0-9a-f]{32}$/);
});

describe('services by name', () => {
  const all = [
    { id: 't.yaml#A', name: 'orders-read' },
    { id: 't.yaml#B', name: 'orders.write' },
  ];

  test.for([
    [[], ['A', 'B']],
    [['t.yaml#A'], ['A']],
    [['orders.write'], ['B']],
    [['orders*'], ['A', 'B']],
    [['*r*s*d'], ['A']],
    [['*'], ['A', 'B']],
    [
      ['*#B', 't.yaml#A'],
      ['A', 'B'],
    ],
  ] as const)('%j', ([patterns, expected]) => {
    expect(selectServices(all, patterns).map(({ id }) => id.slice(-1))).toEqual(expected);
  });

  test.for(['orders-re*ead', '*read*d', 'orders?read', 'ordersXwrite', 't.yaml', '(', ''])(
    '%j selects none',
    (pattern) => {
      expect(() => selectServices(all, [pattern])).toThrow(UsageError);
    },
  );
});

test('onTiming is told each phase', async () => {
  const phases: string[] = [];
  await reportOn(service, { onTiming: (phase) => phases.push(phase) });
  expect(phases.length).toBeGreaterThan(1);
});
