import { applyEdits, type DataValue, type TextEdit } from '../edit.ts';
import { addToBraces, leading, removeFromBraces } from '../editing/braces.ts';
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

/** The edits, if the text that they make has no new fault and is read as meant. */
function checked(
  file: BicepFile,
  object: ObjectExpression,
  edits: TextEdit[] | undefined,
  path: readonly string[],
  value: DataValue | undefined,
): TextEdit[] | undefined {
  if (edits === undefined) return undefined;
  const after = parseBicep(applyEdits(file.text, edits));
  if (after.faults.length > file.faults.length) return undefined;
  const there = objectAt(after, object.start);
  const found = there && within(there, path);
  if (there === undefined || (value === undefined && found !== undefined)) return undefined;
  if (value === undefined) return edits;
  return found && JSON.stringify(constantValue(found)) === JSON.stringify(value) ? edits : undefined;
}

function within(node: Expression, path: readonly string[]): Expression | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return node;
  const entry = node.kind === 'object' ? node.entries.findLast((one) => one.name === name) : undefined;
  return entry && within(entry.value, rest);
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
