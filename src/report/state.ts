import { isAtLeast, type Severity } from '../evidence/vocabulary.ts';
import { type Finding, isOpen, type StepState } from './report.ts';

/** What decides whether a finding counts against readiness. */
export interface Threshold {
  readonly failOn: Severity;
  /** Unknowns count as failures. */
  readonly strict: boolean;
}

/** True if a finding keeps its step from being ready: it is open, and fails at or above the threshold. */
export function countsAgainst(finding: Finding, { failOn, strict }: Threshold): boolean {
  if (!isOpen(finding) || finding.severity === null || !isAtLeast(finding.severity, failOn)) return false;
  return finding.verdict === 'fail' || (strict && finding.verdict === 'unknown');
}

/** The state of a step by the findings of its checks; no findings at all mean that nothing checked it. */
export function stepState(findings: readonly Finding[]): StepState {
  if (findings.length === 0) return 'not-checked';
  if (!areReady(findings)) return 'not-ready';
  if (findings.some((finding) => finding.verdict === 'unknown' && isOpen(finding))) return 'unproven';
  return findings.some((finding) => finding.verdict !== 'not-applicable') ? 'ready' : 'not-applicable';
}

/** True if none of the findings keeps its step from being ready. */
export function areReady(findings: readonly Finding[]): boolean {
  return !findings.some((finding) => finding.counts);
}
