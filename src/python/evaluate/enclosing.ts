import { Kind, NONE, type Node, type Tree } from '../../syntax/python/index.ts';

/** The function or lambda whose body holds a node; `NONE` for module and class level. Comprehensions don't count. */
export function enclosingFunction(tree: Tree, node: Node): Node {
  for (let around = tree.parent(node); around !== NONE; around = tree.parent(around)) {
    const kind = tree.kind(around);
    if (kind === Kind.FunctionDefinition || kind === Kind.Lambda) return around;
    if (kind === Kind.ClassDefinition) return NONE;
  }
  return NONE;
}

/** The class whose body holds a definition directly; `NONE` if none does. */
export function enclosingClass(tree: Tree, definition: Node): Node {
  for (let around = tree.parent(definition); around !== NONE; around = tree.parent(around)) {
    const kind = tree.kind(around);
    if (kind === Kind.ClassDefinition) return around;
    if (kind === Kind.FunctionDefinition || kind === Kind.Lambda) return NONE;
  }
  return NONE;
}
