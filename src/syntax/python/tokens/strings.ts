// https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals

import { isUtf8 } from 'node:buffer';
import { BracketTracker } from './brackets.ts';
import { Byte, IDENTIFIER, STRING_STOP } from './characters.ts';
import { StringFlag, Token } from './token-kinds.ts';

const LOWER_B = 98;
const LOWER_F = 102;
const LOWER_R = 114;
const LOWER_T = 116;
const LOWER_U = 117;

/** Not a prefix of a string. */
export const NO_PREFIX = -1;

/** The `StringFlag`s of a string prefix of 0 to 2 letters, or `NO_PREFIX`. */
export function prefixFlags(bytes: Uint8Array, start: number, end: number): number {
  let flags = 0;
  for (let position = start; position < end; position++) {
    const letter = bytes[position]! | 32;
    const flag = flagOf(letter);
    if (flag === 0 || (flags & flag) !== 0) return NO_PREFIX;
    // Only `r` combines, and not with `u`.
    if (flags !== 0 && (flag !== StringFlag.Raw) === (flags !== StringFlag.Raw)) return NO_PREFIX;
    flags |= flag;
  }
  return (flags & StringFlag.Unicode) !== 0 && end - start > 1 ? NO_PREFIX : flags;
}

function flagOf(letter: number): number {
  if (letter === LOWER_F) return StringFlag.Formatted;
  if (letter === LOWER_R) return StringFlag.Raw;
  if (letter === LOWER_B) return StringFlag.Bytes;
  if (letter === LOWER_U) return StringFlag.Unicode;
  return letter === LOWER_T ? StringFlag.Template : 0;
}

/** Whether the quote at a position is the first of three. */
export const isTriple = (bytes: Uint8Array, quote: number): boolean =>
  bytes[quote + 1] === bytes[quote] && bytes[quote + 2] === bytes[quote];

/** Scans strings without fields. */
export class StringScanner extends BracketTracker {
  /** Pushes the string that starts at `start` with its prefix and at `quote` with its quote; returns its end. */
  protected scanString(start: number, quote: number, prefix: number): number {
    const triple = isTriple(this.bytes, quote);
    const from = triple ? quote + 3 : quote + 1;
    const flags = triple ? this.tripleFlags(quote, from) : this.singleFlags(quote, from);
    const end = this.stringEnd;
    const allFlags = flags | prefix | (triple ? StringFlag.Triple : 0);
    if ((allFlags & (StringFlag.Backslash | StringFlag.NonAscii)) !== 0) this.checkText(from, end, allFlags);
    const kind = (prefix & StringFlag.Bytes) === 0 ? Token.String : Token.Bytes;
    this.push(kind, start, end, allFlags);
    return end;
  }

  /** Where the string scanned last ends. */
  private stringEnd = 0;

  /** By the byte of their first quote, triple-quoted strings that are made to end early. */
  protected readonly forcedEnds: Map<number, number> = new Map();

  /** The first quote of a triple-quoted string or f-string that runs to the end of the source; -1 if there is none. */
  protected openTriple = -1;

  private singleFlags(quote: number, from: number): number {
    const { bytes } = this;
    const delimiter = bytes[quote]!;
    let flags = 0;
    let position = from;
    for (;;) {
      const byte = bytes[position]!;
      if (STRING_STOP[byte] === 0) position++;
      else if (byte === delimiter) {
        this.stringEnd = position + 1;
        return flags;
      } else if (byte === Byte.Backslash) {
        flags |= StringFlag.Backslash;
        position = this.escapeEnd(position);
      } else if (byte > 127) {
        flags |= StringFlag.NonAscii;
        position++;
      } else if (byte === Byte.LineFeed || byte === Byte.CarriageReturn || position >= this.length) {
        this.stringEnd = Math.min(position, this.length);
        this.report(quote, this.stringEnd, 'unterminated string literal');
        return flags | StringFlag.Unterminated;
      } else position++;
    }
  }

  private tripleFlags(quote: number, from: number): number {
    const { bytes } = this;
    const delimiter = bytes[quote]!;
    if (this.forcedEnds.size > 0 && this.forcedEnds.has(quote)) return this.endEarly(quote, from);
    let flags = 0;
    let position = from;
    for (;;) {
      const byte = bytes[position]!;
      if (STRING_STOP[byte] === 0) position++;
      else if (byte === delimiter && bytes[position + 1] === delimiter && bytes[position + 2] === delimiter) {
        this.stringEnd = position + 3;
        if (IDENTIFIER[bytes[position + 3]!] === 1) this.hasSuspectTriple = true;
        return flags;
      } else if (byte === Byte.Backslash) {
        flags |= StringFlag.Backslash;
        position = this.escapeEnd(position);
      } else if (byte > 127) {
        flags |= StringFlag.NonAscii;
        position++;
      } else if (position >= this.length) {
        this.stringEnd = this.length;
        this.openTriple = quote;
        this.report(quote, from, 'unterminated triple-quoted string literal');
        return flags | StringFlag.Unterminated;
      } else position++;
    }
  }

  private endEarly(quote: number, from: number): number {
    this.stringEnd = Math.max(from, this.forcedEnds.get(quote) ?? from);
    this.report(quote, from, 'unterminated triple-quoted string literal');
    return StringFlag.Unterminated;
  }

  /** A word follows a triple-quoted string at once: its last quotes may have been meant as the first ones of another. */
  protected hasSuspectTriple = false;

  /** The byte behind a backslash and what it escapes, unless that is not ASCII; a line end of two bytes is one. */
  protected escapeEnd(backslash: number): number {
    const { bytes } = this;
    if (bytes[backslash + 1]! > 127) return backslash + 1;
    const isPair = bytes[backslash + 1] === Byte.CarriageReturn && bytes[backslash + 2] === Byte.LineFeed;
    return Math.min(backslash + (isPair ? 3 : 2), this.length);
  }

  /** Checks the text of a string that holds backslashes or bytes above 127. */
  protected checkText(from: number, end: number, flags: number): void {
    if ((flags & StringFlag.NonAscii) !== 0) {
      if ((flags & StringFlag.Bytes) !== 0) {
        this.report(from, end, 'bytes can only contain ASCII literal characters');
      } else if (this.malformed) this.checkUtf8(from, end);
    }
    if ((flags & StringFlag.Backslash) !== 0 && (flags & StringFlag.Raw) === 0) {
      const quotes = (flags & StringFlag.Triple) === 0 ? 1 : 3;
      const isClosed = (flags & StringFlag.Unterminated) === 0;
      this.checkEscapes(from, isClosed ? end - quotes : end, flags);
    }
  }

  /** Reports bytes that are not UTF-8. Only in a comment did Python let them pass, until 3.14. */
  protected checkUtf8(from: number, end: number): void {
    if (!isUtf8(this.bytes.subarray(from, end))) this.report(from, end, 'not valid UTF-8');
  }
}
