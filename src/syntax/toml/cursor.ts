// https://toml.io/en/v1.1.0
import type { Comment } from '../data-tree.ts';

/** Breaks off a statement; the reader goes on at the next. No Error, for its stack would cost more than reading on. */
export class TomlBreak {
  readonly message: string;
  readonly start: number;

  constructor(message: string, start: number) {
    this.message = message;
    this.start = start;
  }
}

/** A place in a text that goes forward, and collects the comments it passes. */
export class Cursor {
  readonly text: string;
  readonly #comments: Comment[];
  at: number;

  constructor(text: string, comments: Comment[]) {
    this.text = text;
    this.#comments = comments;
    this.at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  /** The next character; empty at the end. */
  get next(): string {
    return this.text[this.at] ?? '';
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** Passes spaces and tabs. */
  skipSpaces(): void {
    while (this.next === ' ' || this.next === '\t') this.at++;
  }

  /** Passes spaces, ends of lines and comments. */
  skipBlank(): void {
    while (true) {
      this.skipSpaces();
      if (this.next === '#') this.comment();
      else if (this.next === '\n' || this.next === '\r') this.at++;
      else return;
    }
  }

  /** Passes a comment, its line's end excluded. */
  comment(): void {
    const start = this.at;
    this.at = this.lineEnd(start);
    if ((this.#comments.at(-1)?.start ?? -1) < start) this.#comments.push({ start, end: this.at });
  }

  /** Passes a character if it is next. */
  skip(character: string): boolean {
    if (this.next !== character) return false;
    this.at++;
    return true;
  }

  /** Passes a character that must be next. */
  expect(character: string): void {
    if (!this.skip(character)) throw new TomlBreak(`${character} is missing`, this.at);
  }

  /** Passes what a sticky pattern matches here. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** The end of the line of an offset. */
  lineEnd(offset: number): number {
    const feed = this.text.indexOf('\n', offset);
    if (feed < 0) return this.text.length;
    return feed > offset && this.text[feed - 1] === '\r' ? feed - 1 : feed;
  }
}
