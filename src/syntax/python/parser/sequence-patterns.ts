// https://docs.python.org/3/reference/compound_stmts.html#sequence-patterns

import { Kind, NONE, type Node } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { LiteralPatternParser } from './literal-patterns.ts';

/** Reads groups, sequences and mappings of patterns. */
export abstract class SequencePatternParser extends LiteralPatternParser {
  protected abstract pattern(): Node;

  /** A pattern, or `*name` in a sequence. */
  protected maybeStarPattern(): Node {
    const { start } = this;
    if (!this.eat(Token.Star)) return this.pattern();
    if (!this.isWildcard()) return this.finish(Kind.PatternStar, start, this.identifier('expected a name'), 0);
    this.advance();
    return this.finish(Kind.PatternStar, start, NONE, 0);
  }

  /** `(pattern)` is the pattern itself; with a comma, or empty, a sequence. */
  protected groupPattern(): Node {
    const { start } = this;
    this.advance();
    if (this.eat(Token.RightParenthesis)) return this.finish(Kind.PatternSequence, start, NONE, 0);
    const first = this.maybeStarPattern();
    if (this.token !== Token.Comma) {
      if (this.nodeKinds[first] === Kind.PatternStar) this.failAt(first, 'cannot use starred pattern here');
      this.expect(Token.RightParenthesis, "expected ')'");
      return first;
    }
    this.patternsUpTo(first, Token.RightParenthesis);
    return this.finish(Kind.PatternSequence, start, first, 0);
  }

  protected listPattern(): Node {
    const { start } = this;
    this.advance();
    if (this.eat(Token.RightBracket)) return this.finish(Kind.PatternSequence, start, NONE, 0);
    const first = this.maybeStarPattern();
    this.patternsUpTo(first, Token.RightBracket);
    return this.finish(Kind.PatternSequence, start, first, 0);
  }

  private patternsUpTo(first: Node, closer: number): void {
    let last = first;
    while (this.eat(Token.Comma)) {
      if (this.token === closer) break;
      last = this.link(last, this.maybeStarPattern());
    }
    this.expect(closer, 'invalid pattern');
  }

  protected mappingPattern(): Node {
    const { start } = this;
    this.advance();
    let first = NONE;
    let last = NONE;
    while (this.token !== Token.RightBrace) {
      if (last !== NONE && this.nodeKinds[last] === Kind.PatternRest) {
        this.fail('double star pattern must be the last in a mapping pattern');
      }
      last = this.link(last, this.mappingEntry());
      if (first === NONE) first = last;
      if (!this.eat(Token.Comma)) break;
    }
    this.expect(Token.RightBrace, "expected '}'");
    return this.finish(Kind.PatternMapping, start, first, 0);
  }

  private mappingEntry(): Node {
    const { start } = this;
    if (this.eat(Token.DoubleStar)) {
      if (this.isWildcard()) this.fail("cannot use '_' here");
      return this.finish(Kind.PatternRest, start, this.identifier('expected a name'), 0);
    }
    const key = this.token === Token.Name ? this.dottedValue() : this.patternLiteral();
    if (this.nodeKinds[key] === Kind.Name) this.failAt(key, 'a mapping key must be a literal or a dotted name');
    this.expect(Token.Colon, "expected ':'");
    this.link(key, this.pattern());
    return this.finish(Kind.PatternEntry, start, key, 0);
  }
}
