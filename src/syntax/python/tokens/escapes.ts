// https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences

import { Byte, isHexDigit } from './characters.ts';
import { NumberScanner } from './numbers.ts';
import { StringFlag } from './token-kinds.ts';

const LOWER_N = 110;
const LOWER_U = 117;
const LOWER_X = 120;
const UPPER_N = 78;
const UPPER_U = 85;
const MAX_CODE_POINT = 0x10ffff;

/** 1 for the bytes that the name of a character may have. Whether there is one of that name is not known here. */
const IN_NAME: Uint8Array = new Uint8Array(256);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -') {
  IN_NAME[character.charCodeAt(0)] = 1;
}

/** Checks escape sequences, of which a malformed one is a syntax error. */
export class EscapeChecker extends NumberScanner {
  /** Reports what Python refuses in the text `start` to `end` of a string that is not raw and holds a backslash. */
  protected checkEscapes(start: number, end: number, flags: number): void {
    const { bytes } = this;
    for (let position = start; position < end; position++) {
      if (bytes[position] !== Byte.Backslash) continue;
      position++;
      const letter = bytes[position]!;
      if (letter === LOWER_X) position = this.checkHex(position, end, 2);
      else if ((flags & StringFlag.Bytes) !== 0) continue;
      else if (letter === LOWER_U) position = this.checkHex(position, end, 4);
      else if (letter === UPPER_U) position = this.checkHex(position, end, 8);
      else if (letter === UPPER_N) position = this.checkNamed(position, end);
    }
  }

  /** `position` is at the letter; returns the position of the last digit. */
  private checkHex(position: number, end: number, digits: number): number {
    const { bytes } = this;
    let value = 0;
    for (let index = 1; index <= digits; index++) {
      const byte = bytes[position + index]!;
      if (position + index >= end || !isHexDigit(byte)) {
        this.report(position - 1, Math.min(position + index, end), 'truncated escape sequence');
        return position;
      }
      value = value * 16 + (byte > Byte.Nine ? (byte | 32) - 87 : byte - Byte.Zero);
    }
    if (value > MAX_CODE_POINT) this.report(position - 1, position + digits + 1, 'illegal Unicode character');
    return position + digits;
  }

  private checkNamed(position: number, end: number): number {
    const { bytes } = this;
    let last = position + 2;
    while (last < end && IN_NAME[bytes[last]!] === 1) last++;
    const isClosed = last < end && bytes[last] === Byte.RightBrace;
    if (bytes[position + 1] === Byte.LeftBrace && isClosed && last > position + 2) return last;
    this.report(position - 1, position + 1, 'malformed \\N character escape');
    return position;
  }
}

/** The text of a simple escape (`\n`), by its letter; undefined if the letter is none. */
export const SIMPLE_ESCAPES: ReadonlyMap<number, string> = new Map([
  [97, '\u0007'],
  [98, '\b'],
  [102, '\f'],
  [LOWER_N, '\n'],
  [114, '\r'],
  [116, '\t'],
  [118, '\v'],
  [Byte.Backslash, '\\'],
  [Byte.SingleQuote, "'"],
  [Byte.DoubleQuote, '"'],
]);
