// https://github.com/hashicorp/hcl/blob/main/json/spec.md

import { SyntaxBreak } from '../code/syntax-break.ts';
import type { DataNode, Entry, SyntaxFault } from '../data-tree.ts';
import { parseJson } from '../json/read.ts';
import { addFault } from '../limits.ts';
import { keyOf } from '../navigate.ts';
import { ExpressionReader } from './expressions.ts';
import type { Attribute, Block, Body, Expression, HclFile, Label, TemplatePart } from './nodes.ts';
import { Scanner } from './scanner.ts';
import { readBareTemplate } from './templates.ts';

/**
 * Reads HCL written as JSON (`*.tf.json`). JSON does not tell blocks from attributes: `labels` says which names at the
 * top are blocks, and with how many labels (`{ resource: 2, locals: 0 }`); all others, and all in blocks, are
 * attributes. Texts are templates. Never throws.
 */
export function parseHclJson(text: string, labels: Readonly<Record<string, number>>): HclFile {
  const tree = parseJson(text);
  const faults: SyntaxFault[] = [...tree.faults];
  const reader = new JsonBody(labels, faults);
  const root = tree.documents[0];
  const items = reader.bodies(root).flatMap((body) => reader.items(body, true));
  if (root === undefined && faults.length === 0) addFault(faults, 'an object is missing', 0, text.length);
  const body: Body = { items, start: root?.start ?? 0, end: root?.end ?? text.length };
  return { text, lines: tree.lines, body, comments: tree.comments, faults };
}

class JsonBody {
  readonly #labels: Readonly<Record<string, number>>;
  readonly #faults: SyntaxFault[];

  constructor(labels: Readonly<Record<string, number>>, faults: SyntaxFault[]) {
    this.#labels = labels;
    this.#faults = faults;
  }

  /** A body, or each of a list of them. */
  bodies(node: DataNode | undefined): DataNode[] {
    if (node?.kind === 'sequence') return node.items.flatMap((item) => this.bodies(item));
    if (node?.kind === 'mapping') return [node];
    if (node !== undefined) addFault(this.#faults, 'an object is missing', node.start, node.end);
    return [];
  }

  items(node: DataNode, top: boolean): (Attribute | Block)[] {
    if (node.kind !== 'mapping') return [];
    return node.entries.flatMap((entry): (Attribute | Block)[] => {
      const name = keyOf(entry) ?? '';
      if (name === '//') return [];
      const count = top && Object.hasOwn(this.#labels, name) ? this.#labels[name] : undefined;
      return count === undefined ? [this.#attribute(entry, name)] : this.#blocks(entry, name, count, []);
    });
  }

  #blocks(entry: Entry, type: string, count: number, labels: readonly Label[], typeSpan = spanOf(entry.key)): Block[] {
    return this.bodies(entry.value).flatMap((body): Block[] => {
      if (count > 0) {
        const inner = body.kind === 'mapping' ? body.entries : [];
        return inner.flatMap((labelled) => {
          const label = { text: keyOf(labelled) ?? '', ...spanOf(labelled.key) };
          return this.#blocks(labelled, type, count - 1, [...labels, label], typeSpan);
        });
      }
      const place = spanOf(body);
      const content = { items: this.items(body, false), ...place };
      return [{ kind: 'block', type, typeSpan, labels, body: content, start: entry.key.start, end: place.end }];
    });
  }

  #attribute(entry: Entry, name: string): Attribute {
    const value = this.#expression(entry.value);
    return { kind: 'attribute', name, nameSpan: spanOf(entry.key), value, start: entry.key.start, end: value.end };
  }

  #expression(node: DataNode): Expression {
    const place = spanOf(node);
    if (node.kind === 'sequence') {
      return { kind: 'tuple', items: node.items.map((item) => this.#expression(item)), ...place };
    }
    if (node.kind === 'mapping') {
      const entries = node.entries.map((entry) => {
        const key = this.#expression(entry.key);
        const isText = key.kind === 'template' && key.parts.every((part) => part.kind === 'text');
        return { name: isText ? (keyOf(entry) ?? null) : null, key, value: this.#expression(entry.value) };
      });
      return { kind: 'object', entries, ...place };
    }
    if (node.kind === 'alias') return { kind: 'broken', ...place };
    if (typeof node.value !== 'string') return { kind: 'literal', value: node.value, text: node.text, ...place };
    return this.#template(node.text, place);
  }

  /** A text as a template. Its parts have exact places where the text has no escapes, else the place of the whole. */
  #template(text: string, place: { start: number; end: number }): Expression {
    const plain: TemplatePart = { kind: 'text', text, ...place };
    if (!/[$%]\{/.test(text)) return { kind: 'template', style: 'json', parts: [plain], ...place };
    try {
      const reader = new ExpressionReader(new Scanner(text, []));
      const template = readBareTemplate(reader, 0, text.length);
      const exact = text.length === place.end - place.start - 2;
      return { ...moved(template, exact ? place.start + 1 : undefined, place), ...place };
    } catch (error) {
      if (!(error instanceof SyntaxBreak)) throw error;
      addFault(this.#faults, error.message, place.start, place.end);
      return { kind: 'broken', ...place };
    }
  }
}

function spanOf(node: DataNode): { start: number; end: number } {
  return { start: node.start, end: node.end };
}

/** A tree with its places moved by `by`, or, where that is undefined, all set to `place`. */
function moved<T>(node: T, by: number | undefined, place: { start: number; end: number }): T {
  if (Array.isArray(node)) return node.map((item: unknown) => moved(item, by, place)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, moved(value, by, place)]));
  const { start, end } = node as { start?: number; end?: number };
  if (start === undefined || end === undefined) return copy as T;
  return { ...copy, ...(by === undefined ? place : { start: start + by, end: end + by }) } as T;
}
