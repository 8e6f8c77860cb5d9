import type { LibrariesDocument, LibraryFindingJson, LibraryUseJson, NeedJson } from '../documents/libraries.ts';
import { counted, printable, unreadSentence, wrap } from '../text.ts';
import { type LibraryStage, libraryStages } from './library-stages.ts';
import type { PageOptions } from './page-options.ts';
import { type Paint, painter } from './paint.ts';

/** What a repository uses for each need, beside what the field chooses now, for a terminal. */
export function renderLibraries(document: LibrariesDocument, options: PageOptions): string {
  const paint = painter(options.color);
  const width = Math.max(60, options.width);
  const stages = libraryStages(document, options.all);
  const shown = stages.flatMap(({ needs }) => needs);
  const lines: string[] = [];
  if (!options.quiet) {
    const first = Math.max(
      ...stages.flatMap(({ title, needs }) => [title, ...needs.map((need) => need.title)]).map(({ length }) => length),
    );
    for (const stage of stages) lines.push(...stageLines(stage, first, width, paint, options.all), '');
    lines.push(
      ...legend(shown, lines)
        .flatMap((text) => wrap(text, width))
        .map(paint.dim),
    );
    lines.push(...findingLines(document.needs, width, paint, options.all));
  }
  if (!options.quiet) lines.push(...unreadLines(document.unreadable, options.all, width).map(paint.dim));
  lines.push(...wrap(librariesSummary(document), width));
  return `${lines.join('\n')}\n`;
}

/** What the signs in the lines above mean, of those that stand there. */
function legend(shown: readonly NeedJson[], lines: readonly string[]): string[] {
  const found = kinds.flatMap(({ kind, mark, title }) =>
    shown.some(({ findings }) => findings.some((finding) => finding.kind === kind))
      ? [`${mark} ${title.toLowerCase()}, see below`]
      : [],
  );
  const idle = shown.some(({ uses }) => uses.some(isIdle)) ? '(name) declared, and not seen to be imported or run' : [];
  const more = lines.some((line) => / \+\d/.test(line)) ? '+1 one more (--all)' : [];
  const month = shown.flatMap(({ current }) => current.map(({ asOf }) => asOf))[0];
  const choices = month === undefined ? [] : `current choices: what the field chooses, as of ${month}`;
  const signs = [found, idle, more, choices].flat();
  return signs.length === 0 ? [] : [signs.join('; '), ''];
}

/** A table of one part; `first` is the width of its first column. */
function stageLines(
  { title, needs }: LibraryStage,
  first: number,
  width: number,
  paint: Paint,
  all: boolean,
): string[] {
  const rest = width - first - 6;
  const today = Math.min(44, Math.floor(rest * 0.42));
  const widths = [first, rest - today, today] as const;
  const header = row([title, 'in use', 'current choices'], widths, [paint.bold, paint.dim, paint.dim]);
  return [...header, ...needs.flatMap((need) => needLines(need, widths, width, paint, all))];
}

type Widths = readonly [number, number, number];
type Style = (text: string) => string;

const plain: Style = (text) => text;

function needLines(need: NeedJson, widths: Widths, width: number, paint: Paint, all: boolean): string[] {
  const used = need.uses.toSorted(byWeight(need)).map((use) => useText(use, need.findings));
  const current = need.current.map(({ distribution }) => distribution);
  const style = need.findings.some(({ kind }) => kind !== 'newer') ? paint.yellow : plain;
  const fitted = (names: readonly string[], space: number): string => (all ? names.join(', ') : fit(names, space));
  const shown = (names: readonly string[], space: number): string => (names.length === 0 ? '–' : fitted(names, space));
  const cells = [need.title, shown(used, widths[1]), shown(current, widths[2])] as const;
  const lines = row(cells, widths, [plain, style, paint.dim]);
  if (!all) return lines;
  const reasons = need.current.flatMap(({ distribution, why }) => indented(`${distribution}: ${why}`, 6, width));
  return [...lines, ...reasons.map(paint.dim)];
}

/** What there is to say something of comes first, then what the field chooses too, then what else is in use. */
function byWeight({ findings, current }: NeedJson): (a: LibraryUseJson, b: LibraryUseJson) => number {
  const found = new Set(findings.filter(({ kind }) => kind !== 'newer').map(({ distribution }) => distribution));
  const chosen = new Set(current.map(({ distribution }) => distribution));
  const weight = (use: LibraryUseJson): number =>
    found.has(use.distribution) ? 0 : isIdle(use) ? 3 : chosen.has(use.distribution) ? 1 : 2;
  return (a, b) => weight(a) - weight(b);
}

/** As many names as fit into a line, and how many more there are. */
function fit(names: readonly string[], width: number): string {
  for (let count = names.length; count > 1; count--) {
    const left = names.length - count;
    const text = `${names.slice(0, count).join(', ')}${left === 0 ? '' : ` +${left}`}`;
    if (text.length <= width) return text;
  }
  return names.length < 2 ? names.join('') : `${names[0]} +${names.length - 1}`;
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

/** True for a library that is declared, and not seen to be imported or run. */
export const isIdle = ({ imported, tool }: LibraryUseJson): boolean => imported === false && !tool;

/** The kinds of findings, with their marks and headings. */
export const kinds = [
  { kind: 'superseded', mark: '!', title: 'Superseded' },
  { kind: 'redundant', mark: '≈', title: 'More than one for a need' },
  { kind: 'newer', mark: '↑', title: 'A newer choice' },
] as const;

/** The name, with the marks of the findings that speak of it; in parentheses where it is declared only. */
export function useText(use: LibraryUseJson, findings: readonly LibraryFindingJson[]): string {
  const name = isIdle(use) ? `(${use.distribution})` : use.distribution;
  const speaksOfIt = ({ kind, distribution, instead }: LibraryFindingJson): boolean =>
    distribution === use.distribution || (kind === 'redundant' && instead.includes(use.distribution));
  const found = new Set(findings.filter(speaksOfIt).map(({ kind }) => kind));
  return [name, ...kinds.filter(({ kind }) => found.has(kind)).map(({ mark }) => mark)].join(' ');
}

function findingLines(needs: readonly NeedJson[], width: number, paint: Paint, all: boolean): string[] {
  const findings = needs.flatMap((need) => need.findings);
  return kinds.flatMap(({ kind, title }) => {
    const lines = findings
      .filter((finding) => finding.kind === kind)
      .flatMap(({ message, evidence }) => [
        ...indented(message, 2, width),
        ...placeLines(evidence, all, width).map(paint.dim),
      ]);
    return lines.length === 0 ? [] : [paint.bold(title), ...lines, ''];
  });
}

const fewFaults = 3;

function unreadLines(unreadable: LibrariesDocument['unreadable'], all: boolean, width: number): string[] {
  if (unreadable.length === 0) return [];
  const shown = all ? unreadable : unreadable.slice(0, fewFaults);
  const more = unreadable.length - shown.length;
  const texts = shown.map(({ file, line, reason }) => `Not read in full: ${file}:${line} ${reason}`);
  return [...texts, ...(more === 0 ? [] : [`${more} more, with --all`])].flatMap((text) => indented(text, 0, width));
}

const fewPlaces = 2;

/** A place a line, so that it can be copied. */
function placeLines(evidence: LibraryFindingJson['evidence'], all: boolean, width: number): string[] {
  const places = evidence.map(({ file, line }) => `${file}:${line}`);
  const shown = all ? places : places.slice(0, fewPlaces);
  const more = places.length - shown.length;
  return [...shown, ...(more === 0 ? [] : [`and ${more} more`])].flatMap((text) => indented(text, 4, width));
}

function indented(text: string, indent: number, width: number): string[] {
  return wrap(printable(text), width - indent).map((line) => `${' '.repeat(indent)}${line}`);
}

/** How many libraries are in use, and what is said of them; a sentence. */
export function librariesSummary({ needs, unreadable }: LibrariesDocument): string {
  const served = needs.filter(({ uses }) => uses.length > 0);
  const faults = ` ${unreadSentence(unreadable)}`.trimEnd();
  if (served.length === 0) return `No library is declared or imported that serves a need the catalogue knows.${faults}`;
  const uses = served.reduce((sum, need) => sum + need.uses.length, 0);
  const findings = needs.flatMap((need) => need.findings);
  const said = (['superseded', 'redundant'] as const).flatMap((kind) => {
    const found = findings.filter((finding) => finding.kind === kind).length;
    return found === 0 ? [] : [`${found} ${kind}`];
  });
  const what = said.length === 0 ? 'nothing superseded or redundant' : said.join(', ');
  const newer = findings.filter(({ kind }) => kind === 'newer').length;
  const beside = newer === 0 ? '' : ` For ${newer} there is a newer choice.`;
  return `${counted(uses, 'use')} of libraries for ${served.length} of ${counted(needs.length, 'need')}: ${what}.${beside}${faults}`;
}
