import type { MatrixCell, MatrixDataset } from '../../catalogue/dataset.ts';
import { wrap } from '../text.ts';
import { markdownTable, plainTable } from './table.ts';

const clouds = ['aws', 'azure', 'gcp'] as const;
const titles = { aws: 'AWS', azure: 'Azure', gcp: 'Google Cloud' } as const;

/** The width from which the three clouds stand side by side; below, each dimension is a paragraph. */
const tableWidth = 100;

/** The three clouds side by side, for a terminal of `width` columns. */
export function renderMatrix(matrix: MatrixDataset, width: number): string {
  const rows = matrix.dimensions.map(({ id, title }) => ({
    title,
    cells: clouds.map((cloud) => cellOf(matrix, id, cloud)),
  }));
  const lines =
    width >= tableWidth
      ? plainTable(
          ['', ...clouds.map((cloud) => titles[cloud])],
          rows.map(({ title, cells }) => [title, ...cells.map((cell) => cell.value)]),
          width,
        )
      : rows.flatMap(({ title, cells }) => ['', title, ...cells.flatMap((cell) => paragraph(cell, width))]).slice(1);
  const origin = wrap(`Read ${daysOf(matrix)}. Sources: skyworthy matrix --format markdown.`, width);
  return `${[...lines, '', ...origin].join('\n')}\n`;
}

/** The matrix as Markdown: the table, then each cell with its detail, source and date. */
export function renderMatrixMarkdown(matrix: MatrixDataset): string {
  const header = ['', ...clouds.map((cloud) => titles[cloud])];
  const rows = matrix.dimensions.map(({ id, title }) => [
    title,
    ...clouds.map((cloud) => cellOf(matrix, id, cloud).value),
  ]);
  const details = matrix.dimensions.flatMap(({ id, title }) => [
    '',
    `## ${title}`,
    '',
    ...clouds.map((cloud) => {
      const cell = cellOf(matrix, id, cloud);
      return `- ${titles[cloud]}: ${cell.value}. ${cell.detail} (${sourcesOf(matrix, cell).join('; ')})`;
    }),
  ]);
  return `${['# The three clouds side by side', '', ...markdownTable(header, rows), ...details].join('\n')}\n`;
}

/** The matrix as one JSON document, each cell with its sources in full. */
export function renderMatrixJson(matrix: MatrixDataset): string {
  const dimensions = matrix.dimensions.map(({ id, title }) => ({
    id,
    title,
    clouds: Object.fromEntries(
      clouds.map((cloud) => {
        const { value, detail, source } = cellOf(matrix, id, cloud);
        return [cloud, { value, detail, sources: [source].flat().map((key) => matrix.sources[key]) }];
      }),
    ),
  }));
  return `${JSON.stringify({ schemaVersion: 1, dimensions }, null, 2)}\n`;
}

function paragraph({ cloud, value }: MatrixCell, width: number): string[] {
  const [first = '', ...rest] = wrap(value, width - 16);
  return [`  ${titles[cloud].padEnd(12)}  ${first}`, ...rest.map((line) => `${' '.repeat(16)}${line}`)];
}

function cellOf(matrix: MatrixDataset, dimension: string, cloud: MatrixCell['cloud']): MatrixCell {
  const cell = matrix.facts.find((fact) => fact.dimension === dimension && fact.cloud === cloud);
  if (cell === undefined) throw new Error(`the matrix has no ${dimension} for ${cloud}`);
  return cell;
}

function sourcesOf(matrix: MatrixDataset, cell: MatrixCell): string[] {
  return [cell.source].flat().flatMap((key) => {
    const source = matrix.sources[key];
    return source === undefined ? [] : [`[${source.title}](${source.url}), read ${source.read}`];
  });
}

function daysOf(matrix: MatrixDataset): string {
  const days = Object.values(matrix.sources)
    .map((source) => source.read)
    .sort();
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  return first === last ? first : `${first} to ${last}`;
}
