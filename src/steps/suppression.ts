import type { Place } from '../evidence/place.ts';

/** What a comment, or the metadata of a resource, says of one check: that its findings there may stay. */
export interface Suppression {
  /** The id that it names, as written; null where it names none. */
  readonly check: string | null;
  /** Empty where none is given: then it suppresses nothing. */
  readonly reason: string;
  readonly place: Place;
  readonly text: string;
  /**
   * What became of it: it suppresses a finding, or none; the check did not run everywhere, so that it cannot be told;
   * there is no such check; or it is not read, since its words are not quite those of a suppression, or since it stands
   * behind code where the format has no comments.
   */
  readonly state: 'used' | 'unused' | 'not-run' | 'unknown-check' | 'misspelt' | 'misplaced';
  /** For a check that does not exist: those whose names are like it. */
  readonly nearest: readonly string[];
}
