import { Kind, NONE, type Node } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { STARTS_EXPRESSION } from './grammar.ts';
import { MatchParser } from './match-statements.ts';
import { FAULT } from './token-cursor.ts';

/**
 * Goes on behind a syntax error. The error costs its statement: that becomes an Error node, whose children are the
 * well-formed parts of the line and the block below it.
 */
export abstract class RecoveryParser extends MatchParser {
  /** The statement began at byte `start`, when there were `mark` nodes. */
  protected recover(start: number, mark: number): Node {
    this.depth = 0;
    this.salvageLine();
    if (this.token === Token.Indent) this.salvageBlock();
    const first = this.linkOrphans(mark);
    return this.node(Kind.Error, start, Math.max(start, this.previousEnd), first, 0);
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

  private salvageBlock(): void {
    const { start } = this;
    this.advance();
    const first = this.statements(false, false);
    this.finish(Kind.Block, start, first, 0);
  }

  /** Links the nodes made since `mark` that have no parent, in the order of the source; returns the first. */
  private linkOrphans(mark: number): Node {
    const isChild = new Uint8Array(this.nodeCount - mark);
    for (let node = mark; node < this.nodeCount; node++) {
      const child = this.firstChildren[node]!;
      const sibling = this.nextSiblings[node]!;
      if (child >= mark) isChild[child - mark] = 1;
      if (sibling >= mark) isChild[sibling - mark] = 1;
    }
    const orphans: Node[] = [];
    for (let node = mark; node < this.nodeCount; node++) if (isChild[node - mark] === 0) orphans.push(node as Node);
    orphans.sort((left, right) => this.nodeStarts[left]! - this.nodeStarts[right]!);
    let last = NONE;
    for (const orphan of orphans) {
      this.link(last, orphan);
      last = this.lastOf(orphan);
    }
    return orphans[0] ?? NONE;
  }
}
