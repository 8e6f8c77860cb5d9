// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#structural-elements

import { SyntaxBreak } from '../code/syntax-break.ts';
import type { Comment, SyntaxFault } from '../data-tree.ts';
import { addFault, deepestTree } from '../limits.ts';
import { ExpressionReader } from './expressions.ts';
import type { Attribute, Block, Body, Expression, Label } from './nodes.ts';
import { Scanner, type Token } from './scanner.ts';
import { readTemplate } from './templates.ts';

/** Reads the body of a file. Adds to `comments` and `faults`. */
export function readBody(text: string, comments: Comment[], faults: SyntaxFault[]): Body {
  return new BodyReader(text, comments, faults).file();
}

class BodyReader {
  readonly #scanner: Scanner;
  readonly #expressions: ExpressionReader;
  readonly #faults: SyntaxFault[];
  #depth = 0;

  constructor(text: string, comments: Comment[], faults: SyntaxFault[]) {
    this.#scanner = new Scanner(text, comments);
    this.#expressions = new ExpressionReader(this.#scanner);
    this.#faults = faults;
  }

  file(): Body {
    const items: (Attribute | Block)[] = [];
    while (this.#scanner.peek().kind !== 'end') {
      this.#items(items);
      const { kind, start, end } = this.#scanner.peek();
      if (kind === 'end') break;
      this.#fault('nothing for } to close', start, end);
      this.#scanner.take();
    }
    return { items, start: 0, end: this.#scanner.text.length };
  }

  /** Reads items up to a closing brace or the end of the file. */
  #items(items: (Attribute | Block)[]): void {
    const names = new Set<string>();
    while (true) {
      const token = this.#scanner.peek();
      if (token.kind === 'end' || this.#scanner.sees('}')) return;
      if (token.kind === 'newline') {
        this.#scanner.take();
        continue;
      }
      if (token.kind !== 'identifier') {
        this.#fault(token.kind === 'quote' ? 'a name is not quoted' : 'a name is missing', token.start, token.end);
        this.#skipItem();
        continue;
      }
      const item = this.#item(this.#scanner.take());
      if (item === undefined) continue;
      items.push(item);
      if (item.kind !== 'attribute') continue;
      if (names.has(item.name)) this.#fault(`${item.name} is set twice`, item.start, item.nameSpan.end);
      names.add(item.name);
    }
  }

  #item(name: Token): Attribute | Block | undefined {
    if (this.#scanner.skip('=')) {
      const attribute = this.#attribute(name);
      this.#endOfLine();
      return attribute;
    }
    return this.#block(name);
  }

  #attribute(name: Token): Attribute {
    const nameSpan = { start: name.start, end: name.end };
    const value = this.#value();
    return { kind: 'attribute', name: name.text, nameSpan, value, start: name.start, end: value.end };
  }

  /** An expression, or what is left of one with a fault. */
  #value(): Expression {
    const from = this.#scanner.peek().start;
    try {
      return this.#expressions.read();
    } catch (error) {
      if (!(error instanceof SyntaxBreak)) throw error;
      this.#fault(error.message, error.start, error.end);
      this.#expressions.reset();
      this.#scanner.seek(from);
      this.#skipItem();
      return { kind: 'broken', start: from, end: Math.max(from, this.#scanner.lastEnd) };
    }
  }

  #block(type: Token): Block | undefined {
    const labels = this.#labels();
    if (labels === undefined || !this.#scanner.skip('{')) {
      const { start, end } = this.#scanner.peek();
      this.#fault('= or { is missing', start, end);
      this.#skipItem();
      return undefined;
    }
    const open = this.#scanner.lastEnd;
    const items: (Attribute | Block)[] = [];
    const head = { kind: 'block', type: type.text, typeSpan: { start: type.start, end: type.end }, labels } as const;
    if (this.#depth >= deepestTree) {
      this.#fault(`nested deeper than ${deepestTree}`, type.start, type.end);
      this.#scanner.seek(this.#scanner.text.length);
    } else this.#inside(items, open);
    const close = this.#scanner.peek();
    const closed = this.#scanner.skip('}') !== undefined;
    if (!closed) this.#fault('} is missing', open - 1, open);
    else this.#endOfLine();
    const end = closed ? close.end : this.#scanner.lastEnd;
    return { ...head, body: { items, start: open, end: closed ? close.start : end }, start: type.start, end };
  }

  /** What stands in a block: lines, or one attribute on the line of its braces. */
  #inside(items: (Attribute | Block)[], open: number): void {
    const first = this.#scanner.peek();
    if (first.kind !== 'identifier') {
      this.#depth++;
      this.#items(items);
      this.#depth--;
      return;
    }
    const name = this.#scanner.take();
    if (this.#scanner.skip('=')) items.push(this.#attribute(name));
    else this.#fault('a block in one line holds one attribute', first.start, first.end);
    if (this.#scanner.sees('}')) return;
    const { start, end } = this.#scanner.peek();
    this.#fault('a block in one line holds one attribute', start, Math.max(end, open));
    this.#depth++;
    this.#skipItem();
    this.#items(items);
    this.#depth--;
  }

  /** The labels of a block; undefined where one is broken. */
  #labels(): Label[] | undefined {
    const labels: Label[] = [];
    while (true) {
      const { kind, text, start, end } = this.#scanner.peek();
      if (kind === 'identifier') {
        this.#scanner.take();
        labels.push({ text, start, end });
      } else if (kind === 'quote') {
        const label = this.#quotedLabel();
        if (label === undefined) return undefined;
        labels.push(label);
      } else return labels;
    }
  }

  #quotedLabel(): Label | undefined {
    try {
      const { parts, start, end } = readTemplate(this.#expressions, this.#scanner.take());
      const texts = parts.map((part) => (part.kind === 'text' ? part.text : undefined));
      if (texts.includes(undefined)) this.#fault('a label has no interpolation', start, end);
      return {
        text: texts.includes(undefined) ? this.#scanner.text.slice(start + 1, end - 1) : texts.join(''),
        start,
        end,
      };
    } catch (error) {
      if (!(error instanceof SyntaxBreak)) throw error;
      this.#expressions.reset();
      return undefined;
    }
  }

  #endOfLine(): void {
    const { kind, start, end } = this.#scanner.peek();
    if (kind === 'newline') this.#scanner.take();
    else if (kind !== 'end') {
      if (this.#faults.at(-1)?.end !== start) this.#fault('the end of the line is missing', start, end);
      if (!this.#scanner.sees('}')) this.#skipItem();
    }
  }

  /** Goes on behind the item that has a fault: at the end of its line, with what is in brackets passed over. */
  #skipItem(): void {
    const { text } = this.#scanner;
    let depth = 0;
    while (true) {
      const token = this.#scanner.peek();
      if (token.kind === 'end') return;
      if (token.kind === 'newline') {
        if (depth === 0 || beginsBlock(text, token.end)) return;
      } else if (token.kind === 'symbol') {
        if (token.text === '{' || token.text === '[' || token.text === '(') depth++;
        if (token.text === '}' || token.text === ']' || token.text === ')') {
          if (depth === 0 && token.text === '}') return;
          depth = Math.max(0, depth - 1);
        }
      }
      this.#scanner.take();
      if (token.kind === 'quote') this.#scanner.seek(behindQuote(text, token.end));
      if (token.kind === 'heredoc') this.#scanner.seek(behindHeredoc(text, token.end, token.text));
    }
  }

  #fault(message: string, start: number, end: number): void {
    addFault(this.#faults, message, start, Math.min(end, this.#scanner.text.length));
  }
}

const block = /[a-z_]+(?:[ \t]+"[^"\n]*"){0,2}[ \t]*\{/y;

/** True if a block begins at the left margin: brackets that are open there will never be closed. */
function beginsBlock(text: string, lineStart: number): boolean {
  block.lastIndex = lineStart;
  return block.test(text);
}

function behindQuote(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return text[at] === '"' ? at + 1 : Math.min(at, text.length);
}

function behindHeredoc(text: string, from: number, name: string): number {
  for (let at = from; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    if (text.slice(at, end).trim() === name) return end;
    at = end + 1;
  }
  return text.length;
}
