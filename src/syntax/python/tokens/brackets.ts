// https://docs.python.org/3/reference/lexical_analysis.html#implicit-line-joining

import { Byte } from './characters.ts';
import { EscapeChecker } from './escapes.ts';
import { COMPOUND_KEYWORD, Token } from './token-kinds.ts';

/** What an entry of the bracket stack is: a bracket, or a field of an f-string before or after its colon. */
export const Bracket = { Parenthesis: 1, Square: 2, Brace: 3, Field: 4, Specification: 5 } as const;

/** As in CPython (MAXLEVEL). */
const MAX_BRACKETS = 200;
/** As in CPython, whose MAXFSTRINGLEVEL counts the code around f-strings, too. */
export const MAX_FORMATTED: number = 149;

const CLOSER: readonly number[] = [
  0,
  Token.RightParenthesis,
  Token.RightBracket,
  Token.RightBrace,
  Token.RightBrace,
  Token.RightBrace,
];
const OPENED_BY: readonly string[] = ['', '(', '[', '{', '{', '{'];

/** The brackets and f-strings that are open at a place. */
class OpenStack {
  readonly brackets: Uint8Array = new Uint8Array(MAX_BRACKETS);
  /** Byte offset of each bracket. */
  readonly offsets: Int32Array = new Int32Array(MAX_BRACKETS);
  depth = 0;
  /** For each open f-string: its `StringFlag`s with the quote's byte above them, its start, and the brackets outside it. */
  readonly formattedFlags: Int32Array = new Int32Array(MAX_FORMATTED);
  readonly formattedStarts: Int32Array = new Int32Array(MAX_FORMATTED);
  readonly formattedDepths: Int32Array = new Int32Array(MAX_FORMATTED);
  formatted = 0;

  copyFrom(other: OpenStack): void {
    this.brackets.set(other.brackets.subarray(0, other.depth));
    this.offsets.set(other.offsets.subarray(0, other.depth));
    this.depth = other.depth;
    this.formattedFlags.set(other.formattedFlags.subarray(0, other.formatted));
    this.formattedStarts.set(other.formattedStarts.subarray(0, other.formatted));
    this.formattedDepths.set(other.formattedDepths.subarray(0, other.formatted));
    this.formatted = other.formatted;
  }
}

/**
 * Keeps the open brackets, and ends a statement whose bracket is never closed. Nothing tells that at once, so the first
 * line inside brackets that looks like a new statement (it is indented no deeper than the statement, or follows a
 * header's colon) is remembered; a proof that a bracket is open (a statement keyword, the end of the file) goes back there.
 */
export class BracketTracker extends EscapeChecker {
  protected readonly open: OpenStack = new OpenStack();
  /** Indentation of the current statement in columns, and its first token. */
  protected statementIndent = 0;
  protected statementToken = 0;
  /** Where the first token of the line stands, if the line began inside brackets. */
  protected bracketedLine = -1;
  private readonly resumeStack = new OpenStack();
  private resumeAt = -1;
  private resumeCount = 0;
  private resumeComments = 0;
  private resumeErrors = 0;
  private resumeFeatures = 0;
  /** How many bytes may still be scanned a second time: it keeps the whole linear. */
  private rescanBudget = 0;

  protected resetBrackets(): void {
    this.open.depth = 0;
    this.open.formatted = 0;
    this.statementIndent = 0;
    this.statementToken = 0;
    this.bracketedLine = -1;
    this.resumeAt = -1;
    this.rescanBudget = this.length * 4 + 4096;
  }

  /** Opens a bracket whose token has been pushed; false if there are too many. */
  protected openBracket(bracket: number, offset: number): boolean {
    const { open } = this;
    if (open.depth === 0) this.resumeAt = -1;
    if (open.depth >= MAX_BRACKETS) return false;
    open.brackets[open.depth] = bracket;
    open.offsets[open.depth] = offset;
    open.depth++;
    return true;
  }

  /** Closes the innermost bracket with a closer of the kind given, pushing it; what is missing or extra is reported. */
  protected closeBracket(bracket: number, offset: number): void {
    const { open } = this;
    const top = open.depth === 0 ? 0 : open.brackets[open.depth - 1]!;
    if (top !== bracket && !this.closeMismatched(bracket, top, offset)) return;
    open.depth--;
    // A wrong closer stands for the right one.
    this.push(CLOSER[open.brackets[open.depth]!]!, offset, offset + 1, 0);
  }

  /** Whether the closer may still close the top of the stack. */
  private closeMismatched(bracket: number, top: number, offset: number): boolean {
    const { open } = this;
    if (top === 0 || top === Bracket.Field) {
      this.report(offset, offset + 1, 'unmatched closing bracket');
      return false;
    }
    this.report(offset, offset + 1, `closing bracket does not match opening '${OPENED_BY[top]}'`);
    let depth = open.depth - 1;
    while (depth > 0 && open.brackets[depth] !== bracket && open.brackets[depth] !== Bracket.Field) depth--;
    if (open.brackets[depth] === bracket) this.closeDownTo(depth + 1, offset);
    return true;
  }

  /** Pushes closers without width for all brackets and f-strings above a depth. */
  protected closeDownTo(depth: number, offset: number): void {
    const { open } = this;
    while (open.depth > depth) {
      open.depth--;
      this.push(CLOSER[open.brackets[open.depth]!]!, offset, offset, 0);
      while (open.formatted > 0 && open.formattedDepths[open.formatted - 1] === open.depth) {
        open.formatted--;
        this.push(Token.FormattedEnd, offset, offset, open.formattedFlags[open.formatted]!);
      }
    }
  }

  /**
   * Called for each line that begins inside brackets: `lineStart` is its first byte, `first` its first token's byte, at
   * `column`. Returns true if the statement has to end before this line (the budget for going back is used up).
   */
  protected seeBracketedLine(lineStart: number, first: number, column: number): boolean {
    this.bracketedLine = first;
    if (this.resumeAt >= 0) return false;
    const byte = this.bytes[first]!;
    if (byte === Byte.RightParenthesis || byte === Byte.RightBracket || byte === Byte.RightBrace) return false;
    if (column > this.statementIndent && !this.isAfterHeader()) return false;
    this.markResume(lineStart);
    return this.rescanBudget <= 0;
  }

  private isAfterHeader(): boolean {
    return this.kinds[this.count - 1] === Token.Colon && COMPOUND_KEYWORD[this.kinds[this.statementToken]!] === 1;
  }

  private markResume(lineStart: number): void {
    this.resumeAt = lineStart;
    this.resumeStack.copyFrom(this.open);
    this.resumeCount = this.count;
    this.resumeComments = this.commentWords;
    this.resumeErrors = this.errors.length;
    this.resumeFeatures = this.featureUses.length;
  }

  /**
   * Ends the statement whose brackets are never closed: at the line remembered, else at `lineStart`. Pushes closers and
   * a Newline, and returns the byte at which a new statement's line begins.
   */
  protected endOpenStatement(lineStart: number, scannedTo: number): number {
    const { open } = this;
    if (this.resumeAt < 0) this.markResume(lineStart);
    const resume = this.resumeAt;
    this.rescanBudget -= scannedTo - resume;
    open.copyFrom(this.resumeStack);
    this.count = this.resumeCount;
    this.commentWords = this.resumeComments;
    this.errors.length = this.resumeErrors;
    this.featureUses.length = this.resumeFeatures;
    const innermost = open.depth - 1;
    const offset = open.offsets[innermost]!;
    this.report(offset, offset + 1, `'${OPENED_BY[open.brackets[innermost]!]}' was never closed`);
    const end = this.count > 0 ? this.ends[this.count - 1]! : resume;
    // The colon of a header belongs behind the brackets that the header has left open.
    const isHeader = this.isAfterHeader();
    if (isHeader) this.count--;
    this.closeDownTo(0, isHeader ? end - 1 : end);
    if (isHeader) this.push(Token.Colon, end - 1, end, 0);
    this.push(Token.Newline, end, end, 0);
    this.resumeAt = -1;
    return resume;
  }
}
