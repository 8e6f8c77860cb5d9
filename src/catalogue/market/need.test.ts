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

const choices = needs.facts.flatMap(({ id, current }) => current.map((choice) => ({ need: id, ...choice })));

test('what the field chooses has a source and a month, and is not superseded', () => {
  for (const { distribution, asOf, source } of choices) {
    expect(Object.keys(needs.sources), distribution).toContain(source);
    expect(asOf, distribution).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/);
    expect(byName.get(distribution)?.superseded, distribution).toBeUndefined();
  }
});

test('what the field chooses serves the need', () => {
  const modules = ['zoneinfo']; // of the standard library
  const sdk = new Set(sdks.map(({ distribution }) => distribution));
  const needOf = (name: string): string | undefined =>
    byName.get(name)?.need ?? (sdk.has(name) ? 'cloud-sdk' : undefined);
  const strange = choices.filter(({ need, distribution }) => needOf(distribution) !== need);
  expect(strange.map(({ distribution }) => distribution)).toEqual(modules);
});

test('rivals serve the same need', () => {
  for (const { id, redundant = [] } of needs.facts) {
    for (const name of redundant.flatMap(({ distributions }) => distributions)) {
      expect(byName.get(name)?.need, name).toBe(id);
    }
  }
});

const replaced = libraries.flatMap(({ id, superseded }) => (superseded === undefined ? [] : { id, ...superseded }));

test('nothing is replaced by what is replaced itself, and the day is known', () => {
  for (const { id, by, since } of replaced) {
    expect(
      by.filter((other) => replaced.some((one) => one.id === other)),
      id,
    ).toEqual([]);
    expect(since, id).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
  }
});

test('what superseded an SDK stands with the SDKs alone', () => {
  const told = new Set(
    sdks.flatMap(({ distribution, supersededBy }) => (supersededBy === undefined ? [] : distribution)),
  );
  expect(libraries.filter(({ id, superseded }) => superseded !== undefined && told.has(id))).toEqual([]);
});
