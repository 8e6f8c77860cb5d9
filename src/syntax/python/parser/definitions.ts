// https://docs.python.org/3/reference/compound_stmts.html#function-definitions

import { Kind, NONE, type Node, NodeFlag } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { SimpleStatementParser } from './simple-statements.ts';

/** Reads functions and classes with their decorators. */
export abstract class DefinitionParser extends SimpleStatementParser {
  /** The token with which the definition begins that is being read; -1 behind its block. */
  protected definitionToken = -1;

  /** At `@`. */
  protected decorated(): Node {
    const first = this.decorator();
    let last = first;
    while (this.token === Token.At) last = this.link(last, this.decorator());
    if (this.token === Token.Class) return this.classDefinition(first, last);
    const isFunction = this.token === Token.Def || (this.token === Token.Async && this.nextToken === Token.Def);
    if (!isFunction) this.fail('expected a function or class behind its decorator');
    return this.functionDefinition(first, last);
  }

  private decorator(): Node {
    const { start } = this;
    this.advance();
    const expression = this.namedExpression();
    if (!this.isPlainDecorator(expression, start)) this.uses('relaxedDecorator', start);
    const decorator = this.finish(Kind.Decorator, start, expression, 0);
    this.expect(Token.Newline, 'expected a line end behind the decorator');
    return decorator;
  }

  /** Whether Python 3.8 takes the decorator: a dotted name or a call of one. */
  private isPlainDecorator(expression: Node, start: number): boolean {
    let node = expression as number;
    if (this.nodeKinds[node] === Kind.Call) node = this.firstChildren[node]!;
    while (this.nodeKinds[node] === Kind.Attribute) node = this.firstChildren[node]!;
    if (this.nodeKinds[node] !== Kind.Name) return false;
    for (let position = start + 1; position < this.nodeStarts[node]!; position++) {
      if (this.bytes[position] === 40) return false;
    }
    return true;
  }

  /** At `def` or `async`; the decorators' first and last are linked before the children. */
  protected functionDefinition(firstDecorator: Node, lastDecorator: Node): Node {
    const { start } = this;
    this.definitionToken = this.position;
    const flags = this.eat(Token.Async) ? NodeFlag.Async : 0;
    this.advance();
    const name = this.identifier('expected the name of a function');
    this.link(lastDecorator, name);
    let last = this.link(name, this.typeParameters()) || name;
    this.expect(Token.LeftParenthesis, "expected '('");
    last = this.link(last, this.parameters(Token.RightParenthesis, true));
    this.expect(Token.RightParenthesis, "expected ')'");
    if (this.eat(Token.Arrow)) last = this.link(last, this.expression());
    const body = this.link(last, this.block());
    this.definitionToken = -1;
    return this.node(Kind.FunctionDefinition, start, this.nodeEnds[body]!, firstDecorator || name, flags);
  }

  protected classDefinition(firstDecorator: Node, lastDecorator: Node): Node {
    const { start } = this;
    this.definitionToken = this.position;
    this.advance();
    const name = this.identifier('expected the name of a class');
    this.link(lastDecorator, name);
    let last = this.link(name, this.typeParameters()) || name;
    if (this.token === Token.LeftParenthesis) last = this.link(last, this.classArguments());
    const body = this.link(last, this.block());
    this.definitionToken = -1;
    return this.node(Kind.ClassDefinition, start, this.nodeEnds[body]!, firstDecorator || name, 0);
  }

  private classArguments(): Node {
    const { start } = this;
    const first = this.callArguments(false);
    return this.finish(Kind.Arguments, start, first, 0);
  }

  /** A function without decorators. */
  protected plainFunction(): Node {
    return this.functionDefinition(NONE, NONE);
  }
}
