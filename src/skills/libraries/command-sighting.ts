import type { Evidence } from '../../evidence/evidence.ts';

/** A place where a script, a pipeline or the like runs a command of a distribution. */
export interface CommandSighting {
  readonly distribution: string;
  readonly evidence: Evidence;
}
