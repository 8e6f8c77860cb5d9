/** How often a check judged subjects, by services: a subject that several services share counts for each. */
export interface CheckCount {
  judged: number;
  failed: number;
  unknown: number;
}

/** One failure as a reader gets it. */
export interface DrawnFinding {
  readonly n: number;
  readonly repository: string;
  readonly service: string;
  readonly check: string;
  readonly severity: string;
  /** `file:line` in the repository. */
  readonly at: string;
  readonly message: string;
  readonly evidence: readonly string[];
}

/** What draw.ts prints. */
export interface Draw {
  readonly seed: number;
  readonly today: string;
  readonly checks: Readonly<Record<string, CheckCount>>;
  readonly drawn: readonly DrawnFinding[];
}

/** What a reader says of one failure, from the files of the repository alone. */
export interface Verdict {
  readonly n: number;
  readonly verdict: 'right' | 'disputed';
  readonly why: string;
}
