import type { MarketFigureJson } from '../documents/job.ts';
import { printable, wrap } from '../text.ts';
import type { Paint } from './paint.ts';

const barWidth = 20;

/** A bar for a share of 100 %, `width` characters long. */
export function bar(percent: number, width: number = barWidth): string {
  const filled = Math.round((Math.max(0, Math.min(100, percent)) / 100) * width);
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
}

/** One answer to a question of surveys: its figures, the latest first. */
export interface Trend {
  readonly name: string;
  readonly latest: MarketFigureJson;
  readonly earlier: readonly MarketFigureJson[];
}

/** Figures by question, with the trend of each answer. */
export function trendsOf(figures: readonly MarketFigureJson[]): { question: string; trends: Trend[] }[] {
  // Shares of different people are not one trend.
  const questions = Map.groupBy(figures, ({ topic, among }) => `${topic}\n${among}`);
  return [...questions].map(([, answers]) => {
    const question = answers[0]?.topic ?? '';
    const byName = Map.groupBy(answers, ({ name, skill }) => skill ?? name);
    const trends = [...byName.values()].map((own): Trend => {
      const [latest, ...earlier] = [...own].sort((a, b) => b.year - a.year) as [
        MarketFigureJson,
        ...MarketFigureJson[],
      ];
      return { name: latest.name, latest, earlier };
    });
    return { question, trends: trends.sort((a, b) => b.latest.percent - a.latest.percent) };
  });
}

/** What surveys say, as bars: the latest figure, and what it was before. */
export function marketLines(figures: readonly MarketFigureJson[], width: number, paint: Paint): string[] {
  const questions = trendsOf(figures);
  if (questions.length === 0) return [];
  const shown = questions.flatMap(({ trends }) => trends);
  const names = Math.min(24, Math.max(...shown.map(({ name }) => name.length)));
  const rows = questions.flatMap(({ question, trends }) => [
    `  ${printable(question)} (${printable(trends[0]?.latest.among ?? '')})`,
    ...trends.map(({ name, latest, earlier }) => {
      const share = `${paint.cyan(bar(latest.percent))} ${String(latest.percent).padStart(3)} % ${dated(latest)}`;
      return `    ${printable(name).padEnd(names)}  ${share}${paint.dim(earlierText(earlier))}`;
    }),
  ]);
  return [paint.bold('The market'), ...rows, ...sourceLines(shown, width, paint), ''];
}

/** The year, with a star where others report the survey and its own page was not read. */
export function dated({ year, confirmed }: MarketFigureJson): string {
  return confirmed ? String(year) : `${year}*`;
}

/** What the star says; empty where none stands. */
export function starNote(figures: readonly MarketFigureJson[]): string {
  return figures.every(({ confirmed }) => confirmed)
    ? ''
    : '* as others report it: the page of the survey was not read';
}

/** `, 36 % 2018` */
export function earlierText(earlier: readonly MarketFigureJson[]): string {
  return earlier.map((figure) => `, ${figure.percent} % ${dated(figure)}`).join('');
}

function sourceLines(trends: readonly Trend[], width: number, paint: Paint): string[] {
  const all = trends.flatMap(({ latest, earlier }) => [latest, ...earlier]);
  const sources = [...new Set(all.map(({ source }) => `${printable(source.title)}, read ${source.read}`))];
  const notes = [starNote(all), `Sources: ${sources.join('; ')}`].filter((note) => note !== '');
  return notes.flatMap((note) => wrap(note, width - 2)).map((line) => `  ${paint.dim(line)}`);
}
