import type { AdJson, DemandJson, JobDocument, QuoteJson } from '../documents/job.ts';
import { bar, dated, earlierText, starNote, trendsOf } from './job-market.ts';
import {
  levelNames,
  noFile,
  refusalNames,
  refusalsOf,
  requirementName,
  requirementsOf,
  standingNote,
  stateNames,
  wordsOf,
} from './job-requirements.ts';
import { jobSummary, onlyFirstPart, otherLanguage } from './job-summary.ts';
import { markdownText } from './markdown-text.ts';
import { markdownTable } from './table.ts';

/** What advertisements ask for, and what repositories show of that, as Markdown. */
export function renderJobMarkdown(document: JobDocument): string {
  const { ads, demand, against } = document;
  const lines = [
    '# Skills asked for',
    '',
    safe(jobSummary(document)),
    '',
    ...ads.flatMap((ad) => adLines(ad, against)),
    ...(ads.length > 1 ? demandLines(demand, against.length > 0) : []),
    ...marketLines(document),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Quoted text that is no Markdown, nor an address that renderers would link. */
function safe(text: string): string {
  return markdownText(text).replaceAll(/:\/\/|(?<=\bwww)\.|@/gi, (sign) => `\\${sign}`);
}

function adLines(ad: AdJson, roots: readonly string[]): string[] {
  const head = [`## ${safe(ad.title ?? ad.file)}`, '', safe(ad.file), ''];
  if (!ad.whole) head.push(onlyFirstPart, '');
  if (ad.language === 'other') return [...head, otherLanguage, ''];
  const rows = requirementsOf(ad).map((one) => {
    const { shown } = one.best;
    const state = shown === null ? noFile : stateNames[shown];
    const seen = [state, standingNote(one, roots)].filter(Boolean).join(': ');
    const cells = [safe(requirementName(one)), levelNames[one.level], quoted(wordsOf(one))];
    return roots.length === 0 ? cells : [...cells, safe(seen)];
  });
  const header = ['Skill', 'Level', 'Words', ...(roots.length === 0 ? [] : ['In the code'])];
  const refused = refusalsOf(ad).map(({ name, why, quotes }) => {
    return `- ${safe(name)} (${refusalNames[why]}): ${quoted(quotes[0])}`;
  });
  const unknown = ad.notUnderstood.map(({ line, text }) => `- ${line}: “${safe(text)}”`);
  return [
    ...head,
    ...(rows.length === 0 ? ['No skill of the catalogue is asked for.'] : markdownTable(header, rows)),
    '',
    ...(refused.length === 0 ? [] : ['Named, but not asked for:', '', ...refused, '']),
    ...(unknown.length === 0 ? [] : ['Not understood, no skill of the catalogue:', '', ...unknown, '']),
  ];
}

function quoted(quote: QuoteJson | undefined): string {
  return quote === undefined ? '' : `“${safe(quote.text)}” (${quote.line}:${quote.column})`;
}

function demandLines(demand: readonly DemandJson[], held: boolean): string[] {
  const rows = demand.map(({ name, ads, required, shown }) => {
    const cells = [safe(name), String(ads), String(required)];
    return held ? [...cells, shown === null ? noFile : stateNames[shown]] : cells;
  });
  const header = ['Skill', 'Advertisements', 'Required in', ...(held ? ['In the code'] : [])];
  return ['## Demand', '', ...markdownTable(header, rows), ''];
}

function marketLines(document: JobDocument): string[] {
  const questions = trendsOf(document.market);
  if (questions.length === 0) return [];
  const shown = questions.flatMap(({ trends }) => trends).flatMap(({ latest, earlier }) => [latest, ...earlier]);
  const sources = new Map(shown.map(({ source }) => [source.url, source]));
  const rows = questions.flatMap(({ question, trends }) =>
    trends.map(({ name, latest, earlier }) => [
      `${safe(question)} (${safe(latest.among)})`,
      safe(name),
      `${bar(latest.percent, 10)} ${latest.percent} % ${dated(latest)}${earlierText(earlier)}`.replaceAll(
        '*',
        String.raw`\*`,
      ),
    ]),
  );
  return [
    '## The market',
    '',
    ...markdownTable(['Question', 'Answer', 'Share'], rows),
    '',
    ...(starNote(shown) === '' ? [] : [starNote(shown).replace('*', String.raw`\*`), '']),
    `Sources: ${[...sources.values()].map(({ url, title, read }) => `[${safe(title)}](${url}), read ${read}`).join('; ')}`,
    '',
  ];
}
