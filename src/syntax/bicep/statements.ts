// https://github.com/Azure/bicep/blob/main/docs/grammar.md: statement
// https://github.com/Azure/bicep/blob/main/docs/params-file-grammar.md
import { ExpressionReader } from './expressions.ts';
import { readArguments, readList } from './lists.ts';
import type {
  Broken,
  Decorator,
  Expression,
  Extension,
  Import,
  Resource,
  Statement,
  StringExpression,
  Using,
} from './nodes.ts';
import type { Reader } from './reader.ts';
import type { Token } from './scanner.ts';
import { plainText } from './texts.ts';
import { TypeReader } from './types.ts';

/** What every statement has: where it begins, and its decorators. */
interface Head {
  readonly start: number;
  readonly decorators: readonly Decorator[];
}

/** Reads the statements of a file. */
export class StatementReader {
  readonly #reader: Reader;
  readonly #expressions: ExpressionReader;
  readonly #types: TypeReader;

  constructor(reader: Reader) {
    this.#reader = reader;
    this.#expressions = new ExpressionReader(reader);
    this.#types = new TypeReader(reader, this.#expressions);
  }

  /** All statements; what is none is a fault and costs its line. */
  file(): Statement[] {
    const { scanner } = this.#reader;
    const statements: Statement[] = [];
    for (let next = scanner.peek(); next.kind !== 'end'; next = scanner.peek()) {
      if (next.kind === 'newline') {
        scanner.take();
        continue;
      }
      const statement = this.#attempt();
      if (statement.kind !== 'broken') statements.push(statement);
      this.#endOfLine(next.start);
    }
    return statements;
  }

  /** A statement. If it turns out to have a bracket that the file never closes, it is read again with that in mind. */
  #attempt(): Statement | Broken {
    const from = this.#reader.scanner.peek().start;
    const faults = this.#reader.faultCount;
    const knew = this.#reader.unclosed;
    const statement = this.#reader.attempt(() => this.#statement());
    if (knew || !this.#reader.unclosed) return statement;
    this.#reader.forget(faults);
    this.#reader.scanner.seek(from);
    return this.#reader.attempt(() => this.#statement());
  }

  #endOfLine(from: number): void {
    const { scanner } = this.#reader;
    const { kind, start, end } = scanner.peek();
    if (kind === 'newline' || kind === 'end') return;
    this.#reader.fault('the end of the line is missing', start, end);
    this.#reader.skipLine();
    if (scanner.peek().start === start || start === from) scanner.take();
  }

  #statement(): Statement {
    const { start } = this.#reader.scanner.peek();
    const decorators = this.#expressions.decorators();
    const word = this.#reader.name();
    const read = readers[word.text];
    if (read === undefined) {
      this.#reader.scanner.seek(word.start);
      throw this.#reader.unexpected(`${word.text.slice(0, 40)} begins no statement`);
    }
    return read.call(this, { start, decorators });
  }

  targetScope(head: Head): Statement {
    return { kind: 'target-scope', ...head, value: this.#assigned(), end: this.#end() };
  }

  metadata(head: Head): Statement {
    return { kind: 'metadata', ...head, ...this.#name(), value: this.#assigned(), end: this.#end() };
  }

  assertion(head: Head): Statement {
    return { kind: 'assert', ...head, ...this.#name(), value: this.#assigned(), end: this.#end() };
  }

  parameter(head: Head): Statement {
    const { scanner } = this.#reader;
    const name = this.#name();
    const type = scanner.sees('=') ? null : this.#types.declared();
    const value = scanner.sees('=') ? this.#assigned() : null;
    return { kind: 'parameter', ...head, ...name, type, value, end: this.#end() };
  }

  variable(head: Head): Statement {
    const name = this.#name();
    const type = this.#reader.scanner.sees('=') ? null : this.#types.declared();
    return { kind: 'variable-statement', ...head, ...name, type, value: this.#assigned(), end: this.#end() };
  }

  output(head: Head): Statement {
    const name = this.#name();
    const type = this.#types.declared();
    return { kind: 'output', ...head, ...name, type, value: this.#assigned(), end: this.#end() };
  }

  type(head: Head): Statement {
    const name = this.#name();
    this.#reader.expect('=');
    return { kind: 'type', ...head, ...name, value: this.#types.declared(), end: this.#end() };
  }

  func(head: Head): Statement {
    const name = this.#name();
    this.#reader.expect('(');
    const parameters = readArguments(this.#reader, ')', () => ({
      name: this.#reader.name().text,
      type: this.#types.declared(),
    }));
    const returns = this.#types.declared();
    this.#reader.expect('=>');
    this.#reader.scanner.skipNewlines();
    const value = this.#expressions.read();
    return { kind: 'function', ...head, ...name, parameters, returns, value, end: this.#end() };
  }

  resource(head: Head): Resource {
    const name = this.#name();
    const type = this.#path();
    const existing = this.#reader.scanner.skipWord('existing') !== undefined;
    this.#reader.expect('=');
    const body = this.#expressions.collections.body(() => this.#nested());
    return { kind: 'resource', ...head, ...name, type, existing, body, end: this.#end() };
  }

  module(head: Head): Statement {
    return { kind: 'module', ...head, ...this.#moduleParts(), end: this.#end() };
  }

  test(head: Head): Statement {
    return { kind: 'test', ...head, ...this.#moduleParts(), end: this.#end() };
  }

  import(head: Head): Statement {
    const { scanner } = this.#reader;
    if (scanner.peek().kind === 'quote') return this.extension(head); // as extensions were written before 0.23
    let names: Import['names'] = [];
    let wildcard: string | null = null;
    const open = scanner.peek();
    if (scanner.skip('*')) {
      this.#reader.expectWord('as');
      wildcard = this.#reader.name().text;
    } else {
      this.#reader.expect('{');
      const list = readList(this.#reader, open.start, '}', () => this.#imported());
      names = list.flatMap((one) => ('kind' in one ? [] : one));
    }
    this.#reader.expectWord('from');
    return { kind: 'import', ...head, names, wildcard, path: this.#expressions.text(), end: this.#end() };
  }

  extension(head: Head): Extension {
    const { scanner } = this.#reader;
    const quoted = scanner.peek().kind === 'quote';
    const name = quoted ? (plainText(this.#expressions.text()) ?? '') : this.#reader.name().text;
    const config = this.#with();
    const alias = scanner.skipWord('as') ? this.#reader.name().text : null;
    return { kind: 'extension', ...head, name, config, alias, end: this.#end() };
  }

  extensionConfig(head: Head): Statement {
    const name = this.#reader.name().text;
    return { kind: 'extension-config', ...head, name, config: this.#with(), alias: null, end: this.#end() };
  }

  using(head: Head): Using {
    const path = this.#reader.scanner.skipWord('none') ? null : this.#expressions.text();
    return { kind: 'using', ...head, path, config: this.#with(), end: this.#end() };
  }

  extends(head: Head): Using {
    return { kind: 'extends', ...head, path: this.#expressions.text(), config: null, end: this.#end() };
  }

  /** A resource in the body of another. */
  #nested(): Resource {
    const { start } = this.#reader.scanner.peek();
    const decorators = this.#expressions.decorators();
    this.#reader.expectWord('resource');
    return this.#reader.deeper(() => this.resource({ start, decorators }));
  }

  #moduleParts(): { name: string; nameSpan: Resource['nameSpan']; path: StringExpression | null; body: Expression } {
    const name = this.#name();
    const path = this.#path();
    this.#reader.expect('=');
    return { ...name, path, body: this.#expressions.collections.body() };
  }

  /** The text that names a type or path; a fault, but no reason to stop, where it is missing. */
  #path(): StringExpression | null {
    const next = this.#reader.scanner.peek();
    if (next.kind === 'quote') return this.#expressions.text();
    this.#reader.fault('a text is missing', next.start, next.end);
    return null;
  }

  #imported(): { name: string; alias: string | null } {
    const { scanner } = this.#reader;
    const quoted = scanner.peek().kind === 'quote';
    const name = quoted ? (plainText(this.#expressions.text()) ?? '') : this.#reader.name().text;
    return { name, alias: scanner.skipWord('as') ? this.#reader.name().text : null };
  }

  #with(): Expression | null {
    return this.#reader.scanner.skipWord('with') ? this.#expressions.collections.object() : null;
  }

  #name(): { name: string; nameSpan: { start: number; end: number } } {
    const { text, start, end }: Token = this.#reader.name();
    return { name: text, nameSpan: { start, end } };
  }

  /** What stands behind `=`; broken where it has a fault, so that the statement is kept. */
  #assigned(): Expression {
    this.#reader.expect('=');
    return this.#reader.attempt(() => this.#expressions.read());
  }

  #end(): number {
    return this.#reader.scanner.lastEnd;
  }
}

const own = StatementReader.prototype;
const readers: Readonly<Record<string, (this: StatementReader, head: Head) => Statement>> = Object.assign(
  Object.create(null) as Record<string, never>,
  {
    targetScope: own.targetScope,
    metadata: own.metadata,
    assert: own.assertion,
    param: own.parameter,
    var: own.variable,
    output: own.output,
    type: own.type,
    func: own.func,
    resource: own.resource,
    module: own.module,
    test: own.test,
    import: own.import,
    extension: own.extension,
    provider: own.extension,
    extensionConfig: own.extensionConfig,
    using: own.using,
    extends: own.extends,
  },
);
