import type { Evidence } from '../../evidence/evidence.ts';

/** Whose code imports: the product's, a script's for whoever works on it, or a test's. */
export type Importer = 'product' | 'script' | 'test';

/** A place where code imports a distribution. */
export interface ImportSighting {
  readonly distribution: string;
  readonly importer: Importer;
  /** The folder of the project to which the file belongs. */
  readonly project: string;
  /** It is always imported: neither in a function, nor does the code go on without it. */
  readonly always: boolean;
  readonly evidence: Evidence;
}
