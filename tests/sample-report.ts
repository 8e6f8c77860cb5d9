import type { Severity, Verdict } from '../src/evidence/vocabulary.ts';
import type { FailFinding, Finding, Report, StepState } from '../src/report/report.ts';
import { areReady, countsAgainst, stepState } from '../src/report/state.ts';
import { type StepId, steps } from '../src/steps/steps.ts';

/** A failure of `check`; the rest is made up where `given` leaves it out. */
export function aFailure(check: string, given: Partial<FailFinding> = {}): FailFinding {
  const at = given.at ?? { file: 'template.yaml', line: 3, column: 5 };
  return {
    check,
    subject: 'Jobs',
    step: 'resilience',
    verdict: 'fail',
    severity: 'risk',
    fingerprint: '0'.repeat(32),
    message: `${check} fails.`,
    at,
    evidence: [{ ...at, endLine: at.line, endColumn: at.column + 1, text: 'x', how: 'literal' }],
    fix: null,
    reason: null,
    counts: true,
    inBaseline: false,
    suppressed: null,
    ...given,
  };
}

/** A finding of some check with a verdict. */
export function aFinding(verdict: Verdict, severity: Severity = 'risk'): Finding {
  const failure = aFailure('some-check', { severity });
  switch (verdict) {
    case 'fail':
      return failure;
    case 'pass':
      return { ...failure, verdict: 'pass', fix: null };
    case 'unknown':
      return { ...failure, verdict: 'unknown', fix: null, reason: 'dynamic-value' };
    case 'not-applicable':
      return {
        ...failure,
        verdict: 'not-applicable',
        subject: null,
        severity: null,
        at: null,
        evidence: [],
        fix: null,
      };
  }
}

/** A report on services by their ids. */
export function aReport(services: Readonly<Record<string, readonly Finding[]>>, given: Partial<Report> = {}): Report {
  const threshold = { failOn: given.failOn ?? 'risk', strict: given.strict ?? false };
  const counted = <F extends Finding>(findings: readonly F[]): F[] =>
    findings.map((finding) => ({ ...finding, counts: countsAgainst(finding, threshold) }));
  const own = counted(given.repository?.findings ?? []);
  const judged = Object.entries(services).map(([id, findings]) => [id, counted(findings)] as const);
  return {
    schemaVersion: 1,
    tool: { version: '0.0.0', catalogue: '2026-11-21' },
    root: '.',
    today: '2026-11-21',
    ...threshold,
    severity: null,
    notShown: { blocker: 0, risk: 0, improvement: 0, unproven: 0 },
    baseline: null,
    ready: areReady([...own, ...judged.flatMap(([, findings]) => findings)]),
    services: judged.map(([id, findings]) => ({
      id,
      name: id,
      cloud: 'aws',
      steps: statesOf(findings),
      findings,
    })),
    unreadable: [],
    notes: [],
    ...given,
    repository: { findings: own },
  };
}

function statesOf(findings: readonly Finding[]): Record<StepId, StepState> {
  const states = steps.map(({ id }) => [id, stepState(findings.filter(({ step }) => step === id))]);
  return Object.fromEntries(states) as Record<StepId, StepState>;
}
