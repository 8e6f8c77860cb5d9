import type { Severity } from '../../evidence/vocabulary.ts';
import type { FailFinding, Report, StepState } from '../report.ts';
import { isReady } from '../state.ts';
import { type Cause, failsOf, foldBelow, mergeCauses, type StepSummary, summariseSteps } from '../summary.ts';
import { counted, listed, printable, wrap } from '../text.ts';
import { type Paint, painter } from './paint.ts';

/** How a report is shown on a terminal. */
export interface TerminalOptions {
  /** Columns; text is wrapped to them, 40 at least. */
  readonly width: number;
  readonly color: boolean;
  /** The least severity that is shown in full. */
  readonly severity: Severity;
  /** Every finding, none merged or folded away. */
  readonly all: boolean;
  /** Only what fails at or above the threshold, and the last line. */
  readonly quiet: boolean;
}

/** Causes shown in full before the rest gets a line each, and findings of one cause before the rest is counted. */
const fullCauses = 5;
const fullFindings = 3;

/** The report as a person reads it first: one line for each step, then what fails, worst first. Ends with a newline. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const screen = new Screen(options);
  const causes = mergeCauses(failsOf(report));
  const { shown, folded } = foldBelow(causes, options.severity);
  if (!options.quiet) {
    screen.heading(report);
    if (report.services.length > 0)
      for (const step of summariseSteps(report)) screen.step(step, report.services.length);
    for (const note of report.notes) screen.text(note);
    screen.unreadable(report);
  }
  const full = options.all ? shown.length : fullCauses;
  shown.slice(0, full).forEach((cause) => screen.cause(cause));
  screen.causeLines(shown.slice(full));
  screen.summary(report, causes, folded);
  return screen.toString();
}

const marks: Readonly<Record<StepState, string>> = {
  'not-ready': '✗',
  unproven: '?',
  ready: '✓',
  'not-applicable': '–',
  'not-checked': '·',
};

const stateColors: Readonly<Record<StepState, 'red' | 'yellow' | 'green' | 'dim'>> = {
  'not-ready': 'red',
  unproven: 'yellow',
  ready: 'green',
  'not-applicable': 'dim',
  'not-checked': 'dim',
};

const severityColors = { blocker: 'red', risk: 'yellow', improvement: 'cyan' } as const;

class Screen {
  readonly #lines: string[] = [];
  readonly #width: number;
  readonly #paint: Paint;
  readonly #options: TerminalOptions;

  constructor(options: TerminalOptions) {
    this.#options = options;
    this.#width = Math.max(40, options.width);
    this.#paint = painter(options.color);
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  heading({ services, root, today }: Report): void {
    const where = root === '.' ? '' : `${printable(root)}, `;
    const [only] = services;
    const what =
      only !== undefined && services.length === 1
        ? `${printable(only.name)} (${only.id === only.name ? '' : `${printable(only.id)}, `}${only.cloud})`
        : counted(services.length, 'service');
    this.#add(`${this.#paint.bold(what)} ${this.#paint.dim(`— ${where}judged for ${today}`)}`, '');
  }

  step({ number, title, state, notReady, fails, unknowns }: StepSummary, services: number): void {
    const counts = (Object.entries(fails) as [Severity, number][])
      .filter(([, count]) => count > 0)
      .map(([severity, count]) => counted(count, severity));
    if (unknowns > 0) counts.push(`${unknowns} unproven`);
    const color = this.#paint[stateColors[state]];
    const words = state === 'unproven' ? 'ready' : state.replaceAll('-', ' ');
    const share = state === 'not-ready' && services > 1 ? ` in ${notReady} of ${services}` : '';
    const detail = counts.length > 0 ? this.#paint.dim(` ${listed(counts)}`) : '';
    const label = `${String(number).padStart(2)} ${title}`;
    this.#add(`${color(marks[state])} ${label.padEnd(43)} ${color(words + share)}${detail}`);
  }

  text(note: string): void {
    this.#add('', ...wrap(printable(note), this.#width));
  }

  unreadable({ unreadable }: Report): void {
    if (unreadable.length === 0) return;
    const shown = this.#options.all ? unreadable : unreadable.slice(0, fullFindings);
    this.#add('', this.#paint.yellow(`${counted(unreadable.length, 'file')} could not be read, wholly or in part`));
    for (const { file, line, reason } of shown) this.#wrapped(`${file}:${line} ${reason}`, '  ');
    if (unreadable.length > shown.length)
      this.#add(this.#paint.dim(`  … and ${unreadable.length - shown.length} more`));
  }

  cause(cause: Cause): void {
    const { check, severity, findings, services } = cause;
    const [first] = findings;
    if (first === undefined) return;
    const paint = this.#paint[severityColors[severity]];
    const many =
      findings.length > 1 ? this.#paint.dim(` ${findings.length} findings in ${counted(services, 'service')}`) : '';
    this.#add('', `${paint(severity.toUpperCase())} ${this.#paint.bold(check)}${many}`);
    if (findings.length <= fullFindings || this.#options.all) {
      for (const finding of findings) this.#finding(finding);
      return;
    }
    this.#finding(first);
    for (const finding of findings.slice(1, fullFindings)) this.#place(finding);
    this.#add(this.#paint.dim(`  … and ${findings.length - fullFindings} more (--only ${check} --all)`));
  }

  #finding(finding: FailFinding): void {
    this.#wrapped(finding.message, '  ');
    for (const { file, line, text, how } of finding.evidence.slice(0, 4)) {
      const remark = how === 'absent' ? ' (not there)' : '';
      this.#row(`${file}:${line}`, text + remark);
    }
    if (finding.fix !== null) this.#wrapped(`→ ${finding.fix.title}`, '    ', (line) => this.#paint.green(line));
  }

  #place({ at, message }: FailFinding): void {
    this.#row(`${at.file}:${at.line}`, message);
  }

  causeLines(causes: readonly Cause[]): void {
    if (causes.length > 0) this.#add('');
    for (const { severity, check, findings } of causes) {
      const paint = this.#paint[severityColors[severity]];
      this.#add(`${paint(severity.toUpperCase())} ${check} ${this.#paint.dim(`${findings.length} (--only ${check})`)}`);
    }
  }

  summary(report: Report, causes: readonly Cause[], folded: number): void {
    const total = (severity: Severity): number =>
      causes.filter((cause) => cause.severity === severity).reduce((sum, cause) => sum + cause.findings.length, 0);
    const counts = (['blocker', 'risk'] as const).filter((severity) => total(severity) > 0);
    const parts = counts.map((severity) => counted(total(severity), severity));
    if (folded > 0) parts.push(`${counted(folded, 'improvement')} folded away (--severity improvement)`);
    const ready = isReady(report);
    if (report.services.length === 0 && ready) return;
    const verdict = ready ? this.#paint.green('Ready') : this.#paint.red('Not ready');
    this.#add('', `${verdict}${parts.length > 0 ? `: ${listed(parts)}` : ''}.`);
    const [worst] = causes;
    if (worst !== undefined && !ready) this.#add(this.#paint.dim(`Read more: skyworthy explain ${worst.check}`));
  }

  #wrapped(text: string, indent: string, paint: (line: string) => string = (line) => line): void {
    for (const line of wrap(printable(text), this.#width - indent.length)) this.#add(indent + paint(line));
  }

  /** A place and what is there, on one line: the text is cut where the line would be too long. */
  #row(place: string, text: string): void {
    const where = printable(place);
    const room = Math.max(20, this.#width - 6 - where.length);
    const what = printable(text);
    this.#add(`    ${this.#paint.cyan(where)}  ${what.length > room ? `${what.slice(0, room - 1)}…` : what}`);
  }

  #add(...lines: string[]): void {
    this.#lines.push(...lines);
  }
}
