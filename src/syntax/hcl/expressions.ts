// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions

import { SyntaxBreak } from '../code/syntax-break.ts';
import { deepestTree } from '../limits.ts';
import { readCollection } from './collections.ts';
import type { Binary, BinaryOperator, Expression } from './nodes.ts';
import type { Scanner, Token } from './scanner.ts';
import { readTemplate } from './templates.ts';

/** Reads expressions from a scanner. A fault is thrown as a `SyntaxBreak`. */
export class ExpressionReader {
  readonly scanner: Scanner;
  #depth = 0;

  constructor(scanner: Scanner) {
    this.scanner = scanner;
  }

  /** An expression from the next token on. */
  read(): Expression {
    if (this.#depth >= deepestTree) throw this.unexpected(`nested deeper than ${deepestTree}`);
    this.#depth++;
    const condition = this.#binary(0);
    const whole = this.scanner.skip('?') ? this.#conditional(condition) : condition;
    this.#depth--;
    return whole;
  }

  /** Reads what stands between brackets, where the ends of lines have no meaning; `newlines` for objects, where they do. */
  within<T>(read: () => T, newlines = false): T {
    const outer = this.scanner.ignoreNewlines;
    this.scanner.ignoreNewlines = !newlines;
    const result = read();
    this.scanner.ignoreNewlines = outer;
    return result;
  }

  /** Takes a symbol that must be next. */
  expect(symbol: string): Token {
    return this.scanner.skip(symbol) ?? this.#fail(`${symbol} is missing`);
  }

  /** A fault at the next token. */
  unexpected(message: string): SyntaxBreak {
    const { start, end } = this.scanner.peek();
    return new SyntaxBreak(message, start, end);
  }

  /** Starts afresh after a break. */
  reset(): void {
    this.#depth = 0;
    this.scanner.ignoreNewlines = false;
  }

  #fail(message: string): never {
    throw this.unexpected(message);
  }

  #conditional(condition: Expression): Expression {
    const whenTrue = this.read();
    this.expect(':');
    const whenFalse = this.read();
    return { kind: 'conditional', condition, whenTrue, whenFalse, start: condition.start, end: whenFalse.end };
  }

  /** Operands and the operators between them that bind closer than `least`. */
  #binary(least: number): Expression {
    let left = this.#operand();
    for (let length = 1; ; length++) {
      const { kind, text } = this.scanner.peek();
      const level = kind === 'symbol' ? (levels.get(text) ?? 0) : 0;
      if (level <= least) return left;
      if (length > longestChain) throw this.unexpected(`more than ${longestChain} operators in a row`);
      this.scanner.take();
      const right = this.#binary(level);
      const operator = text as BinaryOperator;
      left = { kind: 'binary', operator, left, right, start: left.start, end: right.end } satisfies Binary;
    }
  }

  #operand(): Expression {
    return this.#steps(this.#term());
  }

  #term(): Expression {
    const token = this.scanner.peek();
    const { start, end } = token;
    switch (token.kind) {
      case 'number':
        this.scanner.take();
        if (/\..*\./.test(token.text)) throw new SyntaxBreak('not a number', start, end);
        return { kind: 'literal', value: Number(token.text), text: token.text, start, end };
      case 'identifier':
        return this.#name(this.scanner.take());
      case 'quote':
      case 'heredoc':
        return readTemplate(this, this.scanner.take());
      case 'symbol':
        return this.#symbol(token);
      default:
        throw this.unexpected('an expression is missing');
    }
  }

  #symbol(token: Token): Expression {
    const { start } = token;
    if (token.text === '(') {
      this.scanner.take();
      const inner = this.within(() => {
        const expression = this.read();
        this.expect(')');
        return expression;
      });
      return { kind: 'parentheses', inner, start, end: this.scanner.lastEnd };
    }
    if (token.text === '-' || token.text === '!') {
      this.scanner.take();
      if (this.#depth >= deepestTree) throw this.unexpected(`nested deeper than ${deepestTree}`);
      this.#depth++;
      const operand = this.#operand();
      this.#depth--;
      return { kind: 'unary', operator: token.text, operand, start, end: operand.end };
    }
    if (token.text === '[' || token.text === '{') return readCollection(this);
    throw this.unexpected('an expression is missing');
  }

  #name(token: Token): Expression {
    const { text, start, end } = token;
    if (this.scanner.sees('(') || this.scanner.sees('::')) return this.#call(token);
    if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true', text, start, end };
    if (text === 'null') return { kind: 'literal', value: null, text, start, end };
    return { kind: 'variable', name: text, start, end };
  }

  #call(first: Token): Expression {
    let name = first.text;
    while (this.scanner.skip('::')) {
      if (this.scanner.peek().kind !== 'identifier') throw this.unexpected('a name is missing');
      name += `::${this.scanner.take().text}`;
    }
    const nameSpan = { start: first.start, end: this.scanner.lastEnd };
    this.expect('(');
    const list: Expression[] = [];
    const spread = this.within(() => this.#arguments(list));
    return { kind: 'call', name, nameSpan, arguments: list, spread, start: first.start, end: this.scanner.lastEnd };
  }

  /** Reads arguments to behind the closing parenthesis; true if the last is spread. */
  #arguments(list: Expression[]): boolean {
    while (!this.scanner.skip(')')) {
      list.push(this.read());
      if (this.scanner.skip('...')) {
        this.expect(')');
        return true;
      }
      if (!this.scanner.sees(')')) this.expect(',');
    }
    return false;
  }

  /** What follows a term: `.name`, `[index]`, `.*` and `[*]`. */
  #steps(from: Expression): Expression {
    let object = from;
    for (let length = 1; ; length++) {
      const { start } = this.scanner.peek();
      if (!this.scanner.sees('.') && !this.scanner.sees('[')) return object;
      if (length > longestChain) throw this.unexpected(`more than ${longestChain} steps in a row`);
      if (this.scanner.skip('.')) {
        object = this.scanner.skip('*') ? this.#attributeSplat(object, start) : this.#attributeOf(object);
        continue;
      }
      this.scanner.take();
      if (this.scanner.skip('*')) {
        this.expect(']');
        const each = this.#steps({ kind: 'item', start, end: this.scanner.lastEnd });
        return { kind: 'splat', source: object, each, start: object.start, end: each.end };
      }
      const index = this.within(() => {
        const expression = this.read();
        this.expect(']');
        return expression;
      });
      object = { kind: 'index', object, index, start: object.start, end: this.scanner.lastEnd };
    }
  }

  #attributeOf(object: Expression): Expression {
    const { kind, text, start, end } = this.scanner.peek();
    if (kind === 'identifier') {
      this.scanner.take();
      return { kind: 'attribute-of', object, name: text, start: object.start, end };
    }
    if (kind !== 'number' || text.includes('.')) throw this.unexpected('a name is missing behind the dot');
    this.scanner.take();
    const index: Expression = { kind: 'literal', value: Number(text), text, start, end };
    return { kind: 'index', object, index, start: object.start, end };
  }

  /** `.*` takes names alone, and leaves brackets to what stands around it. */
  #attributeSplat(source: Expression, start: number): Expression {
    let each: Expression = { kind: 'item', start, end: this.scanner.lastEnd };
    for (let length = 1; this.scanner.sees('.'); length++) {
      if (length > longestChain) throw this.unexpected(`more than ${longestChain} steps in a row`);
      this.scanner.take();
      each = this.#attributeOf(each);
    }
    return { kind: 'splat', source, each, start: source.start, end: each.end };
  }
}

/** Left-associative chains make trees as deep as they are long. */
const longestChain = 1000;

const levels = new Map(
  [['||'], ['&&'], ['==', '!='], ['<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']].flatMap((operators, index) =>
    operators.map((operator): [string, number] => [operator, index + 1]),
  ),
);
