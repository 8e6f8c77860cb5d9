// https://docs.python.org/3/reference/expressions.html#displays-for-lists-sets-and-dictionaries

import { Kind, type Node, NodeFlag } from '../node-kinds.ts';
import { Precedence } from '../operators.ts';
import { Token } from '../tokens/token-kinds.ts';
import { AtomParser } from './atoms.ts';

/** Reads the `for … in … if …` clauses of comprehensions. */
export abstract class ComprehensionParser extends AtomParser {
  protected override get isAtComprehension(): boolean {
    return this.token === Token.For || (this.token === Token.Async && this.nextToken === Token.For);
  }

  protected override comprehensionClauses(element: Node): void {
    const { height } = this;
    if (this.nodeKinds[element] === Kind.Starred || this.nodeKinds[element] === Kind.DoubleStarred) {
      this.uses('unpackingInComprehension', this.nodeStarts[element]!);
    }
    let last = element;
    while (this.isAtComprehension) last = this.link(last, this.comprehensionClause());
    this.raise(height);
  }

  private comprehensionClause(): Node {
    const { start } = this;
    const isAsync = this.eat(Token.Async);
    this.advance();
    const target = this.starTargets();
    this.expect(Token.In, "expected 'in'");
    let last = this.link(target, this.operation(Precedence.Or));
    while (this.eat(Token.If)) last = this.link(last, this.operation(Precedence.Or));
    return this.finish(Kind.ComprehensionFor, start, target, isAsync ? NodeFlag.Async : 0);
  }
}
