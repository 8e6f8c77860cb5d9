import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { Comment, DataNode, MappingNode, ScalarNode, SequenceNode, SyntaxFault } from '../data-tree.ts';
import { addFault } from '../limits.ts';
import { behindMark, blockEnd, blockHeader, Gaps, skipBlank } from './gaps.ts';
import { scalarValue } from './scalar-value.ts';

/** What a text has been read into so far. */
export interface Forest {
  readonly documents: DataNode[];
  readonly comments: Comment[];
  readonly faults: SyntaxFault[];
}

/** A text as it was given to the parser, mended with spaces, and as it is written. Offsets are the same in both. */
export interface Source {
  readonly read: string;
  readonly written: string;
}

/** Adds the documents of a stream of events to a forest. `base` is where the source lies in the whole text. */
export function growForest(forest: Forest, source: Source, events: readonly Event[], base: number): void {
  new Builder(forest, source, base).build(events);
}

type Open<T> = { -readonly [K in keyof T]: T[K] };
type ScalarEvent = Extract<Event, { valueStart: number }>;
type CollectionEvent = Extract<Event, { start: number }>;
type Properties = Pick<ScalarEvent, 'anchorStart' | 'anchorEnd' | 'tagStart' | 'tagEnd'>;

/** A collection that is not closed yet. Of a mapping `key` waits for its value; `names` are its keys where they are many. */
interface Frame {
  readonly node: Open<MappingNode> | Open<SequenceNode>;
  readonly entries: { key: DataNode; value: DataNode }[];
  readonly items: DataNode[];
  readonly bracketed: boolean;
  key: DataNode | undefined;
  names: Set<string> | undefined;
}

const styles: Record<number, ScalarNode['style']> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

/** Turns events into nodes with a stack of its own, so that depth costs no call stack. */
class Builder {
  readonly #forest: Forest;
  readonly #source: string;
  readonly #written: string;
  readonly #mended: boolean;
  readonly #base: number;
  readonly #gaps: Gaps;
  readonly #frames: Frame[] = [];
  #anchors = new Map<string, DataNode>();

  constructor(forest: Forest, source: Source, base: number) {
    this.#forest = forest;
    this.#source = source.read;
    this.#written = source.written;
    this.#mended = source.read !== source.written;
    this.#base = base;
    this.#gaps = new Gaps(source.written, base, forest.comments);
  }

  build(events: readonly Event[]): void {
    for (const event of events) {
      if (event.type === EVENT_ID.SCALAR) this.#scalar(event);
      else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) this.#begin(event);
      else if (event.type === EVENT_ID.ALIAS) this.#alias(event.anchorStart, event.anchorEnd);
      else if (event.type === EVENT_ID.POP) this.#end();
      else this.#anchors = new Map();
    }
    this.#gaps.passTo(this.#source.length);
  }

  #scalar(event: ScalarEvent): void {
    const style = styles[event.style] ?? 'plain';
    const [start, end] = this.#scalarRange(event, style);
    if (style === 'literal' || style === 'folded') this.#gaps.passTo(event.valueStart); // the header may have a comment
    this.#gaps.pass(start, end);
    const { tag, start: headStart, anchor } = this.#head(event, start);
    const decoded = getScalarValue(this.#written, this.#mended ? { ...event, fast: false } : event);
    const text = this.#endsUnbroken(event, style) ? decoded.replace(/\n$/, '') : decoded;
    const value = scalarValue(text, style === 'plain', tag);
    const node = { kind: 'scalar', start: headStart, tag, end: this.#base + end, value, text, style } as const;
    this.#place(anchor === undefined ? node : { ...node, anchor });
  }

  /** True for a block scalar that the file ends with, without a line break: as libyaml reads it, so does its value. */
  #endsUnbroken(event: ScalarEvent, style: ScalarNode['style']): boolean {
    const block = style === 'literal' || style === 'folded';
    return block && event.valueEnd === this.#written.length && !/[\r\n]$/.test(this.#written);
  }

  #scalarRange(event: ScalarEvent, style: ScalarNode['style']): [number, number] {
    const from = Math.max(this.#gaps.done, event.tagEnd, event.anchorEnd);
    if (event.valueStart < 0) {
      const at = event.tagEnd < 0 && event.anchorEnd < 0 ? this.#emptyPlace(from) : from;
      return [at, at];
    }
    if (style === 'plain') return [event.valueStart, event.valueEnd];
    if (style === 'single' || style === 'double') return [event.valueStart - 1, event.valueEnd + 1];
    const header = blockHeader(this.#source, from, event.valueStart);
    return [header, blockEnd(this.#source, header, event.valueStart, event.valueEnd)];
  }

  /** Where a value belongs that is not written: behind its `:` or `-`. */
  #emptyPlace(from: number): number {
    const parent = this.#frames.at(-1);
    if (parent === undefined) return from;
    if (parent.node.kind === 'sequence') return behindMark(this.#source, from, '-');
    return behindMark(this.#source, from, parent.key === undefined ? '?' : ':');
  }

  #begin(event: CollectionEvent): void {
    const flow = event.style === COLLECTION_STYLE.FLOW;
    const mapping = event.type === EVENT_ID.MAPPING;
    const bracketed = flow && this.#source[event.start] === (mapping ? '{' : '[');
    this.#gaps.pass(event.start, bracketed ? event.start + 1 : event.start);
    const { start, tag, anchor } = this.#head(event, event.start);
    const end = this.#base + event.start;
    const [entries, items]: [Frame['entries'], DataNode[]] = [[], []];
    const bare: Frame['node'] = mapping
      ? { kind: 'mapping', start, tag, end, flow, entries }
      : { kind: 'sequence', start, tag, end, flow, items };
    const node = anchor === undefined ? bare : { ...bare, anchor };
    this.#remember(node);
    this.#frames.push({ node, entries, items, bracketed, key: undefined, names: undefined });
  }

  #add(frame: Frame, item: DataNode): void {
    const { key, node, entries, items } = frame;
    if (node.kind === 'sequence') items.push(item);
    else if (key === undefined) frame.key = item;
    else {
      if (key.kind === 'scalar' && isRepeated(frame, key.text)) {
        const message = `duplicate key ${key.text.slice(0, 80)}`;
        addFault(this.#forest.faults, message, key.start, key.end, 'duplicate-key');
      }
      entries.push({ key, value: item });
      frame.key = undefined;
    }
  }

  #end(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return; // the end of a document
    if (frame.bracketed) this.#passClosing();
    frame.node.end = this.#base + this.#gaps.end;
    this.#hang(frame.node);
  }

  #passClosing(): void {
    let at = skipBlank(this.#source, this.#gaps.done);
    if (this.#source[at] === ',') at = skipBlank(this.#source, at + 1);
    this.#gaps.pass(at, at + 1);
  }

  #alias(nameStart: number, nameEnd: number): void {
    const name = this.#source.slice(nameStart, nameEnd);
    const target = this.#anchors.get(name) ?? null;
    const start = this.#base + nameStart - 1;
    const end = this.#base + nameEnd;
    this.#gaps.pass(nameStart - 1, nameEnd);
    if (target === null) this.#fault(`no anchor ${name.slice(0, 80)} before this alias`, start, end);
    this.#hang({ kind: 'alias', start, end, tag: null, name, target });
  }

  #place(node: ScalarNode): void {
    this.#remember(node);
    this.#hang(node);
  }

  #hang(node: DataNode): void {
    const parent = this.#frames.at(-1);
    if (parent === undefined) this.#forest.documents.push(node);
    else this.#add(parent, node);
  }

  #remember(node: DataNode): void {
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
  }

  /** Where a node begins, with its tag and anchor. */
  #head(event: Properties, contentStart: number): { start: number; tag: string | null; anchor?: string } {
    const tag = event.tagStart < 0 ? null : this.#source.slice(event.tagStart, event.tagEnd);
    let start = contentStart;
    if (event.tagStart >= 0) start = Math.min(start, event.tagStart);
    if (event.anchorStart < 0) return { start: this.#base + start, tag };
    start = Math.min(start, event.anchorStart - 1);
    return { start: this.#base + start, tag, anchor: this.#source.slice(event.anchorStart, event.anchorEnd) };
  }

  #fault(message: string, start: number, end: number): void {
    addFault(this.#forest.faults, message, start, end);
  }
}

/** Above so many keys a set of them is worth its memory. */
const manyKeys = 16;

function isRepeated(frame: Frame, name: string): boolean {
  const { entries } = frame;
  if (entries.length < manyKeys) return entries.some(({ key }) => key.kind === 'scalar' && key.text === name);
  frame.names ??= new Set(entries.flatMap(({ key }) => (key.kind === 'scalar' ? [key.text] : [])));
  const repeated = frame.names.has(name);
  frame.names.add(name);
  return repeated;
}
