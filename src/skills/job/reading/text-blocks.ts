import type { Block } from './block.ts';
import { isLoneMark, isRule, markedBlock, readsAsHeading, undecorated } from './line-marks.ts';
import { type MappedText, slice } from './mapped-text.ts';
import { plain } from './plain.ts';

interface Line {
  /** Where it begins in the text. */
  readonly start: number;
  readonly raw: MappedText;
  readonly indent: number;
  readonly shown: MappedText;
}

/** The blocks of a plain text, and whether they are all of it: lines that an editor broke are put together again. */
export function textBlocks(source: MappedText): { blocks: Block[]; whole: boolean } {
  const { lines, whole } = linesOf(source);
  const width = usualWidth(lines);
  const blocks: Block[] = [];
  let table = 0;
  let row = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (line.shown.text === '' || isRule(line.shown.text)) continue;
    const cells = cellsOf(line.raw);
    if (cells.length > 1) {
      if (index === 0 || cellsOf((lines[index - 1] as Line).raw).length < 2) table += 1;
      row += 1;
      cells.forEach((text, column) => void blocks.push({ kind: 'text', text, cell: { table, row, column } }));
      continue;
    }
    const first = headed(markedBlock(line.shown), line, lines, index);
    if (first.kind === 'heading') {
      blocks.push(first);
      continue;
    }
    let last = index;
    while (goesOn(lines, last, width, line)) last += 1;
    blocks.push(last === index ? first : joined(source, line, lines[last] as Line));
    index = last;
  }
  return { blocks, whole };
}

/** Lines that are read: far more than an advertisement has. */
const mostLines = 50_000;
/** Blank lines in a row that are kept: nothing looks further than two ahead. */
const mostBlank = 2;

function linesOf(source: MappedText): { lines: Line[]; whole: boolean } {
  const lines: Line[] = [];
  let mark: number | undefined; // where a mark stands that is alone on its line
  let blank = 0;
  for (const { index, 0: text } of source.text.matchAll(/[^\r\n]+|(?:\r\n|\n|\r)(?=[\r\n]|$)/g)) {
    blank = text.trim() === '' ? blank + 1 : 0;
    if (blank > mostBlank) continue;
    if (lines.length === mostLines) return { lines, whole: source.text.slice(index).trim() === '' };
    if (isLoneMark(text.trim())) mark = index;
    else if (mark === undefined || text.trim() !== '') {
      const start: number = mark ?? index;
      const raw = slice(source, start, index + text.length);
      lines.push({ start, raw, indent: /^[\s\u00a0]*/.exec(text)?.[0].length ?? 0, shown: plain(raw) });
      mark = undefined;
    }
  }
  return { lines, whole: true };
}

/** The width at which most long lines end; none where lines are as long as their paragraphs. */
function usualWidth(lines: readonly Line[]): number {
  const longest = lines.reduce((most, { shown }) => Math.max(most, shown.text.length), 0);
  return longest > 130 ? Number.POSITIVE_INFINITY : longest;
}

/** A text that stands like a heading as one: underlined, or before a blank line or a list. */
function headed(block: Block, line: Line, lines: readonly Line[], index: number): Block {
  if (block.kind !== 'text') return block;
  const next = lines[index + 1]?.shown.text ?? '';
  const underlined = /^([=~-])\1{2,}$/.test(next) && line.shown.text.length < 80;
  if (underlined || readsAsHeading(line.shown.text)) return { kind: 'heading', text: undecorated(block.text) };
  const before = lines[index - 1]?.shown.text ?? '';
  const follows = next !== '' && markedBlock((lines[index + 1] as Line).shown).kind === 'item';
  const asks = line.shown.text.endsWith('?'); // a heading that is a question
  const alone = before === '' && (next === '' || follows || asks);
  const after = next === '' ? lines[index + 2] : undefined;
  const overList = after !== undefined && markedBlock(after.shown).kind === 'item';
  const short = line.shown.text.length <= (overList ? 80 : 50) && !/[.,;!]$/.test(line.shown.text);
  // What is so short over so long a line is no part of the same paragraph.
  const over = before === '' && line.shown.text.length <= 45 && next.length > 65 && /^\p{Lu}/u.test(next);
  return (alone || over) && short ? { kind: 'heading', text: undecorated(block.text) } : block;
}

/** `Good to have: Snowflake` begins a line of its own. */
const labelled = /^[A-Z][^:.,;()]{2,40}:\s/;

/** True if the line behind `index` belongs to the same paragraph or item. */
function goesOn(lines: readonly Line[], index: number, width: number, first: Line): boolean {
  const line = lines[index] as Line;
  const next = lines[index + 1];
  if (next === undefined || next.shown.text === '' || isRule(next.shown.text)) return false;
  if (markedBlock(next.shown).kind !== 'text' || cellsOf(next.raw).length > 1) return false;
  if (readsAsHeading(next.shown.text) || labelled.test(next.shown.text)) return false;
  const full = line.shown.text.length + (next.shown.text.split(' ')[0]?.length ?? 0) + line.indent + 4 >= width * 0.85;
  const hanging = next.indent > first.indent && markedBlock(first.shown).kind === 'item';
  return hanging || /^[a-z(]/.test(next.shown.text) || /[,-]$/.test(line.shown.text) || (full && width < 131);
}

function joined(source: MappedText, first: Line, last: Line): Block {
  return markedBlock(plain(slice(source, first.start, last.start + last.raw.text.length)));
}

/** The cells of a line with tabs, or with `|` between parts; one cell where it has neither. */
function cellsOf(line: MappedText): MappedText[] {
  const separator = /\S\t\s*\S/.test(line.text) ? /\t+/g : /\S\s+\|\s+\S/.test(line.text) ? /\|/g : undefined;
  if (separator === undefined) return [line];
  const cells: MappedText[] = [];
  let start = 0;
  for (const { index, 0: sign } of line.text.matchAll(separator)) {
    cells.push(plain(slice(line, start, index)));
    start = index + sign.length;
  }
  cells.push(plain(slice(line, start, line.text.length)));
  const filled = cells.filter(({ text }, column) => text !== '' || (column > 0 && column < cells.length - 1));
  return filled.length > 1 ? filled : [line];
}
