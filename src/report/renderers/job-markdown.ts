import type { AdJson, JobDocument, MarketFigureJson, QuoteJson } from '../documents/job.ts';
import { alternativeNote, askedIds, jobSummary, onlyFirstPart, otherLanguage } from './job.ts';
import { bar, earlierText, trendsOf } from './job-market.ts';
import { markdownText } from './markdown-text.ts';
import { markdownTable } from './table.ts';

/** What advertisements ask for, and what repositories show of that, as Markdown. */
export function renderJobMarkdown(document: JobDocument): string {
  const { ads, demand } = document;
  const lines = [
    '# Skills asked for',
    '',
    markdownText(jobSummary(document)),
    '',
    ...ads.flatMap((ad) => adLines(ad, document.against.length > 0)),
    ...(ads.length > 1
      ? [
          '## Demand',
          '',
          ...markdownTable(
            ['Skill', 'Advertisements', 'Required in'],
            demand.map(({ name, ads: count, required }) => [markdownText(name), String(count), String(required)]),
          ),
          '',
        ]
      : []),
    ...marketLines(document),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function adLines(ad: AdJson, held: boolean): string[] {
  const head = [`## ${markdownText(ad.title ?? ad.file)}`, '', markdownText(ad.file), ''];
  if (!ad.whole) head.push(onlyFirstPart, '');
  if (ad.language === 'other') return [...head, otherLanguage, ''];
  const rows = [...ad.skills]
    .sort((a, b) => Number(a.level === 'nice-to-have') - Number(b.level === 'nice-to-have'))
    .map((skill) => {
      const name = [skill.name, alternativeNote(skill, ad.skills)].filter((part) => part !== '').join(', ');
      const seen =
        skill.shown === null ? '' : [skill.shown, skill.by ?? skill.strength, skill.place].filter(Boolean).join(', ');
      const cells = [markdownText(name), skill.level, quoted(skill.quotes[0])];
      return held ? [...cells, markdownText(seen)] : cells;
    });
  const header = ['Skill', 'Level', 'Words', ...(held ? ['In the code'] : [])];
  const refused = ad.notAsked.map(({ name, why, quotes }) => `- ${markdownText(name)} (${why}): ${quoted(quotes[0])}`);
  return [
    ...head,
    ...(rows.length === 0 ? ['No skill of the catalogue is asked for.'] : markdownTable(header, rows)),
    '',
    ...(refused.length === 0 ? [] : ['Named, but not asked for:', '', ...refused, '']),
  ];
}

function quoted(quote: QuoteJson | undefined): string {
  return quote === undefined ? '' : `“${markdownText(quote.text)}” (${quote.line}:${quote.column})`;
}

function marketLines({ market, ...document }: JobDocument): string[] {
  const questions = trendsOf(market, askedIds({ market, ...document }));
  if (questions.length === 0) return [];
  const rows = questions.flatMap(({ question, trends }) =>
    trends.map(({ name, latest, earlier }) => [
      `${markdownText(question)} (${markdownText(latest.among)})`,
      markdownText(name),
      `${bar(latest.percent, 10)} ${latest.percent} %${latest.confirmed ? '' : '?'} ${latest.year}${earlierText(earlier)}`,
      sources([latest, ...earlier]),
    ]),
  );
  return ['## The market', '', ...markdownTable(['Question', 'Answer', 'Share', 'Source'], rows), ''];
}

function sources(figures: readonly MarketFigureJson[]): string {
  return figures.map(({ source, year }) => `[${year}](${source.url} "${source.title}")`).join(', ');
}
