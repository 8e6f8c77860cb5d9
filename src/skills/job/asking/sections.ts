import type { Block, SectionKind } from '../reading/block.ts';
import { levelOf, sectionOf } from './headings.ts';

/** A block with what it is about, as its headings, its table or its markup say. */
export interface Placed {
  readonly block: Block;
  readonly kind: SectionKind;
  /** Blocks below one heading share a number. */
  readonly section: number;
  /** The level that its row or column of a table states. */
  readonly level?: 'required' | 'nice';
}

/** Sections that end only with a heading that says what comes then. */
const lasting = new Set<SectionKind>(['required', 'nice', 'task', 'stack', 'benefit', 'elsewhere', 'learn']);

/** Says of each block what it is about. Headings are given as blocks too: `Backend: Python` asks for something. */
export function placeBlocks(blocks: readonly Block[]): Placed[] {
  const placed: Placed[] = [];
  let kind: SectionKind = 'open';
  let section = 0;
  let preset: SectionKind | undefined;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    if (block.section !== undefined && block.section !== preset) {
      preset = block.section;
      kind = preset;
      section += 1;
    }
    if (block.cell !== undefined) {
      const { table } = block.cell;
      let last = index + 1;
      while (last < blocks.length && blocks[last]?.cell?.table === table) last += 1;
      placed.push(...placeTable(blocks.slice(index, last), kind, section));
      section += 1;
      index = last - 1;
      continue;
    }
    if (block.kind === 'heading') {
      const said = sectionOf(block.text.text);
      section += 1;
      kind = said ?? (lasting.has(kind) ? kind : 'open');
    }
    placed.push({ block, kind, section });
  }
  return placed;
}

/** A table: its first row may head the columns with levels, the first cell of a row may say what the row is about. */
function placeTable(cells: readonly Block[], kind: SectionKind, section: number): Placed[] {
  const rows = [...Map.groupBy(cells, ({ cell }) => cell?.row ?? 0).values()];
  const columns = new Map<number, SectionKind>();
  for (const { text, cell } of rows[0] ?? []) {
    const said = levelOf(text.text) ?? sectionOf(text.text);
    if (cell !== undefined && (said === 'required' || said === 'nice')) columns.set(cell.column, said);
  }
  const headed = columns.size > 1 && (rows[0] ?? []).every(({ text }) => text.text.length < 60);
  let about = kind;
  return rows.flatMap((row, index) => {
    if (headed && index === 0) return [];
    const said = headed ? undefined : sectionOf(row[0]?.text.text ?? '');
    about = said ?? about;
    const level = statedLevel(row, headed ? columns : undefined);
    return row.map((block): Placed => {
      const column = headed ? columns.get(block.cell?.column ?? -1) : undefined;
      return { block, kind: column ?? about, section: section + index, ...(level && { level }) };
    });
  });
}

const tick = /^(?:x|✓|✔|☑|●|•|yes|y)$/i;

/** The level of a whole row: by a cell that states it, or by a mark in a column that is headed by it. */
function statedLevel(
  row: readonly Block[],
  columns?: ReadonlyMap<number, SectionKind>,
): 'required' | 'nice' | undefined {
  for (const { text, cell } of row) {
    const column = columns?.get(cell?.column ?? -1);
    if (tick.test(text.text) && (column === 'required' || column === 'nice')) return column;
    const level = levelOf(text.text);
    if (level !== undefined && row.length > 1) return level;
  }
  return undefined;
}
