import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isDay } from '../evidence/day.ts';
import { byCodeUnits } from '../evidence/order.ts';
import { openCatalogue } from './catalogue.ts';
import { datasetNames, type FactBase } from './dataset.ts';

const catalogue = openCatalogue();
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Files that a dataset is parted into; `boto3/models.test.ts` and the tests of `iam/` hold them against it. */
const parts = /^aws\/(boto3\/(methods$|services\/)|iam\/(operations|actions|managed-policies)\/)/;

test('every file of data is a dataset or a part of one, and every dataset a file', () => {
  const files = readdirSync(join(import.meta.dirname, 'data'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replaceAll('\\', '/').replace(/\.json$/, ''))
    .filter((file) => !parts.test(file));
  expect(files.sort(byCodeUnits)).toEqual([...datasetNames].sort(byCodeUnits));
});

/** Every text of a fact, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe.for(datasetNames)('%s', (name) => {
  const { dataset, title, sources, facts } = catalogue.load(name);
  const all: readonly FactBase[] = facts;

  test('says its name and has a title', () => {
    expect(dataset).toBe(name);
    expect(title).toMatch(/^\S.*\S$/);
  });

  test('every fact names sources that are there', () => {
    const known = Object.keys(sources);
    for (const { id, source } of all) {
      const keys = [source].flat();
      expect(keys.length, id).toBeGreaterThan(0);
      expect(known, id).toEqual(expect.arrayContaining(keys));
    }
  });

  test('every source has a title, an address and the real day on which it was read', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(0);
    for (const [key, source] of Object.entries(sources)) {
      expect(source.title, key).toMatch(/\S/);
      expect(source.url, key).toMatch(/^(https:\/\/[\w.-]+\/|pkg:(pypi|npm)\b)/);
      expect(isDay(source.read), key).toBe(true);
      expect(source.read <= catalogue.date, key).toBe(true);
    }
  });

  test('ids are there once', () => {
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('what looks like a day is one', () => {
    const days = all.flatMap(textsOf).filter((text) => day.test(text));
    expect(days.filter((text) => !isDay(text))).toEqual([]);
  });
});

test('the date of the catalogue is the latest on which a source was read', () => {
  const days = datasetNames.flatMap((name) => Object.values(catalogue.load(name).sources).map(({ read }) => read));
  expect(catalogue.date).toBe(days.sort().at(-1));
});

test('a dataset is loaded once', () => {
  expect(catalogue.load('matrix')).toBe(catalogue.load('matrix'));
});

test('the matrix has a cell for each dimension and cloud', () => {
  const { dimensions, facts } = catalogue.load('matrix');
  expect(dimensions).toHaveLength(10);
  const cells = facts.map(({ dimension, cloud }) => `${dimension} ${cloud}`).sort(byCodeUnits);
  const wanted = dimensions.flatMap(({ id }) => ['aws', 'azure', 'gcp'].map((cloud) => `${id} ${cloud}`));
  expect(cells).toEqual(wanted.sort(byCodeUnits));
  for (const { id, value, detail } of facts) expect(`${value}\n${detail}`, id).toMatch(/^\S.*\n\S/);
});
