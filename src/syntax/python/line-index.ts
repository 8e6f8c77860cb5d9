/** A place in a source as editors count: line from 1, column from 1 in UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Turns byte offsets of a UTF-8 source into lines and columns. A line ends with LF, CR LF or CR, as in Python. */
export class LineIndex {
  /** The byte at which each line starts. */
  readonly starts: Int32Array;
  private readonly source: Uint8Array;
  // The offset asked for last, so that many places on one long line cost its length once.
  private lastStart = 0;
  private lastOffset = 0;
  private lastUnits = 0;

  constructor(source: Uint8Array) {
    this.source = source;
    const hasBom = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf;
    const starts = [hasBom ? 3 : 0];
    for (let position = 0; position < source.length; position++) {
      const byte = source[position];
      if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && source[position + 1] !== LINE_FEED)) {
        starts.push(position + 1);
      }
    }
    this.starts = Int32Array.from(starts);
  }

  /** The line, from 1, of a byte offset. */
  line(offset: number): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The line and column of a byte offset. */
  at(offset: number): LineColumn {
    const line = this.line(offset);
    const start = this.starts[line - 1]!;
    const isBehind = start === this.lastStart && offset >= this.lastOffset;
    let units = isBehind ? this.lastUnits : 0;
    for (let position = isBehind ? this.lastOffset : start; position < offset; position++) {
      const byte = this.source[position]!;
      if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
    }
    this.lastStart = start;
    this.lastOffset = Math.max(offset, start);
    this.lastUnits = units;
    return { line, column: units + 1 };
  }

  /** The column in bytes, from 0, of a byte offset: as CPython's `col_offset` counts. */
  byteColumn(offset: number): number {
    return Math.max(0, offset - this.starts[this.line(offset) - 1]!);
  }
}
