import { type Severity, severities } from '../evidence/vocabulary.ts';
import { steps } from '../steps/steps.ts';
import type { Report } from './report.ts';
import { type Cause, countProblems, summariseSteps, unknownsOf } from './summary.ts';
import { counted, listed } from './text.ts';

/** What a report comes to: its first words, and what follows them, with a full stop. */
export interface Verdict {
  readonly words: 'Ready' | 'Not ready' | 'Nothing was checked';
  readonly rest: string;
}

/** The verdict of a report, whose failures are `causes`: what made it fail, in numbers, or how far it is known to be ready. */
export function verdictOf(report: Report, causes: readonly Cause[]): Verdict {
  if (!report.ready) return { words: 'Not ready', rest: `: ${against(report, causes)}.` };
  const checked = summariseSteps(report).filter(({ state }) => state !== 'not-checked').length;
  if (checked === 0) return { words: 'Nothing was checked', rest: ': no check exists for what was asked.' };
  const steppedDown =
    checked === steps.length
      ? ''
      : ` in the ${counted(checked, 'step')} that ${checked === 1 ? 'was' : 'were'} checked`;
  const unread = unreadFiles(report);
  const comma = steppedDown === '' ? '' : ',';
  const limit = unread === 0 ? '' : `${comma} as far as it could be read: ${counted(unread, 'file')} could not be`;
  return { words: 'Ready', rest: `${steppedDown}${limit}.` };
}

function against(report: Report, causes: readonly Cause[]): string {
  const { notShown, severity } = report;
  const unproven = unknownsOf(report).filter(({ counts }) => counts).length;
  const shown = amounts((one) => countProblems(causes, one, true), unproven);
  const hidden = amounts((one) => notShown[one], notShown.unproven);
  const how = severity === null ? '' : ` (--severity ${severity})`;
  return [shown, hidden === '' ? '' : `${hidden}, not shown${how}`].filter(Boolean).join('; ');
}

function amounts(count: (severity: Severity) => number, unproven: number): string {
  const failing = severities.filter((severity) => count(severity) > 0);
  return listed([
    ...failing.map((severity) => counted(count(severity), severity)),
    ...(unproven > 0 ? [`${unproven} unproven`] : []),
  ]);
}

/** How many files of services could not be read. */
function unreadFiles({ unreadable }: Report): number {
  return new Set(unreadable.filter(({ services }) => services.length > 0).map(({ file }) => file)).size;
}
