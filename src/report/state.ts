import { isAtLeast, type Severity } from '../evidence/vocabulary.ts';
import type { Finding, StepState } from './report.ts';

/** What decides whether a finding counts against readiness. */
export interface Threshold {
  readonly failOn: Severity;
  /** Unknowns count as failures. */
  readonly strict: boolean;
}

/** True if the finding keeps its step from being ready. */
export function countsAgainst(finding: Finding, { failOn, strict }: Threshold): boolean {
  if (finding.verdict === 'fail') return isAtLeast(finding.severity, failOn);
  return strict && finding.verdict === 'unknown' && isAtLeast(finding.severity, failOn);
}

/** The state of a step by the findings of its checks; no findings at all mean that nothing checked it. */
export function stepState(findings: readonly Finding[], threshold: Threshold): StepState {
  if (findings.length === 0) return 'not-checked';
  if (findings.some((finding) => countsAgainst(finding, threshold))) return 'not-ready';
  if (findings.some((finding) => finding.verdict === 'unknown')) return 'unproven';
  return findings.some((finding) => finding.verdict !== 'not-applicable') ? 'ready' : 'not-applicable';
}

/** True if none of the findings keeps its step from being ready. */
export function areReady(findings: readonly Finding[], threshold: Threshold): boolean {
  return !findings.some((finding) => countsAgainst(finding, threshold));
}
