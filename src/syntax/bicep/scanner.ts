// https://github.com/Azure/bicep/blob/main/docs/grammar.md
import { type Token as CodeToken, TokenCursor } from '../code/token-cursor.ts';

export type TokenKind = 'identifier' | 'number' | 'quote' | 'symbol' | 'newline' | 'end' | 'invalid';

/** A token; a quote is what opens a text: `'`, `'''` or `$'''`. */
export type Token = CodeToken<TokenKind>;

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
export class Scanner extends TokenCursor<TokenKind> {
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
    const from = this.at;
    const end = this.lastEnd;
    this.skipNewlines();
    if (wanted(this.peek())) return;
    this.seek(from);
    this.lastEnd = end;
  }

  protected scan(from: number): Token {
    const { text } = this;
    let at = from;
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
    const end = text.startsWith('/*', at) ? this.blockCommentEnd(at) : this.#lineCommentEnd(at);
    if (end !== undefined) this.keep({ start: at, end });
    return end;
  }

  /** A directive begins with `#`, with nothing but blanks before it in its line. */
  #lineCommentEnd(at: number): number | undefined {
    const { text } = this;
    const directive = text[at] === '#' && /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, at - 200), at));
    if (!directive && !text.startsWith('//', at)) return undefined;
    lineEnd.lastIndex = at;
    return lineEnd.exec(text)?.index ?? text.length;
  }
}
