import type { DataValue, TextEdit } from '../edit.ts';
import { addToBraces, leading, removeFromBraces } from '../editing/braces.ts';
import { checkedEdits, within } from '../editing/code-edits.ts';
import { isList, wrapped } from '../editing/read-back.ts';
import { TextPlaces } from '../editing/text-places.ts';
import { constantValue } from './constant.ts';
import type { Attribute, Block, Body, Expression, HclFile, ObjectExpression } from './nodes.ts';
import { parseHcl } from './read.ts';

const unit = '  ';

/**
 * Edits that set what a path of names leads to from a body: an attribute, a key of an object in it, or either of the
 * first block of a type in it. What is missing is added. Undefined where the path leads through anything else.
 */
export function setHcl(file: HclFile, body: Body, path: readonly string[], value: DataValue): TextEdit[] | undefined {
  const edits = new HclEdit(file).setInBody(body, path, value);
  return checked(file, body, edits, path, value);
}

/** Edits that remove the attribute or key at a path, with its line. Undefined where there is none. */
export function removeHcl(file: HclFile, body: Body, path: readonly string[]): TextEdit[] | undefined {
  return checked(file, body, new HclEdit(file).removeFromBody(body, path), path, undefined);
}

function checked(
  file: HclFile,
  { start }: Body,
  edits: TextEdit[] | undefined,
  path: readonly string[],
  value: DataValue | undefined,
): TextEdit[] | undefined {
  const find = (after: HclFile): Expression | undefined => {
    const body = bodyAt(after.body, start);
    return body && expressionAt(body, path);
  };
  return checkedEdits(file, edits, value, { parse: parseHcl, find, constantValue });
}

/** The body that begins at an offset. */
function bodyAt(body: Body, start: number): Body | undefined {
  if (body.start === start) return body;
  const block = body.items.find(
    (item): item is Block => item.kind === 'block' && item.start < start && item.end > start,
  );
  return block && bodyAt(block.body, start);
}

function expressionAt(body: Body, path: readonly string[]): Expression | undefined {
  const [name = '', ...rest] = path;
  const attribute = attributeOf(body, name);
  if (attribute) return within(attribute.value, rest);
  const block = blockOf(body, name);
  return block && rest.length > 0 ? expressionAt(block.body, rest) : undefined;
}

function attributeOf(body: Body, name: string): Attribute | undefined {
  return body.items.findLast((item): item is Attribute => item.kind === 'attribute' && item.name === name);
}

function blockOf(body: Body, type: string): Block | undefined {
  return body.items.find((item): item is Block => item.kind === 'block' && item.type === type);
}

class HclEdit {
  readonly #places: TextPlaces;

  constructor(file: HclFile) {
    this.#places = new TextPlaces(file);
  }

  setInBody(body: Body, path: readonly string[], value: DataValue): TextEdit[] | undefined {
    const [name, ...rest] = path;
    if (name === undefined) return undefined;
    const attribute = attributeOf(body, name);
    if (attribute) return this.#setIn(attribute.value, rest, value);
    const block = blockOf(body, name);
    if (block) return rest.length > 0 ? this.setInBody(block.body, rest, value) : undefined;
    const inner = wrapped(rest, value);
    if (inner === undefined || !/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name)) return undefined;
    const render = (indent: string): string => {
      const text = this.#render(inner, indent);
      return `${text.includes('\n') ? name : name.padEnd(this.#columnBelow(body))} = ${text}`;
    };
    if (this.#places.text[body.start - 1] === '{') return addToBraces(this.#places, bracesOf(body), unit, render);
    const { text, eol } = this.#places;
    const gap = text === '' || text.endsWith('\n') ? '' : eol;
    return [{ start: text.length, end: text.length, text: gap + render('') + eol }];
  }

  /** How wide names are on the last line, where the sign of a further line would stand below its own. */
  #columnBelow({ items, end }: Body): number {
    const last = items.at(-1);
    const { text } = this.#places;
    if (last?.kind !== 'attribute' || !/^[^\n]*\n[^\S\n]*$/.test(text.slice(last.end, end))) return 0;
    const line = text.slice(last.start, last.end);
    const name = /^[^\n=]*?(?= =)/.exec(line)?.[0];
    return line.includes('\n') || name === undefined ? 0 : name.length;
  }

  removeFromBody(body: Body, path: readonly string[]): TextEdit[] | undefined {
    const [name = '', ...rest] = path;
    const attribute = attributeOf(body, name);
    if (attribute && rest.length > 0) return this.#removeIn(attribute.value, rest);
    if (attribute) return removeFromBraces(this.#places, bracesOf(body), body.items.indexOf(attribute));
    const block = blockOf(body, name);
    return block && rest.length > 0 ? this.removeFromBody(block.body, rest) : undefined;
  }

  #setIn(node: Expression, path: readonly string[], value: DataValue): TextEdit[] | undefined {
    const [name, ...rest] = path;
    if (name === undefined) {
      return [{ start: node.start, end: node.end, text: this.#render(value, leading(this.#places, node.start)) }];
    }
    if (node.kind !== 'object') return undefined;
    const entry = node.entries.findLast((one) => one.name === name);
    if (entry) return this.#setIn(entry.value, rest, value);
    const inner = wrapped(rest, value);
    if (inner === undefined) return undefined;
    const render = (indent: string): string => `${renderKey(name)} = ${this.#render(inner, indent)}`;
    return addToBraces(this.#places, bracesOfObject(node), unit, render);
  }

  #removeIn(node: Expression, path: readonly string[]): TextEdit[] | undefined {
    const [name, ...rest] = path;
    if (node.kind !== 'object') return undefined;
    const index = node.entries.findLastIndex((one) => one.name === name);
    const entry = node.entries[index];
    if (entry === undefined) return undefined;
    return rest.length > 0
      ? this.#removeIn(entry.value, rest)
      : removeFromBraces(this.#places, bracesOfObject(node), index);
  }

  /** A value as an expression; objects with a line for each key, indented by more than `indent`. */
  #render(value: DataValue, indent: string): string {
    if (typeof value === 'string') return renderText(value);
    if (typeof value !== 'object' || value === null) return String(value);
    if (isList(value)) return `[${value.map((item) => this.#render(item, indent)).join(', ')}]`;
    const { eol } = this.#places;
    const inner = indent + unit;
    const lines = Object.entries(value).map(
      ([key, item]) => `${inner}${renderKey(key)} = ${this.#render(item, inner)}${eol}`,
    );
    return lines.length === 0 ? '{}' : `{${eol}${lines.join('')}${indent}}`;
  }
}

function bracesOf(body: Body): Parameters<typeof addToBraces>[1] {
  return { start: body.start - 1, end: body.end + 1, items: body.items, commas: false };
}

function bracesOfObject(node: ObjectExpression): Parameters<typeof addToBraces>[1] {
  const items = node.entries.map(({ key, value }) => ({ start: key.start, end: value.end }));
  return { start: node.start, end: node.end, items, commas: true };
}

function renderKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) && key !== 'for' ? key : renderText(key);
}

/** A text in quotes that is read as itself: JSON's escapes but `\b` and `\f`, and doubled marks of interpolation. */
function renderText(text: string): string {
  const quoted = JSON.stringify(text).replaceAll('\\b', '\\u0008').replaceAll('\\f', '\\u000c');
  return quoted.replaceAll(/([$%])\{/g, '$1$1{');
}
