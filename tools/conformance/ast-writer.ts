// https://docs.python.org/3/library/ast.html

import { Kind, NONE, type Node, type PythonVersion, type Tree } from '../../src/syntax/python/index.ts';

/** How an expression is used: CPython keeps it in the tree, we do not. */
export type Context = 'Load' | 'Store' | 'Del';

/** Writes a tree in the text form of oracle.py, for a version of Python. */
export class AstWriter {
  protected readonly tree: Tree;
  protected readonly minor: number;
  private readonly positions: boolean;
  private readonly parts: string[] = [];

  constructor(tree: Tree, version: PythonVersion, positions: boolean) {
    this.tree = tree;
    this.minor = version[1];
    this.positions = positions;
  }

  /** All that has been written. */
  protected get text(): string {
    return this.parts.join('');
  }

  protected write(text: string): void {
    this.parts.push(text);
  }

  /** Opens a node that has no place. */
  protected openBare(name: string): void {
    this.parts.push('(', name);
  }

  protected open(name: string, node: Node): void {
    this.openAt(name, this.tree.start(node), this.tree.end(node));
  }

  /** Opens a node at a byte range. */
  protected openAt(name: string, start: number, end: number): void {
    this.parts.push('(', name);
    if (!this.positions) return;
    const { lines } = this.tree;
    const from = lines.line(start);
    const to = lines.line(end);
    const base = lines.starts;
    this.parts.push(`@${from}:${start - base[from - 1]!}-${to}:${end - base[to - 1]!}`);
  }

  protected close(): void {
    this.parts.push(')');
  }

  protected field(name: string): void {
    this.parts.push(' ', name, '=');
  }

  protected string(name: string, value: string): void {
    this.parts.push(' ', name, '=', quoted(value));
  }

  /** Writes a field with one node; nothing if there is none. */
  protected one(name: string, node: Node, write: (node: Node) => void): void {
    if (node === NONE) return;
    this.field(name);
    write(node);
  }

  /** Writes a field with a node and the siblings behind it up to a node that `isEnd`; nothing if there are none. */
  protected list(name: string, first: Node, write: (node: Node) => void, isEnd: (kind: Kind) => boolean = never): void {
    if (first === NONE || isEnd(this.tree.kind(first))) return;
    this.field(name);
    this.parts.push('[');
    for (let node = first; node !== NONE && !isEnd(this.tree.kind(node)); node = this.tree.nextSibling(node))
      write(node);
    this.parts.push(']');
  }

  /** Writes a field with a list of ready texts; nothing if there are none. */
  protected texts(name: string, texts: readonly string[]): void {
    if (texts.length > 0) this.parts.push(' ', name, '=[', texts.join(''), ']');
  }
}

const never = (): boolean => false;

/** A string as json.dumps of Python writes it, with oracle.py's mark before it. */
export function quoted(value: string): string {
  const escaped = JSON.stringify(value).replaceAll(
    /[\u007F-\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `s${escaped}`;
}

const view = new DataView(new ArrayBuffer(8));

/** The bytes of a double as hexadecimal digits. */
export function doubleHex(value: number): string {
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** Kinds of `Block` end lists of expressions. */
export const isBlock = (kind: Kind): boolean => kind === Kind.Block;
