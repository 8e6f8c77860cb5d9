import { Kind, NONE, type Node, NodeFlag } from '../node-kinds.ts';
import type { Tree } from '../tree.ts';
import { childOfKind, secondChild } from './children.ts';

/** The DottedName behind `from`; `NONE` in `from . import a`. */
export function importedModule(tree: Tree, importFrom: Node): Node {
  const first = tree.firstChild(importFrom);
  return tree.kind(first) === Kind.DottedName ? first : NONE;
}

/** The number of dots before the module of an ImportFrom: 0 if it is absolute. */
export function importLevel(tree: Tree, importFrom: Node): number {
  return tree.data(importFrom) >> 1;
}

/** Whether an Import or ImportFrom is written with `lazy`. */
export function isLazyImport(tree: Tree, statement: Node): boolean {
  return (tree.data(statement) & NodeFlag.Lazy) !== 0;
}

/** The first Alias of an Import or ImportFrom, the others being its next siblings. */
export function firstAlias(tree: Tree, statement: Node): Node {
  return childOfKind(tree, statement, Kind.Alias);
}

/** What an Alias imports: a DottedName in Import, a Name in ImportFrom (its text is `*` in `from a import *`). */
export function aliasTarget(tree: Tree, alias: Node): Node {
  return tree.firstChild(alias);
}

/** The Name behind `as`, or `NONE`. */
export function aliasName(tree: Tree, alias: Node): Node {
  return secondChild(tree, alias);
}

/** The text of a DottedName (`a.b.c`), or of a Name. */
export function dottedText(tree: Tree, node: Node): string {
  if (tree.kind(node) !== Kind.DottedName) return tree.nameText(node);
  const first = tree.firstChild(node);
  let text = tree.nameText(first);
  for (let part = tree.nextSibling(first); part !== NONE; part = tree.nextSibling(part)) {
    text += `.${tree.nameText(part)}`;
  }
  return text;
}
