import { expect, test } from 'vitest';
import { openCatalogue } from '../../../catalogue/catalogue.ts';

const catalogue = openCatalogue();
const skills = catalogue.load('market/skills').facts.map(({ id }) => id);
const words = catalogue.load('market/skill-words').facts;
const shares = catalogue.load('market/shares');

test('words are of skills of the taxonomy, each of which has one entry at most', () => {
  const ids = words.map(({ id }) => id);
  expect(ids.filter((id) => !skills.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every skill that advertisements can name has words', () => {
  const silent = words.filter(({ words: sure = [], cased = [], weak = [], making = [] }) => {
    return sure.length + cased.length + weak.length + making.length === 0;
  });
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('a name is not kept and refused for one skill', () => {
  const torn = words.flatMap(({ words: sure = [], unlike = [] }) => unlike.filter((phrase) => sure.includes(phrase)));
  expect(torn).toEqual([]);
});

test('figures of the market are shares of known skills, from known sources, once each', () => {
  for (const { id, skill, percent, year, source } of shares.facts) {
    expect(percent, id).toBeGreaterThan(0);
    expect(percent, id).toBeLessThanOrEqual(100);
    expect(Object.keys(shares.sources), id).toContain(source);
    expect(Number(shares.sources[String(source)]?.read.slice(0, 4)), id).toBeGreaterThanOrEqual(year);
    expect([...skills, null], id).toContain(skill);
  }
  const keys = shares.facts.map(({ topic, among, year, name }) => `${topic} ${among} ${year} ${name}`);
  expect(new Set(keys).size).toBe(keys.length);
});
