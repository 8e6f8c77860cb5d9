import type { Dataset, FactBase } from '../../catalogue/dataset.ts';
import { counted } from '../text.ts';
import { markdownTable, plainTable } from './table.ts';

/** One dataset in the overview. `read` and `oldest` are the latest and the earliest day on which a source was read. */
export interface DatasetSummary {
  readonly name: string;
  readonly title: string;
  readonly facts: number;
  readonly sources: number;
  readonly read: string;
  readonly oldest: string;
  readonly ageDays: number;
}

type TextFormat = 'terminal' | 'markdown';

/** The overview of the catalogue as a table. */
export function renderCatalogue(date: string, datasets: readonly DatasetSummary[], format: TextFormat): string {
  const header = ['Dataset', 'What', 'Facts', 'Sources', 'Read', 'Age'];
  const rows = datasets.map(({ name, title, facts, sources, read, ageDays }) => [
    name,
    title,
    String(facts),
    String(sources),
    read,
    counted(ageDays, 'day'),
  ]);
  const table = format === 'markdown' ? markdownTable(header, rows) : plainTable(header, rows);
  return `${[`Catalogue of ${date}`, '', ...table].join('\n')}\n`;
}

/** A dataset's facts, one line each with its sources, then the sources. */
export function renderDataset({ dataset, title, sources, facts }: Dataset<FactBase>, format: TextFormat): string {
  const bullet = format === 'markdown' ? '- ' : '  ';
  const lines = facts.map((fact) => {
    const { id, source, note, ...fields } = fact;
    const shown = Object.entries(fields).map(
      ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
    return `${bullet}${id}: ${shown.join(', ')}${note === undefined ? '' : ` (${note})`} [${[source].flat().join(', ')}]`;
  });
  const origins = Object.entries(sources).map(
    ([key, source]) => `${bullet}${key}: ${source.title}, ${source.url}, read ${source.read}`,
  );
  const heading = format === 'markdown' ? `# ${title}` : `${title} (${dataset})`;
  return `${[heading, '', ...lines, '', 'Sources', '', ...origins].join('\n')}\n`;
}
