// https://docs.python.org/3/reference/compound_stmts.html#type-params

import { Kind, NONE, type Node, NodeFlag, TypeParameterKind } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { ParameterParser } from './parameters.ts';

/** Reads type parameters, and the `type` statement that they came with. */
export abstract class TypeParameterParser extends ParameterParser {
  /** At `[`: a TypeParameters node; none elsewhere. */
  protected typeParameters(): Node {
    if (this.token !== Token.LeftBracket) return NONE;
    const { start } = this;
    this.uses('typeParameters', start);
    this.advance();
    const first = this.typeParameter();
    let last = first;
    while (this.eat(Token.Comma)) {
      if (this.at(Token.RightBracket)) break;
      last = this.link(last, this.typeParameter());
    }
    this.expect(Token.RightBracket, "expected ']'");
    return this.finish(Kind.TypeParameters, start, first, 0);
  }

  private typeParameter(): Node {
    const { start } = this;
    const kind = this.typeParameterKind();
    let data: number = kind;
    const name = this.identifier('expected the name of a type parameter');
    let last = name;
    if (this.token === Token.Colon) {
      if (kind !== TypeParameterKind.TypeVar) this.fail('only a type variable may have a bound');
      this.advance();
      data |= NodeFlag.HasAnnotation;
      last = this.link(last, this.expression());
    }
    if (this.token === Token.Equal) {
      this.uses('typeParameterDefault', this.start);
      this.advance();
      data |= NodeFlag.HasDefault;
      const isStarred = kind === TypeParameterKind.TypeVarTuple && this.at(Token.Star);
      this.link(last, isStarred ? this.starNamedExpression() : this.expression());
    }
    return this.finish(Kind.TypeParameter, start, name, data);
  }

  private typeParameterKind(): TypeParameterKind {
    if (this.eat(Token.Star)) return TypeParameterKind.TypeVarTuple;
    return this.eat(Token.DoubleStar) ? TypeParameterKind.ParamSpec : TypeParameterKind.TypeVar;
  }

  /** At `type NAME =` or `type NAME [`. */
  protected typeAlias(): Node {
    const { start } = this;
    this.uses('typeAlias', start);
    this.advance();
    const name = this.identifier('expected a name');
    const last = this.link(name, this.typeParameters()) || name;
    this.expect(Token.Equal, "expected '='");
    this.link(last, this.expression());
    return this.finish(Kind.TypeAlias, start, name, 0);
  }
}
