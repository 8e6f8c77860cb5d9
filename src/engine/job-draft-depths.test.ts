import { expect, test } from 'vitest';
import { openCatalogue } from '../catalogue/catalogue.ts';
import { checks } from '../steps/registry.ts';
import { spokenOf } from './job-draft-depths.ts';

test('each key is a skill, and each value a check', () => {
  const skills = new Set(
    openCatalogue()
      .load('market/skills')
      .facts.map(({ id }) => id),
  );
  const ids = new Set<string>(checks.map(({ id }) => id));
  expect(Object.keys(spokenOf).filter((id) => !skills.has(id))).toEqual([]);
  expect(
    Object.values(spokenOf)
      .flat()
      .filter((id) => !ids.has(id)),
  ).toEqual([]);
});
