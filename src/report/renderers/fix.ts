import type { FixDocument, FixJson, FixOutcome } from '../documents/fix.ts';
import { counted, listed, printable, wrap } from '../text.ts';
import { painter } from './paint.ts';

/** How fixes are shown on a terminal. */
export interface FixOptions {
  /** Columns, 40 at least. */
  readonly width: number;
  readonly color: boolean;
  /** The last lines alone. */
  readonly quiet: boolean;
}

/** What was fixed and what was left, for a terminal. */
export function renderFixes(document: FixDocument, options: FixOptions): string {
  const paint = painter(options.color);
  const width = Math.max(40, options.width);
  const lines: string[] = [];
  if (!options.quiet) {
    const show = (fix: FixJson): void => {
      const [place = '', ...more] = wrap(printable(`${fix.file}:${fix.line} ${fix.check}`), width);
      lines.push(paint.bold(place), ...more);
      lines.push(...wrap(printable(fix.title), width - 2).map((line) => `  ${line}`));
    };
    distinct(document.fixes, 'applied').forEach(show);
    if (lines.length > 0) lines.push('');
    const unsafe = distinct(document.fixes, 'unsafe');
    if (unsafe.length > 0) {
      lines.push('Only with --unsafe:');
      unsafe.forEach(show);
      lines.push('');
    }
  }
  return `${[...lines, ...wrap(summaryOf(document), width)].join('\n')}\n`;
}

/**
 * The unified diffs of the files: exactly, for programs that apply them; with colours, for a terminal, with what would speak
 * to that made visible.
 */
export function renderDiffs({ files }: FixDocument, color: boolean): string {
  const text = files.map(({ diff }) => diff).join('');
  if (!color) return text;
  const paint = painter(color);
  const painted = (line: string): string => {
    const shown = printable(line.replace(/\r$/, ''));
    if (/^(?:---|\+\+\+) /.test(line)) return paint.bold(shown);
    if (line.startsWith('@@')) return paint.cyan(shown);
    if (line.startsWith('-')) return paint.red(shown);
    return line.startsWith('+') ? paint.green(shown) : shown;
  };
  return text.split('\n').map(painted).join('\n');
}

/** What was done, and what is left and why, in a sentence or two. */
export function summaryOf({ fixes, files, written }: FixDocument): string {
  const count = (outcome: FixOutcome): number => distinct(fixes, outcome).length;
  const applied = count('applied');
  const done = written ? 'carried out' : 'would be carried out';
  const left = [
    count('unsafe') > 0 && `${count('unsafe')} that may change more than the fault (--unsafe)`,
    count('overlapping') > 0 && `${count('overlapping')} for another run (the text is changed by this one)`,
    count('by-hand') > 0 && `${count('by-hand')} for a person (skyworthy check shows them)`,
  ].filter((part) => part !== false);
  const nothing = left.length > 0 ? 'Nothing was fixed.' : 'There is nothing to fix.';
  const said = applied === 0 ? nothing : `${counted(applied, 'fix')} in ${counted(files.length, 'file')} ${done}.`;
  return left.length > 0 ? `${said} Left: ${listed(left)}.` : said;
}

/** Fixes of one outcome, those that say and do the same once. */
function distinct(fixes: readonly FixJson[], outcome: FixOutcome): FixJson[] {
  const seen = new Map<string, FixJson>();
  for (const fix of fixes) {
    const key = `${fix.check} ${fix.title} ${JSON.stringify(fix.edits)}`;
    if (fix.outcome === outcome && !seen.has(key)) seen.set(key, fix);
  }
  return [...seen.values()];
}
