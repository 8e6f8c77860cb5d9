import type { Place } from '../evidence/place.ts';
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
  /** What calls of the team's own libraries perform. */
  readonly libraryModels: readonly OwnLibraryModel[];
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
export const defaultSettings: Settings = { failOn: 'risk', strict: false, skip: [], exclude: [], libraryModels: [] };
