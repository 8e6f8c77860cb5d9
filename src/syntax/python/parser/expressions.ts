// https://docs.python.org/3/reference/expressions.html

import { Kind, NONE, type Node } from '../node-kinds.ts';
import { Precedence } from '../operators.ts';
import { Token } from '../tokens/token-kinds.ts';
import { STARTS_EXPRESSION } from './grammar.ts';
import { OperationParser } from './operations.ts';

/** Reads conditionals, assignment expressions, yield, and lists of expressions. */
export abstract class ExpressionParser extends OperationParser {
  protected abstract lambda(): Node;

  protected override expression(): Node {
    if (this.token === Token.Lambda) return this.lambda();
    const { start } = this;
    const body = this.operation(Precedence.Or);
    return this.token === Token.If ? this.conditional(start, body) : body;
  }

  private conditional(start: number, body: Node): Node {
    let { height } = this;
    this.enter();
    this.advance();
    const test = this.operation(Precedence.Or);
    height = Math.max(height, this.height);
    this.expect(Token.Else, "expected 'else' after 'if' expression");
    const alternative = this.expression();
    this.depth--;
    this.raise(height);
    this.link(body, test);
    this.link(test, alternative);
    return this.finish(Kind.Conditional, start, body, 0);
  }

  protected override namedExpression(): Node {
    const { start } = this;
    const target = this.expression();
    if (this.token !== Token.ColonEqual) return target;
    if (this.nodeKinds[target] !== Kind.Name || this.nodeStarts[target] !== start) {
      this.failAt(target, 'cannot use assignment expressions with this expression');
    }
    this.uses('assignmentExpression', start);
    this.advance();
    this.link(target, this.expression());
    this.raise(1);
    return this.finish(Kind.NamedExpression, start, target, 0);
  }

  protected override starNamedExpression(): Node {
    return this.token === Token.Star ? this.starred() : this.namedExpression();
  }

  private starred(): Node {
    const { start } = this;
    this.advance();
    const value = this.operation(Precedence.BitOr);
    this.raise(0);
    return this.finish(Kind.Starred, start, value, 0);
  }

  private starExpression(): Node {
    return this.token === Token.Star ? this.starred() : this.expression();
  }

  protected override starExpressions(): Node {
    const { start } = this;
    const first = this.starExpression();
    if (this.token !== Token.Comma) return first;
    let last = first;
    let { height } = this;
    while (this.eat(Token.Comma)) {
      if (STARTS_EXPRESSION[this.token] === 0) break;
      last = this.link(last, this.starExpression());
      if (this.height > height) height = this.height;
    }
    this.height = height + 1;
    return this.finish(Kind.Tuple, start, first, 0);
  }

  protected override valueExpressions(): Node {
    return this.token === Token.Yield ? this.yieldExpression() : this.starExpressions();
  }

  protected override yieldExpression(): Node {
    const { start } = this;
    this.advance();
    if (this.eat(Token.From)) {
      const iterable = this.expression();
      this.raise(0);
      return this.finish(Kind.YieldFrom, start, iterable, 0);
    }
    if (STARTS_EXPRESSION[this.token] === 0) return this.finish(Kind.Yield, start, NONE, 0);
    const value = this.starExpressions();
    this.raise(0);
    this.noteBareUnpacking(value);
    return this.finish(Kind.Yield, start, value, 0);
  }

  /** Notes `return *a, b` and `yield *a, b`, which older versions want in parentheses. */
  protected noteBareUnpacking(value: Node): void {
    if (this.isBareUnpacking(value)) this.uses('unpackingInReturn', this.nodeStarts[value]!);
  }
}
