import type { Block, SectionKind } from '../reading/block.ts';
import { gradesItself, isOfHeadings } from './heading-words.ts';
import { isBrief, type Level, levelOf, refusesBelow, sectionOf } from './headings.ts';
import { labelOf } from './remarks.ts';

/** A block with what it is about, as its headings, its table or its markup say. */
export interface Placed {
  readonly block: Block;
  readonly kind: SectionKind;
  /** Blocks below one heading share a number. */
  readonly section: number;
  /** The level that its row or column of a table states. */
  readonly level?: Level;
}

/** Sections that end only with a heading that says what comes then. */
const lasting = new Set<SectionKind>(['required', 'nice', 'task', 'stack', 'benefit', 'elsewhere', 'learn']);

/** Says of each block what it is about. Headings are given as blocks too: `Backend: Python` asks for something. */
export function placeBlocks(blocks: readonly Block[], within: SectionKind = 'open', first = 0): Placed[] {
  const placed: Placed[] = [];
  let kind = within;
  let section = first;
  let preset: SectionKind | undefined;
  let lead: Lead | undefined;
  let before: SectionKind | undefined; // what goes on behind the block below a heading of one fact
  let refused = false;
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
      while (blocks[last]?.cell?.table === table && (blocks[last]?.section ?? preset) === preset) last += 1;
      placed.push(...placeTable(blocks.slice(index, last), kind, section));
      section += 1;
      index = last - 1;
      continue;
    }
    if (block.kind !== 'item') lead = block.text.text.endsWith(':') ? leadOf(block.text.text) : undefined;
    const said = headingOf(block, blocks[index + 1]);
    const refuses = refusesBelow(block.text.text) && (block.kind === 'heading' || isOfHeadings(block.text.text));
    if (said !== undefined || block.kind === 'heading' || refuses) {
      section += 1;
      refused = refuses;
      const around = before ?? kind;
      before = said === 'elsewhere' && isBrief(block.text.text) ? around : undefined;
      kind = said ?? (lasting.has(around) ? around : 'open');
    }
    const level =
      refused || crossedOut.test(block.text.text) ? 'refused' : block.kind === 'item' ? lead?.level : undefined;
    const about = (block.kind === 'item' ? lead?.kind : undefined) ?? kind;
    placed.push({ block, kind: about, section, ...(level && { level }) });
    if (before !== undefined && said === undefined && block.kind !== 'heading') {
      kind = before;
      before = undefined;
    }
  }
  return placed;
}

/** A mark before what is not asked for. */
const crossedOut = /^(?:❌|✗|✘|✖|🚫|⛔|👎)/u;

/** What a sentence with a colon says of the items behind it. */
interface Lead {
  readonly level?: Level;
  readonly kind?: SectionKind;
}

function leadOf(text: string): Lead | undefined {
  const remark = labelOf(text);
  if (remark?.refusal === 'learn') return { kind: 'learn' };
  if (remark?.refusal !== undefined) return { level: 'refused' };
  return remark?.level === 'nice' ? { level: 'nice' } : undefined;
}

/**
 * What a block says of those below it: a heading, or a line of the words that headings are made of. An item of a list that
 * names something grades only itself, and so does a line in the place of a heading, unless a list begins behind it.
 */
function headingOf({ kind, text: { text } }: Block, next: Block | undefined): SectionKind | undefined {
  if (kind !== 'heading') return text.length <= 60 && isOfHeadings(text) ? headedBy(text, kind === 'item') : undefined;
  const said = sectionOf(text);
  return said === 'nice' && next?.kind !== 'item' && !text.endsWith(':') && gradesItself(text) ? undefined : said;
}

/** What a line within a part may turn to: `Apply` and `The company` stand as buttons and links anywhere, `Skills` parts a list. */
function headedBy(text: string, item: boolean): SectionKind | undefined {
  const level = levelOf(text);
  if (level === 'required' || level === 'nice') return level;
  const said = sectionOf(text);
  if (said === 'elsewhere' || said === 'company') return undefined;
  return item && (said === 'required' || said === 'task' || said === 'stack') ? undefined : said;
}

/** A table: its first row may head the columns with levels, the first cell of a row may say what the row is about. */
function placeTable(cells: readonly Block[], kind: SectionKind, section: number): Placed[] {
  const rows = [...Map.groupBy(cells, ({ cell }) => cell?.row ?? 0).values()];
  const columns = new Map<number, SectionKind>();
  for (const { text, cell } of rows[0] ?? []) {
    const said = levelOf(text.text) ?? sectionOf(text.text);
    if (cell !== undefined && (said === 'required' || said === 'nice')) columns.set(cell.column, said);
  }
  const headed = columns.size > 1 && columns.size <= (rows[0] ?? []).length && isSingle(rows[0] ?? []);
  let about = kind;
  return rows.flatMap((row, index) => {
    if (headed && index === 0) return [];
    const own = headed ? undefined : rowHeading(row);
    const heads = own === undefined ? undefined : sectionOf(own.text.text);
    // What heads a row of several cells speaks of that row, and of rows below it that have no head of their own.
    if (row.length === 1 && heads !== undefined) about = heads;
    const within = heads ?? (own !== undefined && row.length > 1 && about === 'elsewhere' ? kind : about);
    if (!isSingle(row)) return byColumn(row).flatMap((part) => placeBlocks(part, within, section + index));
    const level = statedLevel(row, headed ? columns : undefined);
    return row.map((block): Placed => {
      const column = headed ? columns.get(block.cell?.column ?? -1) : undefined;
      return { block, kind: column ?? within, section: section + index, ...(level && { level }) };
    });
  });
}

/** The block of a row's first cell, where that has one only and begins the row. */
function rowHeading([first, second]: readonly Block[]): Block | undefined {
  return first?.cell === undefined || first.cell.column > 1 || second?.cell?.column === first.cell.column
    ? undefined
    : first;
}

/** True if each cell of a row is one short text. */
function isSingle(row: readonly Block[]): boolean {
  return new Set(row.map(({ cell }) => cell?.column)).size === row.length;
}

/** The cells of a row that hold several texts, each as blocks of its own. */
function byColumn(row: readonly Block[]): Block[][] {
  const columns = Map.groupBy(row, ({ cell }) => cell?.column);
  return [...columns.values()].map((blocks) => blocks.map(({ kind, text }) => ({ kind, text })));
}

const tick = /^(?:x|✓|✔|☑|●|•|yes|y)$/i;

/** The level of a whole row: by a cell that states it, or by a mark in a column that is headed by it. */
function statedLevel(row: readonly Block[], columns?: ReadonlyMap<number, SectionKind>): Level | undefined {
  for (const { text, cell } of row) {
    const column = columns?.get(cell?.column ?? -1);
    if (tick.test(text.text) && (column === 'required' || column === 'nice')) return column;
    const level = levelOf(text.text);
    if (level !== undefined && row.length > 1) return level;
  }
  return undefined;
}
