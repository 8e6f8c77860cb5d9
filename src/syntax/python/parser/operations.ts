// https://docs.python.org/3/reference/expressions.html#operator-precedence

import { Kind, type Node } from '../node-kinds.ts';
import { Operator, PRECEDENCE, Precedence } from '../operators.ts';
import { Token } from '../tokens/token-kinds.ts';
import { PrimaryParser } from './primaries.ts';

/** Reads operators by precedence climbing. */
export abstract class OperationParser extends PrimaryParser {
  protected override operation(precedence: number): Node {
    const { start } = this;
    let left = this.token === Token.Not && precedence <= Precedence.Not ? this.negation(start) : this.unary();
    for (;;) {
      const level = PRECEDENCE[this.token]!;
      if (level === 0 || level < precedence) return left;
      if (level >= Precedence.BitOr) left = this.binary(start, left, level);
      else if (level === Precedence.Comparison) {
        if (this.token === Token.Not && this.nextToken !== Token.In) return left;
        left = this.comparison(start, left);
      } else left = this.boolean(start, left, level);
    }
  }

  private binary(start: number, left: Node, level: number): Node {
    const { token, height } = this;
    this.advance();
    this.link(left, this.operation(level + 1));
    this.raise(height);
    return this.finish(Kind.BinaryOperation, start, left, token);
  }

  private comparison(start: number, left: Node): Node {
    let { height } = this;
    let last = left;
    while (PRECEDENCE[this.token] === Precedence.Comparison) {
      if (this.token === Token.Not && this.nextToken !== Token.In) break;
      last = this.link(last, this.comparisonOperator());
      last = this.link(last, this.operation(Precedence.BitOr));
      if (this.height > height) height = this.height;
    }
    this.raise(height);
    return this.finish(Kind.Comparison, start, left, 0);
  }

  private comparisonOperator(): Node {
    const { start, token } = this;
    let operator: number = token;
    this.advance();
    if (token === Token.Not) {
      operator = Operator.NotIn;
      this.advance();
    } else if (token === Token.Is && this.eat(Token.Not)) operator = Operator.IsNot;
    return this.finish(Kind.ComparisonOperator, start, 0 as Node, operator);
  }

  private boolean(start: number, left: Node, level: number): Node {
    const { token } = this;
    let { height } = this;
    let last = left;
    while (this.eat(token)) {
      last = this.link(last, this.operation(level + 1));
      if (this.height > height) height = this.height;
    }
    this.raise(height);
    return this.finish(Kind.BooleanOperation, start, left, token);
  }

  private negation(start: number): Node {
    this.enter();
    this.advance();
    const operand = this.operation(Precedence.Not);
    this.depth--;
    this.raise(0);
    return this.finish(Kind.UnaryOperation, start, operand, Operator.Not);
  }

  /** `-a`, `await a`, `a ** b`, or a primary. */
  private unary(): Node {
    const { token, start } = this;
    if (token === Token.Minus || token === Token.Plus || token === Token.Tilde) {
      this.enter();
      this.advance();
      const operand = this.unary();
      this.depth--;
      this.raise(0);
      return this.finish(Kind.UnaryOperation, start, operand, token);
    }
    const base = token === Token.Await ? this.awaitExpression(start) : this.primary();
    return this.token === Token.DoubleStar ? this.power(start, base) : base;
  }

  private awaitExpression(start: number): Node {
    this.advance();
    const value = this.primary();
    this.raise(0);
    return this.finish(Kind.Await, start, value, 0);
  }

  private power(start: number, base: Node): Node {
    const { height } = this;
    this.enter();
    this.advance();
    this.link(base, this.unary());
    this.depth--;
    this.raise(height);
    return this.finish(Kind.BinaryOperation, start, base, Operator.Power);
  }
}
