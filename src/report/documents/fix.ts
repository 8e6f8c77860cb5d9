import type { ReportEdit, Unreadable } from '../report.ts';

// The document of `skyworthy fix`. docs/json.md describes it.

/**
 * What becomes of a fix: carried out; left because it may change what the service does besides mending the fault; for a
 * person to do; left for another run because its file changed meanwhile, or fixes of one text came to no end.
 */
export const fixOutcomes = ['applied', 'unsafe', 'by-hand', 'overlapping'] as const;
export type FixOutcome = (typeof fixOutcomes)[number];

/** A fix of a finding, and what becomes of it. */
export interface FixJson {
  readonly check: string;
  /** The service's id; null for a finding of the repository. */
  readonly service: string | null;
  readonly subject: string;
  readonly fingerprint: string;
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly safe: boolean;
  readonly outcome: FixOutcome;
  readonly edits: readonly ReportEdit[];
}

/** Fixes by severity, then the repository's first, then service by service. */
export interface FixDocument {
  readonly schemaVersion: 1;
  /** The files were written; false if only shown, or if there was nothing to write. */
  readonly written: boolean;
  readonly fixes: readonly FixJson[];
  /** The files that change, by path, each with a unified diff. */
  readonly files: readonly { readonly file: string; readonly diff: string }[];
  readonly unreadable: readonly Unreadable[];
}
