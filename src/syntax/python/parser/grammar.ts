// https://docs.python.org/3/reference/grammar.html

import type { Node } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { TokenCursor } from './token-cursor.ts';

/** 1 for each token kind that an expression may begin with. */
export const STARTS_EXPRESSION: Uint8Array = new Uint8Array(256);
for (const token of [
  Token.Name,
  Token.Integer,
  Token.Float,
  Token.Imaginary,
  Token.String,
  Token.Bytes,
  Token.FormattedStart,
  Token.LeftParenthesis,
  Token.LeftBracket,
  Token.LeftBrace,
  Token.Ellipsis,
  Token.Plus,
  Token.Minus,
  Token.Tilde,
  Token.Star,
  Token.False,
  Token.None,
  Token.True,
  Token.Await,
  Token.Lambda,
  Token.Not,
]) {
  STARTS_EXPRESSION[token] = 1;
}

/**
 * The rules that files of the grammar need from files behind them: each file is a class that extends the one before, and
 * `Parser` is the last. Each rule reads its tokens and returns its node.
 */
export abstract class Grammar extends TokenCursor {
  /** `a if b else c`, a lambda, or an operation. */
  protected abstract expression(): Node;
  /** An expression or `name := expression`. */
  protected abstract namedExpression(): Node;
  /** An operation whose operators bind at least as tightly as `precedence`. */
  protected abstract operation(precedence: number): Node;
  /** An atom with its attributes, calls and subscripts. */
  protected abstract primary(): Node;
  /** `*a`, or a named expression. */
  protected abstract starNamedExpression(): Node;
  /** Expressions and `*a` separated by commas: a Tuple if there is a comma. */
  protected abstract starExpressions(): Node;
  /** A yield expression, or `starExpressions`. */
  protected abstract valueExpressions(): Node;
  protected abstract yieldExpression(): Node;
  /** Whether the `for` of a comprehension comes next. */
  protected abstract get isAtComprehension(): boolean;
  /** Links the clauses of a comprehension behind its element, which has been read. */
  protected abstract comprehensionClauses(element: Node): void;
  /** The colon and the statements behind it. */
  protected abstract block(): Node;
  /** Makes the Block of statements that have just been read. */
  protected abstract blockOf(start: number, first: Node): Node;
  /** Statements up to the end of the block; the first, the others linked. */
  protected abstract statements(isTop: boolean, isMatch: boolean): Node;
}
