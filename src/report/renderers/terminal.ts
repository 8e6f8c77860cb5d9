import { isAtLeast, type Severity, severities } from '../../evidence/vocabulary.ts';
import { steps } from '../../steps/steps.ts';
import type { Report, ReportEvidence, StepState } from '../report.ts';
import { serviceLabels } from '../service-labels.ts';
import {
  type Cause,
  causesOf,
  countProblems,
  type Problem,
  putAside,
  type StepSummary,
  summariseSteps,
  unknownsOf,
} from '../summary.ts';
import { counted, listed, printable, wrap } from '../text.ts';
import { type Verdict, verdictOf } from '../verdict.ts';
import { type Paint, painter } from './paint.ts';

/** How a report is shown on a terminal. */
export interface TerminalOptions {
  /** The repository as the user named it. */
  readonly root: string;
  /** Columns; text is wrapped and cut to them, 40 at least. Infinite where nobody reads it on a terminal: then lists are longer too. */
  readonly width: number;
  readonly color: boolean;
  /** The least severity that is shown in full. */
  readonly severity: Severity;
  /** Every finding, none merged or folded away. */
  readonly all: boolean;
  /** Only what fails at or above the threshold, and the last line. */
  readonly quiet: boolean;
}

/** Lines that fit a first screen; causes that would lead beyond get a line each. What follows the causes takes a few. */
const firstScreen = 60;
const linesBelow = 8;

/** Problems of one cause that are shown before the rest is counted. */
const fullProblems = 3;

/** Places of a list that are shown where lines are not cut. */
const longList = 12;

/** Checks that are named, the most frequent first, for what they could not tell. */
const namedUnproven = 4;

/** The report as a person reads it first: one line for each step, then what fails, worst first. Ends with a newline. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const screen = new Screen(options, serviceLabels(report));
  const causes = causesOf(report);
  const shown = causes.filter((cause) => isAtLeast(cause.severity, options.severity));
  if (!options.quiet) {
    screen.heading(report);
    if (report.services.length > 0)
      for (const step of summariseSteps(report)) screen.step(step, report.services.length);
    for (const note of report.notes) screen.text(note);
    screen.unreadable(report);
  }
  screen.causes(shown);
  screen.unknowns(report);
  screen.summary(report, causes);
  return screen.toString();
}

/** The place at which a problem stands first, the others in their order. */
function byNearnessTo(at: Problem['at']) {
  const distance = (piece: { file: string; line: number; column: number }): number =>
    piece.file === at.file && piece.line === at.line && piece.column === at.column ? 0 : 1;
  return (a: ReportEvidence, b: ReportEvidence): number => distance(a) - distance(b);
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

const verdictColors = { Ready: 'green', 'Not ready': 'red', 'Nothing was checked': null } as const;

const severityColors = { blocker: 'red', risk: 'yellow', improvement: 'cyan' } as const;

class Screen {
  readonly #lines: string[] = [];
  readonly #width: number;
  readonly #paint: Paint;
  readonly #options: TerminalOptions;
  readonly #labelOf: (services: ReadonlySet<string>) => string;

  constructor(options: TerminalOptions, labelOf: (services: ReadonlySet<string>) => string) {
    this.#options = options;
    this.#labelOf = labelOf;
    this.#width = Math.max(40, options.width);
    this.#paint = painter(options.color);
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  heading({ services, today }: Report): void {
    const { root } = this.#options;
    const [only] = services;
    if (only === undefined) return;
    const named = only.name === '.' ? only.id : `${only.name}, ${only.id}`;
    const what = services.length > 1 ? counted(services.length, 'service') : printable(named);
    const where = root === '.' ? '' : ` in ${printable(root)}`;
    this.#add(`${this.#paint.bold(what)}${this.#paint.dim(`${where}, as of ${today}`)}`, '');
  }

  step({ number, title, state, notReady, fails, unknowns }: StepSummary, services: number): void {
    const counts = (Object.entries(fails) as [Severity, number][])
      .filter(([, count]) => count > 0)
      .map(([severity, count]) => counted(count, severity));
    if (unknowns > 0) counts.push(`${unknowns} unproven`);
    const color = this.#paint[stateColors[state]];
    const words = state === 'unproven' ? 'ready' : state.replaceAll('-', ' ');
    const share = notReady > 0 && services > 1 ? ` in ${notReady} of ${services}` : '';
    const label = `${String(number).padStart(2)} ${title}`;
    const verdict = words + share;
    const detail = counts.length > 0 ? `: ${listed(counts)}` : '';
    const head = `${color(marks[state])} ${label.padEnd(43)} ${color(verdict)}`;
    if (46 + verdict.length + detail.length <= this.#width) this.#add(head + this.#paint.dim(detail));
    else this.#add(head, this.#paint.dim(`     ${listed(counts)}`));
  }

  text(note: string): void {
    this.#gap();
    this.#add(...wrap(printable(note), this.#width));
  }

  unreadable({ unreadable }: Report): void {
    if (unreadable.length === 0) return;
    const isShort = this.#options.all || unreadable.length <= this.#listed + 1; // to count one takes a line too
    const shown = isShort ? unreadable : unreadable.slice(0, this.#listed);
    this.#add(
      '',
      this.#paint.yellow(
        `${counted(new Set(unreadable.map(({ file }) => file)).size, 'file')} could not be read, wholly or in part`,
      ),
    );
    for (const { file, line, reason } of shown) this.#wrapped(`${file}:${line} ${reason}`, '  ');
    if (unreadable.length > shown.length)
      this.#add(this.#paint.dim(`  … and ${unreadable.length - shown.length} more`));
  }

  /** The causes in full as long as the screen has room, the first in any case; the others a line each. */
  causes(causes: readonly Cause[]): void {
    const rest = [...causes];
    for (let cause = rest.shift(); cause !== undefined; cause = rest.shift()) {
      const before = this.#lines.length;
      this.cause(cause);
      const tooLong = this.#lines.length + rest.length + linesBelow > firstScreen;
      if (!tooLong || this.#options.all || cause === causes[0]) continue;
      this.#lines.length = before;
      this.causeLines([cause, ...rest]);
      return;
    }
  }

  cause(cause: Cause): void {
    const { checks, severity, problems, services } = cause;
    const many = problems.length > 1 || services > 1 ? ` ${problems.length} in ${counted(services, 'service')}` : '';
    this.#gap();
    this.#add(`${this.#label(severity)} ${this.#paint.bold(checks.join(', '))}${this.#paint.dim(many)}`);
    const inFull = problems.length <= fullProblems || this.#options.all ? problems : problems.slice(0, 1);
    for (const problem of inFull) this.#problem(problem);
    const listed = problems.slice(inFull.length, Math.max(inFull.length, this.#listed));
    for (const { at, subject, services: ids } of listed) this.#row(at, subject, this.#labelOf(ids));
    const rest = problems.length - inFull.length - listed.length;
    if (rest > 0) this.#add(this.#paint.dim(`    … and ${rest} more (--only ${checks[0]} --all)`));
  }

  #problem({ messages, evidence, at, fix, services }: Problem): void {
    for (const message of messages) this.#wrapped(message, '  ');
    const shown = [...evidence].sort(byNearnessTo(at)).slice(0, this.#listed + 1);
    for (const [index, piece] of shown.entries()) {
      const text = piece.how === 'absent' ? `${piece.text} (not stated)` : piece.text;
      this.#row(piece, text, index === 0 ? this.#labelOf(services) : '');
    }
    if (fix !== null) this.#mend(fix.title);
  }

  /** What could not be told: by check, or, where it counts or is asked for, each with its reason. */
  unknowns(report: Report): void {
    const found = unknownsOf(report);
    if (found.length === 0 || (this.#options.quiet && !report.strict)) return;
    this.#gap();
    const byCheck = Map.groupBy(found, ({ check }) => check);
    if (!report.strict && !this.#options.all) {
      const most = [...byCheck].sort(([, a], [, b]) => b.length - a.length).slice(0, namedUnproven);
      const counts = most.map(([check, findings]) => `${check} ${findings.length}`);
      const rest = byCheck.size > most.length ? `, and ${counted(byCheck.size - most.length, 'more check')}` : '';
      for (const line of wrap(`Unproven: ${counts.join(', ')}${rest} (--all shows them).`, this.#width))
        this.#add(this.#paint.dim(line));
      return;
    }
    const most = this.#options.all ? found.length : fullProblems;
    for (const [index, [check, findings]] of [...byCheck].entries()) {
      if (index > 0 && !this.#options.all && this.#lines.length > firstScreen - linesBelow) {
        this.#add(this.#paint.dim(`… and ${counted(byCheck.size - index, 'more check')} (--all)`));
        return;
      }
      this.#add(
        `${this.#paint.yellow('UNPROVEN')} ${this.#paint.bold(check)}${this.#paint.dim(` ${findings.length}`)}`,
      );
      for (const { message, at, services } of findings.slice(0, most)) {
        this.#wrapped(message, '  ');
        this.#row(at, '', this.#labelOf(services));
      }
      if (findings.length > most)
        this.#add(this.#paint.dim(`    … and ${findings.length - most} more (--only ${check} --all)`));
    }
  }

  causeLines(causes: readonly Cause[]): void {
    if (causes.length === 0) return;
    this.#gap();
    const room = Math.max(3, firstScreen - linesBelow - this.#lines.length);
    const shown = causes.length <= room ? causes : causes.slice(0, room - 1);
    for (const { severity, checks, problems } of shown) {
      const count = this.#paint.dim(`${problems.length} (--only ${checks[0]})`);
      this.#add(`${this.#label(severity)} ${checks.join(', ')} ${count}`);
    }
    if (shown.length < causes.length)
      this.#add(this.#paint.dim(`… and ${causes.length - shown.length} more checks (--all)`));
  }

  summary(report: Report, causes: readonly Cause[]): void {
    if (report.services.length === 0 && causes.length === 0 && report.ready) return;
    const below = listed(
      severities
        .filter((severity) => countProblems(causes, severity, false) > 0)
        .map((severity) => counted(countProblems(causes, severity, false), severity)),
    );
    const hidden = severities.filter((severity) => !isAtLeast(severity, this.#options.severity));
    const folded = hidden.some((severity) => countProblems(causes, severity) > 0);
    const unchecked = summariseSteps(report).filter((step) => step.state === 'not-checked').length;
    const remarks = [
      below === '' ? '' : `${below} below the threshold${folded ? ` (--severity ${hidden.at(-1)})` : ''}`,
      unchecked === 0 || unchecked === steps.length || report.ready
        ? ''
        : `${unchecked} of ${steps.length} steps not checked`,
    ].filter(Boolean);
    this.#gap();
    const aside = putAside(report).map(printable);
    const sentences = [this.#verdict(verdictOf(report, causes)), ...remarks.map((text) => `${text}.`), ...aside];
    this.#add(...wrap(sentences.join(' '), this.#width));
    const worst = causes.find(({ problems }) => problems.some(({ counts }) => counts));
    if (worst !== undefined) this.#add(this.#paint.dim(`Read more: skyworthy explain ${worst.checks[0]}`));
  }

  #verdict({ words, rest }: Verdict): string {
    const color = verdictColors[words];
    return (color === null ? words : this.#paint[color](words)) + rest;
  }

  /** Entries that a list shows before the rest is counted. */
  get #listed(): number {
    return this.#width === Infinity ? longList : fullProblems;
  }

  #label(severity: Severity): string {
    return this.#paint[severityColors[severity]](severity.toUpperCase());
  }

  /**
   * A place, whose it is, and what is there, on one line: the text is cut, or left out, where the line would be too long,
   * and where it only says the file again.
   */
  #row({ file, line }: { readonly file: string; readonly line: number }, text: string, service: string): void {
    const where = printable(`${file}:${line}`);
    const whose = service === '' ? '' : printable(` (${service})`);
    const fits = 4 + where.length + whose.length <= this.#width;
    const what = text === file ? '' : printable(text);
    const room = this.#width - 6 - where.length - (fits ? whose.length : 0);
    const shown = what.length <= room ? what : room < 12 ? '' : `${what.slice(0, room - 1)}…`;
    const dim = this.#paint.dim;
    this.#add(`    ${this.#paint.cyan(where)}${fits ? dim(whose) : ''}${shown === '' ? '' : `  ${shown}`}`);
    if (!fits) this.#wrapped(`in ${service}`, '      ', dim);
  }

  #wrapped(text: string, indent: string, paint: (line: string) => string = (line) => line): void {
    for (const line of wrap(printable(text), this.#width - indent.length)) this.#add(indent + paint(line));
  }

  /** A fix, its further lines under the first one's text. */
  #mend(title: string): void {
    const [first = '', ...rest] = wrap(printable(title), this.#width - 6);
    this.#add(`    ${this.#paint.green(`→ ${first}`)}`, ...rest.map((line) => `      ${this.#paint.green(line)}`));
  }

  /** An empty line, except at the top. */
  #gap(): void {
    if (this.#lines.length > 0) this.#add('');
  }

  #add(...lines: string[]): void {
    this.#lines.push(...lines);
  }
}
