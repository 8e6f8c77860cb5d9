// https://docs.python.org/3/reference/compound_stmts.html#patterns
import { Kind, type NameId, type Node, type Tree, walk } from '../../syntax/python/index.ts';

/** A name that a pattern binds, and the PatternCapture, PatternAs, PatternStar or PatternRest that does. */
export interface Capture {
  readonly name: NameId;
  readonly pattern: Node;
}

/** The names that a pattern binds, by place. */
export function capturesOf(tree: Tree, pattern: Node): Capture[] {
  const captures: Capture[] = [];
  const add = (node: Node, name: Node): void => {
    if (tree.kind(name) === Kind.Name) captures.push({ name: tree.name(name), pattern: node });
  };
  walk(
    tree,
    pattern,
    (node) => tree.kind(node) >= Kind.PatternValue,
    (node) => {
      switch (tree.kind(node)) {
        case Kind.PatternCapture:
        case Kind.PatternStar:
        case Kind.PatternRest:
          add(node, tree.firstChild(node));
          break;
        case Kind.PatternAs:
          add(node, tree.nextSibling(tree.firstChild(node)));
      }
    },
  );
  return captures;
}
