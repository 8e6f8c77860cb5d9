import { Kind, NONE, type Node, NodeFlag } from '../node-kinds.ts';
import type { Tree } from '../tree.ts';
import { childOfKind, secondChild } from './children.ts';

/** The value before `if` of a Conditional. */
export function conditionalBody(tree: Tree, node: Node): Node {
  return tree.firstChild(node);
}

/** The test of a Conditional. */
export function conditionalTest(tree: Tree, node: Node): Node {
  return secondChild(tree, node);
}

/** The value behind `else` of a Conditional. */
export function conditionalAlternative(tree: Tree, node: Node): Node {
  return tree.nextSibling(secondChild(tree, node));
}

/** The key of a KeyValue or PatternEntry. */
export function entryKey(tree: Tree, entry: Node): Node {
  return tree.firstChild(entry);
}

/** The value of a KeyValue, the pattern of a PatternEntry. */
export function entryValue(tree: Tree, entry: Node): Node {
  return secondChild(tree, entry);
}

/** The element of a comprehension (of a dict: a KeyValue); its next siblings are the ComprehensionFors. */
export function comprehensionElement(tree: Tree, node: Node): Node {
  return tree.firstChild(node);
}

/** A bound of a Slice: 0 lower, 1 upper, 2 step; or `NONE`. */
export function sliceBound(tree: Tree, slice: Node, which: 0 | 1 | 2): Node {
  const flags = tree.data(slice);
  if ((flags & (1 << which)) === 0) return NONE;
  let bound = tree.firstChild(slice);
  for (let index = 0; index < which; index++) if ((flags & (1 << index)) !== 0) bound = tree.nextSibling(bound);
  return bound;
}

/** The expression of an Interpolation. */
export function interpolationValue(tree: Tree, node: Node): Node {
  return tree.firstChild(node);
}

/** The letter behind `!` of an Interpolation: `a`, `r`, `s`; '' if there is none. */
export function interpolationConversion(tree: Tree, node: Node): string {
  const code = tree.data(node) & 0xff;
  return code === 0 ? '' : String.fromCharCode(code);
}

/** Whether an Interpolation ends with `=`, which writes its source text before its value. */
export function isSelfDocumenting(tree: Tree, node: Node): boolean {
  return (tree.data(node) & NodeFlag.SelfDocumenting) !== 0;
}

/** The FormatSpecification of an Interpolation, or `NONE`. */
export function interpolationFormat(tree: Tree, node: Node): Node {
  return childOfKind(tree, node, Kind.FormatSpecification);
}
