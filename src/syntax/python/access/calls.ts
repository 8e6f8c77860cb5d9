import type { NameId } from '../names.ts';
import { Kind, NONE, type Node } from '../node-kinds.ts';
import type { Tree } from '../tree.ts';
import { secondChild } from './children.ts';

/** What a Call calls. */
export function callee(tree: Tree, call: Node): Node {
  return tree.firstChild(call);
}

/**
 * The first argument of a Call, the others being its next siblings; `NONE` if there is none. An argument is an expression,
 * a Starred, a KeywordArgument or a DoubleStarred.
 */
export function firstArgument(tree: Tree, call: Node): Node {
  return secondChild(tree, call);
}

/** The value of a KeywordArgument, Starred, DoubleStarred, Await, YieldFrom or PatternKeyword; of a Yield, or `NONE`. */
export function valueOf(tree: Tree, node: Node): Node {
  return tree.firstChild(node);
}

/** The value of the keyword argument of that name in a Call, or `NONE`. */
export function keywordArgument(tree: Tree, call: Node, name: NameId): Node {
  for (let argument = firstArgument(tree, call); argument !== NONE; argument = tree.nextSibling(argument)) {
    if (tree.kind(argument) === Kind.KeywordArgument && tree.name(argument) === name) return tree.firstChild(argument);
  }
  return NONE;
}

/** The positional argument at an index from 0 in a Call; `NONE` if it is missing or behind a `*argument`. */
export function positionalArgument(tree: Tree, call: Node, index: number): Node {
  let left = index;
  for (let argument = firstArgument(tree, call); argument !== NONE; argument = tree.nextSibling(argument)) {
    const kind = tree.kind(argument);
    if (kind === Kind.KeywordArgument || kind === Kind.DoubleStarred) continue;
    if (kind === Kind.Starred) return NONE;
    if (left-- === 0) return argument;
  }
  return NONE;
}

/** The object of an Attribute (`a` of `a.b`) or of a Subscript (`a` of `a[b]`). */
export function objectOf(tree: Tree, node: Node): Node {
  return tree.firstChild(node);
}

/** What stands in the brackets of a Subscript. */
export function subscriptIndex(tree: Tree, subscript: Node): Node {
  return secondChild(tree, subscript);
}

/** The byte at which an Attribute's last name starts; it ends with the node. */
export function attributeNameStart(tree: Tree, attribute: Node): number {
  const { source } = tree;
  let start = tree.end(attribute);
  while (start > 0 && isNameByte(source[start - 1]!)) start--;
  return start;
}

function isNameByte(byte: number): boolean {
  const lower = byte | 32;
  return byte > 127 || byte === 95 || (byte >= 48 && byte <= 57) || (lower >= 97 && lower <= 122);
}
