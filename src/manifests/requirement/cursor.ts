/** A reader over a line of text: each step is a sticky pattern, so nothing is read twice and nothing is copied. */
export class Cursor {
  readonly text: string;
  offset: number;

  constructor(text: string, offset = 0) {
    this.text = text;
    this.offset = offset;
  }

  get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  /** The text that the sticky pattern matches here, read; undefined where it does not match. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.offset += found.length;
    return found;
  }

  /** Reads `word` if it stands here. */
  accept(word: string): boolean {
    if (!this.text.startsWith(word, this.offset)) return false;
    this.offset += word.length;
    return true;
  }

  /** Passes over spaces and tabs. */
  skipSpace(): void {
    while (this.text[this.offset] === ' ' || this.text[this.offset] === '\t') this.offset++;
  }
}
