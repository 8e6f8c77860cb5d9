import { Kind, type Node, type Tree } from '../../syntax/python/index.ts';

/** The nodes of a module that matter to scopes and are rare: one pass finds them, so that nobody walks expressions. */
export interface Landmarks {
  readonly namedExpressions: readonly Node[];
  /** Global and Nonlocal statements. */
  readonly declarations: readonly Node[];
  /** Return, Break and Continue. */
  readonly jumps: readonly Node[];
}

/** The landmarks of a module, each kind in the order of the nodes. */
export function findLandmarks(tree: Tree): Landmarks {
  const namedExpressions: Node[] = [];
  const declarations: Node[] = [];
  const jumps: Node[] = [];
  const { count } = tree;
  for (let node = 1 as Node; node < count; node++) {
    switch (tree.kind(node)) {
      case Kind.NamedExpression:
        namedExpressions.push(node);
        break;
      case Kind.Global:
      case Kind.Nonlocal:
        declarations.push(node);
        break;
      case Kind.Return:
      case Kind.Break:
      case Kind.Continue:
        jumps.push(node);
    }
  }
  return { namedExpressions, declarations, jumps };
}
