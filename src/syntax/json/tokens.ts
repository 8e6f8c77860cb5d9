// https://www.rfc-editor.org/rfc/rfc8259#section-2

/** A punctuation mark as itself; a word is anything else that is not white space, numbers included. */
export type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'word' | 'comment' | 'end';

const marks = new Set(['{', '}', '[', ']', ',', ':']);
const wordEnd = /[\s{}[\],:"]|\/[/*]/g;
const lineBreak = /[\r\n]/g;

/** Cuts JSON and JSONC into tokens; `start` and `end` are those of the last one. */
export class Tokens {
  readonly #text: string;
  start = 0;
  end = 0;
  /** The last token breaks off: a string or comment without its end. */
  unclosed = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** The kind of the next token. */
  next(): TokenKind {
    const text = this.#text;
    let at = this.end;
    while (isSpace(text.charCodeAt(at))) at++;
    this.start = at;
    this.unclosed = false;
    const first = text[at];
    if (first === undefined) return this.#upTo(at, 'end');
    if (marks.has(first)) return this.#upTo(at + 1, first as TokenKind);
    if (first === '"') return this.#string();
    if (first === '/' && text[at + 1] === '/') return this.#upTo(this.#find(lineBreak, at), 'comment');
    if (first === '/' && text[at + 1] === '*') return this.#blockComment();
    return this.#upTo(Math.max(at + 1, this.#find(wordEnd, at)), 'word');
  }

  #upTo(end: number, kind: TokenKind): TokenKind {
    this.end = end;
    return kind;
  }

  /** A string ends at its quote, or, where that is missing, at the end of its line. */
  #string(): TokenKind {
    const text = this.#text;
    let at = this.start + 1;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) return this.#upTo(at + 1, 'string');
      if (code === backslash) at++;
      else if (code === newline || code === carriageReturn) break;
    }
    this.unclosed = true;
    return this.#upTo(Math.min(at, text.length), 'string');
  }

  #blockComment(): TokenKind {
    const close = this.#text.indexOf('*/', this.start + 2);
    this.unclosed = close < 0;
    return this.#upTo(close < 0 ? this.#text.length : close + 2, 'comment');
  }

  #find(pattern: RegExp, from: number): number {
    pattern.lastIndex = from;
    return pattern.exec(this.#text)?.index ?? this.#text.length;
  }
}

const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const carriageReturn = 0x0d;

function isSpace(code: number): boolean {
  return code === 0x20 || code === newline || code === carriageReturn || code === 0x09 || code === 0xfeff;
}
