import { byCodeUnits, byPlace } from '../evidence/order.ts';
import { type Severity, severities } from '../evidence/vocabulary.ts';
import { type StepId, steps } from '../steps/steps.ts';
import type { FailFinding, Finding, Report, ReportEvidence, ReportFix, StepState, UnknownFinding } from './report.ts';
import { allFindings, isOpen } from './report.ts';
import { stepState } from './state.ts';

// What a person is told first: one line for each step, and findings of one cause together.

/** What of a report was judged. */
export type JudgedPart = Pick<Report, 'services' | 'repository'>;

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
  const causes = causesOf(report);
  const unknowns = unknownsOf(report);
  return steps.map(({ id, number, title }) => {
    const states = new Set([...report.services.map((service) => service.steps[id]), ownState(report, id)]);
    const inStep = causes.filter((cause) => cause.step === id);
    const count = (severity: Severity): number => countProblems(inStep, severity);
    return {
      number,
      id,
      title,
      state: worstFirst.find((state) => states.has(state)) ?? 'not-checked',
      notReady: report.services.map((service) => service.steps[id]).filter((state) => state === 'not-ready').length,
      fails: { blocker: count('blocker'), risk: count('risk'), improvement: count('improvement') },
      unknowns: unknowns.filter(({ step }) => step === id).length,
    };
  });
}

/** The state of a step by what is said of the repository itself, as far as it says something. */
function ownState({ repository }: Report, id: StepId): StepState {
  return stepState(repository.findings.filter(({ step, verdict }) => step === id && verdict !== 'not-applicable'));
}

/** One thing to mend: the open failures at one place that one mend mends, in however many services and checks. */
export interface Problem {
  /** One of them keeps its step from being ready. */
  readonly counts: boolean;
  /** Their checks, the worst first. */
  readonly checks: readonly string[];
  /** The worst of theirs. */
  readonly severity: Severity;
  readonly step: StepId;
  readonly subject: string;
  readonly at: FailFinding['at'];
  readonly messages: readonly string[];
  readonly evidence: readonly ReportEvidence[];
  readonly fix: ReportFix | null;
  /** The ids of the services; `''` for the repository itself. */
  readonly services: ReadonlySet<string>;
}

/** Problems of the same checks and severity. */
export interface Cause {
  readonly checks: readonly string[];
  readonly severity: Severity;
  readonly step: StepId;
  /** In order of place. */
  readonly problems: readonly [Problem, ...Problem[]];
  /** How many services have one. */
  readonly services: number;
}

/** A failure with the service that it was found in. */
interface Found {
  readonly finding: FailFinding;
  readonly service: string;
}

/** Every failure of a report with its service; the repository's own have the service `''`. */
export function failsOf(report: JudgedPart): Found[] {
  return [
    ...failsAmong(report.repository.findings, ''),
    ...report.services.flatMap(({ id, findings }) => failsAmong(findings, id)),
  ];
}

function failsAmong(findings: readonly Finding[], service: string): Found[] {
  return findings.flatMap((finding) => (finding.verdict === 'fail' ? [{ finding, service }] : []));
}

/**
 * What a report asks to mend: its failures as problems, problems of the same checks and severity together, the worst
 * severity first, then by how many they are.
 */
export function causesOf(report: JudgedPart): Cause[] {
  const open = failsOf(report).filter(({ finding }) => isOpen(finding));
  const groups = Map.groupBy(problemsOf(open), ({ checks, severity }) => `${severity} ${checks.join(' ')}`);
  const causes = [...groups.values()].flatMap((problems): Cause[] => {
    const [first, ...others] = problems;
    if (first === undefined) return [];
    const services = new Set(problems.flatMap((problem) => [...problem.services]));
    const { checks, severity, step } = first;
    return [{ checks, severity, step, problems: [first, ...others], services: services.size }];
  });
  return causes.sort(
    (a, b) =>
      bySeverity(a, b) || b.problems.length - a.problems.length || byCodeUnits(a.checks.join(' '), b.checks.join(' ')),
  );
}

function problemsOf(found: readonly Found[]): Problem[] {
  const groups = Map.groupBy(found, ({ finding: { step, at, fix, message } }) =>
    [step, at.file, at.line, at.column, fix?.title ?? message].join('\0'),
  );
  const problems = [...groups.values()].flatMap((group): Problem[] => {
    const findings = group
      .map(({ finding }) => finding)
      .sort((a, b) => bySeverity(a, b) || byCodeUnits(a.check, b.check));
    const [worst] = findings;
    if (worst === undefined) return [];
    const { severity, step, subject, at, fix } = worst;
    return [
      {
        counts: findings.some((finding) => finding.counts),
        checks: [...new Set(findings.map((finding) => finding.check))],
        severity,
        step,
        subject,
        at,
        fix,
        messages: [...new Set(findings.map((finding) => finding.message))],
        evidence: distinct(findings.flatMap((finding) => finding.evidence)),
        services: new Set(group.map(({ service }) => service)),
      },
    ];
  });
  return problems.sort((a, b) => byPlace(a.at, b.at));
}

function distinct(evidence: readonly ReportEvidence[]): ReportEvidence[] {
  return [...new Map(evidence.map((piece) => [`${piece.file}\0${piece.line}\0${piece.text}`, piece])).values()];
}

function bySeverity(a: { readonly severity: Severity }, b: { readonly severity: Severity }): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

/** How many problems of a severity there are among causes; with `counts`, only those that count, or do not. */
export function countProblems(causes: readonly Cause[], severity: Severity, counts?: boolean): number {
  return causes
    .filter((cause) => cause.severity === severity)
    .flatMap((cause) => cause.problems)
    .filter((problem) => counts === undefined || problem.counts === counts).length;
}

/** What was put aside, a sentence each: what is suppressed, what stands in the baseline, and what of that is mended. */
export function putAside(report: Report): string[] {
  const suppressed = allFindings(report).filter((finding) => finding.suppressed !== null).length;
  const { baseline } = report;
  return [
    suppressed === 0 ? '' : `${suppressed} suppressed.`,
    baseline === null || baseline.known === 0 ? '' : `${baseline.known} known (${baseline.file}).`,
    baseline === null || baseline.mended.length === 0
      ? ''
      : `${baseline.mended.length} in ${baseline.file} mended: take them out with --update-baseline.`,
  ].filter(Boolean);
}

/** What could not be told of one thing, in however many services. */
export interface Unproven {
  readonly check: string;
  readonly step: StepId;
  readonly severity: Severity;
  readonly at: UnknownFinding['at'];
  readonly message: string;
  /** One of them keeps its step from being ready. */
  readonly counts: boolean;
  /** The ids of the services; `''` for the repository itself. */
  readonly services: ReadonlySet<string>;
}

/** What could not be told and is open, each once, in order of place: what several services share stands here once. */
export function unknownsOf(report: JudgedPart): Unproven[] {
  const all = [{ id: '', findings: report.repository.findings }, ...report.services];
  const found = all.flatMap(({ id, findings }) =>
    findings.flatMap((finding) => (finding.verdict === 'unknown' && isOpen(finding) ? [{ finding, id }] : [])),
  );
  const groups = Map.groupBy(found, ({ finding: { check, at, message } }) =>
    [check, at.file, at.line, message].join('\0'),
  );
  const distinct = [...groups.values()].flatMap((group): Unproven[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { check, step, severity, at, message } = first.finding;
    const counts = group.some(({ finding }) => finding.counts);
    return [{ check, step, severity, at, message, counts, services: new Set(group.map(({ id }) => id)) }];
  });
  return distinct.sort((a, b) => byPlace(a.at, b.at));
}
