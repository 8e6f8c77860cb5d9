import type { Evidence } from '../../evidence/evidence.ts';

/** Whose code imports: the product's, a script's for whoever works on it, or a test's. */
export type Importer = 'product' | 'script' | 'test';

/** A place where code imports a distribution. */
export interface ImportSighting {
  readonly distribution: string;
  readonly importer: Importer;
  /** The folder of the project to which the file belongs, else its own folder. */
  readonly project: string;
  /** The code goes on without it. */
  readonly optional: boolean;
  /** It is imported when a function is called. */
  readonly deferred: boolean;
  readonly evidence: Evidence;
}
