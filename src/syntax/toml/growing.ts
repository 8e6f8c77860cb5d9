import type { DataNode, MappingNode, ScalarNode, SequenceNode } from '../data-tree.ts';

/** How a table came to be, which says what may still be added to it. */
export type Origin = 'implicit' | 'header' | 'dotted' | 'inline';

/** A mapping that still grows, with its tables by name. */
export class Table {
  readonly node: MappingNode;
  origin: Origin;
  readonly #entries: { key: DataNode; value: DataNode }[] = [];
  readonly #children = new Map<string, Table | Tables | undefined>();

  constructor(start: number, end: number, origin: Origin) {
    this.origin = origin;
    this.node = { kind: 'mapping', start, end, tag: null, entries: this.#entries, flow: origin === 'inline' };
  }

  /** True if there is an entry of that name. */
  has(name: string): boolean {
    return this.#children.has(name);
  }

  /** The table or array of tables of that name; undefined where there is none, or a value. */
  child(name: string): Table | Tables | undefined {
    return this.#children.get(name);
  }

  add(key: ScalarNode, value: DataNode): void {
    this.#entries.push({ key, value });
    if (!this.#children.has(key.text)) this.#children.set(key.text, undefined);
  }

  /** Adds a table that further headers or dotted keys may mean. */
  grow(key: ScalarNode, child: Table | Tables): void {
    this.#entries.push({ key, value: child.node });
    this.#children.set(key.text, child);
  }
}

/** An array of tables; its last one is what a header below it means. */
export class Tables {
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

/** Widens the range of a table so that it holds a stretch of the text. */
export function stretch(grown: Table | Tables, start: number, end: number): void {
  const node: { start: number; end: number } = grown.node;
  node.start = Math.min(node.start, start);
  node.end = Math.max(node.end, end);
}
