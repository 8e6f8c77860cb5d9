import type { SightKind, Strength } from '../../catalogue/market/skill.ts';
import type { Evidence } from '../../evidence/evidence.ts';

/** A place that shows a skill, and how strongly. */
export interface Sighting {
  readonly skill: string;
  readonly strength: Strength;
  readonly by: SightKind;
  readonly evidence: Evidence;
  /** How much less it says than other places of its kind: 0, where nothing is said. */
  readonly rank?: number;
  /** The path of its repository, where there are several. */
  readonly root?: string;
}

/** What was seen of a repository: places, and how many more there are of a kind that were not looked at one by one. */
export interface Seen {
  readonly sightings: readonly Sighting[];
  /** By skill, the files beside those of the sightings. */
  readonly further: ReadonlyMap<string, number>;
}

/** A place of what is not deployed from where it stands: a sample, or infrastructure of tests. */
export function exercisedAtMost(sighting: Sighting): Sighting {
  return sighting.strength === 'deployed' ? { ...sighting, strength: 'exercised' } : sighting;
}
