import { SyntaxBreak } from '../code/syntax-break.ts';
import type { SyntaxFault } from '../data-tree.ts';
import { addFault, deepestTree } from '../limits.ts';
import type { Broken } from './nodes.ts';
import type { Scanner, Token } from './scanner.ts';

/** What all readers of Bicep share: the scanner, the faults, and how to go on behind a fault. */
export class Reader {
  readonly scanner: Scanner;
  readonly #faults: SyntaxFault[];
  #depth = 0;
  /** The brackets that would close the lists that are open, innermost last. */
  readonly closers: string[] = [];
  /** A bracket is open that the file never closes: from now on a statement at the left margin closes all. */
  unclosed = false;

  constructor(scanner: Scanner, faults: SyntaxFault[]) {
    this.scanner = scanner;
    this.#faults = faults;
  }

  /** Notes a fault, and reading goes on. */
  fault(message: string, start: number, end: number): void {
    addFault(this.#faults, message, start, Math.min(end, this.scanner.text.length));
  }

  /** How many faults there are so far; `forget` goes back to a number. */
  get faultCount(): number {
    return this.#faults.length;
  }

  forget(count: number): void {
    this.#faults.length = Math.min(this.#faults.length, count);
  }

  /** A fault at the next token, to be thrown. */
  unexpected(message: string): SyntaxBreak {
    const { start, end } = this.scanner.peek();
    return new SyntaxBreak(message, start, end);
  }

  /** Takes a symbol that must be next. */
  expect(symbol: string): Token {
    const token = this.scanner.skip(symbol);
    if (token === undefined) throw this.unexpected(`${symbol} is missing`);
    return token;
  }

  /** Takes a word that must be next. */
  expectWord(word: string): Token {
    const token = this.scanner.skipWord(word);
    if (token === undefined) throw this.unexpected(`${word} is missing`);
    return token;
  }

  /** Takes a name that must be next. */
  name(): Token {
    if (this.scanner.peek().kind !== 'identifier') throw this.unexpected('a name is missing');
    return this.scanner.take();
  }

  /** Reads one level deeper. */
  deeper<T>(read: () => T): T {
    if (this.#depth >= deepestTree) throw this.unexpected(`nested deeper than ${deepestTree}`);
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }

  /** What `read` gives, or, where it breaks off, a broken node to the end of the line that it goes on behind. */
  attempt<T>(read: () => T): T | Broken {
    const from = this.scanner.peek().start;
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SyntaxBreak)) throw error;
      this.fault(error.message, error.start, error.end);
      this.scanner.seek(from);
      this.skipLine();
      return { kind: 'broken', start: from, end: Math.max(from, this.scanner.lastEnd) };
    }
  }

  /** True if nothing more may come in the brackets that are open. */
  atEnd(): boolean {
    const { kind, end } = this.scanner.peek();
    if (kind === 'end') {
      this.unclosed = true;
      return true;
    }
    return this.unclosed && kind === 'newline' && beginsStatement(this.scanner.text, end);
  }

  /** Goes to the end of the line, or to a bracket that closes what is around; brackets are passed over with content. */
  skipLine(): void {
    let depth = 0;
    while (true) {
      const token = this.scanner.peek();
      if (token.kind === 'end') return;
      if (token.kind === 'newline' && (depth === 0 || beginsStatement(this.scanner.text, token.end))) return;
      if (token.kind === 'symbol') {
        if (token.text === '{' || token.text === '[' || token.text === '(') depth++;
        if (token.text === '}' || token.text === ']' || token.text === ')') {
          if (depth === 0) return;
          depth--;
        }
      }
      this.scanner.take();
      if (token.kind === 'quote') this.scanner.seek(behindText(this.scanner.text, token));
    }
  }
}

const statement =
  /@|(?:targetScope[ \t]*=|(?:metadata|param|var|type|func|resource|module|output|import|extension|assert|test)[ \t]+[A-Za-z_{*'])/y;

/** True if a statement begins at the left margin. */
function beginsStatement(text: string, lineStart: number): boolean {
  statement.lastIndex = lineStart;
  return statement.test(text);
}

function behindText(text: string, open: Token): number {
  if (open.text !== "'") {
    const close = text.indexOf("'''", open.end);
    return close < 0 ? text.length : close + 3;
  }
  let at = open.end;
  while (at < text.length && text[at] !== "'" && text[at] !== '\n' && text[at] !== '\r')
    at += text[at] === '\\' ? 2 : 1;
  return text[at] === "'" ? at + 1 : Math.min(at, text.length);
}
