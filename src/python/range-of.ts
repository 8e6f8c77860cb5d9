import type { Range } from '../evidence/place.ts';
import type { Node, Tree } from '../syntax/python/index.ts';

/** The range of a node, as editors count it. */
export function rangeOf(tree: Tree, node: Node): Range {
  return rangeBetween(tree, tree.start(node), tree.end(node));
}

/** The range between two byte offsets. */
export function rangeBetween(tree: Tree, start: number, end: number): Range {
  const first = tree.lineColumn(start);
  const last = tree.lineColumn(end);
  return { line: first.line, column: first.column, endLine: last.line, endColumn: last.column };
}
