// https://docs.python.org/3/reference/expressions.html#primaries

import { Kind, NONE, type Node, NodeFlag } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { ArgumentParser } from './arguments.ts';

/** Reads attributes, calls and subscripts. */
export abstract class PrimaryParser extends ArgumentParser {
  protected override primary(): Node {
    const { start } = this;
    let node = this.atom();
    for (;;) {
      if (this.token === Token.Dot) node = this.attribute(start, node);
      else if (this.token === Token.LeftParenthesis) node = this.call(start, node);
      else if (this.token === Token.LeftBracket) node = this.subscript(start, node);
      else return node;
    }
  }

  private attribute(start: number, object: Node): Node {
    this.advance();
    if (this.token !== Token.Name) this.fail('expected an attribute name');
    const name = this.data[this.position]!;
    this.raise(0);
    this.advance();
    return this.finish(Kind.Attribute, start, object, name);
  }

  private call(start: number, callee: Node): Node {
    const { height } = this;
    this.link(callee, this.callArguments(true));
    this.raise(height);
    return this.finish(Kind.Call, start, callee, 0);
  }

  private subscript(start: number, object: Node): Node {
    const { height } = this;
    this.enter();
    this.advance();
    this.link(object, this.index());
    this.expect(Token.RightBracket, 'invalid syntax. Perhaps you forgot a comma?');
    this.depth--;
    this.raise(height);
    return this.finish(Kind.Subscript, start, object, 0);
  }

  private index(): Node {
    const { start } = this;
    const first = this.slice();
    const isStarred = this.nodeKinds[first] === Kind.Starred;
    if (this.token !== Token.Comma && !isStarred) return first;
    let last = first;
    let { height } = this;
    let hasStarred = isStarred;
    while (this.eat(Token.Comma)) {
      if (this.token === Token.RightBracket) break;
      last = this.link(last, this.slice());
      if (this.height > height) height = this.height;
      hasStarred ||= this.nodeKinds[last] === Kind.Starred;
    }
    if (hasStarred) this.uses('unpackingInIndex', start);
    this.height = height + 1;
    return this.finish(Kind.Tuple, start, first, 0);
  }

  private slice(): Node {
    const { start } = this;
    if (this.eat(Token.Star)) return this.finish(Kind.Starred, start, this.expression(), 0);
    let first = NONE;
    if (this.token !== Token.Colon) {
      first = this.namedExpression();
      const isBare = this.isBareAssignment(first);
      if (isBare) this.uses('assignmentExpressionInIndex', start);
      if (this.token !== Token.Colon) return first;
      if (isBare) this.fail('invalid syntax');
    }
    return this.sliceRest(start, first);
  }

  /** At the first colon of a slice. */
  private sliceRest(start: number, lower: Node): Node {
    let { height } = this;
    let data = lower === NONE ? 0 : NodeFlag.HasLower;
    let first = lower;
    let last = lower;
    for (const flag of [NodeFlag.HasUpper, NodeFlag.HasStep]) {
      if (!this.eat(Token.Colon)) break;
      if (this.token === Token.Colon || this.token === Token.RightBracket || this.token === Token.Comma) continue;
      const bound = this.expression();
      if (this.height > height) height = this.height;
      if (first === NONE) first = bound;
      last = this.link(last, bound);
      data |= flag;
    }
    this.height = height + 1;
    return this.finish(Kind.Slice, start, first, data);
  }
}
