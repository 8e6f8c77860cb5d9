// https://docs.python.org/3/reference/expressions.html#parenthesized-forms

import { Kind, NONE, type Node, NodeFlag } from '../node-kinds.ts';
import { Operator } from '../operators.ts';
import { Token } from '../tokens/token-kinds.ts';
import { ComprehensionParser } from './comprehensions.ts';

/** Expressions that bind less tightly than `|`. */
const WIDE: ReadonlySet<number> = new Set([Kind.BooleanOperation, Kind.Comparison, Kind.Conditional, Kind.Lambda]);

/** Reads what stands in brackets: groups, tuples, lists, sets, dicts, and comprehensions. */
export abstract class DisplayParser extends ComprehensionParser {
  protected override parenthesized(): Node {
    const { start } = this;
    this.enter();
    this.advance();
    const node = this.parenthesizedRest(start);
    this.depth--;
    return node;
  }

  private parenthesizedRest(start: number): Node {
    if (this.eat(Token.RightParenthesis)) {
      this.height = 1;
      return this.finish(Kind.Tuple, start, NONE, 0);
    }
    if (this.token === Token.Yield) {
      const value = this.yieldExpression();
      this.closeWith(Token.RightParenthesis);
      return value;
    }
    const first = this.at(Token.Star) ? this.unpacked(Kind.Starred) : this.namedExpression();
    if (this.isAtComprehension) {
      this.comprehensionClauses(first);
      this.closeWith(Token.RightParenthesis);
      return this.finish(Kind.GeneratorExpression, start, first, 0);
    }
    this.checkUnpacked(first);
    if (this.at(Token.Comma)) {
      this.elements(first, Token.RightParenthesis);
      return this.finish(Kind.Tuple, start, first, NodeFlag.Parenthesized);
    }
    if (this.nodeKinds[first] === Kind.Starred) this.failAt(first, 'cannot use starred expression here');
    this.closeWith(Token.RightParenthesis);
    if (this.nodeKinds[first] === Kind.NamedExpression) this.nodeData[first] = NodeFlag.Parenthesized;
    return first;
  }

  /** At `*` or `**`: reads the widest operand that a comprehension may have. */
  private unpacked(kind: Kind): Node {
    const { start } = this;
    this.advance();
    const value = this.expression();
    this.raise(0);
    return this.finish(kind, start, value, 0);
  }

  /** Outside a comprehension the operand of `*` and `**` needs parentheses unless it is arithmetic. */
  private checkUnpacked(node: Node): void {
    const kind = this.nodeKinds[node];
    if (kind !== Kind.Starred && kind !== Kind.DoubleStarred) return;
    const value = this.firstChildren[node]! as Node;
    const isWide = WIDE.has(this.nodeKinds[value]!) || this.nodeData[value] === Operator.Not;
    if (isWide && this.nodeEnds[value] === this.nodeEnds[node]) this.failAt(value, 'invalid syntax');
  }

  private closeWith(closer: number): void {
    this.expect(closer, 'invalid syntax. Perhaps you forgot a comma?');
  }

  /** Elements behind the first one, and the closing bracket. */
  private elements(first: Node, closer: number): void {
    let last = first;
    let { height } = this;
    while (this.eat(Token.Comma)) {
      if (this.token === closer) break;
      last = this.link(last, this.starNamedExpression());
      if (this.height > height) height = this.height;
    }
    this.closeWith(closer);
    this.height = height + 1;
  }

  protected override listDisplay(): Node {
    const { start } = this;
    this.enter();
    this.advance();
    let first = NONE;
    let kind: Kind = Kind.List;
    this.height = 0;
    if (this.token === Token.RightBracket) this.advance();
    else {
      first = this.starNamedExpression();
      if (this.isAtComprehension) {
        kind = Kind.ListComprehension;
        this.comprehensionClauses(first);
        this.closeWith(Token.RightBracket);
      } else this.elements(first, Token.RightBracket);
    }
    this.depth--;
    return this.finish(kind, start, first, 0);
  }

  protected override dictOrSetDisplay(): Node {
    const { start } = this;
    this.enter();
    this.advance();
    const node = this.dictOrSetRest(start);
    this.depth--;
    return node;
  }

  private dictOrSetRest(start: number): Node {
    if (this.eat(Token.RightBrace)) {
      this.height = 1;
      return this.finish(Kind.Dict, start, NONE, 0);
    }
    const first = this.entryOrElement();
    const isDict = this.isEntry(first);
    if (this.isAtComprehension) {
      this.noteBareAssignment(first);
      this.comprehensionClauses(first);
      this.closeWith(Token.RightBrace);
      return this.finish(isDict ? Kind.DictComprehension : Kind.SetComprehension, start, first, 0);
    }
    if (!isDict) {
      this.elements(first, Token.RightBrace);
      for (let element = first; element !== NONE; element = this.nextSiblings[element]! as Node) {
        this.noteBareAssignment(element);
      }
      return this.finish(Kind.Set, start, first, 0);
    }
    this.checkUnpacked(first);
    this.entries(first);
    return this.finish(Kind.Dict, start, first, 0);
  }

  private isEntry(node: Node): boolean {
    return this.nodeKinds[node] === Kind.KeyValue || this.nodeKinds[node] === Kind.DoubleStarred;
  }

  private noteBareAssignment(element: Node): void {
    if (this.isBareAssignment(element)) this.uses('assignmentExpressionInSet', this.nodeStarts[element]!);
  }

  private entries(first: Node): void {
    let last = first;
    let { height } = this;
    while (this.eat(Token.Comma)) {
      if (this.token === Token.RightBrace) break;
      const entry = this.entryOrElement();
      this.checkUnpacked(entry);
      if (!this.isEntry(entry)) this.failAt(entry, "':' expected after dictionary key");
      last = this.link(last, entry);
      if (this.height > height) height = this.height;
    }
    this.closeWith(Token.RightBrace);
    this.height = height + 1;
  }

  /** `key: value`, `**mapping`, or an element of a set. */
  private entryOrElement(): Node {
    const { start } = this;
    if (this.eat(Token.DoubleStar)) {
      const value = this.expression();
      return this.finish(Kind.DoubleStarred, start, value, 0);
    }
    const key = this.starNamedExpression();
    if (this.token !== Token.Colon) return key;
    if (this.nodeKinds[key] === Kind.Starred || this.isBareAssignment(key)) this.fail('invalid syntax');
    const { height } = this;
    this.advance();
    const value = this.expression();
    this.link(key, value);
    this.raise(height);
    return this.finish(Kind.KeyValue, start, key, 0);
  }
}
