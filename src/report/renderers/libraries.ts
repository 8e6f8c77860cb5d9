import type { LibrariesDocument, LibraryFindingJson, LibraryUseJson, NeedJson } from '../documents/libraries.ts';
import { counted, listed, printable, wrap } from '../text.ts';
import { type Paint, painter } from './paint.ts';

/** How libraries are shown on a terminal. */
export interface LibrariesOptions {
  /** Columns, 60 at least. */
  readonly width: number;
  readonly color: boolean;
  /** Needs without a library too, and why the field chooses what it does. */
  readonly all: boolean;
  /** The last line alone. */
  readonly quiet: boolean;
}

const stages = [
  ['product', 'What ships'],
  ['development', 'Development'],
] as const;

/** What a repository uses for each need, beside what the field chooses today, for a terminal. */
export function renderLibraries(document: LibrariesDocument, options: LibrariesOptions): string {
  const paint = painter(options.color);
  const width = Math.max(60, options.width);
  const shown = document.needs.filter(({ uses }) => options.all || uses.length > 0);
  const lines: string[] = [];
  if (!options.quiet) {
    for (const [stage, title] of stages) {
      const needs = shown.filter((need) => need.stage === stage);
      if (needs.length > 0) lines.push(...stageLines(title, needs, shown, width, paint, options.all), '');
    }
    lines.push(...findingLines(document.needs, width, paint));
    if (shown.some(({ uses }) => uses.some(isIdle))) {
      lines.push(
        ...wrap('(name): it is declared, and no code of the repository is seen to import it.', width).map(paint.dim),
        '',
      );
    }
  }
  lines.push(...wrap(summaryOf(document), width));
  return `${lines.join('\n')}\n`;
}

function stageLines(
  title: string,
  needs: readonly NeedJson[],
  shown: readonly NeedJson[],
  width: number,
  paint: Paint,
  all: boolean,
): string[] {
  const first = Math.max(...shown.map((need) => need.title.length));
  const rest = width - first - 6;
  const today = Math.min(44, Math.floor(rest * 0.42));
  const widths = [first, rest - today, today] as const;
  const month = needs[0]?.current[0]?.asOf ?? '';
  const header = row([title, 'in use', `today (${month})`], widths, [paint.bold, paint.dim, paint.dim]);
  return [...header, ...needs.flatMap((need) => needLines(need, widths, width, paint, all))];
}

type Widths = readonly [number, number, number];
type Style = (text: string) => string;

const plain: Style = (text) => text;

function needLines(need: NeedJson, widths: Widths, width: number, paint: Paint, all: boolean): string[] {
  const used = need.uses.map((use) => useText(use, need.findings)).join(', ');
  const current = need.current.map(({ distribution }) => distribution).join(', ');
  const style = need.findings.length > 0 ? paint.yellow : plain;
  const lines = row([need.title, used === '' ? '–' : used, current], widths, [plain, style, paint.dim]);
  if (!all) return lines;
  const reasons = need.current.flatMap(({ distribution, why }) => indented(`${distribution}: ${why}`, 6, width));
  return [...lines, ...reasons.map(paint.dim)];
}

/** One row: each cell is wrapped, and painted once it is as wide as its column. */
function row(
  cells: readonly [string, string, string],
  widths: Widths,
  styles: readonly [Style, Style, Style],
): string[] {
  const columns = cells.map((cell, index) => wrap(printable(cell), widths[index] ?? 8));
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => {
    const texts = columns.map((column, index) => {
      const text = column[line] ?? '';
      const padding = index === 2 ? '' : ' '.repeat(Math.max(0, (widths[index] ?? 0) - text.length));
      return `${styles[index]?.(text) ?? text}${padding}`;
    });
    return `  ${texts.join('  ')}`.trimEnd();
  });
}

const isIdle = ({ imported, tool }: LibraryUseJson): boolean => !(imported || tool);

/** The name with what is to be said of it; in parentheses where it is declared only. */
function useText(use: LibraryUseJson, findings: readonly LibraryFindingJson[]): string {
  const name = isIdle(use) ? `(${use.distribution})` : use.distribution;
  const kinds = new Set(findings.filter((one) => one.distribution === use.distribution).map(({ kind }) => kind));
  return [name, ...kinds].join(' ');
}

const headings = { superseded: 'Superseded', redundant: 'More than one for a need' } as const;

function findingLines(needs: readonly NeedJson[], width: number, paint: Paint): string[] {
  const findings = needs.flatMap((need) => need.findings);
  return (['superseded', 'redundant'] as const).flatMap((kind) => {
    const lines = findings
      .filter((finding) => finding.kind === kind)
      .flatMap(({ message, evidence }) => [
        ...indented(message, 2, width),
        ...indented(listed(evidence.map(({ file, line }) => `${file}:${line}`)), 4, width).map(paint.dim),
      ]);
    return lines.length === 0 ? [] : [paint.bold(headings[kind]), ...lines, ''];
  });
}

function indented(text: string, indent: number, width: number): string[] {
  return wrap(printable(text), width - indent).map((line) => `${' '.repeat(indent)}${line}`);
}

function summaryOf({ needs, unreadable }: LibrariesDocument): string {
  const served = needs.filter(({ uses }) => uses.length > 0);
  const faults = unreadable.length === 0 ? '' : ` ${counted(unreadable.length, 'file')} could not be read in full.`;
  if (served.length === 0) return `No library is declared or imported that serves a need the catalogue knows.${faults}`;
  const uses = served.reduce((sum, need) => sum + need.uses.length, 0);
  const findings = needs.flatMap((need) => need.findings);
  const kinds = (['superseded', 'redundant'] as const).map((kind) => {
    const found = findings.filter((finding) => finding.kind === kind).length;
    return found === 0 ? [] : [`${found} ${kind}`];
  });
  const said = kinds.flat();
  const what = said.length === 0 ? 'nothing superseded or redundant' : said.join(', ');
  return `${counted(uses, 'use')} of libraries for ${served.length} of ${counted(needs.length, 'need')}: ${what}.${faults}`;
}
