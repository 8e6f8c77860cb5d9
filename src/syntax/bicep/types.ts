// https://github.com/Azure/bicep/blob/main/docs/grammar.md: typeExpression
import type { ExpressionReader } from './expressions.ts';
import { readArguments, readList } from './lists.ts';
import type { TupleItem, TypeEntry, TypeExpression } from './nodes.ts';
import type { Reader } from './reader.ts';
import { plainText } from './texts.ts';

/** Reads types. */
export class TypeReader {
  readonly #reader: Reader;
  readonly #expressions: ExpressionReader;

  constructor(reader: Reader, expressions: ExpressionReader) {
    this.#reader = reader;
    this.#expressions = expressions;
  }

  /** The type of a parameter or output: also `resource 'type'`, whose text an output may lack. */
  declared(): TypeExpression {
    const { scanner } = this.#reader;
    const word = scanner.peek();
    if (!scanner.skipWord('resource')) return this.read();
    if (scanner.sees('<')) {
      scanner.seek(word.start);
      return this.read();
    }
    const type = scanner.peek().kind === 'quote' ? this.#expressions.text() : null;
    return { kind: 'resource-type', type, start: word.start, end: scanner.lastEnd };
  }

  /** A type from the next token on. */
  read(): TypeExpression {
    return this.#reader.deeper(() => this.#union());
  }

  #union(): TypeExpression {
    const { scanner } = this.#reader;
    this.#skipToBar();
    const leading = scanner.skip('|');
    const first = this.#suffixed();
    this.#skipToBar();
    if (!leading && !scanner.sees('|')) return first;
    const members = [first];
    while (scanner.skip('|')) {
      members.push(this.#suffixed());
      this.#skipToBar();
    }
    return { kind: 'union-type', members, start: leading?.start ?? first.start, end: scanner.lastEnd };
  }

  #skipToBar(): void {
    this.#reader.scanner.skipNewlinesBefore((token) => token.text === '|');
  }

  #suffixed(): TypeExpression {
    const { scanner } = this.#reader;
    let of = this.#signed();
    for (let length = 0; length < longestChain; length++) {
      const { start } = of;
      if (scanner.skip('?')) of = { kind: 'nullable-type', of, start, end: scanner.lastEnd };
      else if (scanner.skip('!')) of = { kind: 'not-null-type', of, start, end: scanner.lastEnd };
      else return of;
    }
    throw this.#reader.unexpected(`more than ${longestChain} marks in a row`);
  }

  #signed(): TypeExpression {
    const { kind, text, start } = this.#reader.scanner.peek();
    if (kind !== 'symbol' || !(text === '-' || text === '+' || text === '!')) return this.#member();
    this.#reader.scanner.take();
    const operand = this.#member();
    if (operand.kind !== 'literal-type') throw this.#reader.unexpected('a literal is missing');
    return { ...operand, operator: text, start };
  }

  #member(): TypeExpression {
    const { scanner } = this.#reader;
    let of = this.#primary();
    for (let length = 0; length < longestChain; length++) {
      const { start } = of;
      if (scanner.skip('[')) {
        if (scanner.skip(']')) {
          of = { kind: 'array-type', of, start, end: scanner.lastEnd };
          continue;
        }
        const { text, kind } = scanner.take();
        if (text !== '*' && kind !== 'number') throw this.#reader.unexpected('] is missing');
        this.#reader.expect(']');
        of = { kind: 'part-type', of, part: text, arguments: [], start, end: scanner.lastEnd };
      } else if (scanner.skip('.')) {
        const part = scanner.skip('*') ?? this.#reader.name();
        const list = scanner.skip('<') ? readArguments(this.#reader, '>', () => this.read()) : [];
        of = { kind: 'part-type', of, part: part.text, arguments: list, start, end: scanner.lastEnd };
      } else return of;
    }
    throw this.#reader.unexpected(`more than ${longestChain} steps in a row`);
  }

  #primary(): TypeExpression {
    const { scanner } = this.#reader;
    const { kind, text, start, end } = scanner.peek();
    if (kind === 'quote') {
      const value = this.#expressions.text();
      return { kind: 'literal-type', value, operator: null, start, end: value.end };
    }
    if (kind === 'number' || (kind === 'identifier' && (text === 'true' || text === 'false' || text === 'null'))) {
      scanner.take();
      const value = kind === 'number' ? Number(text) : text === 'null' ? null : text === 'true';
      return { kind: 'literal-type', value: { kind: 'literal', value, text, start, end }, operator: null, start, end };
    }
    if (kind === 'identifier') {
      scanner.take();
      const list = scanner.skip('<') ? readArguments(this.#reader, '>', () => this.read()) : [];
      return { kind: 'named-type', name: text, arguments: list, start, end: scanner.lastEnd };
    }
    if (scanner.sees('{')) return this.#object();
    if (scanner.sees('[')) return this.#tuple();
    if (!scanner.skip('(')) throw this.#reader.unexpected('a type is missing');
    const of = this.read();
    this.#reader.expect(')');
    return { kind: 'parentheses-type', of, start, end: scanner.lastEnd };
  }

  #object(): TypeExpression {
    const { start } = this.#reader.scanner.take();
    const elements = readList(this.#reader, start, '}', () => this.#entry());
    const entries = elements.flatMap((element) => ('kind' in element ? [] : element));
    return { kind: 'object-type', entries, start, end: this.#reader.scanner.lastEnd };
  }

  #entry(): TypeEntry {
    const { scanner } = this.#reader;
    const { start } = scanner.peek();
    const decorators = this.#expressions.decorators();
    const key = scanner.peek();
    let name: string | null = key.text;
    if (key.kind === 'quote') name = plainText(this.#expressions.text()) ?? null;
    else if (key.kind === 'identifier' || scanner.sees('*')) scanner.take();
    else throw this.#reader.unexpected('a name is missing');
    this.#reader.expect(':');
    const type = this.read();
    return { decorators, name, type, start, end: scanner.lastEnd };
  }

  #tuple(): TypeExpression {
    const { start } = this.#reader.scanner.take();
    const elements = readList(this.#reader, start, ']', (): TupleItem => {
      const from = this.#reader.scanner.peek().start;
      const decorators = this.#expressions.decorators();
      return { decorators, type: this.read(), start: from, end: this.#reader.scanner.lastEnd };
    });
    const items = elements.flatMap((element) => ('kind' in element ? [] : element));
    return { kind: 'tuple-type', items, start, end: this.#reader.scanner.lastEnd };
  }
}

const longestChain = 1000;
