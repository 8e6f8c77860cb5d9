import type { SyntaxBreak } from '../code/syntax-break.ts';
import type { Expression } from './nodes.ts';
import type { Scanner, Token } from './scanner.ts';

/** What the readers of templates and collections ask of the reader of expressions. */
export interface Reader {
  readonly scanner: Scanner;
  read(): Expression;
  within<T>(read: () => T, newlines?: boolean): T;
  expect(symbol: string): Token;
  unexpected(message: string): SyntaxBreak;
}
