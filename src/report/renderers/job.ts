import type { AdJson, DemandJson, JobDocument, QuoteJson, ShownState } from '../documents/job.ts';
import { counted, printable, wrap } from '../text.ts';
import { marketLines } from './job-market.ts';
import {
  type NamedOnly,
  noFile,
  type Requirement,
  refusalNames,
  refusalsOf,
  requirementName,
  requirementsOf,
  standingNote,
  stateNames,
  wordsOf,
} from './job-requirements.ts';
import { jobSummary, onlyFirstPart, otherLanguage } from './job-summary.ts';
import type { PageOptions } from './page-options.ts';
import { type Paint, painter } from './paint.ts';

const stateWidth = 9;
/** Skills of the demand that are shown without `--all`, and lines that are named by their numbers. */
const mostWanted = 20;
const mostNumbers = 12;

/** How the page is written. */
interface Page {
  readonly width: number;
  readonly paint: Paint;
  readonly all: boolean;
  /** The repositories that the advertisements are held against. */
  readonly roots: readonly string[];
}

/** What advertisements ask for, and what repositories show of that, for a terminal. */
export function renderJob(document: JobDocument, options: PageOptions): string {
  const width = Math.max(40, options.width);
  const page = { width, paint: painter(options.color), all: options.all, roots: document.against };
  const summary = wrap(jobSummary(document), width);
  if (options.quiet) return `${summary.join('\n')}\n`;
  const lines = [
    ...document.ads.flatMap((ad) => adLines(ad, page)),
    ...(document.ads.length > 1 ? demandLines(document.demand, document.ads.length, page) : []),
    ...marketLines(document.market, width, page.paint),
    ...summary,
  ];
  return `${lines.join('\n')}\n`;
}

function adLines(ad: AdJson, page: Page): string[] {
  const { file, title, language, whole } = ad;
  const { width, paint } = page;
  const head = wrap(printable(title ?? file), width).map((line) => paint.bold(line));
  if (title !== null) head.push(paint.dim(printable(file)));
  if (!whole) head.push(...wrap(onlyFirstPart, width));
  if (language === 'other') return [...head, ...wrap(otherLanguage, width), ''];
  const asked = requirementsOf(ad);
  const of = (level: Requirement['level']): Requirement[] => asked.filter((one) => one.level === level);
  return [
    ...head,
    ...part(
      'Required',
      of('required').map((one) => rowOf(one, page)),
      page,
    ),
    ...part(
      'Nice to have',
      of('nice-to-have').map((one) => rowOf(one, page)),
      page,
    ),
    ...part(
      'Named, but not asked for',
      refusalsOf(ad).map((one) => refusedRow(one, page)),
      page,
    ),
    ...(asked.length === 0 ? ['  No skill of the catalogue is asked for.'] : []),
    ...unknownLines(ad, page),
    '',
  ];
}

/** A line of the page: what is asked for, what shows it, and the words that ask. */
interface Row {
  readonly state: string;
  readonly name: string;
  readonly place: string;
  readonly words: string;
}

function rowOf(requirement: Requirement, { roots, paint }: Page): Row {
  const { shown } = requirement.best;
  const state = roots.length === 0 ? '' : stateOf(shown, paint);
  const place = standingNote(requirement, roots);
  return { state, name: requirementName(requirement), place, words: quoted(wordsOf(requirement)) };
}

function refusedRow({ name, why, quotes }: NamedOnly, { paint }: Page): Row {
  return { state: paint.dim(refusalNames[why].padEnd(stateWidth)), name, place: '', words: quoted(quotes[0]) };
}

function stateOf(shown: ShownState | null, paint: Paint): string {
  const colour = shown === 'shown' ? paint.green : shown === 'partly' ? paint.yellow : paint.dim;
  return colour((shown === null ? noFile : stateNames[shown]).padEnd(stateWidth));
}

function quoted(quote: QuoteJson | undefined): string {
  return quote === undefined ? '' : printable(`${quote.line}:${quote.column} “${quote.text}”`);
}

/** Rows below a heading; words that ask for several rows stand once, behind the last. A place is one line, to be copied. */
function part(heading: string, rows: readonly Row[], { width, paint }: Page): string[] {
  if (rows.length === 0) return [];
  return [
    `  ${heading}`,
    ...rows.flatMap(({ state, name, place, words }, index) => {
      const before = state === '' ? '' : `${state} `;
      const indent = ' '.repeat(state === '' ? 6 : 4 + stateWidth + 1);
      const titles = wrap(printable(name), width - indent.length);
      const said = rows[index + 1]?.words === words ? [] : wrap(words, width - indent.length);
      return [
        `    ${before}${paint.bold(titles[0] ?? '')}`,
        ...titles.slice(1).map((line) => `${indent}${paint.bold(line)}`),
        ...(place === '' ? [] : [`${indent}${printable(place)}`]),
        ...said.map((line) => `${indent}${paint.dim(line)}`),
      ];
    }),
  ];
}

/** Lines that ask for what is no skill of the catalogue: their numbers, with `--all` their words. */
function unknownLines({ notUnderstood }: AdJson, { width, paint, all }: Page): string[] {
  if (notUnderstood.length === 0) return [];
  const numbers = notUnderstood.slice(0, mostNumbers).map(({ line }) => line);
  const more = notUnderstood.length > mostNumbers ? ' …' : '';
  const head = `Not understood, no skill of the catalogue in ${counted(notUnderstood.length, 'line')}: ${numbers.join(', ')}${more}`;
  const words = all ? notUnderstood.map(({ line, text }) => `${line} “${text}”`) : [];
  return [
    ...wrap(head, width - 2).map((line) => `  ${paint.dim(line)}`),
    ...words.flatMap((text) => wrap(printable(text), width - 6)).map((line) => `      ${paint.dim(line)}`),
  ];
}

function demandLines(demand: readonly DemandJson[], ads: number, { width, paint, all, roots }: Page): string[] {
  const shown = all ? demand : demand.slice(0, mostWanted);
  const names = Math.min(Math.floor(width / 3), Math.max(12, ...shown.map(({ name }) => name.length)));
  const scale = Math.max(6, Math.min(24, width - names - 40));
  const more = demand.length - shown.length;
  return [
    paint.bold(`Demand in ${counted(ads, 'advertisement')}`),
    ...shown.map(({ name, ads: count, required, shown: state }) => {
      const filled = '█'.repeat(Math.max(1, Math.round((count / ads) * scale)));
      const seen = roots.length === 0 ? '' : `  ${stateOf(state, paint).trimEnd()}`;
      const counts = `${String(count).padStart(3)}, required in ${required}`;
      return `  ${cut(printable(name), names).padEnd(names)}  ${paint.cyan(filled.padEnd(scale))}${counts}${seen}`;
    }),
    ...(more > 0 ? [paint.dim(`  and ${counted(more, 'more skill')} (--all)`)] : []),
    '',
  ];
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
