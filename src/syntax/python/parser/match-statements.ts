// https://docs.python.org/3/reference/compound_stmts.html#the-match-statement

import { WellKnown } from '../names.ts';
import { Kind, type Node } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { STARTS_EXPRESSION } from './grammar.ts';
import { TryParser } from './try-statements.ts';

/** Reads `match`. */
export abstract class MatchParser extends TryParser {
  /** At the name `match`: whether it is the keyword, which shows by the line's last colon and the `case` below. */
  protected isMatchStatement(): boolean {
    if (!this.isSoftKeyword(this.position, WellKnown.match) || STARTS_EXPRESSION[this.nextToken] === 0) return false;
    const { kinds } = this;
    let index = this.position + 1;
    while (kinds[index] !== Token.Newline && kinds[index] !== Token.EndOfFile) index++;
    if (kinds[index - 1] !== Token.Colon || kinds[index + 1] !== Token.Indent) return false;
    return this.isSoftKeyword(index + 2, WellKnown.case);
  }

  protected matchStatement(): Node {
    const { start } = this;
    this.uses('matchStatement', start);
    this.advance();
    const subject = this.subject();
    this.expect(Token.Colon, "expected ':'");
    this.advance();
    this.advance();
    const first = this.statements(false, true);
    this.link(subject, first);
    return this.node(Kind.Match, start, this.nodeEnds[this.lastOf(first)]!, subject, 0);
  }

  private subject(): Node {
    const { start } = this;
    const first = this.starNamedExpression();
    if (this.token !== Token.Comma) {
      if (this.nodeKinds[first] === Kind.Starred) this.failAt(first, 'cannot use starred expression here');
      return first;
    }
    let last = first;
    while (this.eat(Token.Comma)) {
      if (this.at(Token.Colon)) break;
      last = this.link(last, this.starNamedExpression());
    }
    return this.finish(Kind.Tuple, start, first, 0);
  }

  /** A statement directly in a match: a `case`. */
  protected matchCase(): Node {
    const { start } = this;
    if (!this.isSoftKeyword(this.position, WellKnown.case)) this.fail("expected 'case'");
    this.advance();
    const pattern = this.casePattern();
    let last = pattern;
    if (this.eat(Token.If)) last = this.link(last, this.namedExpression());
    const body = this.link(last, this.block());
    return this.node(Kind.MatchCase, start, this.nodeEnds[body]!, pattern, 0);
  }
}
