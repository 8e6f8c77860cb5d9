// https://toml.io/en/v1.1.0
import type { Comment, DataNode, ScalarNode, SyntaxFault } from '../data-tree.ts';
import { addFault, deepestTree } from '../limits.ts';
import { Cursor, TomlBreak } from './cursor.ts';
import { stretch, Table, Tables } from './growing.ts';
import { readKeyPart, readScalar } from './scalars.ts';

/** What a TOML text was read into: one mapping, or nothing where no statement stands. */
export interface Grown {
  readonly documents: DataNode[];
  readonly comments: Comment[];
  readonly faults: SyntaxFault[];
}

/** Reads a text into `grown`. */
export function growToml(grown: Grown, text: string): void {
  const root = new Reader(grown, text).read();
  if (root.node.entries.length > 0 || root.node.end > 0) grown.documents.push(root.node);
}

const header = /[ \t]*\[/y;
const statement = /[ \t]*(?:\[|(?:[\w-]+|"[^"\n]*"|'[^'\n]*')\s*[.=])/y;

class Reader {
  readonly #faults: SyntaxFault[];
  readonly #cursor: Cursor;
  readonly #root = new Table(Number.POSITIVE_INFINITY, 0, 'header');
  /** The table that keys go into; undefined behind a broken header, whose keys belong nowhere. */
  #table: Table | undefined = this.#root;
  /** The tables around the one of the last header, and that one. */
  #open: (Table | Tables)[] = [this.#root];

  constructor(grown: Grown, text: string) {
    this.#faults = grown.faults;
    this.#cursor = new Cursor(text, grown.comments);
  }

  read(): Table {
    const cursor = this.#cursor;
    for (cursor.skipBlank(); !cursor.ended; cursor.skipBlank()) {
      const start = cursor.at;
      const isHeader = cursor.next === '[';
      try {
        if (isHeader) this.#header(start);
        else this.#keyValue(this.#table, start, 0);
        const end = cursor.at;
        for (const table of this.#open) stretch(table, start, end);
        this.#endOfLine();
      } catch (error) {
        if (!(error instanceof TomlBreak)) throw error;
        this.#fault(error.message, error.start);
        if (isHeader) {
          this.#table = undefined;
          this.#open = [];
        }
        this.#resume(start, error.start, isHeader ? header : statement);
      }
    }
    return this.#root;
  }

  #fault(message: string, start: number): void {
    addFault(this.#faults, message, start, Math.min(start + 1, this.#cursor.text.length));
  }

  #endOfLine(): void {
    const cursor = this.#cursor;
    cursor.skipSpaces();
    if (cursor.next === '#') cursor.comment();
    if (!cursor.ended && cursor.next !== '\n' && cursor.next !== '\r') {
      throw new TomlBreak('the end of the line is missing', cursor.at);
    }
  }

  /** Goes on at the line of the fault, or the next below it, that looks like a statement of its own. */
  #resume(start: number, fault: number, wanted: RegExp): void {
    const cursor = this.#cursor;
    const { text } = cursor;
    let line = text.lastIndexOf('\n', fault - 1) + 1;
    if (line <= start) line = nextLine(text, start);
    for (; line < text.length; line = nextLine(text, line)) {
      wanted.lastIndex = line;
      if (wanted.test(text)) break;
    }
    cursor.at = line;
  }

  #header(start: number): void {
    const cursor = this.#cursor;
    cursor.at++;
    const many = cursor.skip('[');
    const keys = this.#keys(0);
    cursor.expect(']');
    if (many) cursor.expect(']');
    const last = keys.pop();
    if (last === undefined) return;
    const open: (Table | Tables)[] = [this.#root];
    let parent: Table = this.#root;
    for (const key of keys) parent = this.#inner(parent, key, start, 'implicit', open);
    const table = many ? this.#appended(parent, last, start, open) : this.#named(parent, last, start);
    open.push(table);
    this.#open = open;
    this.#table = table;
  }

  #named(parent: Table, key: ScalarNode, start: number): Table {
    const there = parent.child(key.text);
    if (there instanceof Table && there.origin === 'implicit') {
      there.origin = 'header';
      return there;
    }
    if (parent.has(key.text)) {
      this.#fault(`${key.text.slice(0, 80)} is defined twice`, key.start);
      if (there instanceof Table && there.origin !== 'inline') return there;
    }
    const table = new Table(start, start, 'header');
    parent.grow(key, table);
    return table;
  }

  #appended(parent: Table, key: ScalarNode, start: number, open: (Table | Tables)[]): Table {
    let tables = parent.child(key.text);
    if (!(tables instanceof Tables)) {
      if (parent.has(key.text)) this.#fault(`${key.text.slice(0, 80)} is defined twice`, key.start);
      tables = new Tables(start, start);
      parent.grow(key, tables);
    }
    const table = new Table(start, start, 'header');
    tables.add(table);
    open.push(tables);
    return table;
  }

  /** The table of a name on the way to another, made where it is missing. */
  #inner(
    parent: Table,
    key: ScalarNode,
    start: number,
    origin: 'implicit' | 'dotted',
    open: (Table | Tables)[],
  ): Table {
    let there = parent.child(key.text);
    if (there === undefined) {
      if (parent.has(key.text)) throw new TomlBreak(`${key.text.slice(0, 80)} is no table`, key.start);
      there = new Table(start, start, origin);
      parent.grow(key, there);
    }
    open.push(there);
    const table = there instanceof Tables ? there.last : there;
    if (there instanceof Tables && table) open.push(table);
    if (table === undefined || table.origin === 'inline' || (origin === 'dotted' && table.origin !== 'dotted')) {
      throw new TomlBreak(`${key.text.slice(0, 80)} is defined elsewhere`, key.start);
    }
    return table;
  }

  #keys(depth: number): ScalarNode[] {
    const cursor = this.#cursor;
    const keys: ScalarNode[] = [];
    do {
      if (depth + keys.length >= deepestTree) throw new TomlBreak(`nested deeper than ${deepestTree}`, cursor.at);
      cursor.skipSpaces();
      keys.push(readKeyPart(cursor));
      cursor.skipSpaces();
    } while (cursor.skip('.'));
    return keys;
  }

  /** Reads `key = value`, and adds it to a table if there is one. */
  #keyValue(table: Table | undefined, start: number, depth: number): void {
    const cursor = this.#cursor;
    const keys = this.#keys(depth);
    cursor.expect('=');
    cursor.skipSpaces();
    const value = this.#value(depth + keys.length);
    const last = keys.pop();
    if (table === undefined || last === undefined) return;
    const open: (Table | Tables)[] = [];
    let parent = table;
    for (const [index, key] of keys.entries()) {
      parent = this.#inner(parent, key, keys[index + 1]?.start ?? last.start, 'dotted', open);
    }
    for (const one of open) stretch(one, Math.max(start, one.node.start), cursor.at);
    if (parent.has(last.text)) this.#fault(`duplicate key ${last.text.slice(0, 80)}`, last.start);
    parent.add(last, value);
  }

  #value(depth: number): DataNode {
    const cursor = this.#cursor;
    if (depth >= deepestTree) throw new TomlBreak(`nested deeper than ${deepestTree}`, cursor.at);
    if (cursor.next === '[') return this.#array(depth);
    return cursor.next === '{' ? this.#inlineTable(depth) : readScalar(cursor);
  }

  #array(depth: number): DataNode {
    const cursor = this.#cursor;
    const start = cursor.at++;
    const items: DataNode[] = [];
    for (cursor.skipBlank(); !cursor.skip(']'); cursor.skipBlank()) {
      items.push(this.#value(depth + 1));
      cursor.skipBlank();
      if (cursor.next !== ']') cursor.expect(',');
    }
    return { kind: 'sequence', start, end: cursor.at, tag: null, items, flow: true };
  }

  #inlineTable(depth: number): DataNode {
    const cursor = this.#cursor;
    const start = cursor.at++;
    const table = new Table(start, start, 'inline');
    const node: { end: number } = table.node;
    for (cursor.skipBlank(); !cursor.skip('}'); cursor.skipBlank()) {
      this.#keyValue(table, cursor.at, depth + 1);
      cursor.skipBlank();
      if (cursor.next !== '}') cursor.expect(',');
    }
    node.end = cursor.at;
    return table.node;
  }
}

function nextLine(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed < 0 ? text.length : feed + 1;
}
