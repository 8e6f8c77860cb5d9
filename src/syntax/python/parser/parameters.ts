// https://docs.python.org/3/reference/compound_stmts.html#function-definitions

import { Kind, NONE, type Node, NodeFlag, ParameterKind } from '../node-kinds.ts';
import { SPECIFICATION_COLON, Token } from '../tokens/token-kinds.ts';
import { ExpressionParser } from './expressions.ts';

/** Low bits of a Parameter's data. */
const KIND_MASK = 7;

/** Parameters read so far. */
interface ParameterList {
  first: Node;
  last: Node;
  /** The kind of the next parameter, if it has no star. */
  kind: ParameterKind;
  needsDefault: boolean;
  /** A `*` without a name was the last. */
  isBareStar: boolean;
}

/** Reads the parameters of functions and lambdas. */
export abstract class ParameterParser extends ExpressionParser {
  protected override lambda(): Node {
    const { start } = this;
    this.enter();
    this.advance();
    const parameters = this.parameters(Token.Colon, false);
    if (this.data[this.position] === SPECIFICATION_COLON && this.at(Token.Colon)) {
      this.fail('f-string: lambda expressions are not allowed without parentheses');
    }
    this.expect(Token.Colon, "expected ':'");
    this.link(parameters, this.expression());
    this.depth--;
    this.raise(0);
    return this.finish(Kind.Lambda, start, parameters, 0);
  }

  /** Parameters up to the token `closer`, which stays. */
  protected parameters(closer: number, isAnnotated: boolean): Node {
    const { start } = this;
    const list: ParameterList = {
      first: NONE,
      last: NONE,
      kind: ParameterKind.PositionalOrKeyword,
      needsDefault: false,
      isBareStar: false,
    };
    while (this.token !== closer) {
      if (this.token === Token.Slash) this.slash(list);
      else if (this.token === Token.Star && this.isNextOneOf(Token.Comma, closer)) this.bareStar(list);
      else this.addParameter(list, isAnnotated);
      if (!this.eat(Token.Comma)) break;
    }
    if (list.isBareStar) this.fail("named arguments must follow bare '*'");
    const end = this.start > start ? this.previousEnd : start;
    return this.node(Kind.Parameters, start, end, list.first, 0);
  }

  private isNextOneOf(first: number, second: number): boolean {
    return this.nextToken === first || this.nextToken === second;
  }

  /** At `/`: the parameters before it take no keyword. */
  private slash(list: ParameterList): void {
    const isFirst = list.first === NONE || this.isPositionalOnly(list.first);
    if (isFirst || list.kind !== ParameterKind.PositionalOrKeyword) this.fail("misplaced '/' in parameters");
    this.uses('positionalOnlyParameter', this.start);
    for (let node = list.first; node !== NONE; node = this.nextSiblings[node]! as Node) {
      this.nodeData[node] = (this.nodeData[node]! & ~KIND_MASK) | ParameterKind.PositionalOnly;
    }
    this.advance();
  }

  /** At a `*` without a name: the parameters behind it are given by keyword. */
  private bareStar(list: ParameterList): void {
    if (list.kind !== ParameterKind.PositionalOrKeyword) this.fail("'*' may appear only once");
    list.kind = ParameterKind.KeywordOnly;
    list.isBareStar = true;
    this.advance();
  }

  private addParameter(list: ParameterList, isAnnotated: boolean): void {
    const kind = this.kindOfNext(list);
    const parameter = this.parameter(kind, isAnnotated);
    list.kind = kind === ParameterKind.VarPositional ? ParameterKind.KeywordOnly : kind;
    list.isBareStar = false;
    if (kind === ParameterKind.PositionalOrKeyword) this.checkDefault(list, parameter);
    if (list.first === NONE) list.first = parameter;
    list.last = this.link(list.last, parameter);
  }

  private kindOfNext(list: ParameterList): ParameterKind {
    if (list.kind === ParameterKind.VarKeyword) this.fail('arguments cannot follow var-keyword argument');
    if (this.token === Token.Star) {
      if (list.kind !== ParameterKind.PositionalOrKeyword) this.fail("'*' may appear only once");
      return ParameterKind.VarPositional;
    }
    if (this.token !== Token.DoubleStar) return list.kind;
    if (list.isBareStar) this.fail("named arguments must follow bare '*'");
    return ParameterKind.VarKeyword;
  }

  private checkDefault(list: ParameterList, parameter: Node): void {
    const hasDefault = (this.nodeData[parameter]! & NodeFlag.HasDefault) !== 0;
    if (list.needsDefault && !hasDefault) {
      this.failAt(parameter, 'parameter without a default follows parameter with a default');
    }
    list.needsDefault = hasDefault;
  }

  private isPositionalOnly(first: Node): boolean {
    return (this.nodeData[first]! & KIND_MASK) === ParameterKind.PositionalOnly;
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
