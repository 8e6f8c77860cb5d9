// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements
import type { Comment } from '../data-tree.ts';

export type TokenKind = 'identifier' | 'number' | 'quote' | 'heredoc' | 'symbol' | 'newline' | 'end' | 'invalid';

/** A token; `text` is its text, but for a here-document the name of its end. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const blank = /[ \t]+/y;
const newline = /\r?\n/y;
const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const number = /\d(?:(?:[\d.]|[eE][-+]?\d)*(?:\d|[eE][-+]?\d))?/y;
const heredoc = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const symbol = /\.\.\.|::|==|!=|>=|<=|&&|\|\||=>|~\}|[[\](){}.,*/%+\-=<>!?:]/y;
const lineEnd = /\r?\n|$/g;

/**
 * Gives the tokens of HCL one at a time. It does not look into templates: their reader seeks to where they end. While
 * `ignoreNewlines` is set, the ends of lines are white space.
 */
export class Scanner {
  readonly text: string;
  readonly #comments: Comment[];
  #at: number;
  #peeked: Token | undefined;
  #ignoreNewlines = false;
  #unclosed = false;
  /** The end of the last token taken. */
  lastEnd = 0;

  constructor(text: string, comments: Comment[]) {
    this.text = text;
    this.#comments = comments;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  get ignoreNewlines(): boolean {
    return this.#ignoreNewlines;
  }

  set ignoreNewlines(ignore: boolean) {
    if (ignore === this.#ignoreNewlines) return;
    this.#ignoreNewlines = ignore;
    this.#peeked = undefined;
  }

  /** The next token, which stays the next. */
  peek(): Token {
    this.#peeked ??= this.#scan();
    return this.#peeked;
  }

  /** The next token, taken. */
  take(): Token {
    const token = this.peek();
    this.#at = token.end;
    this.#peeked = undefined;
    this.lastEnd = token.end;
    return token;
  }

  /** True if the next token is that symbol. */
  sees(text: string): boolean {
    const token = this.peek();
    return token.kind === 'symbol' && token.text === text;
  }

  /** True if the next token is that word. */
  seesWord(text: string): boolean {
    const token = this.peek();
    return token.kind === 'identifier' && token.text === text;
  }

  /** Takes the next token if it is that symbol. */
  skip(text: string): Token | undefined {
    return this.sees(text) ? this.take() : undefined;
  }

  /** Goes on at an offset. */
  seek(offset: number): void {
    this.#at = offset;
    this.lastEnd = offset;
    this.#peeked = undefined;
  }

  #scan(): Token {
    let at = this.#at;
    while (at < this.text.length) {
      const spaces = this.#match(blank, at);
      const broken = spaces === undefined ? this.#match(newline, at) : undefined;
      if (spaces !== undefined) at += spaces.length;
      else if (broken !== undefined) {
        if (!this.#ignoreNewlines) return token('newline', broken, at);
        at += broken.length;
      } else {
        const end = this.#comment(at);
        if (end === undefined) return this.#word(at);
        at = end;
      }
    }
    return { kind: 'end', text: '', start: this.text.length, end: this.text.length };
  }

  #word(at: number): Token {
    const text = this.text;
    if (text[at] === '"') return token('quote', '"', at);
    const name = this.#match(identifier, at);
    if (name !== undefined) return token('identifier', name, at);
    const digits = this.#match(number, at);
    if (digits !== undefined) return token('number', digits, at);
    if (text.startsWith('<<', at)) {
      heredoc.lastIndex = at;
      const match = heredoc.exec(text);
      if (match) return { kind: 'heredoc', text: match[1] ?? '', start: at, end: at + match[0].length };
    }
    const mark = this.#match(symbol, at);
    if (mark !== undefined) return token('symbol', mark, at);
    return token('invalid', String.fromCodePoint(text.codePointAt(at) ?? 0), at);
  }

  /** The end of the comment that begins at an offset, its line's end excluded; undefined where none begins. */
  #comment(at: number): number | undefined {
    const two = this.text.slice(at, at + 2);
    if (!two.startsWith('#') && two !== '//' && two !== '/*') return undefined;
    let end: number;
    if (two === '/*') {
      const close = this.#unclosed ? -1 : this.text.indexOf('*/', at + 2);
      this.#unclosed = close < 0; // none behind here either
      if (close < 0) return undefined;
      end = close + 2;
    } else {
      lineEnd.lastIndex = at;
      end = lineEnd.exec(this.text)?.index ?? this.text.length;
    }
    if ((this.#comments.at(-1)?.start ?? -1) < at) this.#comments.push({ start: at, end });
    return end;
  }

  #match(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.text)?.[0];
  }
}

function token(kind: TokenKind, text: string, start: number): Token {
  return { kind, text, start, end: start + text.length };
}
