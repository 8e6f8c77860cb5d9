import { wrap } from '../text.ts';

/** A table in Markdown; `|` in a cell is escaped. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [markdownRow(header), `|${header.map(() => '---').join('|')}|`, ...rows.map(markdownRow)];
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}

/**
 * A table in plain text: columns as wide as their widest cell, two spaces between them. Where `width` is given and too
 * small, the columns after the first share what is left evenly and their cells are wrapped.
 */
export function plainTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): string[] {
  const natural = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const total = natural.reduce((sum, size) => sum + size + 2, -2);
  const first = natural[0] ?? 0;
  const share = Math.max(12, Math.floor((width - first) / Math.max(1, header.length - 1)) - 2);
  const widths =
    total <= width ? natural : natural.map((size, column) => (column === 0 ? size : Math.min(size, share)));
  const render = (row: readonly string[]): string[] => {
    const cells = row.map((cell, column) => wrap(cell, widths[column] ?? cell.length));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, index) =>
      cells
        .map((cell, column) => (cell[index] ?? '').padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  };
  return [...render(header), ...render(widths.map((size) => '─'.repeat(size))), ...rows.flatMap(render)];
}
