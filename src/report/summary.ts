import { byCodeUnits } from '../evidence/order.ts';
import { isAtLeast, type Severity, severities } from '../evidence/vocabulary.ts';
import { type StepId, steps } from '../steps/steps.ts';
import type { FailFinding, Finding, Report, StepState } from './report.ts';
import { allFindings } from './report.ts';

// What a person is told first: one line for each step, and findings of one cause together.

/** A step over all services. */
export interface StepSummary {
  readonly number: number;
  readonly id: StepId;
  readonly title: string;
  /** The worst of the services' states. */
  readonly state: StepState;
  /** How many services are not ready in it. */
  readonly notReady: number;
  readonly fails: Readonly<Record<Severity, number>>;
  readonly unknowns: number;
}

const worstFirst: readonly StepState[] = ['not-ready', 'unproven', 'ready', 'not-applicable', 'not-checked'];

/** The ten steps in order, each over all services and the repository's own findings. */
export function summariseSteps(report: Report): StepSummary[] {
  const causes = mergeCauses(failsOf(report));
  return steps.map(({ id, number, title }) => {
    const states = report.services.map((service) => service.steps[id]);
    const inStep = causes.filter((cause) => cause.step === id);
    const count = (severity: Severity): number =>
      inStep.filter((cause) => cause.severity === severity).reduce((sum, cause) => sum + cause.findings.length, 0);
    return {
      number,
      id,
      title,
      state: worstFirst.find((state) => states.includes(state)) ?? 'not-checked',
      notReady: states.filter((state) => state === 'not-ready').length,
      fails: { blocker: count('blocker'), risk: count('risk'), improvement: count('improvement') },
      unknowns: allFindings(report).filter((finding) => finding.step === id && finding.verdict === 'unknown').length,
    };
  });
}

/** Findings of one check and severity. */
export interface Cause {
  readonly check: string;
  readonly step: StepId;
  readonly severity: Severity;
  /** In order of place; what several services share stands here once. */
  readonly findings: readonly FailFinding[];
  /** How many services have it. */
  readonly services: number;
}

/** A failure with the service that it was found in. */
interface Found {
  readonly finding: FailFinding;
  readonly service: string;
}

/** Every failure of a report with its service; the repository's own have the service `''`. */
export function failsOf(report: Report): Found[] {
  return [
    ...failsAmong(report.repository.findings, ''),
    ...report.services.flatMap(({ id, findings }) => failsAmong(findings, id)),
  ];
}

function failsAmong(findings: readonly Finding[], service: string): Found[] {
  return findings.flatMap((finding) => (finding.verdict === 'fail' ? [{ finding, service }] : []));
}

/**
 * Puts failures of one check and severity together, worst severity first, then by how many they are. A failure that
 * several services share (same subject, place and message) counts once.
 */
export function mergeCauses(found: readonly Found[]): Cause[] {
  const groups = new Map<string, { findings: Map<string, FailFinding>; services: Set<string> }>();
  for (const { finding, service } of found) {
    const key = `${finding.check} ${finding.severity}`;
    const group = groups.get(key) ?? { findings: new Map(), services: new Set() };
    groups.set(key, group);
    const { file, line, column } = finding.at;
    group.findings.set([finding.subject, file, line, column, finding.message].join('\0'), finding);
    group.services.add(service);
  }
  const causes = [...groups.values()].flatMap(({ findings, services }): Cause[] => {
    const [first, ...others] = findings.values();
    if (first === undefined) return [];
    const { check, step, severity } = first;
    return [{ check, step, severity, findings: [first, ...others], services: services.size }];
  });
  return causes.sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      b.findings.length - a.findings.length ||
      byCodeUnits(a.check, b.check),
  );
}

/** The causes at or above a severity, and how many failures are below it. */
export function foldBelow(causes: readonly Cause[], severity: Severity): { shown: Cause[]; folded: number } {
  const shown = causes.filter((cause) => isAtLeast(cause.severity, severity));
  const folded = causes.filter((cause) => !isAtLeast(cause.severity, severity));
  return { shown, folded: folded.reduce((sum, cause) => sum + cause.findings.length, 0) };
}
