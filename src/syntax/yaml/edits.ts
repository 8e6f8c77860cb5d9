import type { DataNode, DataTree, Entry, MappingNode, PathStep, SequenceNode } from '../data-tree.ts';
import type { DataEdits, DataValue, TextEdit } from '../edit.ts';
import { insertIntoList, isBracketed, removeFromList } from '../editing/lists.ts';
import { ownEntry, reach } from '../editing/reach.ts';
import { type Change, readBack, wrapped } from '../editing/read-back.ts';
import { TextPlaces } from '../editing/text-places.ts';
import { behindColon, contentStart, dashOf, indentOf, indentUnit, isInFlow } from './block-places.ts';
import { parseYaml } from './read.ts';
import {
  type BlockStyle,
  entryLines,
  itemLines,
  literalLines,
  needsBlock,
  renderBlock,
  renderFlow,
  renderKey,
  renderScalar,
} from './render.ts';

/**
 * Edits of YAML. A replaced value keeps its anchor and, if both are texts, its quotes; its tag goes with it. New entries
 * are written in the style of the collection they go into.
 */
export const yamlEdits: DataEdits = {
  set: (tree, path, value, document = 0) =>
    written(tree, document, path, { kind: 'set', value }, (edit) => edit.set(path, value)),
  insert: (tree, path, index, value, document = 0) =>
    written(tree, document, path, { kind: 'insert', index, value }, (edit) => edit.insert(path, index, value)),
  remove: (tree, path, document = 0) => written(tree, document, path, { kind: 'remove' }, (edit) => edit.remove(path)),
};

/** The edits as they read best; where a literal block would swallow a comment behind it, without literal blocks. */
function written(
  tree: DataTree,
  document: number,
  path: readonly PathStep[],
  change: Change,
  edit: (edit: YamlEdit) => TextEdit[] | undefined,
): TextEdit[] | undefined {
  for (const literals of [true, false]) {
    const edits = readBack(tree, edit(new YamlEdit(tree, document, literals)), parseYaml, document, path, change);
    if (edits) return edits;
  }
  return undefined;
}

class YamlEdit {
  readonly #places: TextPlaces;
  readonly #root: DataNode | undefined;
  readonly #style: BlockStyle;
  readonly #first: boolean;

  constructor(tree: DataTree, document: number, literals: boolean) {
    this.#places = new TextPlaces(tree);
    this.#root = tree.documents[document];
    this.#first = tree.documents.length === 0;
    this.#style = { unit: indentUnit(this.#places, this.#root), literals };
  }

  set(path: readonly PathStep[], value: DataValue): TextEdit[] | undefined {
    if (this.#root === undefined) return this.#first ? this.#writeAll(path, value) : undefined;
    const nodes = reach(this.#root, path);
    const node = nodes.at(-1) ?? this.#root;
    if (nodes.length > path.length) return this.#replace(nodes, path.at(-1), value);
    const here = path.slice(0, nodes.length - 1);
    const step = path[nodes.length - 1];
    const inner = wrapped(path.slice(nodes.length), value);
    if (inner === undefined || step === undefined) return undefined;
    if (node.kind === 'scalar' && node.value === null && typeof step === 'string') {
      return this.#replace(nodes, here.at(-1), { [step]: inner });
    }
    if (node.kind === 'sequence' && step === node.items.length) return this.insert(here, step, inner);
    return node.kind === 'mapping' && typeof step === 'string' ? this.#addEntry(node, step, inner) : undefined;
  }

  insert(path: readonly PathStep[], index: number, value: DataValue): TextEdit[] | undefined {
    const nodes = this.#root ? reach(this.#root, path) : [];
    const node = nodes.at(-1);
    if (nodes.length <= path.length || node?.kind !== 'sequence' || index > node.items.length) return undefined;
    if (node.flow) {
      return isBracketed(this.#places, node)
        ? insertIntoList(this.#places, node, index, this.#style.unit, () => renderFlow(value))
        : undefined;
    }
    const indent = indentOf(this.#places, node) ?? '';
    const lines = itemLines(value, this.#style);
    if (index === node.items.length) return [this.#linesBehind(node.end, lines, indent)];
    const previous = node.items[index - 1];
    // Comments above the next item are its own, so that the new one goes behind the previous.
    if (previous !== undefined && previous.end > previous.start) {
      return [this.#linesBehind(previous.end, lines, indent)];
    }
    const dash = dashOf(this.#places, node, index);
    return [{ start: dash, end: dash, text: lines.map((line) => line + this.#places.eol).join(indent) + indent }];
  }

  remove(path: readonly PathStep[]): TextEdit[] | undefined {
    const nodes = this.#root ? reach(this.#root, path) : [];
    const parent = nodes.at(-2);
    const step = path.at(-1);
    if (nodes.length <= path.length || parent === undefined || step === undefined) return undefined;
    if (parent.kind !== 'mapping' && parent.kind !== 'sequence') return undefined;
    const index = indexIn(parent, step);
    if (parent.flow) return isBracketed(this.#places, parent) ? removeFromList(this.#places, parent, index) : undefined;
    const size = parent.kind === 'mapping' ? parent.entries.length : parent.items.length;
    if (size === 1) return this.#replace(nodes.slice(0, -1), path.at(-2), parent.kind === 'mapping' ? {} : []);
    if (parent.kind === 'sequence') {
      const item = parent.items[index];
      return item && [this.#cutLines(dashOf(this.#places, parent, index), item.end)];
    }
    const entry = parent.entries[index];
    const colon = entry && behindColon(this.#places, entry);
    return entry === undefined || colon === undefined
      ? undefined
      : [this.#cutLines(entry.key.start, Math.max(colon, entry.value.end))];
  }

  #writeAll(path: readonly PathStep[], value: DataValue): TextEdit[] | undefined {
    const whole = wrapped(path, value);
    if (whole === undefined) return undefined;
    const { text, eol } = this.#places;
    const gap = text.trim() !== '' && !text.endsWith('\n') ? eol : '';
    const lines = renderBlock(whole, this.#style).map((line) => line + eol);
    return [{ start: text.length, end: text.length, text: gap + lines.join('') }];
  }

  /** Replaces the last of `nodes`, which its parent holds at `step`. */
  #replace(nodes: readonly DataNode[], step: PathStep | undefined, value: DataValue): TextEdit[] | undefined {
    const node = nodes.at(-1);
    if (node === undefined) return undefined;
    const start = contentStart(this.#places, node);
    const flow = isInFlow(nodes);
    const literal = flow ? undefined : literalLines(value, this.#style);
    if (flow || !(needsBlock(value) || literal || this.#spansLines(nodes, node))) {
      return [{ start, end: node.end, text: this.#spaced(start, this.#renderLike(node, value, flow)) }];
    }
    const parent = nodes.at(-2);
    if (parent?.kind === 'mapping' && typeof step === 'string') {
      const entry = ownEntry(parent, step);
      return entry && this.#replaceInEntry(parent, entry, value, literal);
    }
    if (parent?.kind === 'sequence' && typeof step === 'number') return this.#replaceItem(parent, step, value, literal);
    return this.#replaceRoot(node, value, literal);
  }

  /** True for a block collection, whose place for a value in one line is another than its own. */
  #spansLines(nodes: readonly DataNode[], node: DataNode): boolean {
    return nodes.length > 1 && (node.kind === 'mapping' || node.kind === 'sequence') && !node.flow;
  }

  #renderLike(node: DataNode, value: DataValue, flow: boolean): string {
    if (typeof value === 'object' && value !== null) return renderFlow(value);
    const quoted = node.kind === 'scalar' && (node.style === 'single' || node.style === 'double');
    return renderScalar(value, quoted ? node.style : 'plain', flow);
  }

  /** A text with a space before it where none stands there. */
  #spaced(at: number, text: string): string {
    const before = this.#places.text[at - 1];
    return before === undefined || /[\s[{(\uFEFF]/.test(before) ? text : ` ${text}`;
  }

  #replaceInEntry(
    parent: MappingNode,
    entry: Entry,
    value: DataValue,
    literal: string[] | undefined,
  ): TextEdit[] | undefined {
    const colon = behindColon(this.#places, entry);
    if (colon === undefined) return undefined;
    const head = entry.value.anchor === undefined ? colon : contentStart(this.#places, entry.value);
    const outer = indentOf(this.#places, parent) ?? '';
    const indent = this.#blockIndent(entry.value, outer, value);
    return this.#rewrite(head, entry.value, value, literal, indent);
  }

  /** The indentation that a block already has there, if the new one is of its kind; else one step more than outside. */
  #blockIndent(node: DataNode, outer: string, value: DataValue): string {
    const kind = Array.isArray(value) ? 'sequence' : 'mapping';
    if (node.kind === kind && !node.flow) return indentOf(this.#places, node) ?? outer + this.#style.unit;
    return outer + this.#style.unit;
  }

  #replaceItem(
    parent: SequenceNode,
    index: number,
    value: DataValue,
    literal: string[] | undefined,
  ): TextEdit[] | undefined {
    const node = parent.items[index];
    if (node === undefined) return undefined;
    const dash = dashOf(this.#places, parent, index);
    const head = node.anchor === undefined ? dash + 1 : contentStart(this.#places, node);
    const indent = `${indentOf(this.#places, parent) ?? ''}  `;
    if (node.anchor === undefined && !literal) {
      const start = contentStart(this.#places, node);
      const lines = renderBlock(value, this.#style);
      const text = lines.join(
        this.#places.eol + (this.#places.lineStart(start) > dash ? this.#places.indentAt(start) : indent),
      );
      return [{ start, end: node.end, text: this.#spaced(start, text) }];
    }
    return this.#rewrite(head, node, value, literal, indent);
  }

  #replaceRoot(node: DataNode, value: DataValue, literal: string[] | undefined): TextEdit[] | undefined {
    const start = contentStart(this.#places, node);
    if (literal || !this.#places.startsLine(start))
      return this.#rewrite(start, node, value, literal, literal ? '  ' : '');
    const text = renderBlock(value, this.#style).join(this.#places.eol + this.#places.before(start));
    return [{ start, end: node.end, text }];
  }

  /** Writes a value behind `head` (a colon, a dash, an anchor) in place of `node`: on that line, or on lines below it. */
  #rewrite(head: number, node: DataNode, value: DataValue, literal: string[] | undefined, indent: string): TextEdit[] {
    const { eol } = this.#places;
    const start = Math.max(head, contentStart(this.#places, node));
    const below = this.#places.lineStart(start) > head;
    const lines = literal ?? (needsBlock(value) ? renderBlock(value, this.#style) : undefined);
    const block = (lines ?? []).map((line) => (line === '' ? eol : eol + indent + line)).join('');
    if (below && start < node.end) {
      if (lines && !literal) {
        const text = lines.join(eol + indent);
        const lineStart = this.#places.lineStart(start);
        return [{ start: lineStart, end: node.end, text: indent + text }];
      }
      const inline = literal ? ' |' : ` ${this.#renderLike(node, value, false)}`;
      const cut = this.#cutLines(start, node.end);
      const text = literal ? literal.map((line) => (line === '' ? eol : indent + line + eol)).join('') : '';
      return [
        { start: head, end: head, text: inline },
        { ...cut, text },
      ];
    }
    const behind = this.#places.restOfLine(Math.max(head, node.end));
    const end = Math.max(head, node.end);
    // A block on the line of its key has a tag there, which goes with it.
    const inline = lines ? '' : ` ${this.#renderLike(node, value, false)}`;
    const header = literal ? ' |' : inline;
    if (behind === undefined || behind === end) return [{ start: head, end, text: header + block }];
    return [
      { start: head, end, text: header },
      { start: behind, end: behind, text: block },
    ];
  }

  #addEntry(node: MappingNode, name: string, value: DataValue): TextEdit[] | undefined {
    if (node.flow) {
      if (!isBracketed(this.#places, node)) return undefined;
      const render = (): string => `${renderKey(name, true)}: ${renderFlow(value)}`;
      return insertIntoList(this.#places, node, node.entries.length, this.#style.unit, render);
    }
    const indent = indentOf(this.#places, node);
    if (indent === undefined) return undefined;
    return [this.#linesBehind(node.end, entryLines(renderKey(name, false), value, this.#style), indent)];
  }

  /** Lines below the one that `offset` lies in. */
  #linesBehind(offset: number, lines: readonly string[], indent: string): TextEdit {
    const at = this.#places.lineEnd(offset);
    const text = lines.map((line) => this.#places.eol + (line === '' ? '' : indent + line)).join('');
    return { start: at, end: at, text };
  }

  /** Cuts the lines from `start` to `end`, with a comment behind; what stands before `start` on its line stays. */
  #cutLines(start: number, end: number): TextEdit {
    const rest = this.#places.restOfLine(end) ?? end;
    const next = this.#places.nextLine(rest);
    if (this.#places.startsLine(start)) return { start: this.#places.lineStart(start), end: next, text: '' };
    let stop = next;
    while (this.#places.text[stop] === ' ') stop++;
    return { start, end: stop, text: '' };
  }
}

function indexIn(parent: MappingNode | SequenceNode, step: PathStep): number {
  if (parent.kind === 'sequence') return typeof step === 'number' ? step : -1;
  const entry = typeof step === 'string' ? ownEntry(parent, step) : undefined;
  return entry ? parent.entries.indexOf(entry) : -1;
}
