import type { NameId } from '../names.ts';
import type { Kind, Node } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { NodeBuilder } from './node-builder.ts';

/**
 * Thrown to leave a statement that has a syntax error; caught where statements are listed (statements.ts), so that it
 * never leaves the parser. One object serves all: the error itself is already recorded.
 */
export const FAULT: Error = new Error('syntax error');

/** Nested constructs that are not brackets (unary operators, lambdas, conditionals …). */
const MAX_DEPTH = 1000;

/**
 * The height of an expression's tree: chains (`a + b + …`, `.x().y()`) count too. CPython 3.11 compiles none from
 * 3,000 on, so that code which runs stays below, and readers of trees may recurse.
 */
const MAX_HEIGHT = 3000;

/** Reads the tokens one by one. */
export class TokenCursor extends NodeBuilder {
  /** Index of the current token, and its kind. */
  protected position = 0;
  protected token = 0;
  /** How deep the parser is in nested constructs. */
  protected depth = 0;
  /** The height of the expression parsed last. */
  protected height = 0;

  protected rewind(position: number): void {
    this.position = position;
    this.token = this.kinds[position]!;
  }

  protected advance(): void {
    this.token = this.kinds[++this.position]!;
  }

  /** The kind of the token after the current one. */
  protected get nextToken(): number {
    return this.kinds[this.position + 1]!;
  }

  /** The byte at which the current token starts. */
  protected get start(): number {
    return this.starts[this.position]!;
  }

  /** The byte at which the token before the current one ends. */
  protected get previousEnd(): number {
    return this.position === 0 ? 0 : this.ends[this.position - 1]!;
  }

  /** Makes a node that ends with the token before the current one. */
  protected finish(kind: Kind, start: number, first: Node, data: number): Node {
    return this.node(kind, start, this.ends[this.position - 1]!, first, data);
  }

  /** Whether the current token is of the kind. */
  protected at(kind: number): boolean {
    return this.token === kind;
  }

  /** Whether the token at an index is the soft keyword, written as such: unlike names, keywords are not normalised. */
  protected isSoftKeyword(index: number, keyword: NameId): boolean {
    if (this.data[index] !== keyword || this.kinds[index] !== Token.Name) return false;
    const width = this.ends[index]! - this.starts[index]!;
    return width === this.names.text(keyword).length;
  }

  protected eat(kind: number): boolean {
    if (this.token !== kind) return false;
    this.token = this.kinds[++this.position]!;
    return true;
  }

  protected expect(kind: number, message: string): void {
    if (this.token !== kind) this.fail(message);
    this.advance();
  }

  /** Records an error at the current token and leaves the statement. */
  protected fail(message: string): never {
    this.reportHere(message);
    throw FAULT;
  }

  /** Records an error at a node and leaves the statement. */
  protected failAt(node: Node, message: string): never {
    this.report(this.nodeStarts[node]!, this.nodeEnds[node]!, message);
    throw FAULT;
  }

  /** Records an error at the current token; at a line end it stands behind the last token. */
  protected reportHere(message: string): void {
    const isLineEnd = this.token === Token.Newline || this.token === Token.EndOfFile;
    const start = isLineEnd ? this.previousEnd : this.start;
    this.report(start, isLineEnd ? start : this.ends[this.position]!, message);
  }

  /** Goes one level deeper; the caller comes back with `this.depth--`. */
  protected enter(): void {
    if (++this.depth > MAX_DEPTH) this.fail('too deeply nested');
  }

  /** Sets the height of a node over the expression parsed last and one of the height given. */
  protected raise(height: number): void {
    this.height = Math.max(this.height, height) + 1;
    if (this.height > MAX_HEIGHT) this.fail('expression too deeply nested');
  }
}
