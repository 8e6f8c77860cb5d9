// https://docs.python.org/3/reference/compound_stmts.html

import { Kind, NONE, type Node } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { RecoveryParser } from './recovery.ts';
import { FAULT } from './token-cursor.ts';

/** 1 for the tokens that stand for line ends and indentation. */
const IS_LAYOUT = new Uint8Array(256);
for (const token of [Token.Newline, Token.Indent, Token.Dedent]) IS_LAYOUT[token] = 1;

/** Reads lists of statements, and blocks. */
export class StatementParser extends RecoveryParser {
  protected override statements(isTop: boolean, isMatch: boolean): Node {
    let first = NONE;
    let last = NONE;
    let strayIndents = 0;
    for (;;) {
      if (this.token === Token.EndOfFile) return first;
      if (this.token === Token.Dedent) {
        this.advance();
        if (strayIndents > 0) strayIndents--;
        else if (!isTop) return first;
      } else if (this.token === Token.Indent) {
        this.reportHere('unexpected indent');
        this.advance();
        strayIndents++;
      } else if (this.token === Token.Newline) this.advance();
      else {
        const statement = this.guardedStatement(isMatch);
        if (first === NONE) first = statement;
        else this.nextSiblings[last] = statement;
        last = this.lastOf(statement);
      }
    }
  }

  /** A statement; an Error node if it has a syntax error. */
  private guardedStatement(isMatch: boolean): Node {
    const mark = this.nodeCount;
    const { position } = this;
    try {
      return isMatch ? this.matchCase() : this.statement();
    } catch (error) {
      if (error !== FAULT) this.stackOverflow(error);
      return this.recover(position, mark);
    }
  }

  /** The caller may have left less of the stack than the depth that is allowed: that is an error of the source, too. */
  private stackOverflow(error: unknown): void {
    if (!(error instanceof RangeError)) throw error;
    this.reportHere('too deeply nested');
  }

  private statement(): Node {
    const { start } = this;
    switch (this.token) {
      case Token.Name:
        return this.isMatchStatement() ? this.matchStatement() : this.simpleStatements();
      case Token.If:
        return this.ifStatement();
      case Token.Def:
        return this.plainFunction();
      case Token.For:
        return this.forStatement(start, false);
      case Token.At:
        return this.decorated();
      case Token.Class:
        return this.classDefinition(NONE, NONE);
      case Token.With:
        return this.withStatement(start, false);
      case Token.Try:
        return this.tryStatement();
      case Token.While:
        return this.whileStatement();
      case Token.Async:
        return this.asyncStatement(start);
      default:
        return this.simpleStatements();
    }
  }

  private asyncStatement(start: number): Node {
    if (this.nextToken === Token.Def) return this.plainFunction();
    if (this.nextToken === Token.For) {
      this.advance();
      return this.forStatement(start, true);
    }
    if (this.nextToken !== Token.With) this.fail('invalid syntax');
    this.advance();
    return this.withStatement(start, true);
  }

  protected override block(): Node {
    if (!this.eat(Token.Colon)) this.missingColon();
    if (this.token !== Token.Newline) {
      const { start } = this;
      return this.blockOf(start, this.simpleStatements());
    }
    this.advance();
    const { start } = this;
    if (!this.at(Token.Indent)) {
      this.reportHere('expected an indented block');
      return this.node(Kind.Block, this.previousEnd, this.previousEnd, NONE, 0);
    }
    this.advance();
    return this.blockOf(start, this.statements(false, false));
  }

  private missingColon(): void {
    if (this.token !== Token.Newline || this.nextToken !== Token.Indent) this.fail("expected ':'");
    this.reportHere("expected ':'");
  }

  /** Makes a Block that ends with its last token, which may be a semicolon. */
  protected override blockOf(start: number, first: Node): Node {
    let last = this.position - 1;
    while (last > 0 && IS_LAYOUT[this.kinds[last]!] === 1) last--;
    return this.node(Kind.Block, start, Math.max(start, this.ends[last]!), first, 0);
  }
}
