import { expect, test } from 'vitest';
import { openCatalogue } from '../catalogue.ts';
import { needIds } from './need.ts';

const catalogue = openCatalogue();
const needs = catalogue.load('market/needs');
const libraries = catalogue.load('market/libraries').facts;
const byName = new Map(libraries.map((fact) => [fact.id, fact]));
const sdks = catalogue.load('python/sdk-distributions').facts;

test('every need is there once, those of what ships first', () => {
  expect(needs.facts.map(({ id }) => id)).toEqual([...needIds]);
  const stages = needs.facts.map(({ stage }) => stage);
  expect(stages.lastIndexOf('product')).toBeLessThan(stages.indexOf('development'));
});

test('what the field chooses has a source and a month, serves the need, and is not superseded', () => {
  for (const { id, current } of needs.facts) {
    for (const { distribution, asOf, source } of current) {
      expect(Object.keys(needs.sources), distribution).toContain(source);
      expect(asOf, distribution).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/);
      expect(byName.get(distribution)?.superseded, distribution).toBeUndefined();
      if (id !== 'cloud-sdk' && distribution !== 'zoneinfo')
        expect(byName.get(distribution)?.need, distribution).toBe(id);
    }
  }
});

test('rivals serve the same need', () => {
  for (const { id, redundant = [] } of needs.facts) {
    for (const name of redundant.flatMap(({ distributions }) => distributions)) {
      expect(byName.get(name)?.need, name).toBe(id);
    }
  }
});

test('nothing is replaced by what is replaced itself', () => {
  for (const { id, superseded } of libraries) {
    for (const other of superseded?.by ?? []) expect(byName.get(other)?.superseded, id).toBeUndefined();
    if (superseded !== undefined) expect(superseded.since, id).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
  }
});

test('what superseded an SDK stands with the SDKs alone', () => {
  const told = new Set(
    sdks.flatMap(({ distribution, supersededBy }) => (supersededBy === undefined ? [] : distribution)),
  );
  expect(libraries.filter(({ id, superseded }) => superseded !== undefined && told.has(id))).toEqual([]);
});
