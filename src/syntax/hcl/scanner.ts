// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements
import { type Token as CodeToken, TokenCursor } from '../code/token-cursor.ts';

export type TokenKind = 'identifier' | 'number' | 'quote' | 'heredoc' | 'symbol' | 'newline' | 'end' | 'invalid';

/** A token; `text` is its text, but for a here-document the name of its end. */
export type Token = CodeToken<TokenKind>;

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
export class Scanner extends TokenCursor<TokenKind> {
  #ignoreNewlines = false;

  get ignoreNewlines(): boolean {
    return this.#ignoreNewlines;
  }

  set ignoreNewlines(ignore: boolean) {
    if (ignore === this.#ignoreNewlines) return;
    this.#ignoreNewlines = ignore;
    this.forget();
  }

  protected scan(from: number): Token {
    let at = from;
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
    const end = this.text.startsWith('/*', at) ? this.blockCommentEnd(at) : this.#lineCommentEnd(at);
    if (end !== undefined) this.keep({ start: at, end });
    return end;
  }

  #lineCommentEnd(at: number): number | undefined {
    if (this.text[at] !== '#' && !this.text.startsWith('//', at)) return undefined;
    lineEnd.lastIndex = at;
    return lineEnd.exec(this.text)?.index ?? this.text.length;
  }

  #match(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.text)?.[0];
  }
}

function token(kind: TokenKind, text: string, start: number): Token {
  return { kind, text, start, end: start + text.length };
}
