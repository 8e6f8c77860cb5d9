import type { Range } from '../evidence/place.ts';

/** Turns offsets of a text (UTF-16 units) into lines and columns; the table of lines is made on first use. */
export class Lines {
  readonly #text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offsets at which lines start. `\n`, `\r\n` and a lone `\r` end a line. */
  get starts(): readonly number[] {
    this.#starts ??= lineStarts(this.#text);
    return this.#starts;
  }

  /** Line and column of an offset, both from 1. Offsets outside the text are moved to its ends. */
  position(offset: number): { line: number; column: number } {
    const starts = this.starts;
    const wanted = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: wanted - (starts[low] ?? 0) + 1 };
  }

  /** The range from offset `start` to offset `end` (exclusive). */
  range(start: number, end: number): Range {
    const first = this.position(start);
    const last = this.position(end);
    return { line: first.line, column: first.column, endLine: last.line, endColumn: last.column };
  }

  /** The offset of a line and column, both from 1; moved into the text where they lie outside. */
  offset(line: number, column: number): number {
    const start = this.starts[line - 1];
    return start === undefined ? this.#text.length : Math.min(start + column - 1, this.#text.length);
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  const carriageReturns = text.includes('\r');
  if (!carriageReturns) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}
