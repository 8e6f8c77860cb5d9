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

test('what superseded an SDK has its reason here', () => {
  const told = sdks.flatMap(({ distribution, supersededBy }) =>
    supersededBy === undefined ? [] : { distribution, supersededBy },
  );
  for (const { distribution, supersededBy } of told) {
    const fact = byName.get(distribution);
    expect([...(fact?.superseded?.by ?? []), ...(fact?.newer?.by ?? [])], distribution).toContain(supersededBy);
  }
});

test('a library is maintained or not, and a reason is a clause', () => {
  for (const { id, superseded, newer } of libraries) {
    expect(superseded !== undefined && newer !== undefined, id).toBe(false);
    expect(superseded?.why ?? newer?.why ?? 'it is', id).toMatch(/^\S.*[^.]$/);
  }
});

test('a command belongs to one tool of development', () => {
  const commands = libraries.flatMap(({ commands: own = [] }) => own);
  expect(commands.filter((one, index) => commands.indexOf(one) !== index)).toEqual([]);
  const owners = libraries.filter(({ commands: own }) => own !== undefined);
  expect(owners.filter(({ need }) => !['testing', 'quality', 'distribution'].includes(need))).toEqual([]);
});

test('beside what a choice is of interest serves a need', () => {
  const isKnown = (name: string): boolean =>
    byName.has(name) ||
    libraries.some(({ id }) => name.endsWith('*') && id.startsWith(name.slice(0, -1))) ||
    libraries.some(({ id }) => id.endsWith('*') && name.startsWith(id.slice(0, -1)));
  for (const { distribution, beside = [] } of choices) {
    expect(
      beside.filter((name) => !isKnown(name)),
      distribution,
    ).toEqual([]);
  }
});
