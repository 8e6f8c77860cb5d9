// https://github.com/Azure/bicep/blob/main/docs/grammar.md: expression
import { SyntaxBreak } from '../code/syntax-break.ts';
import { CollectionReader } from './collections.ts';
import { readArguments } from './lists.ts';
import type { Call, Decorator, Expression } from './nodes.ts';
import type { Reader } from './reader.ts';
import type { Token } from './scanner.ts';
import { readText } from './texts.ts';

/** Reads expressions. A fault is thrown as a `SyntaxBreak`, but in objects and arrays, which go on behind it. */
export class ExpressionReader {
  readonly #reader: Reader;
  readonly collections: CollectionReader;

  constructor(reader: Reader) {
    this.#reader = reader;
    this.collections = new CollectionReader(reader, this);
  }

  /** An expression from the next token on. */
  read(): Expression {
    return this.#reader.deeper(() => this.#conditional());
  }

  /** A text from the next token on. */
  text(): ReturnType<typeof readText> {
    if (this.#reader.scanner.peek().kind !== 'quote') throw this.#reader.unexpected('a text is missing');
    return readText(this.#reader, () => this.read());
  }

  /** The decorators that are next, each with the end of its line. */
  decorators(): Decorator[] {
    const { scanner } = this.#reader;
    const found: Decorator[] = [];
    for (let at = scanner.skip('@'); at; at = scanner.skip('@')) {
      found.push(this.#decorator(at));
      if (scanner.peek().kind !== 'newline') throw this.#reader.unexpected('the end of the line is missing');
      scanner.skipNewlines();
    }
    return found;
  }

  #decorator(at: Token): Decorator {
    const { scanner } = this.#reader;
    let name = this.#reader.name().text;
    while (scanner.skip('.')) name += `.${this.#reader.name().text}`;
    const list = scanner.skip('(') ? this.#arguments() : [];
    return { name, arguments: list, start: at.start, end: scanner.lastEnd };
  }

  #conditional(): Expression {
    const { scanner } = this.#reader;
    const condition = this.#binary(0);
    scanner.skipNewlinesBefore((token) => token.text === '?');
    if (!scanner.skip('?')) return condition;
    const whenTrue = this.read();
    scanner.skipNewlinesBefore((token) => token.text === ':');
    this.#reader.expect(':');
    const whenFalse = this.read();
    return { kind: 'ternary', condition, whenTrue, whenFalse, start: condition.start, end: whenFalse.end };
  }

  #binary(least: number): Expression {
    const { scanner } = this.#reader;
    let left = this.#unary();
    for (let length = 1; ; length++) {
      const { kind, text } = scanner.peek();
      const level = kind === 'symbol' ? (levels.get(text) ?? 0) : 0;
      if (level <= least) return left;
      if (length > longestChain) throw this.#reader.unexpected(`more than ${longestChain} operators in a row`);
      scanner.take();
      const right = this.#reader.deeper(() => this.#binary(level));
      left = { kind: 'binary', operator: text, left, right, start: left.start, end: right.end };
    }
  }

  #unary(): Expression {
    const { kind, text, start } = this.#reader.scanner.peek();
    if (kind !== 'symbol' || (text !== '-' && text !== '+' && text !== '!')) return this.#member();
    this.#reader.scanner.take();
    const operand = this.#member(); // Bicep has no `--a`
    return { kind: 'unary', operator: text, operand, start, end: operand.end };
  }

  /** A primary expression with what follows it: `.name`, `[index]`, `::name`, `!`, calls. */
  #member(): Expression {
    const { scanner } = this.#reader;
    let object = this.#primary();
    for (let length = 1; ; length++) {
      if (length > longestChain) throw this.#reader.unexpected(`more than ${longestChain} steps in a row`);
      const { start } = object;
      if (scanner.skip('[')) object = this.#index(object);
      else if (scanner.skip('.')) object = this.#property(object);
      else if (scanner.skip('::')) {
        const name = this.#reader.name();
        object = { kind: 'nested', object, name: name.text, start, end: name.end };
      } else if (scanner.skip('!'))
        object = { kind: 'unary', operator: '!!', operand: object, start, end: scanner.lastEnd };
      else return object;
    }
  }

  #index(object: Expression): Expression {
    const { scanner } = this.#reader;
    const safe = scanner.skip('?') !== undefined;
    const fromEnd = scanner.skip('^') !== undefined;
    const index = this.read();
    const { end } = this.#reader.expect(']');
    return { kind: 'index', object, index, safe, fromEnd, start: object.start, end };
  }

  #property(object: Expression): Expression {
    const safe = this.#reader.scanner.skip('?') !== undefined;
    const name = this.#reader.name();
    if (this.#reader.scanner.sees('(')) return this.#call(object, name);
    return { kind: 'property', object, name: name.text, safe, start: object.start, end: name.end };
  }

  #call(object: Expression | null, name: Token): Call {
    this.#reader.expect('(');
    const list = this.#arguments();
    const nameSpan = { start: name.start, end: name.end };
    const start = object?.start ?? name.start;
    return {
      kind: 'call',
      object,
      name: name.text,
      nameSpan,
      arguments: list,
      start,
      end: this.#reader.scanner.lastEnd,
    };
  }

  #arguments(): Expression[] {
    return readArguments(this.#reader, ')', () => this.read());
  }

  #primary(): Expression {
    const token = this.#reader.scanner.peek();
    const { kind, text, start, end } = token;
    if (kind === 'quote') return this.text();
    if (kind === 'number') {
      this.#reader.scanner.take();
      return { kind: 'literal', value: Number(text), text, start, end };
    }
    if (kind === 'identifier') return this.#named(this.#reader.scanner.take());
    if (text === '{' && kind === 'symbol') return this.collections.object();
    if (text === '[' && kind === 'symbol') return this.collections.brackets();
    if (text === '(' && kind === 'symbol') return this.#parentheses();
    throw this.#reader.unexpected('an expression is missing');
  }

  #named(token: Token): Expression {
    const { text, start, end } = token;
    if (constants.has(text)) return { kind: 'literal', value: constants.get(text) ?? null, text, start, end };
    if (this.#reader.scanner.sees('(')) return this.#call(null, token);
    if (this.#reader.scanner.sees('=>')) return this.#lambda([text], start);
    return { kind: 'variable', name: text, start, end };
  }

  #lambda(parameters: readonly string[], start: number): Expression {
    this.#reader.expect('=>');
    this.#reader.scanner.skipNewlinesBefore((token) => !declarations.has(token.text));
    const body = this.read();
    return { kind: 'lambda', parameters, body, start, end: body.end };
  }

  #parentheses(): Expression {
    const { scanner } = this.#reader;
    const { start } = scanner.take();
    const elements = readArguments(this.#reader, ')', () => this.read());
    const end = scanner.lastEnd;
    const names = elements.flatMap((element) => (element.kind === 'variable' ? element.name : []));
    if (scanner.sees('=>') && names.length === elements.length) return this.#lambda(names, start);
    const [inner] = elements;
    if (inner === undefined || elements.length > 1)
      throw new SyntaxBreak('one expression belongs in parentheses', start, end);
    return { kind: 'parentheses', inner, start, end };
  }
}

/** Left-associative chains make trees as deep as they are long. */
const longestChain = 1000;

const constants = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const declarations = new Set(['assert', 'import', 'metadata', 'param', 'var', 'resource', 'output', 'module', 'type']);

const levels = new Map<string, number>(
  [['??'], ['||'], ['&&'], ['==', '!=', '=~', '!~'], ['<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']].flatMap(
    (operators, index) => operators.map((operator): [string, number] => [operator, index + 1]),
  ),
);
