import { type Kind, NONE, type Node } from '../node-kinds.ts';
import type { Tree } from '../tree.ts';

/** The first child of a kind, or `NONE`. */
export function childOfKind(tree: Tree, node: Node, kind: Kind): Node {
  let child = tree.firstChild(node);
  while (child !== NONE && tree.kind(child) !== kind) child = tree.nextSibling(child);
  return child;
}

/** The node itself or the first sibling behind it that is of a kind, or `NONE`. */
export function siblingOfKind(tree: Tree, node: Node, kind: Kind): Node {
  let sibling = node;
  while (sibling !== NONE && tree.kind(sibling) !== kind) sibling = tree.nextSibling(sibling);
  return sibling;
}

/** The second child, or `NONE`. */
export function secondChild(tree: Tree, node: Node): Node {
  const first = tree.firstChild(node);
  return first === NONE ? NONE : tree.nextSibling(first);
}

/** The last child, or `NONE`. */
export function lastChild(tree: Tree, node: Node): Node {
  let child = tree.firstChild(node);
  for (let next = child; next !== NONE; next = tree.nextSibling(next)) child = next;
  return child;
}
