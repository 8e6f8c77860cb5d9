import { Kind, type Node } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { STARTS_EXPRESSION } from './grammar.ts';
import { OrphanParser } from './orphans.ts';
import { FAULT } from './token-cursor.ts';

/**
 * Goes on behind a syntax error. The error costs its statement: that becomes an Error node, whose children are the
 * well-formed parts of the line and the block below it.
 */
export abstract class RecoveryParser extends OrphanParser {
  /** The statement began at the token `position`, when there were `mark` nodes. */
  protected recover(position: number, mark: number): Node {
    const keyword = this.definitionToken;
    const start = this.starts[position]!;
    this.depth = 0;
    this.salvageLine();
    let end = Math.max(start, this.previousEnd);
    if (this.token === Token.Indent) {
      if (keyword >= position && this.isNamed(keyword)) return this.salvageDefinition(keyword, mark);
      end = Math.max(end, this.nodeEnds[this.salvageBlock()]!);
    }
    return this.node(Kind.Error, start, end, this.linkAll(this.orphans(mark)), 0);
  }

  /** Whether a name follows the keyword of a definition. */
  private isNamed(keyword: number): boolean {
    const isAsync = this.kinds[keyword] === Token.Async;
    return this.kinds[keyword + (isAsync ? 2 : 1)] === Token.Name;
  }

  /** Reads what expressions are left on the line, and the line end. */
  private salvageLine(): void {
    while (this.token !== Token.Newline && this.token !== Token.EndOfFile) {
      if (this.token === Token.Indent || this.token === Token.Dedent) return;
      if (STARTS_EXPRESSION[this.token] === 0) this.advance();
      else this.salvageExpression();
    }
    this.eat(Token.Newline);
  }

  private salvageExpression(): void {
    const { position } = this;
    const errors = this.errors.length;
    try {
      this.starExpressions();
    } catch (error) {
      if (error !== FAULT) throw error;
      this.depth = 0;
      this.errors.length = errors;
      if (this.position === position) this.advance();
    }
  }

  private salvageBlock(): Node {
    const { start } = this;
    this.advance();
    return this.blockOf(start, this.statements(false, false));
  }
}
