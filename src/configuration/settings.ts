import type { Place } from '../evidence/place.ts';
import type { Severity } from '../evidence/vocabulary.ts';
import type { StepId } from '../steps/steps.ts';

/** What a team sets for its repository. Flags on the command line win over it. */
export interface Settings extends Scoped {
  readonly failOn: Severity;
  readonly strict: boolean;
  readonly steps: readonly StepId[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** What holds for some files or services; of several, a later one wins. */
  readonly overrides: readonly Override[];
  /** Patterns as in a .gitignore: what they match is not read. */
  readonly exclude: readonly string[];
  /** What calls of the team's own libraries perform. */
  readonly libraryModels: readonly OwnLibraryModel[];
  /** What is odd about what is set, as sentences for the report. */
  readonly notes: readonly string[];
}

/** What may be set for all, and for some files or services by themselves. */
export interface Scoped {
  /** What fails at or above this severity makes a step not ready. */
  readonly failOn?: Severity;
  /** Unknowns count as failures. */
  readonly strict?: boolean;
  /** The least severity of the failures and unknowns that the report keeps. */
  readonly severity?: Severity;
  /** Steps whose checks are run; empty or left out for all. */
  readonly steps?: readonly StepId[];
  /** Ids of checks that are run; empty or left out for all. */
  readonly only?: readonly string[];
  /** Ids of checks that are not run. */
  readonly skip?: readonly string[];
}

/** What holds for findings at some files, of some services, or, where both are named, of those services at those files. */
export interface Override extends Scoped {
  /** Patterns as in a .gitignore; empty for any place. */
  readonly paths: readonly string[];
  /** Ids, names or patterns of services; empty for all of them and the repository's own findings. */
  readonly services: readonly string[];
  readonly place: Place;
}

/** What a call of a library performs, as the catalogue's models of libraries say it (docs/library-models.md). */
export interface OwnLibraryModel {
  readonly id: string;
  readonly others?: readonly string[];
  readonly parameters?: string;
  readonly only?: OwnArgumentStart;
  readonly mode?: OwnArgumentStart;
  readonly from?: Readonly<Record<string, string>>;
  readonly gives?: string;
  readonly performs: readonly OwnLibraryOperation[];
  readonly place: Place;
}

export interface OwnArgumentStart {
  readonly argument: string;
  readonly starts: readonly string[];
}

export interface OwnLibraryOperation {
  readonly service: string;
  readonly operation: string;
  readonly arguments?: Readonly<Record<string, string>>;
  readonly also?: boolean;
  readonly place: Place;
}

/** What holds where nothing is set. */
export const defaultSettings: Settings = {
  failOn: 'risk',
  strict: false,
  steps: [],
  only: [],
  skip: [],
  overrides: [],
  exclude: [],
  libraryModels: [],
  notes: [],
};
