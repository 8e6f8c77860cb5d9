import type { DataValue, TextEdit } from '../edit.ts';
import { addToBraces, leading, removeFromBraces } from '../editing/braces.ts';
import { checkedEdits, within } from '../editing/code-edits.ts';
import { isList, wrapped } from '../editing/read-back.ts';
import { TextPlaces } from '../editing/text-places.ts';
import { constantValue } from './constant.ts';
import type { BicepFile, Expression, ObjectExpression } from './nodes.ts';
import { parseBicep } from './read.ts';
import { objectAt } from './walk.ts';

const unit = '  ';

/**
 * Edits that set what a path of keys leads to from an object (the body of a resource, say); what is missing is added.
 * Undefined where the path leads through anything but objects.
 */
export function setBicep(
  file: BicepFile,
  object: ObjectExpression,
  path: readonly string[],
  value: DataValue,
): TextEdit[] | undefined {
  return checked(file, object, new BicepEdit(file).set(object, path, value), path, value);
}

/** Edits that remove the key at a path, with its line. Undefined where there is none. */
export function removeBicep(
  file: BicepFile,
  object: ObjectExpression,
  path: readonly string[],
): TextEdit[] | undefined {
  return checked(file, object, new BicepEdit(file).remove(object, path), path, undefined);
}

function checked(
  file: BicepFile,
  { start }: ObjectExpression,
  edits: TextEdit[] | undefined,
  path: readonly string[],
  value: DataValue | undefined,
): TextEdit[] | undefined {
  const find = (after: BicepFile): Expression | undefined => {
    const object = objectAt(after, start);
    return object && within<Expression>(object, path);
  };
  return checkedEdits(file, edits, value, { parse: parseBicep, find, constantValue });
}

class BicepEdit {
  readonly #places: TextPlaces;

  constructor(file: BicepFile) {
    this.#places = new TextPlaces(file);
  }

  set(node: Expression, path: readonly string[], value: DataValue): TextEdit[] | undefined {
    const [name, ...rest] = path;
    if (name === undefined) {
      return [{ start: node.start, end: node.end, text: this.#render(value, leading(this.#places, node.start)) }];
    }
    if (node.kind !== 'object') return undefined;
    const entry = node.entries.findLast((one) => one.name === name);
    if (entry) return this.set(entry.value, rest, value);
    const inner = wrapped(rest, value);
    if (inner === undefined) return undefined;
    const render = (indent: string): string => `${renderKey(name)}: ${this.#render(inner, indent)}`;
    return addToBraces(this.#places, bracesOf(node), unit, render);
  }

  remove(node: Expression, path: readonly string[]): TextEdit[] | undefined {
    const [name, ...rest] = path;
    if (node.kind !== 'object') return undefined;
    const entry = node.entries.findLast((one) => one.name === name);
    if (entry === undefined) return undefined;
    if (rest.length > 0) return this.remove(entry.value, rest);
    const braces = bracesOf(node);
    return removeFromBraces(this.#places, braces, braces.items.indexOf(entry));
  }

  /** A value as an expression; objects with a line for each key, indented by more than `indent`. */
  #render(value: DataValue, indent: string): string {
    if (typeof value === 'string') return renderText(value);
    if (typeof value !== 'object' || value === null) return String(value);
    if (isList(value)) return `[${value.map((item) => this.#render(item, indent)).join(', ')}]`;
    const { eol } = this.#places;
    const inner = indent + unit;
    const lines = Object.entries(value).map(
      ([key, item]) => `${inner}${renderKey(key)}: ${this.#render(item, inner)}${eol}`,
    );
    return lines.length === 0 ? '{}' : `{${eol}${lines.join('')}${indent}}`;
  }
}

function bracesOf(node: ObjectExpression): Parameters<typeof addToBraces>[1] {
  const items = [...node.entries, ...node.resources, ...node.spreads].sort((a, b) => a.start - b.start);
  return { start: node.start, end: node.end, items, commas: true };
}

function renderKey(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : renderText(key);
}

const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', "'": "\\'", '\\': '\\\\' };

function renderText(text: string): string {
  const escaped = text.replaceAll(/[\n\r\t'\\]|\$(?=\{)/g, (mark) => escapes[mark] ?? `\\${mark}`);
  return `'${escaped}'`;
}
