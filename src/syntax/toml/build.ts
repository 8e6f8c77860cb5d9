import type { AST } from 'toml-eslint-parser';
import type { Comment, DataNode, MappingNode, ScalarNode, SequenceNode, SyntaxFault } from '../data-tree.ts';
import { addFault, deepestTree } from '../limits.ts';

/** What a TOML text was read into: one mapping, or nothing where no statement stands. */
export interface Grown {
  readonly documents: DataNode[];
  readonly comments: Comment[];
  readonly faults: SyntaxFault[];
}

/** Adds the mapping and comments of a program to `grown`. */
export function growToml(grown: Grown, text: string, program: AST.TOMLProgram | undefined): void {
  if (program === undefined) return;
  for (const comment of program.comments) grown.comments.push({ start: comment.range[0], end: comment.range[1] });
  const statements = program.body[0].body;
  const first = statements[0];
  if (first === undefined) return;
  const root = new Table(first.range[0], first.range[1], false);
  const builder = new Builder(grown.faults, text);
  for (const statement of statements) {
    if (statement.type === 'TOMLTable') builder.table(root, statement);
    else builder.keyValue(root, statement, 0);
  }
  grown.documents.push(root.node);
}

/** A mapping that still grows, with its entries by name. */
class Table {
  readonly node: MappingNode;
  readonly #entries: { key: DataNode; value: DataNode }[] = [];
  readonly #names = new Map<string, Table | Tables>();

  constructor(start: number, end: number, flow: boolean) {
    this.node = { kind: 'mapping', start, end, tag: null, entries: this.#entries, flow };
  }

  child(name: string): Table | Tables | undefined {
    return this.#names.get(name);
  }

  add(key: ScalarNode, value: DataNode, growing?: Table | Tables): void {
    this.#entries.push({ key, value });
    if (growing) this.#names.set(key.text, growing);
  }
}

/** An array of tables; its last one is what a header below it means. */
class Tables {
  readonly node: SequenceNode;
  readonly #items: DataNode[] = [];
  last: Table | undefined;

  constructor(start: number, end: number) {
    this.node = { kind: 'sequence', start, end, tag: null, items: this.#items, flow: false };
  }

  add(table: Table): void {
    this.#items.push(table.node);
    this.last = table;
  }
}

class Builder {
  readonly #faults: SyntaxFault[];
  readonly #text: string;

  constructor(faults: SyntaxFault[], text: string) {
    this.#faults = faults;
    this.#text = text;
  }

  table(root: Table, table: AST.TOMLTable): void {
    const [start, end] = table.range;
    const keys = table.key.keys;
    if (this.#tooDeep(keys.length, start)) return;
    stretch(root, start, end);
    const parent = this.#descend(root, keys.slice(0, -1), start, end);
    const key = keyNode(keys.at(-1));
    if (parent === undefined || key === undefined) return;
    const target =
      table.kind === 'array' ? this.#appended(parent, key, start, end) : this.#named(parent, key, start, end);
    if (target) for (const entry of table.body) this.keyValue(target, entry, keys.length);
  }

  /** The table of a header; it may be there already for the tables below it. */
  #named(parent: Table, key: ScalarNode, start: number, end: number): Table | undefined {
    const there = parent.child(key.text);
    if (there instanceof Tables) return there.last;
    if (there === undefined) return opened(parent, key, start, end);
    stretch(there, start, end);
    return there;
  }

  #appended(parent: Table, key: ScalarNode, start: number, end: number): Table | undefined {
    let there = parent.child(key.text);
    if (there instanceof Table) return undefined;
    if (there === undefined) {
      there = new Tables(start, end);
      parent.add(key, there.node, there);
    }
    stretch(there, start, end);
    const item = new Table(start, end, false);
    there.add(item);
    return item;
  }

  /** The table that dotted keys lead to, made on the way where it is missing, and all on the way stretched. */
  #descend(from: Table, keys: readonly Key[], start: number, end: number): Table | undefined {
    let table: Table | undefined = from;
    for (const key of keys) {
      const node = keyNode(key);
      if (node === undefined || table === undefined) return undefined;
      const there: Table | Tables = table.child(node.text) ?? opened(table, node, start, end);
      stretch(there, start, end);
      if (there instanceof Tables && there.last) stretch(there.last, start, end);
      table = there instanceof Tables ? there.last : there;
    }
    return table;
  }

  keyValue(table: Table, entry: AST.TOMLKeyValue, depth: number): void {
    const keys = entry.key.keys;
    if (this.#tooDeep(depth + keys.length, entry.range[0])) return;
    stretch(table, entry.range[0], entry.range[1]);
    const inner = keys[1];
    const parent = inner ? this.#descend(table, keys.slice(0, -1), inner.range[0], entry.range[1]) : table;
    const key = keyNode(keys.at(-1));
    const value = this.#value(entry.value, depth + keys.length);
    if (parent && key && value) parent.add(key, value);
  }

  #value(node: AST.TOMLContentNode, depth: number): DataNode | undefined {
    const [start, end] = node.range;
    if (this.#tooDeep(depth, start)) return undefined;
    if (node.type === 'TOMLValue') return this.#scalar(node);
    if (node.type === 'TOMLInlineTable') {
      const table = new Table(start, end, true);
      for (const entry of node.body) this.keyValue(table, entry, depth + 1);
      return table.node;
    }
    const items = node.elements.flatMap((element) => this.#value(element, depth + 1) ?? []);
    return { kind: 'sequence', start, end, tag: null, items, flow: true };
  }

  #scalar(node: AST.TOMLValue): ScalarNode {
    const [start, end] = node.range;
    const place = { kind: 'scalar', start, end, tag: null } as const;
    if (node.kind === 'string') {
      return { ...place, value: node.value, text: node.value, style: node.style === 'basic' ? 'double' : 'single' };
    }
    const text = this.#text.slice(start, end);
    const value = node.kind === 'integer' || node.kind === 'float' || node.kind === 'boolean' ? node.value : text;
    return { ...place, value, text, style: 'plain' };
  }

  #tooDeep(depth: number, start: number): boolean {
    if (depth < deepestTree) return false;
    addFault(this.#faults, `nested deeper than ${deepestTree}`, start, start + 1);
    return true;
  }
}

type Key = AST.TOMLKey['keys'][number];

function keyNode(key: Key | undefined): ScalarNode | undefined {
  if (key === undefined) return undefined;
  const [start, end] = key.range;
  const text = key.type === 'TOMLBare' ? key.name : key.value;
  const style = key.type === 'TOMLBare' ? 'plain' : key.style === 'basic' ? 'double' : 'single';
  return { kind: 'scalar', start, end, tag: null, value: text, text, style };
}

function opened(parent: Table, key: ScalarNode, start: number, end: number): Table {
  const table = new Table(start, end, false);
  parent.add(key, table.node, table);
  return table;
}

function stretch(grown: Table | Tables, start: number, end: number): void {
  const node: { start: number; end: number } = grown.node;
  node.start = Math.min(node.start, start);
  node.end = Math.max(node.end, end);
}
