// https://docs.python.org/3/reference/compound_stmts.html#the-with-statement

import { Kind, type Node, NodeFlag } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { ControlFlowParser } from './control-flow.ts';

const isOpener = (token: number): boolean =>
  token === Token.LeftParenthesis || token === Token.LeftBracket || token === Token.LeftBrace;
const isCloser = (token: number): boolean =>
  token === Token.RightParenthesis || token === Token.RightBracket || token === Token.RightBrace;

/** Reads `with`. */
export abstract class WithParser extends ControlFlowParser {
  /** At `with`; `start` is at `async` if that stands before it. */
  protected withStatement(start: number, isAsync: boolean): Node {
    this.advance();
    const isParenthesized = this.token === Token.LeftParenthesis && this.areItemsParenthesized();
    const first = isParenthesized ? this.parenthesizedItems() : this.items();
    const body = this.block();
    this.link(this.lastOf(first), body);
    const flags = (isAsync ? NodeFlag.Async : 0) | (isParenthesized ? NodeFlag.Parenthesized : 0);
    return this.node(Kind.With, start, this.nodeEnds[body]!, first, flags);
  }

  private items(): Node {
    const first = this.withItem();
    let last = first;
    while (this.eat(Token.Comma)) last = this.link(last, this.withItem());
    return first;
  }

  private parenthesizedItems(): Node {
    const { start } = this;
    this.advance();
    const first = this.withItem();
    let last = first;
    let hasTarget = this.hasTarget(first);
    while (this.eat(Token.Comma)) {
      if (this.token === Token.RightParenthesis) break;
      last = this.link(last, this.withItem());
      hasTarget ||= this.hasTarget(last);
    }
    // Without a target Python 3.8 reads a tuple, which it accepts.
    if (hasTarget) this.uses('parenthesizedWithItems', start);
    this.expect(Token.RightParenthesis, "expected ')'");
    return first;
  }

  private hasTarget(item: Node): boolean {
    return this.nextSiblings[this.firstChildren[item]!] !== 0;
  }

  private withItem(): Node {
    const { start } = this;
    const context = this.expression();
    if (this.eat(Token.As)) this.link(context, this.starTarget());
    return this.finish(Kind.WithItem, start, context, 0);
  }

  /**
   * At `(`: whether it encloses the items rather than being part of the first one. It does if a colon follows its
   * closing parenthesis and nothing inside is what only an expression in parentheses may hold.
   */
  private areItemsParenthesized(): boolean {
    const { kinds } = this;
    let depth = 0;
    let isItemStart = false;
    let lambdas = 0;
    for (let index = this.position; ; index++) {
      const token = kinds[index]!;
      if (isOpener(token)) {
        depth++;
        isItemStart = depth === 1;
        continue;
      }
      if (isCloser(token)) {
        depth--;
        if (depth === 0) return !isItemStart && kinds[index + 1] === Token.Colon;
      } else if (token === Token.Newline || token === Token.EndOfFile) return false;
      else if (depth === 1) {
        // The commas and stars between `lambda` and its colon are those of parameters.
        if (token === Token.Lambda) lambdas++;
        else if (token === Token.Colon) lambdas--;
        if (token === Token.ColonEqual || token === Token.For || token === Token.Yield) return false;
        if (isItemStart && (token === Token.Star || token === Token.Comma)) return false;
      }
      const isComma = depth === 1 && lambdas <= 0 && token === Token.Comma;
      isItemStart = isComma && kinds[index + 1] !== Token.RightParenthesis;
    }
  }
}
