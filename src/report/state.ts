import { isAtLeast, type Severity } from '../evidence/vocabulary.ts';
import type { Finding, Report, StepState } from './report.ts';

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

/** True if nothing in the report fails at or above its threshold. */
export function isReady(report: Report): boolean {
  const against = (finding: Finding): boolean => countsAgainst(finding, report);
  return (
    !report.repository.findings.some(against) && !report.services.some((service) => service.findings.some(against))
  );
}
