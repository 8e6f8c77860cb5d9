import type { Repository } from '../../src/repository/repository.ts';

/** A reference that stands in the text and that reading did not resolve. */
export interface Unresolved {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/** The references of one format, counted in the text without the reader. */
export interface Counted {
  readonly total: number;
  readonly unresolved: readonly Unresolved[];
  /** Beside the total: what leads to files that the tree does not hold. */
  readonly outside?: number;
}

/** Counts the references of a format in a repository and asks its reader for each. */
export type CountReferences = (repository: Repository) => Promise<Counted>;
