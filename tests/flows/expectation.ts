// What a line of a sample is expected to give: the grammar behind `#>`, described in README.md.

/** A value that an argument may have: the forms of the calls document, and `*` for any value at all. */
export type ExpectedValue =
  | { readonly value: string | number | boolean | null }
  | { readonly pattern: string }
  | { readonly environment: string; readonly default?: ExpectedValue }
  | { readonly unknown: string | null }
  | { readonly object: true }
  | { readonly any: true }
  | { readonly anyOf: readonly ExpectedValue[] };

export interface ExpectedIdentity {
  readonly kind: string;
  readonly of?: ExpectedValue;
}

/** One row of `calls`. `certainty` is `either` where one line of several has it. */
export interface ExpectedRow {
  readonly kind: 'row';
  readonly certainty: 'resolved' | 'guessed' | 'either';
  readonly service: string;
  readonly operation: string;
  /** null: by the method itself; `*`: by something, whatever its name. */
  readonly through: string | null;
  readonly identity: ExpectedIdentity;
  readonly test: boolean;
  readonly arguments: ReadonlyMap<string, ExpectedValue>;
  /** True if the line may have further rows. */
  readonly andMore: boolean;
}

/** An entry of `unresolved`, with its reason where that matters. */
export interface ExpectedUnresolved {
  readonly kind: 'unresolved';
  readonly reason: string | null;
}

export type Expectation = ExpectedRow | ExpectedUnresolved;

const TOKEN = /\s*('(?:[^'\\]|\\.)*'|\.\.\.|\?[a-z-]*|\$\w+|\{\}|[\w*-][\w.:*-]*|[=~|;()])/y;
const OPERATION = /^[a-z][\w-]*\.[a-z]\w*$/;
const literals: Readonly<Record<string, boolean | null>> = { True: true, False: false, None: null };

class Tokens {
  readonly #tokens: string[] = [];
  #next = 0;

  constructor(text: string) {
    TOKEN.lastIndex = 0;
    let end = 0;
    for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
      this.#tokens.push(match[1] as string);
      end = TOKEN.lastIndex;
    }
    if (text.slice(end).trim() !== '') throw new Error(`not understood: “${text.slice(end).trim()}”`);
  }

  get here(): string | undefined {
    return this.#tokens[this.#next];
  }

  take(): string {
    const token = this.#tokens[this.#next++];
    if (token === undefined) throw new Error('something is missing at the end');
    return token;
  }

  accept(token: string): boolean {
    if (this.here !== token) return false;
    this.#next++;
    return true;
  }

  expect(token: string): void {
    const found = this.take();
    if (found !== token) throw new Error(`“${token}” is expected in front of “${found}”`);
  }
}

const quoted = (token: string): string => token.slice(1, -1).replaceAll(/\\(.)/g, '$1');

function alternative(tokens: Tokens): ExpectedValue {
  const token = tokens.take();
  if (token.startsWith("'")) return { value: quoted(token) };
  if (token.startsWith('?')) return { unknown: token === '?' ? null : token.slice(1) };
  if (token === '~') return { pattern: quoted(tokens.take()) };
  if (token === '{}') return { object: true };
  if (token === '*') return { any: true };
  if (token in literals) return { value: literals[token] as boolean | null };
  if (token.startsWith('$')) {
    const environment = token.slice(1);
    return tokens.accept('|') ? { environment, default: alternative(tokens) } : { environment };
  }
  if (!Number.isNaN(Number(token))) return { value: Number(token) };
  throw new Error(`“${token}” is no value`);
}

function value(tokens: Tokens): ExpectedValue {
  const found = [alternative(tokens)];
  while (tokens.accept('|')) found.push(alternative(tokens));
  return found.length === 1 ? (found[0] as ExpectedValue) : { anyOf: found };
}

function identity(tokens: Tokens): ExpectedIdentity {
  const kind = tokens.take();
  if (!tokens.accept('(')) return { kind };
  const of = value(tokens);
  tokens.expect(')');
  return { kind, of };
}

function row(tokens: Tokens, first: string): ExpectedRow {
  const certainty = first === 'guessed' || first === 'either' ? first : 'resolved';
  const name = certainty === 'resolved' ? first : tokens.take();
  if (!OPERATION.test(name)) throw new Error(`“${name}” is no service.operation`);
  const [service, operation] = name.split('.') as [string, string];
  const found = { through: null as string | null, identity: { kind: 'service' } as ExpectedIdentity };
  const expected = new Map<string, ExpectedValue>();
  let test = false;
  let andMore = false;
  while (tokens.here !== undefined && tokens.here !== ';') {
    const field = tokens.take();
    if (field === 'test') test = true;
    else if (field === '...') andMore = true;
    else if (tokens.here === '~') expected.set(field, alternative(tokens));
    else {
      tokens.expect('=');
      if (field === 'through') found.through = tokens.take();
      else if (field === 'identity') found.identity = identity(tokens);
      else expected.set(field, value(tokens));
    }
  }
  return { kind: 'row', certainty, service, operation, ...found, test, arguments: expected, andMore };
}

function unresolved(tokens: Tokens): ExpectedUnresolved {
  const reason = tokens.here === undefined || tokens.here === ';' ? null : tokens.take();
  return { kind: 'unresolved', reason };
}

/** The expectations that stand behind `#>` on a line. Throws an Error that says what is wrong with the text. */
export function parseExpectations(text: string): Expectation[] {
  const tokens = new Tokens(text);
  const found: Expectation[] = [];
  do {
    const first = tokens.take();
    found.push(first === 'unresolved' ? unresolved(tokens) : row(tokens, first));
  } while (tokens.accept(';'));
  if (tokens.here !== undefined) throw new Error(`“;” is expected in front of “${tokens.here}”`);
  return found;
}
