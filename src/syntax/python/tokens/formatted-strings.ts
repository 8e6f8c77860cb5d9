// https://peps.python.org/pep-0701/ and https://peps.python.org/pep-0750/

import { Bracket, MAX_FORMATTED } from './brackets.ts';
import { Byte, CHARACTER_CLASS, CharacterClass, FORMATTED_STOP, STRING_STOP } from './characters.ts';
import { isTriple, StringScanner } from './strings.ts';
import { StringFlag, Token } from './token-kinds.ts';

/** The quote's byte stands above the flags of an open f-string. */
const QUOTE_SHIFT = 16;
const UPPER_N = 78;
/** Fields in format specifications may nest this deep, and before Python 3.12 that deep. */
const MAX_FIELD_LEVEL = 3;
const OLD_FIELD_LEVEL = 2;

/**
 * Scans f-strings and t-strings. Their text becomes FormattedMiddle tokens; the tokens of a field come from the
 * tokenizer's main loop, which hands back at the field's colon and closing brace.
 */
export class FormattedScanner extends StringScanner {
  /** Starts the f-string at `start` whose quote is at `quote`; returns where the main loop goes on. */
  protected startFormatted(start: number, quote: number, prefix: number): number {
    const triple = isTriple(this.bytes, quote);
    const from = triple ? quote + 3 : quote + 1;
    const flags = prefix | (triple ? StringFlag.Triple : 0);
    if ((flags & StringFlag.Template) !== 0) this.uses('templateString', start);
    const { open } = this;
    this.push(Token.FormattedStart, start, from, flags);
    if (open.formatted >= MAX_FORMATTED) {
      this.report(start, from, 'too many nested f-strings');
      this.push(Token.FormattedEnd, from, from, flags);
      return from;
    }
    open.formattedFlags[open.formatted] = flags | (this.bytes[quote]! << QUOTE_SHIFT);
    open.formattedStarts[open.formatted] = start;
    open.formattedDepths[open.formatted] = open.depth;
    open.formatted++;
    return this.scanText(from);
  }

  /** Whether the innermost open bracket is a field before its colon: then `:`, `!` and `}` belong to the f-string. */
  protected isInField(): boolean {
    const { open } = this;
    return open.depth > 0 && open.brackets[open.depth - 1] === Bracket.Field;
  }

  /** At a field's colon, already pushed: the rest up to `}` is its format specification. */
  protected startSpecification(position: number): number {
    this.open.brackets[this.open.depth - 1] = Bracket.Specification;
    return this.scanText(position);
  }

  /** At the `}` of a field: pushes it and goes on with the text behind it. */
  protected endField(position: number): number {
    this.open.depth--;
    this.push(Token.RightBrace, position, position + 1, 0);
    return this.scanText(position + 1);
  }

  /** A line end ends the specification of a field in single quotes, as CPython has it; the `}` may follow. */
  private endSpecification(position: number): number {
    this.open.brackets[this.open.depth - 1] = Bracket.Field;
    this.uses('lineBreakInSpecification', position);
    return position;
  }

  private isInSpecification(): boolean {
    const { open } = this;
    return open.depth > open.formattedDepths[open.formatted - 1]!;
  }

  /** Scans text up to the next field or the end of the f-string. */
  private scanText(from: number): number {
    const { bytes, open } = this;
    const state = open.formattedFlags[open.formatted - 1]!;
    const quote = state >> QUOTE_SHIFT;
    let flags = state & 0xffff;
    let textStart = from;
    let position = from;
    for (;;) {
      const byte = bytes[position]!;
      if (FORMATTED_STOP[byte] === 0) position++;
      else if (byte === quote && this.isClosingQuote(position, flags)) {
        this.pushText(textStart, position, flags);
        return this.endFormatted(position, flags);
      } else if (byte === Byte.LeftBrace) {
        if (bytes[position + 1] === byte && !this.isInSpecification()) position += 2;
        else {
          this.pushText(textStart, position, flags);
          return this.startField(position);
        }
      } else if (byte === Byte.RightBrace) {
        if (this.isInSpecification()) {
          this.pushText(textStart, position, flags);
          open.depth--;
          this.push(Token.RightBrace, position, position + 1, 0);
          textStart = ++position;
          flags = state & 0xffff;
        } else position = this.textBraceEnd(position);
      } else if (byte === Byte.Backslash) {
        flags |= StringFlag.Backslash;
        position = this.textEscapeEnd(position, flags);
      } else if (byte > 127) {
        flags |= StringFlag.NonAscii;
        position++;
      } else if (this.isTextEnd(position, byte, flags)) {
        this.pushText(textStart, position, flags);
        const isSingle = (flags & StringFlag.Triple) === 0;
        if (isSingle && position < this.length && this.isInSpecification()) return this.endSpecification(position);
        return this.abandonFormatted(position);
      } else position++;
    }
  }

  private isClosingQuote(position: number, flags: number): boolean {
    return (flags & StringFlag.Triple) === 0 || isTriple(this.bytes, position);
  }

  private isTextEnd(position: number, byte: number, flags: number): boolean {
    const isNewline = byte === Byte.LineFeed || byte === Byte.CarriageReturn;
    if (!isNewline) return position >= this.length;
    return (flags & StringFlag.Triple) === 0 || (this.forcedEnds.size > 0 && this.isForcedEnd(position));
  }

  /** Whether the innermost f-string is made to end at this line end or before. */
  private isForcedEnd(position: number): boolean {
    const end = this.forcedEnds.get(this.openQuote());
    return end !== undefined && end <= position;
  }

  /** The first quote of the innermost f-string. */
  private openQuote(): number {
    const { bytes, open } = this;
    let quote = open.formattedStarts[open.formatted - 1]!;
    while (bytes[quote] !== Byte.DoubleQuote && bytes[quote] !== Byte.SingleQuote) quote++;
    return quote;
  }

  private pushText(start: number, end: number, flags: number): void {
    if (end <= start) return;
    if ((flags & (StringFlag.Backslash | StringFlag.NonAscii)) !== 0) {
      this.checkText(start, end, flags | StringFlag.Unterminated);
    }
    this.push(Token.FormattedMiddle, start, end, flags);
  }

  /** How many format specifications of the same f-string enclose this place. */
  private fieldLevel(): number {
    const { open } = this;
    let level = 0;
    for (let depth = open.formattedDepths[open.formatted - 1]!; depth < open.depth; depth++) {
      if (open.brackets[depth] === Bracket.Specification) level++;
    }
    return level;
  }

  private startField(position: number): number {
    this.push(Token.LeftBrace, position, position + 1, 0);
    const level = this.fieldLevel();
    if (level >= MAX_FIELD_LEVEL) this.report(position, position + 1, 'f-string: expressions nested too deeply');
    else if (level >= OLD_FIELD_LEVEL) this.usesNewFormatted();
    if (level >= MAX_FIELD_LEVEL || !this.openBracket(Bracket.Field, position)) {
      return this.abandonFormatted(position + 1);
    }
    return position + 1;
  }

  private textBraceEnd(position: number): number {
    if (this.bytes[position + 1] === Byte.RightBrace) return position + 2;
    this.report(position, position + 1, "f-string: single '}' is not allowed");
    return position + 1;
  }

  /** Behind a backslash in text. It does not hide a brace, except in `\N{…}`. */
  private textEscapeEnd(backslash: number, flags: number): number {
    const { bytes } = this;
    const next = bytes[backslash + 1]!;
    if (next === Byte.LeftBrace || next === Byte.RightBrace) return backslash + 1;
    if (next === UPPER_N && bytes[backslash + 2] === Byte.LeftBrace && (flags & StringFlag.Raw) === 0) {
      let end = backslash + 3;
      while (end < this.length && bytes[end] !== Byte.RightBrace && STRING_STOP[bytes[end]!] === 0) end++;
      if (bytes[end] === Byte.RightBrace) return end + 1;
      return backslash + 2;
    }
    return this.escapeEnd(backslash);
  }

  private endFormatted(position: number, flags: number): number {
    const end = position + ((flags & StringFlag.Triple) === 0 ? 1 : 3);
    const { open } = this;
    open.formatted--;
    this.push(Token.FormattedEnd, position, end, flags);
    return end;
  }

  /** Ends an f-string whose closing quote is missing. */
  protected abandonFormatted(position: number): number {
    const { open } = this;
    const start = open.formattedStarts[open.formatted - 1]!;
    const isTripled = (open.formattedFlags[open.formatted - 1]! & StringFlag.Triple) !== 0;
    if (isTripled && position >= this.length) this.openTriple = this.openQuote();
    this.report(start, position, 'unterminated f-string literal');
    this.closeFormatted(position);
    return position;
  }

  /** Closes the innermost f-string and the brackets inside it without width. */
  private closeFormatted(position: number): void {
    const { open } = this;
    const outside = open.formattedDepths[open.formatted - 1]!;
    if (open.depth > outside) this.closeDownTo(outside, position);
    else {
      open.formatted--;
      this.push(Token.FormattedEnd, position, position, open.formattedFlags[open.formatted]! & 0xffff);
    }
  }

  /** In a field, at a quote that closes the f-string itself: its `}` is missing. Returns the end, or -1 if it is not. */
  protected endUnclosedField(position: number): number {
    const { open, bytes } = this;
    if (open.formatted === 0) return -1;
    const state = open.formattedFlags[open.formatted - 1]!;
    if (bytes[position] !== state >> QUOTE_SHIFT || !this.isClosingQuote(position, state)) return -1;
    const quotes = (state & StringFlag.Triple) === 0 ? 1 : 3;
    if (quotes === 1 ? this.endsOnLine(position) : this.endsBeforeOperator(position)) return -1;
    this.report(position, position + quotes, "f-string: expecting '}'");
    this.closeFormatted(position);
    return position + quotes;
  }

  /** Whether the quote at a position has another on its line: a string inside the field. */
  private endsOnLine(quote: number): boolean {
    const { bytes } = this;
    let next = quote + 1;
    while (next < this.length && bytes[next] !== bytes[quote] && bytes[next] !== Byte.LineFeed) next++;
    return bytes[next] === bytes[quote];
  }

  /** Whether three quotes follow the three at a position with an operator or bracket behind: a string inside the field. */
  private endsBeforeOperator(quote: number): boolean {
    const { bytes } = this;
    let next = quote + 3;
    while (next < this.length && (bytes[next] !== bytes[quote] || !isTriple(bytes, next))) next++;
    next += 3;
    while (CHARACTER_CLASS[bytes[next]!] === CharacterClass.Blank) next++;
    return next < this.length && CHARACTER_CLASS[bytes[next]!] === CharacterClass.Operator;
  }

  /** Notes the f-string rules of Python 3.12 if a string in a field could not stand there before. */
  protected checkOldGrammar(start: number, end: number): void {
    const { open, bytes } = this;
    for (let level = 0; level < open.formatted; level++) {
      const state = open.formattedFlags[level]!;
      const quote = state >> QUOTE_SHIFT;
      const triple = (state & StringFlag.Triple) !== 0;
      for (let position = start; position < end; position++) {
        const byte = bytes[position]!;
        if (byte === Byte.Backslash || (byte === quote && (!triple || isTriple(bytes, position)))) {
          this.usesNewFormatted();
          return;
        }
      }
    }
  }

  /** Notes the f-string rules of Python 3.12, once for an outermost f-string. */
  protected usesNewFormatted(): void {
    const start = this.open.formattedStarts[0]!;
    const last = this.featureUses.at(-1);
    if (last?.feature === 'formattedStringGrammar' && last.start === start) return;
    this.uses('formattedStringGrammar', start);
  }
}
