import type { Severity } from '../evidence/vocabulary.ts';

/** What a team sets for its repository. Flags on the command line win over it. */
export interface Settings {
  /** What fails at or above this severity makes a step not ready. */
  readonly failOn: Severity;
  /** Unknowns count as failures. */
  readonly strict: boolean;
  /** Ids of checks that are not run. */
  readonly skip: readonly string[];
  /** Patterns as in a .gitignore: what they match is not read. */
  readonly exclude: readonly string[];
}

/** What holds where nothing is set. */
export const defaultSettings: Settings = { failOn: 'risk', strict: false, skip: [], exclude: [] };
