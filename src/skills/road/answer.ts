import type { Evidence } from '../../evidence/evidence.ts';

/** Whether a service does what a rung asks for; `not-applicable` where it has no use for it. */
export const requirementStates = ['met', 'missing', 'unknown', 'not-applicable'] as const;
export type RequirementState = (typeof requirementStates)[number];

/** What is said of one requirement, with what says so; where it is missing, the evidence is where it belongs. */
export interface Answer {
  readonly state: RequirementState;
  /** A sentence for a person. */
  readonly why: string;
  readonly evidence: readonly Evidence[];
  /** The check that says so, if one does. */
  readonly check: string | null;
  /** What to do in this very case, where the requirement's own step says more than applies. */
  readonly step?: string;
}

/** Evidence that is kept for one answer; a stack can have hundreds of resources. */
const mostShown = 5;

/** It does, and this shows it. */
export function met(why: string, ...evidence: readonly Evidence[]): Answer {
  return { state: 'met', why, evidence: evidence.slice(0, mostShown), check: null };
}

/** It does not; `at` is where it belongs. */
export function missing(why: string, at: Evidence, check: string | null = null): Answer {
  return { state: 'missing', why, evidence: [at], check };
}

/** It cannot be told from the repository; `at` is what stands in the way. */
export function unknown(why: string, at: Evidence, check: string | null = null): Answer {
  return { state: 'unknown', why, evidence: [at], check };
}

/** The service has no use for it. */
export function notApplicable(why: string): Answer {
  return { state: 'not-applicable', why, evidence: [], check: null };
}
