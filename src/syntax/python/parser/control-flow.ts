// https://docs.python.org/3/reference/compound_stmts.html#the-if-statement

import { Kind, type Node, NodeFlag } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { DefinitionParser } from './definitions.ts';

/** Reads `if`, `while` and `for`. */
export abstract class ControlFlowParser extends DefinitionParser {
  protected ifStatement(): Node {
    const { start } = this;
    const test = this.testAndBlock();
    let last = this.lastOf(test);
    while (this.token === Token.Elif) {
      const clauseStart = this.start;
      const clauseTest = this.testAndBlock();
      last = this.link(last, this.clause(Kind.Elif, clauseStart, clauseTest));
    }
    last = this.elseClause(last);
    return this.node(Kind.If, start, this.nodeEnds[last]!, test, 0);
  }

  /** At a keyword: the test behind it, with the block linked. */
  private testAndBlock(): Node {
    this.advance();
    const test = this.namedExpression();
    this.link(test, this.block());
    return test;
  }

  /** Makes a clause that ends with the last of its children. */
  protected clause(kind: Kind, start: number, first: Node): Node {
    return this.node(kind, start, this.nodeEnds[this.lastOf(first)]!, first, 0);
  }

  /** At `else`: links the clause behind `last` and returns it; elsewhere returns `last`. */
  protected elseClause(last: Node): Node {
    if (this.token !== Token.Else) return last;
    const { start } = this;
    this.advance();
    return this.link(last, this.clause(Kind.Else, start, this.block()));
  }

  protected whileStatement(): Node {
    const { start } = this;
    const test = this.testAndBlock();
    const last = this.elseClause(this.lastOf(test));
    return this.node(Kind.While, start, this.nodeEnds[last]!, test, 0);
  }

  /** At `for`; `start` is at `async` if that stands before it. */
  protected forStatement(start: number, isAsync: boolean): Node {
    this.advance();
    const target = this.starTargets();
    this.expect(Token.In, "expected 'in'");
    const iterable = this.starExpressions();
    if (this.nodeKinds[iterable] === Kind.Starred || this.isBareUnpacking(iterable)) {
      this.uses('unpackingInFor', this.nodeStarts[iterable]!);
    }
    this.link(target, iterable);
    const last = this.elseClause(this.link(iterable, this.block()));
    return this.node(Kind.For, start, this.nodeEnds[last]!, target, isAsync ? NodeFlag.Async : 0);
  }
}
