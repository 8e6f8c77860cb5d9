import type { Comment } from '../data-tree.ts';

/** A token of a language of code; offsets are UTF-16, `end` exclusive. */
export interface Token<Kind extends string> {
  readonly kind: Kind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Goes over the tokens of a text one at a time, each scanned when it is asked for. A language says how one is scanned. */
export abstract class TokenCursor<Kind extends string> {
  readonly text: string;
  /** The end of the last token taken. */
  lastEnd = 0;
  /** The offset behind the last token taken. */
  protected at: number;
  readonly #comments: Comment[];
  #peeked: Token<Kind> | undefined;
  #unclosed = false;

  constructor(text: string, comments: Comment[]) {
    this.text = text;
    this.#comments = comments;
    this.at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  /** The first token at or behind an offset. */
  protected abstract scan(at: number): Token<Kind>;

  /** The next token, which stays the next. */
  peek(): Token<Kind> {
    this.#peeked ??= this.scan(this.at);
    return this.#peeked;
  }

  /** The next token, taken. */
  take(): Token<Kind> {
    const token = this.peek();
    this.seek(token.end);
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
  skip(symbol: string): Token<Kind> | undefined {
    return this.sees(symbol) ? this.take() : undefined;
  }

  /** Goes on at an offset. */
  seek(offset: number): void {
    this.at = offset;
    this.lastEnd = offset;
    this.forget();
  }

  /** What was seen of the next token counts no longer. */
  protected forget(): void {
    this.#peeked = undefined;
  }

  /** The end of the block comment that begins at an offset; undefined where it is never closed. */
  protected blockCommentEnd(at: number): number | undefined {
    const close = this.#unclosed ? -1 : this.text.indexOf('*/', at + 2);
    this.#unclosed = close < 0; // none behind here either
    return close < 0 ? undefined : close + 2;
  }

  /** Keeps a comment, once. */
  protected keep(comment: Comment): void {
    if ((this.#comments.at(-1)?.start ?? -1) < comment.start) this.#comments.push(comment);
  }
}
