// https://docs.python.org/3/reference/compound_stmts.html#literal-patterns

import { WellKnown } from '../names.ts';
import { Kind, type Node } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { TypeParameterParser } from './type-parameters.ts';

/** Reads the literals and dotted names that a pattern may hold. */
export abstract class LiteralPatternParser extends TypeParameterParser {
  protected isWildcard(): boolean {
    return this.isSoftKeyword(this.position, WellKnown.underscore);
  }

  /** A number with sign or imaginary part, a string, None, True or False. */
  protected patternLiteral(): Node {
    const { start, token } = this;
    switch (token) {
      case Token.String:
      case Token.Bytes:
      case Token.FormattedStart:
      case Token.None:
      case Token.True:
      case Token.False:
        return this.atom();
      case Token.Minus:
      case Token.Plus:
      case Token.Integer:
      case Token.Float:
        return this.complexRest(start, this.signedNumber());
      case Token.Imaginary:
        return this.signedNumber();
      default:
        this.fail('invalid pattern');
    }
  }

  private signedNumber(): Node {
    const { start } = this;
    const sign = this.token;
    if (sign === Token.Plus) this.uses('signedPattern', start);
    if (sign === Token.Minus || sign === Token.Plus) this.advance();
    if (this.token !== Token.Integer && this.token !== Token.Float && this.token !== Token.Imaginary) {
      this.fail('expected a number');
    }
    const number = this.atom();
    return sign === Token.Minus ? this.finish(Kind.UnaryOperation, start, number, sign) : number;
  }

  private complexRest(start: number, real: Node): Node {
    if (this.token !== Token.Plus && this.token !== Token.Minus) return real;
    const operator = this.token;
    const isImaginary = this.kinds[this.position - 1] === Token.Imaginary;
    if (isImaginary) this.fail('real number required in complex literal');
    this.advance();
    if (!this.at(Token.Imaginary)) this.fail('imaginary number required in complex literal');
    this.link(real, this.atom());
    return this.finish(Kind.BinaryOperation, start, real, operator);
  }

  /** A name or dotted name as an expression. */
  protected dottedValue(): Node {
    const { start } = this;
    let node = this.identifier('expected a name');
    while (this.eat(Token.Dot)) {
      if (this.token !== Token.Name) this.fail('expected an attribute name');
      const name = this.data[this.position]!;
      this.raise(0);
      this.advance();
      node = this.finish(Kind.Attribute, start, node, name);
    }
    return node;
  }
}
