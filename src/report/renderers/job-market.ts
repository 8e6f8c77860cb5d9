import type { MarketFigureJson } from '../documents/job.ts';
import { printable, wrap } from '../text.ts';
import type { Paint } from './paint.ts';

const barWidth = 20;

/** A bar for a share of 100 %, `width` characters at most. */
export function bar(percent: number, width: number = barWidth): string {
  const filled = Math.round((Math.max(0, Math.min(100, percent)) / 100) * width);
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
}

/** Figures of the market that speak of one of the skills asked for, topic by topic, as bars. */
export function marketLines(figures: readonly MarketFigureJson[], width: number, paint: Paint): string[] {
  const topics = Map.groupBy(figures, ({ topic, among, year }) => `${topic}, ${among}, ${year}`);
  const names = Math.min(24, Math.max(0, ...figures.map(({ name }) => name.length)));
  return [...topics].flatMap(([topic, rows]) => [
    ...wrap(paint.bold(printable(topic)), width),
    ...rows.map(({ name, percent, confirmed }) => {
      const doubt = confirmed ? '' : ' (not confirmed)';
      return `  ${printable(name).padEnd(names)}  ${paint.cyan(bar(percent))} ${String(percent).padStart(3)} %${doubt}`;
    }),
    ...sources(rows).flatMap((line) => wrap(line, width - 2).map((part) => `  ${paint.dim(part)}`)),
    '',
  ]);
}

function sources(rows: readonly MarketFigureJson[]): string[] {
  return [...new Set(rows.map(({ source }) => printable(`${source.title}, read ${source.read}: ${source.url}`)))];
}
