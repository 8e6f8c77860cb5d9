import type { Evidence } from '../../evidence/evidence.ts';

/** What is said of a library; `newer` is no fault. */
export type FindingKind = 'superseded' | 'newer' | 'redundant';

/** Something about a library that whoever keeps the code may want to know. */
export interface LibraryFinding {
  readonly kind: FindingKind;
  readonly distribution: string;
  readonly message: string;
  /** What to use in its place: distributions, or modules of the standard library. */
  readonly instead: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** Places that are shown of a finding at most. */
export const mostEvidence = 5;
