import { describe, expect, test } from 'vitest';
import { openCatalogue } from './catalogue.ts';
import { runtimePlatforms } from './dataset.ts';
import { platformTitles, runtimeLifeCycle, runtimeLifeCycles } from './life-cycle.ts';
import { limit } from './limits.ts';

const catalogue = openCatalogue();

describe.for(runtimePlatforms)('%s', (platform) => {
  const runtimes = runtimeLifeCycles(catalogue, platform);

  test('has runtimes, oldest Python first, and a title', () => {
    const minors = runtimes.map(({ python }) => python.split('.').map(Number)).map(([a = 0, b = 0]) => a * 100 + b);
    expect(minors.length).toBeGreaterThan(3);
    expect(minors).toEqual(minors.toSorted((a, b) => a - b));
    expect(platformTitles[platform]).toMatch(/^[A-Z]/);
  });

  test('announced days are in order', () => {
    for (const { id, milestones } of runtimes) {
      const days = milestones.map(({ day }) => day);
      expect(days, id).toEqual(days.toSorted());
    }
  });

  test('a refusal is never before the deprecation', () => {
    const announced = runtimes.filter(({ milestones }) => milestones.length > 0);
    expect(announced.map(({ milestones }) => milestones[0]?.kind)).toEqual(announced.map(() => 'deprecated'));
  });

  test('each has a source', () => {
    for (const { id, source } of runtimes) expect(source.url, id).toMatch(/^(https|pkg):/);
  });
});

test('Lambda refuses creation, then updates; Cloud Run functions both at once; Azure neither', () => {
  const kinds = (platform: (typeof runtimePlatforms)[number], id: string): string[] | undefined =>
    runtimeLifeCycle(catalogue, platform, id)?.milestones.map(({ kind }) => kind);
  expect(kinds('aws-lambda', 'python3.9')).toEqual(['deprecated', 'creation-blocked', 'update-blocked']);
  expect(kinds('cloud-run-functions', 'python38')).toEqual(['deprecated', 'creation-blocked', 'update-blocked']);
  expect(kinds('azure-functions', 'python3.9')).toEqual(['deprecated']);
});

test('a runtime that is not in the catalogue is undefined', () => {
  expect(runtimeLifeCycle(catalogue, 'aws-lambda', 'python4.0')).toBeUndefined();
});

test('limits are numbers; an id that is none is our mistake', () => {
  expect(limit(catalogue, 'aws/lambda-limits', 'function.timeout.default')).toBe(3);
  expect(() => limit(catalogue, 'aws/lambda-limits', 'function.timeout')).toThrow('has no number function.timeout');
});
