import { version } from '../evidence/version.ts';
import { isAtLeast, type Severity } from '../evidence/vocabulary.ts';
import type { BaselineReport, Finding, Report, ServiceReport, StepState, Unreadable } from '../report/report.ts';
import { areReady, countsAgainst, stepState } from '../report/state.ts';
import { causesOf, countProblems, type JudgedPart, unknownsOf } from '../report/summary.ts';
import type { Service } from '../services/service.ts';
import { type StepId, steps } from '../steps/steps.ts';
import type { Rules } from './rules.ts';
import { isSelected } from './selection.ts';
import type { ServiceFault } from './unread/limited-services.ts';

/** What is said of one service, or (null) of the repository as a whole. */
export interface Verdicts {
  readonly service: Service | null;
  readonly findings: readonly Finding[];
}

/** All that a report is made of, nothing left out yet. */
export interface Run {
  /** The repository's own first. */
  readonly verdicts: readonly Verdicts[];
  readonly rules: Rules;
  /** The ids of the checks that ran. */
  readonly ran: ReadonlySet<string>;
  /** Whether every service was judged. */
  readonly whole: boolean;
  readonly today: string;
  /** The day of the catalogue. */
  readonly catalogue: string;
  readonly unreadable: readonly Unreadable[];
  /** The services that are known less well, since a file of theirs could not be read. */
  readonly limited: readonly ServiceFault[];
  readonly notes: readonly string[];
}

/** The report of a run: decides what counts, then leaves out what is too mild to be shown. */
export function composeReport(run: Run, baseline: BaselineReport | null): Report {
  const { rules, today, catalogue, unreadable, limited, notes } = run;
  const { failOn, strict, severity } = rules.usual;
  const all = run.verdicts.map(({ service, findings }) => ({ service, findings: counted(findings, service, rules) }));
  const shown = (findings: readonly Finding[], service: Service | null): Finding[] =>
    findings.filter((finding) => isShown(finding, service, rules));
  const reportOf = (kept: typeof shown): Omit<Report, 'notShown'> => ({
    schemaVersion: 1,
    tool: { version, catalogue },
    root: '.',
    today,
    failOn,
    strict,
    severity: severity ?? null,
    baseline,
    ready: areReady(all.flatMap(({ findings }) => findings)),
    services: all.flatMap(({ service, findings }): ServiceReport[] =>
      service === null ? [] : [{ ...headOf(service), steps: statesOf(findings), findings: kept(findings, service) }],
    ),
    repository: {
      findings: all.flatMap(({ service, findings }) => (service === null ? kept(findings, null) : [])),
    },
    unreadable: unreadable.map((fault) => ({ ...fault, services: servicesOf(fault, limited) })),
    notes,
  });
  const report = reportOf(shown);
  return {
    ...report,
    notShown: countHidden(
      reportOf((findings) => [...findings]),
      report,
    ),
  };
}

/** How much of what counts in a whole report is not in the one that is shown. */
function countHidden(whole: JudgedPart, shown: JudgedPart): Report['notShown'] {
  const [all, kept] = [countingIn(whole), countingIn(shown)];
  return {
    blocker: all.blocker - kept.blocker,
    risk: all.risk - kept.risk,
    improvement: all.improvement - kept.improvement,
    unproven: all.unproven - kept.unproven,
  };
}

function countingIn(report: JudgedPart): Report['notShown'] {
  const causes = causesOf(report);
  const count = (severity: Severity): number => countProblems(causes, severity, true);
  const unproven = unknownsOf(report).filter(({ counts }) => counts).length;
  return { blocker: count('blocker'), risk: count('risk'), improvement: count('improvement'), unproven };
}

function servicesOf({ file }: Unreadable, limited: readonly ServiceFault[]): string[] {
  return limited.filter(({ fault }) => fault.file === file).map(({ service }) => service);
}

/** The findings of checks that run where they stand, each with whether it counts. */
function counted(findings: readonly Finding[], service: Service | null, rules: Rules): Finding[] {
  return findings.flatMap((finding): Finding[] => {
    const rule = rules.of(finding, service);
    if (!isSelected({ id: finding.check, step: finding.step }, rule.selection)) return [];
    return [{ ...finding, counts: countsAgainst(finding, rule) }];
  });
}

function isShown(finding: Finding, service: Service | null, rules: Rules): boolean {
  if (finding.verdict === 'pass' || finding.verdict === 'not-applicable') return true;
  const { severity } = rules.of(finding, service);
  return severity === undefined || isAtLeast(finding.severity, severity);
}

function headOf({ id, name, cloud }: Service): Pick<Service, 'id' | 'name' | 'cloud'> {
  return { id, name, cloud };
}

function statesOf(findings: readonly Finding[]): Record<StepId, StepState> {
  const byStep = Map.groupBy(findings, ({ step }) => step);
  return Object.fromEntries(steps.map(({ id }) => [id, stepState(byStep.get(id) ?? [])])) as Record<StepId, StepState>;
}
