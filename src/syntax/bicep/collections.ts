// https://github.com/Azure/bicep/blob/main/docs/grammar.md: object, array, forExpression, ifCondition
import { readList } from './lists.ts';
import type { Expression, ObjectEntry, ObjectExpression, Resource, Spread, StringExpression } from './nodes.ts';
import type { Reader } from './reader.ts';
import { plainText } from './texts.ts';

/** Reads a resource nested in the body of another, with its decorators. */
export type ReadResource = (() => Resource) | undefined;

/** What stands in brackets is read by these. */
interface Expressions {
  read(): Expression;
  text(): StringExpression;
}

/** Reads objects, arrays, loops and conditions. In objects and arrays, reading goes on behind a fault. */
export class CollectionReader {
  readonly #reader: Reader;
  readonly #expressions: Expressions;

  constructor(reader: Reader, expressions: Expressions) {
    this.#reader = reader;
    this.#expressions = expressions;
  }

  /** An object from its brace on. Resources may stand in it where `nested` reads them. */
  object(nested?: ReadResource): ObjectExpression {
    const { start } = this.#reader.expect('{');
    const elements = this.#reader.deeper(() => readList(this.#reader, start, '}', () => this.#element(nested)));
    const entries: ObjectEntry[] = [];
    const resources: Resource[] = [];
    const spreads: Spread[] = [];
    for (const element of elements) {
      if (!('kind' in element)) entries.push(element);
      else if (element.kind === 'resource') resources.push(element);
      else if (element.kind === 'spread') spreads.push(element);
    }
    return { kind: 'object', entries, resources, spreads, start, end: this.#reader.scanner.lastEnd };
  }

  /** The body of a resource or module: an object, an `if` with one, or a `for` with either. */
  body(nested?: ReadResource): Expression {
    const { scanner } = this.#reader;
    scanner.skipNewlinesBefore((token) => token.text === 'if');
    if (scanner.sees('[')) return this.#for(() => this.body(nested));
    const start = scanner.skipWord('if')?.start;
    if (start === undefined) return this.object(nested);
    this.#reader.expect('(');
    scanner.skipNewlines();
    const condition = this.#expressions.read();
    scanner.skipNewlines();
    this.#reader.expect(')');
    const body = this.object(nested);
    return { kind: 'if', condition, body, start, end: body.end };
  }

  /** An array or a loop, from its bracket on. */
  brackets(): Expression {
    const { scanner } = this.#reader;
    const open = scanner.peek();
    scanner.take();
    scanner.skipNewlinesBefore((token) => token.text === 'for');
    const isFor = scanner.seesWord('for');
    scanner.seek(open.start);
    if (isFor) return this.#for(() => this.#expressions.read());
    scanner.take();
    const items = this.#reader.deeper(() => readList(this.#reader, open.start, ']', () => this.#item()));
    return { kind: 'array', items, start: open.start, end: scanner.lastEnd };
  }

  #for(readBody: () => Expression): Expression {
    const { scanner } = this.#reader;
    const { start } = this.#reader.expect('[');
    scanner.skipNewlines();
    this.#reader.expectWord('for');
    const [item, index] = this.#loopNames();
    this.#reader.expectWord('in');
    const collection = this.#expressions.read();
    this.#reader.expect(':');
    const body = this.#reader.deeper(readBody);
    scanner.skipNewlines();
    const { end } = this.#reader.expect(']');
    return { kind: 'for', item, index: index ?? null, collection, body, start, end };
  }

  #loopNames(): [item: string, index?: string] {
    if (!this.#reader.scanner.skip('(')) return [this.#reader.name().text];
    const item = this.#reader.name().text;
    this.#reader.expect(',');
    const index = this.#reader.name().text;
    this.#reader.expect(')');
    return [item, index];
  }

  #element(nested: ReadResource): ObjectEntry | Resource | Spread {
    const { scanner } = this.#reader;
    if (nested && (scanner.sees('@') || this.#seesResource())) return nested();
    return this.#spread() ?? this.#entry();
  }

  /** True for `resource name`, where `resource:` would be a property. */
  #seesResource(): boolean {
    const { scanner } = this.#reader;
    const word = scanner.peek();
    if (!scanner.seesWord('resource')) return false;
    scanner.take();
    const named = scanner.peek().kind === 'identifier';
    scanner.seek(word.start);
    return named;
  }

  #entry(): ObjectEntry {
    const { kind, text, start, end } = this.#reader.scanner.peek();
    if (kind !== 'identifier' && kind !== 'quote') throw this.#reader.unexpected('a name is missing');
    const key: Expression = kind === 'quote' ? this.#expressions.text() : { kind: 'variable', name: text, start, end };
    if (kind === 'identifier') this.#reader.scanner.take();
    const name = key.kind === 'string' ? (plainText(key) ?? null) : text;
    this.#reader.expect(':');
    const value = this.#reader.attempt(() => this.#expressions.read());
    return { name, key, value, start, end: Math.max(value.end, key.end) };
  }

  #item(): Expression {
    return this.#spread() ?? this.#expressions.read();
  }

  #spread(): Spread | undefined {
    const dots = this.#reader.scanner.skip('...');
    if (dots === undefined) return undefined;
    const value = this.#expressions.read();
    return { kind: 'spread', value, start: dots.start, end: value.end };
  }
}
