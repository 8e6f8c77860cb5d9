import type { Cloud, How, Severity, UnknownReason } from '../evidence/vocabulary.ts';
import type { StepId } from '../steps/steps.ts';

// The report of `check`, as the library returns it and as JSON prints it. docs/json.md describes it; add fields freely,
// rename or drop none without a new `schemaVersion`.

/** Where a step stands for one service. */
export const stepStates = ['ready', 'not-ready', 'unproven', 'not-applicable', 'not-checked'] as const;
export type StepState = (typeof stepStates)[number];

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface ReportEvidence {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
  readonly how: How;
}

/** Replaces the text from (line, column) to (endLine, endColumn). */
export interface ReportEdit {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

export interface ReportFix {
  readonly title: string;
  readonly safe: boolean;
  /** Empty where a person has to decide. */
  readonly edits: readonly ReportEdit[];
}

interface FindingBase {
  readonly check: string;
  readonly step: StepId;
  readonly fingerprint: string;
  readonly message: string;
  /** It keeps its step from being ready. */
  readonly counts: boolean;
  /** It stands in the baseline, and is no worse than there. */
  readonly inBaseline: boolean;
  /** The team says that it may stay, and why; null where nobody does. */
  readonly suppressed: Suppressed | null;
}

/** What suppresses a finding: why, and where that stands. */
export interface Suppressed {
  readonly reason: string;
  readonly file: string;
  readonly line: number;
}

interface JudgedFinding extends FindingBase {
  readonly subject: string;
  readonly severity: Severity;
  /** The place to look at first: one of the evidence. */
  readonly at: { readonly file: string; readonly line: number; readonly column: number };
  /** At least one, sorted by place. */
  readonly evidence: readonly ReportEvidence[];
}

export interface PassFinding extends JudgedFinding {
  readonly verdict: 'pass';
  readonly fix: null;
  readonly reason: null;
}

export interface FailFinding extends JudgedFinding {
  readonly verdict: 'fail';
  readonly fix: ReportFix | null;
  readonly reason: null;
}

export interface UnknownFinding extends JudgedFinding {
  readonly verdict: 'unknown';
  readonly fix: null;
  readonly reason: UnknownReason;
}

export interface NotApplicableFinding extends FindingBase {
  readonly verdict: 'not-applicable';
  readonly subject: null;
  readonly severity: null;
  readonly at: null;
  readonly evidence: readonly never[];
  readonly fix: null;
  readonly reason: null;
}

/** What a check says of one subject. */
export type Finding = PassFinding | FailFinding | UnknownFinding | NotApplicableFinding;

export interface ServiceReport {
  readonly id: string;
  readonly name: string;
  readonly cloud: Cloud;
  readonly steps: Readonly<Record<StepId, StepState>>;
  readonly findings: readonly Finding[];
}

/** A file that could not be read, wholly or from a line on. */
export interface Unreadable {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** The same, with the services that are known less well for it: their code, manifests, Dockerfile or definition it is. */
export interface LimitingFault extends Unreadable {
  /** Ids; empty where it belongs to no service. */
  readonly services: readonly string[];
}

/** A finding as a baseline keeps it. */
export interface BaselineEntry {
  readonly check: string;
  /** The id of the service; null for a finding of the repository. */
  readonly service: string | null;
  readonly subject: string;
  readonly verdict: 'fail' | 'unknown';
  readonly severity: Severity;
  readonly fingerprint: string;
}

/** What a baseline did to a report. */
export interface BaselineReport {
  /** The baseline as it was named. */
  readonly file: string;
  /** How many findings stand in it. */
  readonly known: number;
  /** What stands in it and is found no more, by checks and services that were looked at. */
  readonly mended: readonly BaselineEntry[];
}

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly version: string; readonly catalogue: string };
  /** Always `.`: paths are relative to it, wherever it was checked from. */
  readonly root: string;
  readonly today: string;
  /** What counts against readiness, unless an override says otherwise. */
  readonly failOn: Severity;
  readonly strict: boolean;
  /** The least severity of the failures and unknowns that it keeps; null where all are kept. */
  readonly severity: Severity | null;
  /** How much counts against readiness and is left out by that severity. */
  readonly notShown: Readonly<Record<Severity | 'unproven', number>>;
  /** Null where none was given. */
  readonly baseline: BaselineReport | null;
  /** Nothing fails at or above the threshold. Decided before anything is left out by severity. */
  readonly ready: boolean;
  readonly services: readonly ServiceReport[];
  readonly repository: { readonly findings: readonly Finding[] };
  readonly unreadable: readonly LimitingFault[];
  /** What a reader of the report should know besides, a sentence each. */
  readonly notes: readonly string[];
}

/** Every finding of a report, those of the repository first. */
export function allFindings(report: Report): Finding[] {
  return [...report.repository.findings, ...report.services.flatMap((service) => service.findings)];
}

/** True if a finding still asks for something: nobody suppressed it, and it is not in the baseline. */
export function isOpen(finding: Finding): boolean {
  return finding.suppressed === null && !finding.inBaseline;
}
