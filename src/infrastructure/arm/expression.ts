// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
import type { Expression, StringExpression } from '../../syntax/bicep/index.ts';

const deepest = 60;
const token = /\s*(?:([A-Za-z_]\w*)|(-?\d+(?:\.\d+)?)|'((?:[^']|'')*)'|([()[\].,?]))/y;

interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'mark' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** True for a text that is an expression: in brackets, and not with two of them at the start, which escape one. */
export function isExpression(text: string): boolean {
  return text.startsWith('[') && !text.startsWith('[[') && text.trimEnd().endsWith(']');
}

/**
 * Reads an expression (`[concat('a', parameters('b'))]`) into Bicep's nodes. `text` is as it stands in the file between
 * the quotes, `offset` where it begins there; undefined where it is none that can be read.
 */
export function parseExpression(text: string, offset: number): Expression | undefined {
  const inner = text.slice(1, text.lastIndexOf(']'));
  const reader = new ExpressionReader(inner, offset + 1);
  const expression = reader.expression(0);
  return reader.isAtEnd() ? expression : undefined;
}

class ExpressionReader {
  readonly #text: string;
  readonly #offset: number;
  #at = 0;
  #next: Token;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
    this.#next = this.#read();
  }

  isAtEnd(): boolean {
    return this.#next.kind === 'end' && this.#text.slice(this.#at).trim() === '';
  }

  /** A call, text or number with the properties and items behind it. */
  expression(depth: number): Expression | undefined {
    let node = depth > deepest ? undefined : this.#first(depth);
    while (node !== undefined && (this.#is('.') || this.#is('['))) {
      node = this.#is('.') ? this.#property(node, depth) : this.#index(node, depth);
    }
    return node;
  }

  #first(depth: number): Expression | undefined {
    const { kind, text, start, end } = this.#next;
    switch (kind) {
      case 'string':
        this.#take();
        return textNode(decoded(text), start, end);
      case 'number':
        this.#take();
        return { kind: 'literal', value: Number(text), text, start, end };
      case 'name':
        this.#take();
        if (this.#is('(')) return this.#call(null, { text, start, end }, depth);
        if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true', text, start, end };
        return text === 'null'
          ? { kind: 'literal', value: null, text, start, end }
          : { kind: 'variable', name: text, start, end };
      default:
        return undefined;
    }
  }

  /** `.name`, `.?name`, and `namespace.function(…)`. */
  #property(object: Expression, depth: number): Expression | undefined {
    this.#take();
    const safe = this.#is('?');
    if (safe) this.#take();
    if (this.#next.kind !== 'name') return undefined;
    const name = this.#take();
    if (this.#is('(')) return this.#call(object, name, depth);
    return { kind: 'property', object, name: name.text, safe, start: object.start, end: name.end };
  }

  #index(object: Expression, depth: number): Expression | undefined {
    this.#take();
    const safe = this.#is('?');
    if (safe) this.#take();
    const index = this.expression(depth + 1);
    if (index === undefined || !this.#is(']')) return undefined;
    const { end } = this.#take();
    return { kind: 'index', object, index, safe, fromEnd: false, start: object.start, end };
  }

  #call(object: Expression | null, name: Pick<Token, 'text' | 'start' | 'end'>, depth: number): Expression | undefined {
    this.#take();
    const values: Expression[] = [];
    while (!this.#is(')')) {
      const value = this.expression(depth + 1);
      if (value === undefined) return undefined;
      values.push(value);
      if (this.#is(',')) this.#take();
      else if (!this.#is(')')) return undefined;
    }
    const { end } = this.#take();
    const nameSpan = { start: name.start, end: name.end };
    return {
      kind: 'call',
      object,
      name: name.text,
      nameSpan,
      arguments: values,
      start: object?.start ?? name.start,
      end,
    };
  }

  #is(mark: string): boolean {
    return this.#next.kind === 'mark' && this.#next.text === mark;
  }

  #take(): Token {
    const taken = this.#next;
    this.#next = this.#read();
    return taken;
  }

  #read(): Token {
    token.lastIndex = this.#at;
    const found = token.exec(this.#text);
    const end = this.#offset + token.lastIndex;
    if (found === null) return { kind: 'end', text: '', start: this.#offset + this.#at, end: this.#offset + this.#at };
    this.#at = token.lastIndex;
    const [whole, name, number, text, mark] = found;
    const start = this.#offset + found.index + whole.length - whole.trimStart().length;
    if (name !== undefined) return { kind: 'name', text: name, start, end };
    if (number !== undefined) return { kind: 'number', text: number, start, end };
    if (text !== undefined) return { kind: 'string', text, start, end };
    return { kind: 'mark', text: mark ?? '', start, end };
  }
}

/** A text as Bicep's node. */
export function textNode(text: string, start: number, end: number): StringExpression {
  return { kind: 'string', multiline: false, parts: [{ kind: 'text', text, start, end }], start, end };
}

/** A text inside an expression, which stands inside a text of JSON. */
function decoded(raw: string): string {
  const text = raw.replaceAll("''", "'");
  if (!text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
