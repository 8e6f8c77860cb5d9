import type { Body, Expression, Span, Template, TemplatePart } from '../../src/syntax/hcl/index.ts';

// Our tree in the form that main.go writes: [kind, place or null, …]. Places are offsets in bytes of UTF-8.

type Plain = string | number | boolean | null | Plain[];

/** Turns offsets of a text in UTF-16 units into offsets in bytes. */
export function byteOffsets(text: string): (offset: number) => number {
  if (Buffer.byteLength(text) === text.length) return (offset) => offset;
  const table = new Uint32Array(text.length + 1);
  for (let at = 0, bytes = 0; at <= text.length; at++) {
    table[at] = bytes;
    const code = text.charCodeAt(at);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return (offset) => table[offset] ?? 0;
}

/** Writes bodies and expressions of one file. */
export class TreeWriter {
  readonly #bytes: (offset: number) => number;

  constructor(text: string) {
    this.#bytes = byteOffsets(text);
  }

  body(body: Body): Plain[] {
    return body.items.map((item) => {
      if (item.kind === 'attribute')
        return ['attribute', this.#at(item.nameSpan), item.name, this.expression(item.value)];
      const labels = item.labels.map((label): Plain => ['label', this.#at(label), label.text]);
      return ['block', this.#at(item), item.type, labels, this.body(item.body)];
    });
  }

  expression(node: Expression | null): Plain {
    if (node === null) return null;
    switch (node.kind) {
      case 'literal':
        return ['literal', this.#at(node), node.value];
      case 'template':
        return ['template', this.#at(node), this.#parts(node.parts)];
      case 'variable':
        return ['variable', null, node.name];
      case 'attribute-of':
        return ['attribute-of', null, this.expression(node.object), node.name];
      case 'index':
        return ['index', null, this.expression(node.object), this.#index(node.index)];
      case 'splat':
        return ['splat', null, this.expression(node.source), this.expression(node.each)];
      case 'item':
        return ['item', null];
      case 'call':
        return ['call', this.#at(node), node.name, node.arguments.map((one) => this.expression(one)), node.spread];
      case 'tuple':
        return ['tuple', this.#at(node), node.items.map((item) => this.expression(item))];
      case 'object':
        return [
          'object',
          this.#at(node),
          node.entries.map((entry) => [this.expression(entry.key), this.expression(entry.value)]),
        ];
      case 'for-expression':
        return [
          'for-expression',
          this.#at(node),
          node.keyName ?? '',
          node.valueName,
          this.expression(node.collection),
          this.expression(node.key),
          this.expression(node.value),
          node.grouped,
          this.expression(node.condition),
        ];
      case 'conditional':
        return [
          'conditional',
          null,
          this.expression(node.condition),
          this.expression(node.whenTrue),
          this.expression(node.whenFalse),
        ];
      case 'binary':
        return ['binary', null, node.operator, this.expression(node.left), this.expression(node.right)];
      case 'unary':
        return ['unary', null, node.operator, this.expression(node.operand)];
      case 'parentheses':
        return ['parentheses', this.#at(node), this.expression(node.inner)];
      case 'broken':
        return ['broken', this.#at(node)];
    }
  }

  /** Constant indexes are bare values there. */
  #index(index: Expression): Plain {
    if (index.kind === 'literal') return index.value;
    return index.kind === 'template' ? (textOf(index) ?? this.expression(index)) : this.expression(index);
  }

  #parts(parts: readonly TemplatePart[]): Plain[] {
    if (parts.length === 0) return [['text', null, '']];
    return parts.map((part): Plain => {
      if (part.kind === 'text') return ['text', null, part.text.normalize('NFC')]; // as cty holds texts
      if (part.kind === 'interpolation') return this.expression(part.expression);
      if (part.kind === 'if') {
        const whenTrue: Plain = ['template', null, this.#parts(part.whenTrue)];
        return [
          'conditional',
          null,
          this.expression(part.condition),
          whenTrue,
          ['template', null, this.#parts(part.whenFalse)],
        ];
      }
      const inner: Plain = ['template', null, this.#parts(part.parts)];
      return ['template-for', null, part.key ?? '', part.value, this.expression(part.collection), inner];
    });
  }

  #at(span: Span): Plain {
    return [this.#bytes(span.start), this.#bytes(span.end)];
  }
}

function textOf(template: Template): string | undefined {
  const texts = template.parts.map((part) => (part.kind === 'text' ? part.text : undefined));
  return texts.includes(undefined) ? undefined : texts.join('');
}

/** The first difference between two trees; undefined where they agree. A place is compared where both give it. */
export function difference(ours: Plain, theirs: Plain, path = ''): string | undefined {
  if (!Array.isArray(ours) || !Array.isArray(theirs)) {
    return Object.is(ours, theirs) ? undefined : `${path}: ${show(ours)} for ${show(theirs)}`;
  }
  if (ours.length !== theirs.length) return `${path}: ${show(ours)} for ${show(theirs)}`;
  const isNode = typeof ours[0] === 'string' && ours.length > 1;
  for (let index = 0; index < ours.length; index++) {
    const [one = null, other = null] = [ours[index], theirs[index]];
    if (isNode && index === 1 && (one === null || other === null)) continue;
    const found = difference(one, other, `${path}/${isNode && index === 0 ? '' : index}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function show(node: Plain): string {
  return JSON.stringify(node).slice(0, 160);
}
