// https://docs.python.org/3/reference/simple_stmts.html#the-import-statement

import { WellKnown } from '../names.ts';
import { Kind, NONE, type Node, NodeFlag } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { PatternParser } from './patterns.ts';

/** Reads `import` and `from … import`. */
export abstract class ImportParser extends PatternParser {
  /** At `import` or `from`, or at the word `lazy` before them. */
  protected importStatement(): Node {
    const { start } = this;
    let flags = 0;
    if (this.token === Token.Name) {
      this.uses('lazyImport', start);
      this.advance();
      flags = NodeFlag.Lazy;
    }
    return this.token === Token.Import ? this.plainImport(start, flags) : this.importFrom(start, flags);
  }

  private plainImport(start: number, flags: number): Node {
    this.advance();
    const first = this.moduleAlias();
    let last = first;
    while (this.eat(Token.Comma)) last = this.link(last, this.moduleAlias());
    return this.finish(Kind.Import, start, first, flags);
  }

  private moduleAlias(): Node {
    const { start } = this;
    const name = this.dottedName();
    if (this.eat(Token.As)) this.link(name, this.identifier('expected a name'));
    return this.finish(Kind.Alias, start, name, 0);
  }

  private dottedName(): Node {
    const { start } = this;
    const first = this.identifier('expected the name of a module');
    let last = first;
    while (this.eat(Token.Dot)) last = this.link(last, this.identifier('expected the name of a module'));
    return this.finish(Kind.DottedName, start, first, 0);
  }

  private importFrom(start: number, flags: number): Node {
    this.advance();
    const level = this.relativeLevel();
    const module = level === 0 || this.token !== Token.Import ? this.dottedName() : NONE;
    this.expect(Token.Import, "expected 'import'");
    const names = this.importedNames();
    this.link(module, names);
    return this.finish(Kind.ImportFrom, start, module === NONE ? names : module, flags | (level << 1));
  }

  /** The number of leading dots. */
  private relativeLevel(): number {
    let level = 0;
    for (;;) {
      if (this.token === Token.Dot) level++;
      else if (this.token === Token.Ellipsis) level += 3;
      else return level;
      this.advance();
    }
  }

  private importedNames(): Node {
    const { start } = this;
    if (this.eat(Token.Star)) {
      const star = this.finish(Kind.Name, start, NONE, WellKnown.star);
      return this.finish(Kind.Alias, start, star, 0);
    }
    const isParenthesized = this.eat(Token.LeftParenthesis);
    const first = this.importedName();
    let last = first;
    while (this.eat(Token.Comma)) {
      if (this.token === Token.RightParenthesis) break;
      last = this.link(last, this.importedName());
    }
    if (isParenthesized) this.expect(Token.RightParenthesis, "expected ')'");
    return first;
  }

  private importedName(): Node {
    const { start } = this;
    const name = this.identifier('expected a name to import');
    if (this.eat(Token.As)) this.link(name, this.identifier('expected a name'));
    return this.finish(Kind.Alias, start, name, 0);
  }
}
