import { NONE, type Node } from './node-kinds.ts';
import type { Tree } from './tree.ts';

/** Called by `walk` for each node; return false to leave out the node's children. */
export type Visit = (node: Node) => boolean | undefined | void;

/** Visits a node and all below it in the order of the source, parents first. It needs no stack, whatever the depth. */
export function walk(tree: Tree, from: Node, enter: Visit, leave?: (node: Node) => void): void {
  const open: Node[] = [];
  let node = from;
  while (node !== NONE) {
    const child = enter(node) === false ? NONE : tree.firstChild(node);
    if (child !== NONE) {
      open.push(node);
      node = child;
      continue;
    }
    leave?.(node);
    node = nextAfter(tree, node, from, open, leave);
  }
}

function nextAfter(tree: Tree, from: Node, top: Node, open: Node[], leave?: (node: Node) => void): Node {
  let node = from;
  while (node !== top) {
    const sibling = tree.nextSibling(node);
    if (sibling !== NONE) return sibling;
    node = open.pop() ?? top;
    leave?.(node);
  }
  return NONE;
}

/** The children of a node, as an array. For hot paths use `firstChild` and `nextSibling`. */
export function children(tree: Tree, node: Node): Node[] {
  const list: Node[] = [];
  for (let child = tree.firstChild(node); child !== NONE; child = tree.nextSibling(child)) list.push(child);
  return list;
}
