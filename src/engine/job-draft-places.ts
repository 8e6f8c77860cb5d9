import { type Catalogue, openCatalogue } from '../catalogue/catalogue.ts';
import { isAsStrong } from '../catalogue/market/strength.ts';
import type { SkillEvidenceJson, SkillJson } from '../report/documents/skills.ts';
import type { Repository } from '../repository/repository.ts';
import { type FileRole, fileRoles } from '../skills/shown/file-role.ts';

/** Finds the best place that shows that a repository's own code uses a skill in earnest; undefined where none does. */
export type PlaceFinder = (skill: SkillJson) => SkillEvidenceJson | undefined;

/**
 * The finder for the skills of a repository. What tests read, and what only they call, is no work that is asked of anybody,
 * but for skills that are about tests; nor are samples, unless there is nothing else.
 */
export function placeFinder(
  skills: readonly SkillJson[],
  repository: Repository,
  catalogue: Catalogue = openCatalogue(),
): PlaceFinder {
  const roleOf = fileRoles(repository);
  const signs = catalogue.load('market/skill-evidence').facts;
  const ofTests = new Set(signs.filter((one) => one.ofTests === true).map(({ id }) => id));
  const finder = (own: readonly FileRole[]): PlaceFinder => {
    return ({ id, category, evidence }) =>
      evidence.find(({ file, strength }) => {
        if (!isAsStrong(strength, 'exercised')) return false;
        const role = roleOf(file);
        return own.includes(role) || category === 'collaboration' || (role === 'test' && ofTests.has(id));
      });
  };
  const strict = finder(['own']);
  const python = skills.find(({ id }) => id === 'python');
  return python !== undefined && strict(python) === undefined ? finder(['own', 'apart']) : strict;
}
