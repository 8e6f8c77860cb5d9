// https://docs.python.org/3/reference/lexical_analysis.html#indentation

import { isUtf8 } from 'node:buffer';
import { Byte } from './characters.ts';
import { FormattedScanner } from './formatted-strings.ts';
import { Token } from './token-kinds.ts';

/** As in CPython (MAXINDENT). */
const MAX_INDENTS = 100;
const MARKER_LENGTH = 7;

/** Turns the white space at the start of lines into Indent and Dedent tokens. */
export class IndentationScanner extends FormattedScanner {
  /** Columns with tabs to multiples of 8, and with tabs of one column: both must agree. */
  private readonly columns = new Int32Array(MAX_INDENTS);
  private readonly narrowColumns = new Int32Array(MAX_INDENTS);
  private level = 0;
  private column = 0;
  private narrowColumn = 0;

  protected resetIndentation(): void {
    this.level = 0;
  }

  /** At the start of a line outside brackets: skips lines without a token; returns the byte of the first token. */
  protected startLine(from: number): number {
    const { bytes } = this;
    let position = from;
    for (;;) {
      const lineStart = position;
      position = this.measure(position);
      const byte = bytes[position]!;
      if (byte === Byte.Hash) position = this.scanComment(position);
      else if (isConflictMarker(bytes, position)) position = this.skipConflictMarker(lineStart);
      else if (byte !== Byte.LineFeed && byte !== Byte.CarriageReturn) break;
      if (position >= this.length) return this.length;
      position++;
    }
    if (position < this.length) this.indentTo(position);
    return position;
  }

  /** Measures the white space from `from`; returns its end. */
  private measure(from: number): number {
    const { bytes } = this;
    let position = from;
    let column = 0;
    let narrow = 0;
    let continued = 0;
    for (;;) {
      const byte = bytes[position]!;
      if (byte === Byte.Space) {
        column++;
        narrow++;
      } else if (byte === Byte.Tab) {
        column = (column | 7) + 1;
        narrow++;
      } else if (byte === Byte.FormFeed) {
        column = 0;
        narrow = 0;
      } else if (byte === Byte.Backslash && this.lineEndLength(position + 1) > 0) {
        // The white space before the backslash is the one that counts.
        if (continued === 0) continued = column;
        position += this.lineEndLength(position + 1);
        if (position + 1 >= this.length)
          this.report(position, position + 1, 'unexpected end of file after a backslash');
      } else break;
      position++;
    }
    this.column = continued > 0 ? continued : column;
    this.narrowColumn = continued > 0 ? continued : narrow;
    return position;
  }

  /** 1 or 2 at a line end, else 0. */
  protected lineEndLength(position: number): number {
    const { bytes } = this;
    if (bytes[position] === Byte.LineFeed) return 1;
    if (bytes[position] !== Byte.CarriageReturn) return 0;
    return bytes[position + 1] === Byte.LineFeed ? 2 : 1;
  }

  private indentTo(position: number): void {
    const { columns, column } = this;
    const current = columns[this.level]!;
    if (column === current) this.checkTabs(position);
    else if (column > current) this.indent(position);
    else this.dedent(position);
    this.statementIndent = column;
    this.statementToken = this.count;
  }

  private checkTabs(position: number): void {
    if (this.narrowColumn === this.narrowColumns[this.level]) return;
    this.report(position, position + 1, 'inconsistent use of tabs and spaces in indentation');
  }

  private indent(position: number): void {
    if (this.level + 1 >= MAX_INDENTS) {
      this.report(position, position + 1, 'too many levels of indentation');
      return;
    }
    if (this.narrowColumn <= this.narrowColumns[this.level]!) {
      this.report(position, position + 1, 'inconsistent use of tabs and spaces in indentation');
    }
    this.level++;
    this.columns[this.level] = this.column;
    this.narrowColumns[this.level] = this.narrowColumn;
    this.push(Token.Indent, position, position, 0);
  }

  private dedent(position: number): void {
    const { columns, column } = this;
    while (this.level > 0 && column < columns[this.level - 1]!) this.pushDedent(position);
    if (this.level > 0 && column === columns[this.level - 1]) {
      this.pushDedent(position);
      this.checkTabs(position);
      return;
    }
    // Between two levels: the line stays in the deeper block, whose lines may go on there.
    this.report(position, position + 1, 'unindent does not match any outer indentation level');
    columns[this.level] = column;
    this.narrowColumns[this.level] = this.narrowColumn;
  }

  private pushDedent(position: number): void {
    this.level--;
    this.push(Token.Dedent, position, position, 0);
  }

  /** Pushes the Dedents that are due at the end of the module. */
  protected endIndentation(): void {
    while (this.level > 0) this.pushDedent(this.length);
  }

  /** Records the comment at a position and returns its end, which is a line end or the end of the source. */
  protected scanComment(from: number): number {
    const { bytes } = this;
    let position = from;
    while (bytes[position] !== Byte.LineFeed && bytes[position] !== Byte.CarriageReturn) {
      if (position >= this.length) break;
      position++;
    }
    this.pushComment(from, position);
    if (this.malformed && !isUtf8(bytes.subarray(from, position))) this.uses('malformedComment', from);
    return position;
  }

  /** Skips a line that version control left behind; both sides of the conflict stay. Returns its line end. */
  protected skipConflictMarker(from: number): number {
    const { bytes } = this;
    let position = from;
    while (bytes[position] !== Byte.LineFeed && bytes[position] !== Byte.CarriageReturn && position < this.length) {
      position++;
    }
    this.report(from, position, 'merge conflict marker');
    return position;
  }
}

/** Whether seven `<`, `=`, `>` or `|` stand at a position and nothing but a space or line end follows. */
export function isConflictMarker(bytes: Uint8Array, position: number): boolean {
  const byte = bytes[position]!;
  if (byte !== Byte.Less && byte !== Byte.Equal && byte !== Byte.Greater && byte !== Byte.VerticalBar) return false;
  for (let index = 1; index < MARKER_LENGTH; index++) if (bytes[position + index] !== byte) return false;
  const next = bytes[position + MARKER_LENGTH]!;
  return next === Byte.Space || next === Byte.LineFeed || next === Byte.CarriageReturn || next === 0;
}
