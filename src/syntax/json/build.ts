import type { Comment, DataNode, MappingNode, ScalarNode, SequenceNode, SyntaxFault } from '../data-tree.ts';
import { addFault, deepestTree } from '../limits.ts';
import { stringText, wordValue } from './scalar.ts';
import { type TokenKind, Tokens } from './tokens.ts';

/** What a JSON text was read into: one document, or none where there is no value. */
export interface Grown {
  readonly documents: DataNode[];
  readonly comments: Comment[];
  readonly faults: SyntaxFault[];
}

/** Builds the tree of a JSON text. Comments and trailing commas are faults unless `jsonc`. */
export function buildJson(text: string, jsonc: boolean): Grown {
  return new Builder(text, jsonc).build();
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

interface Frame {
  readonly node: Open<MappingNode> | Open<SequenceNode>;
  readonly add: (value: DataNode, key: DataNode | undefined) => void;
  readonly names: Set<string>;
  key: DataNode | undefined;
  /** What was read last in this collection. */
  last: 'open' | 'value' | 'comma' | 'key' | 'colon';
}

/** Reads with a stack of its own; each token finds its place in the innermost open collection. */
class Builder {
  readonly #text: string;
  readonly #jsonc: boolean;
  readonly #tokens: Tokens;
  readonly #frames: Frame[] = [];
  readonly #grown: Grown = { documents: [], comments: [], faults: [] };
  #lastComma = 0;

  constructor(text: string, jsonc: boolean) {
    this.#text = text;
    this.#jsonc = jsonc;
    this.#tokens = new Tokens(text);
  }

  build(): Grown {
    for (let kind = this.#tokens.next(); kind !== 'end'; kind = this.#tokens.next()) {
      if (kind === 'comment') this.#comment();
      else if (kind === '{' || kind === '[') {
        if (!this.#open(kind)) break;
      } else if (kind === '}' || kind === ']') this.#close(kind);
      else if (kind === ',') this.#comma();
      else if (kind === ':') this.#colon();
      else this.#scalar(kind);
    }
    while (this.#frames.length > 0) {
      const frame = this.#frames.at(-1) as Frame;
      this.#fault(`${frame.node.kind === 'mapping' ? '}' : ']'} is missing`, frame.node.start, frame.node.start + 1);
      this.#pop(frame, this.#tokens.start);
    }
    return this.#grown;
  }

  #fault(
    message: string,
    start: number = this.#tokens.start,
    end: number = this.#tokens.end,
    code?: SyntaxFault['code'],
  ): void {
    addFault(this.#grown.faults, message, start, end, code);
  }

  #comment(): void {
    this.#grown.comments.push({ start: this.#tokens.start, end: this.#tokens.end });
    if (this.#tokens.unclosed) this.#fault('*/ is missing');
    else if (!this.#jsonc) this.#fault('JSON has no comments', this.#tokens.start, this.#tokens.end, 'only-jsonc');
  }

  #open(kind: '{' | '['): boolean {
    if (this.#frames.length >= deepestTree) {
      this.#fault(`nested deeper than ${deepestTree}`);
      return false;
    }
    const place = { start: this.#tokens.start, end: this.#tokens.end, tag: null, flow: true };
    const names = new Set<string>();
    if (kind === '{') {
      const entries: { key: DataNode; value: DataNode }[] = [];
      const node: MappingNode = { kind: 'mapping', ...place, entries };
      const add = (value: DataNode, key: DataNode | undefined): void => {
        if (key !== undefined) entries.push({ key, value });
      };
      this.#frames.push({ node, add, names, key: undefined, last: 'open' });
    } else {
      const items: DataNode[] = [];
      const node: SequenceNode = { kind: 'sequence', ...place, items };
      this.#frames.push({ node, add: (value) => items.push(value), names, key: undefined, last: 'open' });
    }
    return true;
  }

  #close(kind: '}' | ']'): void {
    const wanted = kind === '}' ? 'mapping' : 'sequence';
    if (!this.#frames.some((frame) => frame.node.kind === wanted)) {
      this.#fault(`nothing for ${kind} to close`);
      return;
    }
    let frame = this.#frames.at(-1) as Frame;
    for (; frame.node.kind !== wanted; frame = this.#frames.at(-1) as Frame) {
      this.#fault(`${frame.node.kind === 'mapping' ? '}' : ']'} is missing`, frame.node.start, frame.node.start + 1);
      this.#pop(frame, this.#tokens.start);
    }
    if (frame.last === 'comma' && !this.#jsonc)
      this.#fault('JSON has no trailing comma', this.#lastComma, this.#lastComma + 1, 'only-jsonc');
    this.#pop(frame, this.#tokens.end);
  }

  /** Ends the innermost collection, and hands it to the one around it. */
  #pop(frame: Frame, end: number): void {
    this.#endEntry(frame);
    frame.node.end = end;
    this.#frames.pop();
    this.#value(frame.node);
  }

  #comma(): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) this.#endEntry(frame);
    if (frame === undefined || frame.last !== 'value') this.#fault('a value is missing before this comma');
    if (frame !== undefined) frame.last = 'comma';
    this.#lastComma = this.#tokens.start;
  }

  #colon(): void {
    const frame = this.#frames.at(-1);
    if (frame?.last === 'key') frame.last = 'colon';
    else this.#fault('a colon where none belongs');
  }

  #scalar(kind: TokenKind): void {
    const { start, end } = this.#tokens;
    const written = this.#text.slice(start, end);
    if (kind === 'string') {
      const text = stringText(written, this.#tokens.unclosed);
      if (text === undefined)
        this.#fault(
          this.#tokens.unclosed ? 'the closing quote is missing' : 'an escape or character that JSON does not have',
        );
      this.#value(scalar(start, end, text ?? written.slice(1), text ?? written.slice(1), 'double'));
      return;
    }
    const value = wordValue(written);
    if (value === undefined) this.#fault(`${written.slice(0, 40)} is no JSON value`);
    this.#value(scalar(start, end, value === undefined ? written : value, written, 'plain'));
  }

  /** Puts a value where it belongs: a key, the value of one, an item, or the document. */
  #value(node: DataNode): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) {
      if (this.#grown.documents.length === 0) this.#grown.documents.push(node);
      else this.#fault('text behind the end of the document', node.start, node.end);
      return;
    }
    if (frame.last === 'value') this.#fault('a comma is missing', node.start, node.start);
    if (frame.node.kind === 'mapping' && frame.last !== 'key' && frame.last !== 'colon') {
      this.#key(frame, node);
      return;
    }
    if (frame.last === 'key') this.#fault('a colon is missing', node.start, node.start);
    frame.add(node, frame.key);
    frame.key = undefined;
    frame.last = 'value';
  }

  #key(frame: Frame, node: DataNode): void {
    if (node.kind !== 'scalar' || node.style !== 'double')
      this.#fault('a key is a text in double quotes', node.start, node.end);
    frame.key = node;
    frame.last = 'key';
    if (node.kind !== 'scalar') return;
    if (frame.names.has(node.text)) {
      this.#fault(`duplicate key ${node.text.slice(0, 80)}`, node.start, node.end, 'duplicate-key');
    }
    frame.names.add(node.text);
  }

  /** A key without a value gets null, with a fault. */
  #endEntry(frame: Frame): void {
    if (frame.key === undefined) return;
    const at = frame.key.end;
    this.#fault('the value is missing', frame.key.start, at);
    frame.add(scalar(at, at, null, '', 'plain'), frame.key);
    frame.key = undefined;
    frame.last = 'value';
  }
}

function scalar(
  start: number,
  end: number,
  value: ScalarNode['value'],
  text: string,
  style: 'plain' | 'double',
): ScalarNode {
  return { kind: 'scalar', start, end, tag: null, value, text, style };
}
