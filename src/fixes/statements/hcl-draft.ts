import { applyEdits, type TextEdit } from '../../syntax/edit.ts';
import { insertIntoList, removeFromList } from '../../syntax/editing/lists.ts';
import { TextPlaces } from '../../syntax/editing/text-places.ts';
import { type Block, type Body, type Expression, type HclFile, parseHcl, partsOf } from '../../syntax/hcl/index.ts';
import type { Span } from './span.ts';

const unit = '  ';

/** A file of HCL that is edited step by step; each step is read again before the next. */
export class HclDraft {
  file: HclFile;

  constructor(file: HclFile) {
    this.file = file;
  }

  /** The white space that the line of an offset begins with. */
  indentAt(offset: number): string {
    return /^[ \t]*/.exec(this.#places().before(offset))?.[0] ?? '';
  }

  replace({ start, end }: Span, text: string): boolean {
    return this.#apply([{ start, end, text }]);
  }

  /** Writes an item behind the last one of a tuple; `write` is given the indentation of its line. */
  append(tuple: Tuple, write: (indent: string) => string): boolean {
    return this.insert(tuple, tuple.items.length, write);
  }

  insert(tuple: Tuple, index: number, write: (indent: string) => string): boolean {
    const indent = this.indentAt(tuple.start);
    const places = this.#places();
    const render = (own: string | undefined): string => write(own ?? indent).replaceAll('\n', places.eol);
    const edits = insertIntoList(places, listOf(tuple), index, unit, render);
    return this.#apply(edits);
  }

  remove(tuple: Tuple, index: number): boolean {
    return this.#apply(removeFromList(this.#places(), listOf(tuple), index));
  }

  /** Writes lines below the one on which a block ends, with an empty one before them. */
  writeBelow({ end }: Span, lines: readonly string[]): boolean {
    const places = this.#places();
    const at = places.lineEnd(end);
    const text = ['', ...lines].map((line) => places.eol + line).join('');
    return this.#apply([{ start: at, end: at, text }]);
  }

  /** Removes a block with its lines, and an empty one before it. */
  removeBlock({ start, end }: Span): boolean {
    const places = this.#places();
    if (!places.startsLine(start) || places.restOfLine(end) === undefined) return false;
    const from = places.lineStart(start);
    const above = from === 0 ? 0 : places.lineStart(from - 1);
    const isBlank = from > 0 && places.text.slice(above, from).trim() === '';
    return this.#apply([{ start: isBlank ? above : from, end: places.nextLine(end), text: '' }]);
  }

  #places(): TextPlaces {
    return new TextPlaces(this.file);
  }

  #apply(edits: TextEdit[] | undefined): boolean {
    if (edits === undefined) return false;
    const before = this.file.faults.length;
    this.file = parseHcl(applyEdits(this.file.text, edits));
    return this.file.faults.length <= before;
  }
}

type Tuple = Extract<Expression, { kind: 'tuple' }>;

/** A tuple as the editor of lists takes it: only places matter to that. */
function listOf({ items, start, end }: Tuple): Parameters<typeof insertIntoList>[1] {
  const nodes = items.map((item) => ({
    kind: 'scalar' as const,
    start: item.start,
    end: item.end,
    tag: null,
    value: null,
    text: '',
    style: 'plain' as const,
  }));
  return { kind: 'sequence', items: nodes, flow: true, tag: null, start, end };
}

/** The block that begins at an offset, with the one that it stands in; undefined where none does. */
export function blockAt(body: Body, start: number): { block: Block; parent: Body } | undefined {
  const around = body.items.find(
    (item): item is Block => item.kind === 'block' && item.start <= start && item.end > start,
  );
  if (around === undefined) return undefined;
  return around.start === start ? { block: around, parent: body } : blockAt(around.body, start);
}

/** The expression of a kind that begins at an offset, with those that it stands in, the nearest first. */
export function expressionsAt(body: Body, start: number, kind: Expression['kind']): Expression[] | undefined {
  const around = body.items.find((item) => item.start <= start && item.end > start);
  if (around === undefined) return undefined;
  if (around.kind === 'block') return expressionsAt(around.body, start, kind);
  const chain: Expression[] = [];
  let node: Expression | undefined = around.value;
  while (node !== undefined && node.start <= start) {
    chain.unshift(node);
    if (node.kind === kind && node.start === start) return chain;
    node = partsOf(node).find((part) => part.start <= start && part.end > start);
  }
  return undefined;
}
