import { type Strength, strengths } from './skill.ts';

/** True if one strength is as high as another, or higher. */
export function isAsStrong(strength: Strength, other: Strength): boolean {
  return strengths.indexOf(strength) >= strengths.indexOf(other);
}
