// https://docs.python.org/3/reference/executionmodel.html#resolution-of-names
import { Kind, NONE, type Node, type Tree } from '../../syntax/python/index.ts';

/** True for the kinds of nodes that open a scope. */
export function opensScope(kind: Kind): boolean {
  switch (kind) {
    case Kind.Module:
    case Kind.FunctionDefinition:
    case Kind.ClassDefinition:
    case Kind.Lambda:
      return true;
    default:
      return isComprehension(kind);
  }
}

/** True for list, set and dict comprehensions and generator expressions. */
export function isComprehension(kind: Kind): boolean {
  return kind >= Kind.ListComprehension && kind <= Kind.GeneratorExpression;
}

/**
 * The node that opens the scope in which a node is evaluated; the Module for the Module itself, and for nodes that a
 * syntax error has left without a parent. A definition's own name belongs to the scope around it.
 */
export function scopeNodeAt(tree: Tree, node: Node): Node {
  let child = node;
  let outside = false;
  for (let parent = tree.parent(child); parent !== NONE; parent = tree.parent(parent)) {
    const kind = tree.kind(parent);
    if (kind === Kind.Parameter) outside = child !== tree.firstChild(parent);
    else if (opensScope(kind)) {
      if (!outside && isInside(tree, parent, kind, child, node)) return parent;
      outside = false;
    }
    child = parent;
  }
  return tree.root;
}

/** Whether a part of what opens a scope is evaluated in it; `node` is what was asked for, in or below the part. */
function isInside(tree: Tree, opener: Node, kind: Kind, part: Node, node: Node): boolean {
  const partKind = tree.kind(part);
  switch (kind) {
    case Kind.FunctionDefinition:
      return partKind === Kind.Block || partKind === Kind.Parameters || partKind === Kind.TypeParameters;
    case Kind.ClassDefinition:
      return partKind === Kind.Block || partKind === Kind.TypeParameters;
    case Kind.Module:
    case Kind.Lambda:
      return true;
    default:
      return tree.nextSibling(tree.firstChild(opener)) !== part || !isInIterable(tree, part, node);
  }
}

/** Whether a node stands in the iterable of a ComprehensionFor. */
function isInIterable(tree: Tree, clause: Node, node: Node): boolean {
  const target = tree.firstChild(clause);
  const iterable = tree.nextSibling(target);
  const start = tree.start(node);
  return node !== clause && start >= tree.end(target) && start < tree.end(iterable);
}
