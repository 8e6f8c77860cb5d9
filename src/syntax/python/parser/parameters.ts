// https://docs.python.org/3/reference/compound_stmts.html#function-definitions

import { Kind, NONE, type Node, NodeFlag, ParameterKind } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { ExpressionParser } from './expressions.ts';

/** Low bits of a Parameter's data. */
const KIND_MASK = 7;

/** Reads the parameters of functions and lambdas. */
export abstract class ParameterParser extends ExpressionParser {
  protected override lambda(): Node {
    const { start } = this;
    this.enter();
    this.advance();
    const parameters = this.parameters(Token.Colon, false);
    this.expect(Token.Colon, "expected ':'");
    this.link(parameters, this.expression());
    this.depth--;
    this.raise(0);
    return this.finish(Kind.Lambda, start, parameters, 0);
  }

  /** Parameters up to the token `closer`, which stays. */
  protected parameters(closer: number, isAnnotated: boolean): Node {
    const { start } = this;
    let first = NONE;
    let last = NONE;
    let kind: ParameterKind = ParameterKind.PositionalOrKeyword;
    let needsDefault = false;
    let isBareStar = false;
    while (this.token !== closer) {
      if (this.token === Token.Slash) {
        if (first === NONE || kind !== ParameterKind.PositionalOrKeyword || this.isPositionalOnly(first)) {
          this.fail("misplaced '/' in parameters");
        }
        this.positionalOnly(first);
      } else {
        if (kind === ParameterKind.VarKeyword) this.fail('arguments cannot follow var-keyword argument');
        const prefix = this.token;
        if (prefix === Token.Star && kind !== ParameterKind.PositionalOrKeyword) {
          this.fail("'*' may appear only once");
        }
        if (prefix === Token.Star && (this.nextToken === Token.Comma || this.nextToken === closer)) {
          this.advance();
          kind = ParameterKind.KeywordOnly;
          isBareStar = true;
          if (!this.eat(Token.Comma)) break;
          continue;
        }
        if (prefix === Token.DoubleStar) {
          if (isBareStar) this.fail("named arguments must follow bare '*'");
          kind = ParameterKind.VarKeyword;
        }
        const isStar = prefix === Token.Star;
        const parameter = this.parameter(isStar ? ParameterKind.VarPositional : kind, isAnnotated);
        if (isStar) kind = ParameterKind.KeywordOnly;
        isBareStar = false;
        if (kind === ParameterKind.PositionalOrKeyword) {
          const hasDefault = (this.nodeData[parameter]! & NodeFlag.HasDefault) !== 0;
          if (needsDefault && !hasDefault) {
            this.failAt(parameter, 'parameter without a default follows parameter with a default');
          }
          needsDefault = hasDefault;
        }
        if (first === NONE) first = parameter;
        last = this.link(last, parameter);
      }
      if (!this.eat(Token.Comma)) break;
    }
    if (isBareStar) this.fail("named arguments must follow bare '*'");
    const end = this.position > 0 && this.start > start ? this.previousEnd : start;
    return this.node(Kind.Parameters, start, end, first, 0);
  }

  private isPositionalOnly(first: Node): boolean {
    return (this.nodeData[first]! & KIND_MASK) === ParameterKind.PositionalOnly;
  }

  /** At `/`: the parameters before it take no keyword. */
  private positionalOnly(first: Node): void {
    this.uses('positionalOnlyParameter', this.start);
    for (let node = first; node !== NONE; node = this.nextSiblings[node]! as Node) {
      this.nodeData[node] = (this.nodeData[node]! & ~KIND_MASK) | ParameterKind.PositionalOnly;
    }
    this.advance();
  }

  private parameter(kind: ParameterKind, isAnnotated: boolean): Node {
    const { start } = this;
    const isVariadic = kind === ParameterKind.VarPositional || kind === ParameterKind.VarKeyword;
    if (isVariadic) this.advance();
    let data: number = kind;
    const name = this.identifier('expected a parameter name');
    let last = name;
    if (isAnnotated && this.eat(Token.Colon)) {
      data |= NodeFlag.HasAnnotation;
      last = this.link(last, this.annotation(kind));
    }
    if (this.token === Token.Equal) {
      if (isVariadic) this.fail('var-positional or var-keyword argument cannot have default value');
      this.advance();
      data |= NodeFlag.HasDefault;
      this.link(last, this.expression());
    }
    return this.finish(Kind.Parameter, start, name, data);
  }

  private annotation(kind: ParameterKind): Node {
    if (kind !== ParameterKind.VarPositional || this.token !== Token.Star) return this.expression();
    this.uses('unpackingInAnnotation', this.start);
    return this.starNamedExpression();
  }
}
