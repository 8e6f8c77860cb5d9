// https://docs.python.org/3/reference/lexical_analysis.html

import { HASH_START, KEYWORD_COUNT } from '../names.ts';
import { Bracket } from './brackets.ts';
import { Byte, CHARACTER_CLASS, CharacterClass, IDENTIFIER, isDigit } from './characters.ts';
import { IndentationScanner, isConflictMarker } from './indentation.ts';
import { MAY_BE_LONGER, OPERATOR_LENGTH, operatorAt, SINGLE } from './operator-scanner.ts';
import { NO_PREFIX, prefixFlags } from './strings.ts';
import { KEYWORD_BASE, SPECIFICATION_COLON, STATEMENT_KEYWORD, StringFlag, Token } from './token-kinds.ts';

const FNV_PRIME = 0x01000193;
const BOM_LENGTH = 3;

/** Turns bytes into tokens. It never fails: what is no token is recorded as an error and left out. */
export class Tokenizer extends IndentationScanner {
  private atLineStart = true;

  /** Scans all of the source that `load` has set. */
  protected tokenize(): void {
    const { bytes } = this;
    this.resetBrackets();
    this.resetIndentation();
    this.atLineStart = true;
    const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    this.scanFrom(hasBom ? BOM_LENGTH : 0);
    this.endModule();
  }

  private scanFrom(from: number): void {
    const { bytes, open } = this;
    let position = from;
    for (;;) {
      if (this.atLineStart) {
        this.atLineStart = false;
        position = this.startLine(position);
      }
      const byte = bytes[position]!;
      switch (CHARACTER_CLASS[byte]) {
        case CharacterClass.Identifier:
          position = this.scanWord(position);
          break;
        case CharacterClass.Blank:
          position++;
          break;
        case CharacterClass.Operator:
          position = this.scanOperator(position, byte);
          break;
        case CharacterClass.Newline:
          position = this.scanNewline(position);
          break;
        case CharacterClass.Quote:
          position = this.scanQuote(position, position, 0);
          break;
        case CharacterClass.Digit:
          position = this.scanNumber(position);
          break;
        case CharacterClass.Comment:
          if (open.formatted > 0) this.usesNewFormatted();
          position = this.scanComment(position);
          break;
        case CharacterClass.Backslash:
          position = this.scanContinuation(position);
          break;
        default:
          if (position >= this.length) {
            if (open.depth === 0) return;
            position = this.endOpenStatement(this.length, this.length);
            this.atLineStart = true;
          } else position = this.scanUnknown(position);
      }
    }
  }

  private scanWord(start: number): number {
    const { bytes } = this;
    let hash = HASH_START;
    let position = start;
    let union = 0;
    do {
      const byte = bytes[position]!;
      hash = Math.imul(hash ^ byte, FNV_PRIME);
      union |= byte;
      position++;
    } while (IDENTIFIER[bytes[position]!] === 1);
    const next = bytes[position]!;
    if ((next === Byte.DoubleQuote || next === Byte.SingleQuote) && position - start <= 2) {
      const flags = prefixFlags(bytes, start, position);
      if (flags !== NO_PREFIX) return this.scanQuote(start, position, flags);
    }
    if (union > 127) return this.scanUnicodeName(start, position);
    const name = this.names.intern(bytes, start, position, hash);
    if (name > KEYWORD_COUNT) this.push(Token.Name, start, position, name);
    else {
      const kind = KEYWORD_BASE + name;
      if (this.open.depth > 0 && start === this.bracketedLine && STATEMENT_KEYWORD[kind] === 1) {
        this.atLineStart = true;
        return this.endOpenStatement(this.physicalLineStart(start), position);
      }
      this.push(kind, start, position, name);
    }
    return position;
  }

  private physicalLineStart(position: number): number {
    let start = position;
    while (start > 0 && CHARACTER_CLASS[this.bytes[start - 1]!] === CharacterClass.Blank) start--;
    return start;
  }

  private scanQuote(start: number, quote: number, flags: number): number {
    if (this.open.formatted > 0) {
      if (start === quote) {
        const end = this.endUnclosedField(quote);
        if (end >= 0) return end;
      }
      return this.scanNestedQuote(start, quote, flags);
    }
    if ((flags & (StringFlag.Formatted | StringFlag.Template)) === 0) return this.scanString(start, quote, flags);
    return this.startFormatted(start, quote, flags);
  }

  private scanNestedQuote(start: number, quote: number, flags: number): number {
    if ((flags & (StringFlag.Formatted | StringFlag.Template)) === 0) {
      const end = this.scanString(start, quote, flags);
      this.checkOldGrammar(start, end);
      return end;
    }
    this.checkOldGrammar(start, quote + 1);
    return this.startFormatted(start, quote, flags);
  }

  private scanOperator(position: number, byte: number): number {
    const { open } = this;
    switch (byte) {
      case Byte.LeftParenthesis:
        return this.scanOpener(position, Token.LeftParenthesis, Bracket.Parenthesis);
      case Byte.LeftBracket:
        return this.scanOpener(position, Token.LeftBracket, Bracket.Square);
      case Byte.LeftBrace:
        return this.scanOpener(position, Token.LeftBrace, Bracket.Brace);
      case Byte.RightParenthesis:
        this.closeBracket(Bracket.Parenthesis, position);
        return position + 1;
      case Byte.RightBracket:
        this.closeBracket(Bracket.Square, position);
        return position + 1;
      case Byte.RightBrace:
        return this.scanRightBrace(position);
      default:
    }
    if (open.formatted > 0 && byte === Byte.Colon && this.isInField()) {
      this.push(Token.Colon, position, position + 1, SPECIFICATION_COLON);
      return this.startSpecification(position + 1);
    }
    if (MAY_BE_LONGER[byte] === 0) {
      this.push(SINGLE[byte]!, position, position + 1, 0);
      return position + 1;
    }
    if (byte === Byte.Dot && isDigit(this.bytes[position + 1]!)) return this.scanNumber(position);
    const kind = operatorAt(this.bytes, position);
    if (kind === Token.Exclamation && open.formatted === 0) return this.scanUnknown(position);
    const end = position + OPERATOR_LENGTH[kind]!;
    this.push(kind, position, end, 0);
    return end;
  }

  private scanOpener(position: number, kind: number, bracket: number): number {
    this.push(kind, position, position + 1, 0);
    if (this.openBracket(bracket, position)) return position + 1;
    this.report(position, position + 1, 'too many nested parentheses');
    this.count--;
    return this.skipLine(position);
  }

  /** Gives up the rest of a line: closes all brackets and goes on behind its end. */
  private skipLine(from: number): number {
    let position = from;
    while (this.lineEndLength(position) === 0 && position < this.length) position++;
    this.closeDownTo(0, position);
    return position;
  }

  private scanRightBrace(position: number): number {
    if (this.isInField()) return this.endField(position);
    this.closeBracket(Bracket.Brace, position);
    // A bracket inside the field was left open: this brace ends the field, too.
    const hasClosedOther = this.kinds[this.count - 1] !== Token.RightBrace;
    return hasClosedOther && this.isInField() ? this.endField(position) : position + 1;
  }

  private scanNewline(position: number): number {
    const end = position + this.lineEndLength(position);
    if (this.open.depth === 0) {
      this.push(Token.Newline, position, end, 0);
      this.atLineStart = true;
      return end;
    }
    return this.scanBracketedLine(end);
  }

  /** At the start of a line inside brackets; returns where its tokens begin, or where a statement begins. */
  private scanBracketedLine(lineStart: number): number {
    const { bytes, open } = this;
    if (open.formatted > 0) this.checkLineInField();
    let position = lineStart;
    let column = 0;
    for (; ; position++) {
      const byte = bytes[position]!;
      if (byte === Byte.Space) column++;
      else if (byte === Byte.Tab) column = (column | 7) + 1;
      else break;
    }
    const kind = CHARACTER_CLASS[bytes[position]!];
    if (kind === CharacterClass.Newline || kind === CharacterClass.Comment) return position;
    if (isConflictMarker(bytes, position)) return this.skipConflictMarker(position);
    if (!this.seeBracketedLine(lineStart, position, column)) return position;
    this.atLineStart = true;
    return this.endOpenStatement(lineStart, lineStart);
  }

  private checkLineInField(): void {
    const { open } = this;
    for (let level = 0; level < open.formatted; level++) {
      if ((open.formattedFlags[level]! & StringFlag.Triple) === 0) this.usesNewFormatted();
    }
  }

  private scanContinuation(position: number): number {
    const length = this.lineEndLength(position + 1);
    if (length === 0) {
      this.report(position, position + 1, 'unexpected character after line continuation character');
      return position + 1;
    }
    if (this.open.formatted > 0) this.usesNewFormatted();
    const end = position + 1 + length;
    if (end >= this.length) this.report(position, position + 1, 'unexpected end of file after a backslash');
    return end;
  }

  private scanUnknown(position: number): number {
    this.report(position, position + 1, 'invalid character');
    return position + 1;
  }

  /** A word with bytes above 127: https://docs.python.org/3/reference/lexical_analysis.html#identifiers */
  private scanUnicodeName(start: number, end: number): number {
    const text = decoder.decode(this.bytes.subarray(start, end));
    if (this.malformed) this.checkUtf8(start, end);
    const normalized = text.normalize('NFKC');
    if (!IDENTIFIER_TEXT.test(text) || !IDENTIFIER_TEXT.test(normalized)) {
      this.report(start, end, 'invalid character in identifier');
    }
    this.push(Token.Name, start, end, this.names.idOf(normalized));
    return end;
  }

  private endModule(): void {
    const last = this.count === 0 ? Token.Newline : this.kinds[this.count - 1]!;
    if (last !== Token.Newline && last !== Token.Dedent) this.push(Token.Newline, this.length, this.length, 0);
    this.endIndentation();
    this.push(Token.EndOfFile, this.length, this.length, 0);
  }
}

const IDENTIFIER_TEXT = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
