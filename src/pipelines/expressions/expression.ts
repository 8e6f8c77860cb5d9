// https://docs.github.com/actions/reference/workflows-and-actions/expressions ; the functional form of
// https://learn.microsoft.com/azure/devops/pipelines/process/expressions is a part of the same grammar.
import type { ExpressionFunctions } from './functions.ts';

/** What an expression gives; `undefined` is what only a run can tell. */
export type Known = null | boolean | number | string | readonly Known[] | { readonly [name: string]: Known };
export type Evaluated = Known | undefined;

/** What a name at the start of a path stands for. */
export type Scope = (name: string) => Evaluated;

const token =
  /\s+|(?<number>-?(?:0x[\da-fA-F]+|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?))|'(?<text>(?:[^']|'')*)'|(?<name>[A-Za-z_][\w-]*)|(?<sign>&&|\|\||[<>=!]=|[<>!()[\],.*])/gy;

type Token = { readonly kind: 'number' | 'text' | 'name' | 'sign'; readonly text: string };

const longest = 4000;
const deepest = 50;

/** Evaluates an expression without its brackets; undefined where it cannot be told, or is none. Never throws. */
export function evaluateExpression(source: string, scope: Scope, functions: ExpressionFunctions): Evaluated {
  const tokens = source.length > longest ? undefined : tokensOf(source);
  return tokens && new Evaluation(tokens, scope, functions).whole();
}

function tokensOf(source: string): Token[] | undefined {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of source.matchAll(token)) {
    end = match.index + match[0].length;
    const { number, text, name, sign } = match.groups ?? {};
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll("''", "'") });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
  }
  return end === source.length ? tokens : undefined;
}

class Evaluation {
  readonly #tokens: readonly Token[];
  readonly #scope: Scope;
  readonly #functions: ExpressionFunctions;
  #at = 0;
  #depth = 0;
  #broken = false;

  constructor(tokens: readonly Token[], scope: Scope, functions: ExpressionFunctions) {
    this.#tokens = tokens;
    this.#scope = scope;
    this.#functions = functions;
  }

  whole(): Evaluated {
    const value = this.#or();
    return this.#broken || this.#at < this.#tokens.length ? undefined : value;
  }

  #takes(...signs: readonly string[]): string | undefined {
    const next = this.#tokens[this.#at];
    if (next?.kind !== 'sign' || !signs.includes(next.text)) return undefined;
    this.#at++;
    return next.text;
  }

  #or(): Evaluated {
    if (++this.#depth > deepest) this.#broken = true;
    let left = this.#broken ? undefined : this.#and();
    while (!this.#broken && this.#takes('||') !== undefined) {
      const right = this.#and();
      left = left === undefined ? (isTrue(right) ? right : undefined) : isTrue(left) ? left : right;
    }
    this.#depth--;
    return left;
  }

  #and(): Evaluated {
    let left = this.#comparison();
    while (!this.#broken && this.#takes('&&') !== undefined) {
      const right = this.#comparison();
      if (left === undefined) left = right !== undefined && !isTrue(right) ? false : undefined;
      else if (isTrue(left)) left = right;
    }
    return left;
  }

  #comparison(): Evaluated {
    let left = this.#unary();
    for (let sign = this.#comparator(); sign !== undefined; sign = this.#comparator()) {
      const right = this.#unary();
      left = left === undefined || right === undefined ? undefined : compared(left, sign, right);
    }
    return left;
  }

  #comparator(): string | undefined {
    return this.#broken ? undefined : this.#takes('==', '!=', '<', '<=', '>', '>=');
  }

  #unary(): Evaluated {
    let negations = 0;
    while (this.#takes('!') !== undefined) negations++;
    const value = this.#path();
    if (negations === 0 || value === undefined) return value;
    return negations % 2 === 1 ? !isTrue(value) : isTrue(value);
  }

  #path(): Evaluated {
    let value = this.#primary();
    for (let sign = this.#takes('.', '['); sign !== undefined; sign = this.#takes('.', '[')) {
      if (sign === '[') {
        const index = this.#takes('*') === undefined ? this.#or() : undefined;
        if (this.#takes(']') === undefined) this.#broken = true;
        value = index === undefined ? undefined : memberOf(value, index);
      } else if (this.#takes('*') !== undefined) {
        value = undefined;
      } else {
        const next = this.#tokens[this.#at++];
        value = next?.kind === 'name' ? memberOf(value, next.text) : undefined;
      }
      if (this.#broken) return undefined;
    }
    return value;
  }

  #primary(): Evaluated {
    const next = this.#tokens[this.#at++];
    if (next?.kind === 'number') return Number(next.text);
    if (next?.kind === 'text') return next.text;
    if (next?.kind === 'name') return this.#named(next.text);
    if (next?.text === '(') {
      const value = this.#or();
      if (this.#takes(')') === undefined) this.#broken = true;
      return value;
    }
    this.#broken = true;
    return undefined;
  }

  #named(name: string): Evaluated {
    if (this.#takes('(') === undefined) {
      const lower = name.toLowerCase();
      return lower === 'true' ? true : lower === 'false' ? false : lower === 'null' ? null : this.#scope(name);
    }
    const values: Evaluated[] = [];
    while (!this.#broken && this.#takes(')') === undefined) {
      if (values.length > 0 && this.#takes(',') === undefined) this.#broken = true;
      else values.push(this.#or());
    }
    return this.#broken ? undefined : this.#functions[name.toLowerCase()]?.(values);
  }
}

/** What counts as true in a condition. */
export function isTrue(value: Evaluated): boolean {
  return (
    value !== undefined && value !== null && value !== false && value !== 0 && value !== '' && !Number.isNaN(value)
  );
}

/** Compares as the systems do: texts whatever their case, other kinds as numbers. */
export function compared(left: Known, sign: string, right: Known): boolean | undefined {
  if (typeof left === 'object' && left !== null) return undefined;
  if (typeof right === 'object' && right !== null) return undefined;
  const texts = typeof left === 'string' && typeof right === 'string';
  const [a, b] = texts ? [left.toLowerCase(), right.toLowerCase()] : [asNumber(left), asNumber(right)];
  if (sign === '==') return a === b;
  if (sign === '!=') return a !== b;
  if (sign === '<') return a < b;
  if (sign === '<=') return a <= b;
  return sign === '>' ? a > b : a >= b;
}

function asNumber(value: null | boolean | number | string): number {
  return typeof value === 'string' && value.trim() === '' ? 0 : Number(value);
}

function memberOf(value: Evaluated, name: Known): Evaluated {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return typeof name === 'number' ? (value as readonly Known[])[name] : undefined;
  const wanted = String(name).toLowerCase();
  return Object.entries(value).find(([key]) => key.toLowerCase() === wanted)?.[1];
}
