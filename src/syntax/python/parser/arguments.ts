// https://docs.python.org/3/reference/expressions.html#calls

import { Kind, NONE, type Node } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { DisplayParser } from './displays.ts';

/** Which arguments have been read: a later one may be refused for it. */
const Seen = { Positional: 0, Keyword: 1, DoubleStarred: 2 } as const;

/** Reads the arguments of calls and class definitions. */
export abstract class ArgumentParser extends DisplayParser {
  private seen = 0;

  /**
   * At `(`: reads up to and with `)`. Returns the first argument, the others linked. A lone generator expression without
   * parentheses takes those of the call, where that is allowed.
   */
  protected callArguments(allowsGenerator: boolean): Node {
    const { start } = this;
    this.enter();
    this.advance();
    let first = NONE;
    let last = NONE;
    let height = 0;
    let seen: number = Seen.Positional;
    while (this.token !== Token.RightParenthesis) {
      this.seen = seen;
      const argument = this.argument();
      seen = this.seen;
      if (this.isAtComprehension) {
        if (!allowsGenerator || first !== NONE) this.fail('Generator expression must be parenthesized');
        return this.loneGenerator(start, argument);
      }
      if (this.height > height) height = this.height;
      if (first === NONE) first = argument;
      else this.nextSiblings[last] = argument;
      last = argument;
      if (!this.eat(Token.Comma)) break;
    }
    this.expect(Token.RightParenthesis, 'invalid syntax. Perhaps you forgot a comma?');
    this.height = height;
    this.depth--;
    return first;
  }

  private loneGenerator(start: number, element: Node): Node {
    const kind = this.nodeKinds[element];
    if (kind === Kind.KeywordArgument || kind === Kind.DoubleStarred) this.fail('invalid syntax');
    if (this.isBareAssignment(element)) this.uses('assignmentExpressionInGenerator', this.nodeStarts[element]!);
    this.comprehensionClauses(element);
    if (this.token === Token.Comma) this.fail('Generator expression must be parenthesized');
    this.expect(Token.RightParenthesis, 'invalid syntax');
    this.depth--;
    return this.finish(Kind.GeneratorExpression, start, element, 0);
  }

  private argument(): Node {
    const { start } = this;
    if (this.token === Token.Name && this.nextToken === Token.Equal) return this.keywordArgument(start);
    if (this.token === Token.Star) {
      if (this.seen === Seen.DoubleStarred) this.fail('iterable argument unpacking follows keyword argument unpacking');
      this.advance();
      return this.finish(Kind.Starred, start, this.expression(), 0);
    }
    if (this.token === Token.DoubleStar) {
      this.seen = Seen.DoubleStarred;
      this.advance();
      return this.finish(Kind.DoubleStarred, start, this.expression(), 0);
    }
    const { seen } = this;
    const value = this.namedExpression();
    if (this.token === Token.Equal) this.failAt(value, 'expression cannot contain assignment, perhaps you meant "=="?');
    if (seen !== Seen.Positional) this.failAt(value, 'positional argument follows keyword argument');
    this.seen = seen;
    return value;
  }

  private keywordArgument(start: number): Node {
    const name = this.data[this.position]!;
    if (this.seen === Seen.Positional) this.seen = Seen.Keyword;
    const { seen } = this;
    this.advance();
    this.advance();
    const value = this.expression();
    this.seen = seen;
    return this.finish(Kind.KeywordArgument, start, value, name);
  }
}
