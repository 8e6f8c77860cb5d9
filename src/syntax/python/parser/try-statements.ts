// https://docs.python.org/3/reference/compound_stmts.html#the-try-statement

import { Kind, type Node, NodeFlag } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { WithParser } from './with-statements.ts';

/** Reads `try`. */
export abstract class TryParser extends WithParser {
  protected tryStatement(): Node {
    const { start } = this;
    this.advance();
    const body = this.block();
    let last = body;
    let flags = 0;
    while (this.token === Token.Except) {
      const isStar = this.nextToken === Token.Star;
      if (last !== body && isStar !== (flags !== 0)) this.reportHere("cannot have both 'except' and 'except*'");
      flags = isStar ? NodeFlag.ExceptStar : 0;
      last = this.link(last, this.exceptHandler());
    }
    const hasHandlers = last !== body;
    if (this.token === Token.Else && hasHandlers) last = this.elseClause(last);
    if (this.token === Token.Finally) last = this.finallyClause(last);
    if (last === body) this.reportHere("expected 'except' or 'finally' block");
    return this.node(Kind.Try, start, this.nodeEnds[last]!, body, flags);
  }

  private finallyClause(last: Node): Node {
    const { start } = this;
    this.advance();
    return this.link(last, this.clause(Kind.Finally, start, this.block()));
  }

  private exceptHandler(): Node {
    const { start } = this;
    this.advance();
    const isStar = this.eat(Token.Star);
    if (isStar) this.uses('exceptStar', start);
    if (this.token === Token.Colon && !isStar) {
      const block = this.block();
      return this.node(Kind.ExceptHandler, start, this.nodeEnds[block]!, block, 0);
    }
    const type = this.exceptionTypes();
    let flags: number = NodeFlag.HasType;
    let last = type;
    if (this.eat(Token.As)) {
      flags |= NodeFlag.HasName;
      last = this.link(type, this.identifier('expected a name'));
    }
    const block = this.link(last, this.block());
    return this.node(Kind.ExceptHandler, start, this.nodeEnds[block]!, type, flags);
  }

  /** One type, or several without parentheses as a Tuple. */
  private exceptionTypes(): Node {
    const { start } = this;
    const first = this.expression();
    if (this.token !== Token.Comma) return first;
    this.uses('exceptWithoutParentheses', start);
    let last = first;
    while (this.eat(Token.Comma)) {
      if (this.at(Token.Colon)) break;
      last = this.link(last, this.expression());
    }
    if (this.at(Token.As)) this.fail("multiple exception types must be parenthesized when using 'as'");
    return this.finish(Kind.Tuple, start, first, 0);
  }
}
