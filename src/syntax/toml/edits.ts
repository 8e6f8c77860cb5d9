import type { DataNode, DataTree, MappingNode, PathStep } from '../data-tree.ts';
import type { DataEdits, DataValue, TextEdit } from '../edit.ts';
import { insertIntoList, removeFromList } from '../editing/lists.ts';
import { ownEntry, reach } from '../editing/reach.ts';
import { type Change, isList, readBack, wrapped } from '../editing/read-back.ts';
import { TextPlaces } from '../editing/text-places.ts';
import { parseToml } from './read.ts';
import { renderToml, renderTomlKey } from './render.ts';
import { headerOf, headerPath, isTable, lastOwnLine } from './tables.ts';

/**
 * Edits of TOML. A new key goes behind the last of its table; a missing table is written at the end of the file with a
 * header, or in braces where the table around it is. TOML has no null.
 */
export const tomlEdits: DataEdits = {
  set: (tree, path, value) => checked(tree, new TomlEdit(tree).set(path, value), path, { kind: 'set', value }),
  insert: (tree, path, index, value) =>
    checked(tree, new TomlEdit(tree).insert(path, index, value), path, { kind: 'insert', index, value }),
  remove: (tree, path) => checked(tree, new TomlEdit(tree).remove(path), path, { kind: 'remove' }),
};

function checked(tree: DataTree, edits: TextEdit[] | undefined, path: readonly PathStep[], change: Change) {
  return readBack(tree, edits, parseToml, 0, path, change);
}

const unit = '    ';

class TomlEdit {
  readonly #places: TextPlaces;
  readonly #root: DataNode | undefined;

  constructor(tree: DataTree) {
    this.#places = new TextPlaces(tree);
    this.#root = tree.documents[0];
  }

  set(path: readonly PathStep[], value: DataValue): TextEdit[] | undefined {
    if (this.#root === undefined) return this.#addToTable(undefined, [], path, value);
    const nodes = reach(this.#root, path);
    const node = nodes.at(-1) ?? this.#root;
    if (nodes.length > path.length) return this.#replace(node, value);
    const here = path.slice(0, nodes.length - 1);
    const rest = path.slice(nodes.length - 1);
    const step = rest[0];
    const inner = wrapped(rest.slice(1), value);
    if (step === undefined || inner === undefined) return undefined;
    if (node.kind === 'sequence' && step === node.items.length) return this.insert(here, step, inner);
    if (node.kind !== 'mapping' || typeof step !== 'string') return undefined;
    if (isTable(node)) return this.#addToTable(node, here, rest, value);
    return insertIntoList(this.#places, node, node.entries.length, unit, () => this.#line(step, inner) ?? '');
  }

  insert(path: readonly PathStep[], index: number, value: DataValue): TextEdit[] | undefined {
    const nodes = this.#root ? reach(this.#root, path) : [];
    const node = nodes.at(-1);
    if (nodes.length <= path.length || node?.kind !== 'sequence') return undefined;
    if (!node.flow) return index === node.items.length ? this.#appendTable(node, path, value) : undefined;
    const text = renderToml(value);
    return text === undefined ? undefined : insertIntoList(this.#places, node, index, unit, () => text);
  }

  remove(path: readonly PathStep[]): TextEdit[] | undefined {
    const nodes = this.#root ? reach(this.#root, path) : [];
    const node = nodes.at(-1);
    const parent = nodes.at(-2);
    const step = path.at(-1);
    if (nodes.length <= path.length || node === undefined) return undefined;
    if (parent?.kind === 'sequence' && typeof step === 'number') {
      return parent.flow ? removeFromList(this.#places, parent, step) : [this.#cutTable(node)];
    }
    if (parent?.kind !== 'mapping' || typeof step !== 'string') return undefined;
    const entry = ownEntry(parent, step);
    if (entry === undefined) return undefined;
    if (!isTable(parent)) return removeFromList(this.#places, parent, parent.entries.indexOf(entry));
    if (this.#places.text[node.start] === '[' && !isFlow(node)) return [this.#cutTable(node)];
    return [this.#cutLines(entry.key.start, node.end)];
  }

  #replace(node: DataNode, value: DataValue): TextEdit[] | undefined {
    if (!isFlow(node)) return undefined; // a table with a header, or one that dotted keys make
    const style = node.kind === 'scalar' && node.style === 'single' ? 'single' : 'double';
    const text = renderToml(value, style);
    return text === undefined ? undefined : [{ start: node.start, end: node.end, text }];
  }

  #line(key: string, value: DataValue): string | undefined {
    const text = renderToml(value);
    return text === undefined ? undefined : `${renderTomlKey(key)} = ${text}`;
  }

  /** Adds what `path` names, seen from `table`, whose own path is `here`. */
  #addToTable(
    table: MappingNode | undefined,
    here: readonly PathStep[],
    path: readonly PathStep[],
    value: DataValue,
  ): TextEdit[] | undefined {
    const [step, ...rest] = path;
    const inner = wrapped(rest, value);
    if (typeof step !== 'string' || inner === undefined) return undefined;
    if (isTableValue(inner)) return this.#newTable([...here, step], inner);
    const line = this.#line(step, inner);
    if (line === undefined) return undefined;
    if (table === undefined) return this.#atEnd([line]);
    const own = lastOwnLine(this.#places, table);
    if (own !== undefined) {
      const at = this.#places.lineEnd(own.end);
      return [{ start: at, end: at, text: this.#places.eol + own.indent + line }];
    }
    const { eol } = this.#places;
    const at = this.#places.lineStart(here.length === 0 ? 0 : table.start);
    if (here.length === 0) return [{ start: at, end: at, text: line + eol + eol }];
    const header = headerPath(here);
    return header === undefined ? undefined : [{ start: at, end: at, text: `[${header}]${eol}${line}${eol}${eol}` }];
  }

  /** A table with its header at the end of the file; tables within it are written in braces, but for a chain of them. */
  #newTable(path: readonly PathStep[], value: { readonly [key: string]: DataValue }): TextEdit[] | undefined {
    const [only, ...more] = Object.entries(value);
    if (only && more.length === 0 && isTableValue(only[1])) return this.#newTable([...path, only[0]], only[1]);
    const header = headerPath(path);
    const lines = Object.entries(value).map(([key, item]) => this.#line(key, item));
    if (header === undefined || lines.includes(undefined)) return undefined;
    return this.#atEnd([`[${header}]`, ...lines.flatMap((line) => line ?? [])]);
  }

  #appendTable(node: DataNode, path: readonly PathStep[], value: DataValue): TextEdit[] | undefined {
    const header = headerPath(path);
    if (header === undefined || value === null || typeof value !== 'object' || isList(value)) return undefined;
    const lines = Object.entries(value).map(([key, item]) => this.#line(key, item));
    if (lines.includes(undefined)) return undefined;
    const at = this.#places.lineEnd(node.end);
    const text = ['', '', `[[${header}]]`, ...lines].join(this.#places.eol);
    return [{ start: at, end: at, text }];
  }

  #atEnd(lines: readonly string[]): TextEdit[] {
    const { text, eol } = this.#places;
    const end = text.length;
    const gap = text.trim() === '' ? '' : (/[\r\n]$/.test(text) ? '' : eol) + (lines[0]?.startsWith('[') ? eol : '');
    return [{ start: end, end, text: gap + lines.map((line) => line + eol).join('') }];
  }

  #cutLines(start: number, end: number): TextEdit {
    return { start: this.#places.lineStart(start), end: this.#places.nextLine(end), text: '' };
  }

  /** Cuts a table with its header, and the blank lines before it. */
  #cutTable(node: DataNode): TextEdit {
    const cut = this.#cutLines(headerOf(this.#places, node), node.end);
    const blank =
      /(?:\r?\n[ \t]*)*$/.exec(this.#places.text.slice(0, cut.start).replace(/\r?\n$/, ''))?.[0].length ?? 0;
    return { ...cut, start: cut.start - blank };
  }
}

/** True for what is written in one piece: scalars, arrays, tables in braces. */
function isFlow(node: DataNode): boolean {
  return node.kind === 'scalar' || (node.kind !== 'alias' && node.flow);
}

/** True for a value that reads best as a table with a header. */
function isTableValue(value: DataValue): value is { readonly [key: string]: DataValue } {
  return typeof value === 'object' && value !== null && !isList(value) && Object.keys(value).length > 0;
}
