import type { Catalogue } from '../catalogue.ts';
import type { SkillFact, Strength } from './skill.ts';
import { strengths } from './skill.ts';

/** The skills of the taxonomy by id, in the order of the catalogue. */
export function skillsById(catalogue: Catalogue): ReadonlyMap<string, SkillFact> {
  return new Map(catalogue.load('market/skills').facts.map((skill) => [skill.id, skill]));
}

/** True if one strength is as high as another, or higher. */
export function isAsStrong(strength: Strength, other: Strength): boolean {
  return strengths.indexOf(strength) >= strengths.indexOf(other);
}
