// https://docs.python.org/3/reference/simple_stmts.html

import { WellKnown } from '../names.ts';
import { Kind, NONE, type Node } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { AssignmentParser } from './assignments.ts';
import { STARTS_EXPRESSION } from './grammar.ts';

/** Reads simple statements and the line that they share. */
export abstract class SimpleStatementParser extends AssignmentParser {
  /** Statements separated by semicolons up to and with the line end; the first, the others linked. */
  protected simpleStatements(): Node {
    const first = this.simpleStatement();
    if (this.eat(Token.Newline)) return first;
    let last = first;
    while (this.eat(Token.Semicolon)) {
      if (this.token === Token.Newline) break;
      last = this.link(last, this.simpleStatement());
    }
    if (!this.eat(Token.Newline)) this.failBehindStatement(last);
    return first;
  }

  private failBehindStatement(last: Node): never {
    const isName = this.nodeKinds[last] === Kind.ExpressionStatement;
    const expression = isName ? this.firstChildren[last]! : NONE;
    const name = this.nodeKinds[expression] === Kind.Name ? this.nodeData[expression] : 0;
    if (name === WellKnown.print || name === WellKnown.exec) {
      this.fail(`Missing parentheses in call to '${name === WellKnown.print ? 'print' : 'exec'}'`);
    }
    this.fail('invalid syntax');
  }

  private simpleStatement(): Node {
    switch (this.token) {
      case Token.Name:
        return this.nameStatement();
      case Token.Return:
        return this.returnStatement();
      case Token.Import:
      case Token.From:
        return this.importStatement();
      case Token.Raise:
        return this.raiseStatement();
      case Token.Pass:
        return this.wordStatement(Kind.Pass);
      case Token.Break:
        return this.wordStatement(Kind.Break);
      case Token.Continue:
        return this.wordStatement(Kind.Continue);
      case Token.Assert:
        return this.assertStatement();
      case Token.Del:
        return this.deleteStatement();
      case Token.Global:
        return this.scopeStatement(Kind.Global);
      case Token.Nonlocal:
        return this.scopeStatement(Kind.Nonlocal);
      default:
        return this.expressionStatement();
    }
  }

  /** A statement that begins with a name, which may be a soft keyword. */
  private nameStatement(): Node {
    const { nextToken, position } = this;
    const isImport = nextToken === Token.Import || nextToken === Token.From;
    if (isImport && this.isSoftKeyword(position, WellKnown.lazy)) return this.importStatement();
    if (nextToken === Token.Name && this.isSoftKeyword(position, WellKnown.type)) {
      const third = this.kinds[this.position + 2]!;
      if (third === Token.Equal || third === Token.LeftBracket) return this.typeAlias();
    }
    return this.expressionStatement();
  }

  private wordStatement(kind: Kind): Node {
    const { start } = this;
    this.advance();
    return this.finish(kind, start, NONE, 0);
  }

  private returnStatement(): Node {
    const { start } = this;
    this.advance();
    if (STARTS_EXPRESSION[this.token] === 0) return this.finish(Kind.Return, start, NONE, 0);
    const value = this.starExpressions();
    this.noteBareUnpacking(value);
    return this.finish(Kind.Return, start, value, 0);
  }

  private raiseStatement(): Node {
    const { start } = this;
    this.advance();
    if (STARTS_EXPRESSION[this.token] === 0) return this.finish(Kind.Raise, start, NONE, 0);
    const exception = this.expression();
    if (this.eat(Token.From)) this.link(exception, this.expression());
    return this.finish(Kind.Raise, start, exception, 0);
  }

  private assertStatement(): Node {
    const { start } = this;
    this.advance();
    const test = this.expression();
    if (this.eat(Token.Comma)) this.link(test, this.expression());
    return this.finish(Kind.Assert, start, test, 0);
  }

  private deleteStatement(): Node {
    const { start } = this;
    this.advance();
    const first = this.deletable();
    let last = first;
    while (this.eat(Token.Comma)) {
      if (this.token === Token.Newline || this.token === Token.Semicolon) break;
      last = this.link(last, this.deletable());
    }
    return this.finish(Kind.Delete, start, first, 0);
  }

  private deletable(): Node {
    const target = this.expression();
    this.checkDeletable(target);
    return target;
  }

  private scopeStatement(kind: Kind): Node {
    const { start } = this;
    this.advance();
    const first = this.identifier('expected a name');
    let last = first;
    while (this.eat(Token.Comma)) last = this.link(last, this.identifier('expected a name'));
    return this.finish(kind, start, first, 0);
  }
}
