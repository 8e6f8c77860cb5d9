// https://docs.python.org/3/reference/compound_stmts.html#patterns

import { Kind, NONE, type Node } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { SequencePatternParser } from './sequence-patterns.ts';

/** Reads the pattern of a `case`. */
export abstract class PatternParser extends SequencePatternParser {
  /** What stands between `case` and the guard or colon: without brackets a comma makes a sequence. */
  protected casePattern(): Node {
    const { start } = this;
    const first = this.maybeStarPattern();
    if (this.token !== Token.Comma) {
      if (this.nodeKinds[first] === Kind.PatternStar) this.failAt(first, 'cannot use starred pattern here');
      return first;
    }
    let last = first;
    while (this.eat(Token.Comma)) {
      if (this.at(Token.Colon) || this.at(Token.If)) break;
      last = this.link(last, this.maybeStarPattern());
    }
    return this.finish(Kind.PatternSequence, start, first, 0);
  }

  protected override pattern(): Node {
    const { start } = this;
    this.enter();
    const pattern = this.orPattern();
    this.depth--;
    if (!this.eat(Token.As)) return pattern;
    if (this.isWildcard()) this.fail("cannot use '_' as a target");
    this.link(pattern, this.identifier('invalid pattern target'));
    return this.finish(Kind.PatternAs, start, pattern, 0);
  }

  private orPattern(): Node {
    const { start } = this;
    const first = this.closedPattern();
    if (this.token !== Token.VerticalBar) return first;
    let last = first;
    while (this.eat(Token.VerticalBar)) last = this.link(last, this.closedPattern());
    return this.finish(Kind.PatternOr, start, first, 0);
  }

  private closedPattern(): Node {
    switch (this.token) {
      case Token.Name:
        return this.namePattern();
      case Token.LeftParenthesis:
        return this.groupPattern();
      case Token.LeftBracket:
        return this.listPattern();
      case Token.LeftBrace:
        return this.mappingPattern();
      default:
        return this.valuePattern();
    }
  }

  private valuePattern(): Node {
    const { start } = this;
    const value = this.patternLiteral();
    return this.finish(Kind.PatternValue, start, value, 0);
  }

  /** A capture, a dotted name, a class with its arguments, or `_`, which cannot begin one of these. */
  private namePattern(): Node {
    const { start } = this;
    if (this.isWildcard()) {
      this.advance();
      return this.finish(Kind.PatternWildcard, start, NONE, 0);
    }
    const value = this.dottedValue();
    if (this.token === Token.LeftParenthesis) return this.classPattern(start, value);
    const kind = this.nodeKinds[value] === Kind.Attribute ? Kind.PatternValue : Kind.PatternCapture;
    return this.finish(kind, start, value, 0);
  }

  private classPattern(start: number, value: Node): Node {
    this.advance();
    let last = value;
    let hasKeyword = false;
    while (this.token !== Token.RightParenthesis) {
      // Behind a positional pattern `_` is one, too, and no `=` follows it.
      const isPositional: boolean = this.isWildcard() && last !== value && !hasKeyword;
      const isKeyword: boolean = !isPositional && this.token === Token.Name && this.nextToken === Token.Equal;
      if (hasKeyword && !isKeyword) this.fail('positional patterns follow keyword patterns');
      hasKeyword = isKeyword;
      last = this.link(last, isKeyword ? this.keywordPattern() : this.pattern());
      if (!this.eat(Token.Comma)) break;
    }
    this.expect(Token.RightParenthesis, "expected ')'");
    return this.finish(Kind.PatternClass, start, value, 0);
  }

  private keywordPattern(): Node {
    const { start } = this;
    const name = this.data[this.position]!;
    this.advance();
    this.advance();
    return this.finish(Kind.PatternKeyword, start, this.pattern(), name);
  }
}
