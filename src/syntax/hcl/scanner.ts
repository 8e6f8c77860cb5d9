// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements
import { type Token as CodeToken, TokenCursor } from '../code/token-cursor.ts';

export type TokenKind = 'identifier' | 'number' | 'quote' | 'heredoc' | 'symbol' | 'newline' | 'end' | 'invalid';

/** A token; `text` is its text, but for a here-document the name of its end. */
export type Token = CodeToken<TokenKind>;

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
    const { text } = this;
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      const isReturn = code === 13 && text.charCodeAt(at + 1) === 10;
      if (code === 32 || code === 9) at++;
      else if (code === 10 || isReturn) {
        const end = at + (isReturn ? 2 : 1);
        if (!this.#ignoreNewlines) return { kind: 'newline', text: text.slice(at, end), start: at, end };
        at = end;
      } else {
        const end = code === 35 || code === 47 ? this.#comment(at) : undefined;
        if (end === undefined) return this.#word(at);
        at = end;
      }
    }
    return { kind: 'end', text: '', start: this.text.length, end: this.text.length };
  }

  #word(at: number): Token {
    const text = this.text;
    if (text[at] === '"') return token('quote', '"', at);
    const name = this.#name(at);
    if (name !== undefined) return token('identifier', name, at);
    const code = text.charCodeAt(at);
    const digits = code >= 48 && code <= 57 ? this.#match(number, at) : undefined;
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

  /** The identifier that begins at an offset; undefined where none does. Most have none but Latin letters. */
  #name(from: number): string | undefined {
    const { text } = this;
    if (isDigitOrHyphen(text.charCodeAt(from))) return undefined;
    let at = from;
    while (isNameCode(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) > 127) return this.#match(identifier, from);
    return at > from ? text.slice(from, at) : undefined;
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

function isNameCode(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || code === 95 || isDigitOrHyphen(code);
}

function isDigitOrHyphen(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 45;
}
