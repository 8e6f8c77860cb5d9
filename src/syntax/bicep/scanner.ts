// https://github.com/Azure/bicep/blob/main/docs/grammar.md
import type { Comment } from '../data-tree.ts';

export type TokenKind = 'identifier' | 'number' | 'quote' | 'symbol' | 'newline' | 'end' | 'invalid';

/** A token; a quote is what opens a text: `'`, `'''` or `$'''`. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const patterns: readonly [TokenKind, RegExp][] = [
  ['identifier', /[A-Za-z_]\w*/y],
  ['number', /\d+/y],
  ['quote', /\$*'''|'/y],
  ['invalid', /\$+/y], // a row of them is one, or every one would look for its quotes anew
  ['newline', /(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*/y],
  ['symbol', /\.\.\.|\?\?|::|!=|!~|<=|>=|==|=~|=>|&&|\|\||[{}()[\]@,.?:+\-%*/^!<>=|]/y],
];
const blank = /[ \t]+/y;
const lineEnd = /[\r\n]|$/g;

/** Gives the tokens of Bicep one at a time. It does not look into texts: their reader seeks to where they end. */
export class Scanner {
  readonly text: string;
  readonly #comments: Comment[];
  #at: number;
  #peeked: Token | undefined;
  #unclosed = false;
  /** The end of the last token taken. */
  lastEnd = 0;

  constructor(text: string, comments: Comment[]) {
    this.text = text;
    this.#comments = comments;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
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
  sees(symbol: string): boolean {
    const token = this.peek();
    return token.kind === 'symbol' && token.text === symbol;
  }

  /** True if the next token is that word. */
  seesWord(word: string): boolean {
    const token = this.peek();
    return token.kind === 'identifier' && token.text === word;
  }

  /** Takes the next token if it is that symbol. */
  skip(symbol: string): Token | undefined {
    return this.sees(symbol) ? this.take() : undefined;
  }

  /** Takes the next token if it is that word. */
  skipWord(word: string): Token | undefined {
    return this.seesWord(word) ? this.take() : undefined;
  }

  /** Takes the ends of lines that are next. */
  skipNewlines(): void {
    while (this.peek().kind === 'newline') this.take();
  }

  /** Takes the ends of lines that are next if `wanted` is true of the token behind them. */
  skipNewlinesBefore(wanted: (token: Token) => boolean): void {
    if (this.peek().kind !== 'newline') return;
    const from = this.#at;
    const end = this.lastEnd;
    this.skipNewlines();
    if (wanted(this.peek())) return;
    this.seek(from);
    this.lastEnd = end;
  }

  /** Goes on at an offset. */
  seek(offset: number): void {
    this.#at = offset;
    this.lastEnd = offset;
    this.#peeked = undefined;
  }

  #scan(): Token {
    const { text } = this;
    let at = this.#at;
    while (at < text.length) {
      blank.lastIndex = at;
      at += blank.exec(text)?.[0].length ?? 0;
      const end = this.#comment(at);
      if (end === undefined) break;
      at = end;
    }
    if (at >= text.length) return { kind: 'end', text: '', start: text.length, end: text.length };
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      if (found !== undefined) return { kind, text: found, start: at, end: at + found.length };
    }
    return { kind: 'invalid', text: text[at] ?? '', start: at, end: at + 1 };
  }

  /** The end of the comment or directive that begins at an offset; undefined where none begins. */
  #comment(at: number): number | undefined {
    const { text } = this;
    let end: number;
    if (text.startsWith('/*', at)) {
      const close = this.#unclosed ? -1 : text.indexOf('*/', at + 2);
      this.#unclosed = close < 0; // none behind here either
      if (close < 0) return undefined;
      end = close + 2;
    } else if (
      text.startsWith('//', at) ||
      (text[at] === '#' && /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, at - 200), at)))
    ) {
      lineEnd.lastIndex = at;
      end = lineEnd.exec(text)?.index ?? text.length;
    } else return undefined;
    if ((this.#comments.at(-1)?.start ?? -1) < at) this.#comments.push({ start: at, end });
    return end;
  }
}
