// https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals

import { Kind, NONE, type Node } from '../node-kinds.ts';
import { SIMPLE_ESCAPES } from '../tokens/escapes.ts';
import { StringFlag } from '../tokens/token-kinds.ts';
import type { Tree } from '../tree.ts';

/** Stands for a character written as `\N{name}`: names are not decoded. */
export const NAMED_CHARACTER = '\uFFFD';

/**
 * The value of a String or FormattedText. Characters written as `\N{name}` become U+FFFD. A concatenation is joined.
 * Undefined for other kinds: an f-string has no constant value.
 */
export function stringValue(tree: Tree, node: Node): string | undefined {
  const kind = tree.kind(node);
  if (kind === Kind.FormattedText) return textValue(tree, tree.start(node), tree.end(node), tree.data(node));
  if (kind !== Kind.String) return undefined;
  if ((tree.data(node) & StringFlag.Concatenated) !== 0) return joined(tree, node);
  return textValue(tree, contentStart(tree, node), contentEnd(tree, node), tree.data(node));
}

function joined(tree: Tree, node: Node): string {
  let text = '';
  for (let part = tree.firstChild(node); part !== NONE; part = tree.nextSibling(part)) {
    text += stringValue(tree, part) ?? '';
  }
  return text;
}

/** The value of a Bytes literal as a string of code units below 256, or undefined for other kinds. */
export function bytesValue(tree: Tree, node: Node): string | undefined {
  if (tree.kind(node) !== Kind.Bytes) return undefined;
  if ((tree.data(node) & StringFlag.Concatenated) === 0) {
    return textValue(tree, contentStart(tree, node), contentEnd(tree, node), tree.data(node));
  }
  let text = '';
  for (let part = tree.firstChild(node); part !== NONE; part = tree.nextSibling(part)) {
    text += bytesValue(tree, part) ?? '';
  }
  return text;
}

/** The byte behind the opening quote of a string literal that is no concatenation. */
export function contentStart(tree: Tree, node: Node): number {
  const { source } = tree;
  let position = tree.start(node);
  while (source[position] !== 34 && source[position] !== 39) position++;
  return position + ((tree.data(node) & StringFlag.Triple) === 0 ? 1 : 3);
}

/** The byte at which the closing quote of a string literal starts that is no concatenation. */
export function contentEnd(tree: Tree, node: Node): number {
  const flags = tree.data(node);
  if ((flags & StringFlag.Unterminated) !== 0) return tree.end(node);
  return tree.end(node) - ((flags & StringFlag.Triple) === 0 ? 1 : 3);
}

function textValue(tree: Tree, start: number, end: number, flags: number): string {
  let text = tree.slice(start, end);
  if (text.includes('\r')) text = text.replaceAll(/\r\n?/g, '\n');
  if ((flags & (StringFlag.Formatted | StringFlag.Template)) !== 0)
    text = text.replaceAll(/\{\{|\}\}/g, (pair) => pair[0]!);
  if ((flags & StringFlag.Raw) !== 0 || !text.includes('\\')) return text;
  return (flags & StringFlag.Bytes) === 0 ? unescaped(text, ANY_ESCAPE) : unescaped(text, BYTES_ESCAPE);
}

const ANY_ESCAPE = /\\(?:\n|[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^}]*\}|[\s\S])/gu;
const BYTES_ESCAPE = /\\(?:\n|[0-7]{1,3}|x[\da-fA-F]{2}|[\s\S])/gu;

function unescaped(text: string, pattern: RegExp): string {
  const isBytes = pattern === BYTES_ESCAPE;
  return text.replaceAll(pattern, (escape) => {
    const letter = escape[1]!;
    if (letter === '\n') return '';
    if (letter >= '0' && letter <= '7') {
      const code = Number.parseInt(escape.slice(1), 8);
      return String.fromCharCode(isBytes ? code & 0xff : code);
    }
    if (escape.length > 2) return longEscape(letter, escape);
    return SIMPLE_ESCAPES.get(letter.charCodeAt(0)) ?? escape;
  });
}

function longEscape(letter: string, escape: string): string {
  if (letter === 'N') return NAMED_CHARACTER;
  const code = Number.parseInt(escape.slice(2), 16);
  return code > 0x10ffff || Number.isNaN(code) ? escape : String.fromCodePoint(code);
}

/** The value of an Integer; undefined for other kinds or a malformed literal. */
export function integerValue(tree: Tree, node: Node): bigint | undefined {
  if (tree.kind(node) !== Kind.Integer) return undefined;
  try {
    return BigInt(tree.text(node).replaceAll('_', ''));
  } catch {
    return undefined;
  }
}

/** The value of an Integer, Float or Imaginary (without its `j`) as a double; NaN if the literal is malformed. */
export function numberValue(tree: Tree, node: Node): number {
  const text = tree.text(node).replaceAll('_', '');
  return Number(tree.kind(node) === Kind.Imaginary ? text.slice(0, -1) : text);
}
