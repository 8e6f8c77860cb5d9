// https://docs.python.org/3/reference/lexical_analysis.html#numeric-literals

import { Byte, IDENTIFIER, isDigit, isHexDigit } from './characters.ts';
import { TokenBuffer } from './token-buffer.ts';
import { Token } from './token-kinds.ts';

const LOWER_B = 98;
const LOWER_E = 101;
const LOWER_J = 106;
const LOWER_O = 111;
const LOWER_X = 120;

/** https://docs.python.org/3/library/stdtypes.html#integer-string-conversion-length-limitation */
const MAX_DECIMAL_DIGITS = 4300;

const isOctalDigit = (byte: number): boolean => byte >= Byte.Zero && byte < Byte.Zero + 8;
const isBinaryDigit = (byte: number): boolean => byte === Byte.Zero || byte === Byte.Zero + 1;

/** Keywords that may follow a number without a space between (`1if x else 2`). */
const AFTER_NUMBER = ['and', 'else', 'for', 'if', 'in', 'is', 'not', 'or'];

/** The end of digits with single underscores between them, from the first digit; -1 if an underscore is misplaced. */
function digitsEnd(bytes: Uint8Array, from: number, isOfRadix: (byte: number) => boolean): number {
  let position = from;
  for (;;) {
    if (!isOfRadix(bytes[position]!)) return -1;
    while (isOfRadix(bytes[position]!)) position++;
    if (bytes[position] !== Byte.Underscore) return position;
    position++;
  }
}

function isFollowedByKeyword(bytes: Uint8Array, position: number): boolean {
  return AFTER_NUMBER.some((word) => {
    for (let index = 0; index < word.length; index++) {
      if (bytes[position + index] !== word.charCodeAt(index)) return false;
    }
    return true;
  });
}

function hasLeadingZero(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] !== Byte.Zero) return false;
  for (let position = start + 1; position < end; position++) {
    const byte = bytes[position]!;
    if (byte > Byte.Zero && byte <= Byte.Nine) return true;
  }
  return false;
}

/** Scans numeric literals. */
export class NumberScanner extends TokenBuffer {
  /** Pushes the number that starts at `start` (a digit, or a dot before one) and returns its end. */
  protected scanNumber(start: number): number {
    const { bytes } = this;
    if (bytes[start] === Byte.Zero) {
      const radix = bytes[start + 1]! | 32;
      if (radix === LOWER_X) return this.endNumber(Token.Integer, start, digitsFrom(bytes, start + 2, isHexDigit));
      if (radix === LOWER_O) return this.endNumber(Token.Integer, start, digitsFrom(bytes, start + 2, isOctalDigit));
      if (radix === LOWER_B) return this.endNumber(Token.Integer, start, digitsFrom(bytes, start + 2, isBinaryDigit));
    }
    return this.scanDecimal(start);
  }

  private scanDecimal(start: number): number {
    const { bytes } = this;
    let kind: number = Token.Integer;
    let end = start;
    while (isDigit(bytes[end]!)) end++;
    if (bytes[end] === Byte.Underscore && end > start) end = digitsEnd(bytes, start, isDigit);
    const wholeEnd = end;
    if (end >= 0 && bytes[end] === Byte.Dot) {
      kind = Token.Float;
      end++;
      if (isDigit(bytes[end]!)) end = digitsEnd(bytes, end, isDigit);
    }
    if (end >= 0 && (bytes[end]! | 32) === LOWER_E) {
      const sign = bytes[end + 1] === Byte.Plus || bytes[end + 1] === Byte.Minus ? 1 : 0;
      if (isDigit(bytes[end + 1 + sign]!)) {
        kind = Token.Float;
        end = digitsEnd(bytes, end + 1 + sign, isDigit);
      }
    }
    if (end >= 0 && (bytes[end]! | 32) === LOWER_J) {
      kind = Token.Imaginary;
      end++;
    }
    if (kind === Token.Integer && wholeEnd >= 0) this.checkDecimalInteger(start, wholeEnd);
    return this.endNumber(kind, start, end);
  }

  private checkDecimalInteger(start: number, end: number): void {
    if (hasLeadingZero(this.bytes, start, end)) {
      this.report(start, end, 'leading zeros in decimal integer literals are not permitted');
    }
    // What begins with 0 is 0, or refused already.
    else if (end - start > MAX_DECIMAL_DIGITS && this.bytes[start] !== Byte.Zero) this.checkDigitCount(start, end);
  }

  private checkDigitCount(start: number, end: number): void {
    let digits = 0;
    for (let position = start; position < end; position++) if (isDigit(this.bytes[position]!)) digits++;
    if (digits > MAX_DECIMAL_DIGITS)
      this.report(start, end, `integer literal of more than ${MAX_DECIMAL_DIGITS} digits`);
  }

  /** `end` is negative if the literal is malformed. */
  private endNumber(kind: number, start: number, end: number): number {
    const { bytes } = this;
    if (end >= 0 && (IDENTIFIER[bytes[end]!] === 0 || isFollowedByKeyword(bytes, end))) {
      this.push(kind, start, end, 0);
      return end;
    }
    let position = Math.max(end, start + 1);
    while (IDENTIFIER[bytes[position]!] === 1) position++;
    this.report(start, position, 'invalid number');
    this.push(kind, start, position, 0);
    return position;
  }
}

/** Like `digitsEnd`, but an underscore may come first, as in `0x_ff`. */
function digitsFrom(bytes: Uint8Array, from: number, isOfRadix: (byte: number) => boolean): number {
  return digitsEnd(bytes, bytes[from] === Byte.Underscore ? from + 1 : from, isOfRadix);
}
