import { Kind, NONE, type Node, NodeFlag } from '../node-kinds.ts';
import type { Tree } from '../tree.ts';
import { childOfKind, secondChild } from './children.ts';

/** The test of an If, Elif, While or Assert. */
export function testOf(tree: Tree, node: Node): Node {
  return tree.firstChild(node);
}

/** The iterable of a For or ComprehensionFor; the next siblings of the latter's are its conditions. */
export function iterableOf(tree: Tree, node: Node): Node {
  return secondChild(tree, node);
}

/** The first Elif of an If, the others being its next siblings of that kind; or `NONE`. */
export function firstElif(tree: Tree, statement: Node): Node {
  return childOfKind(tree, statement, Kind.Elif);
}

/** The Else of an If, For, While or Try, or `NONE`. */
export function elseOf(tree: Tree, statement: Node): Node {
  return childOfKind(tree, statement, Kind.Else);
}

/** The Finally of a Try, or `NONE`. */
export function finallyOf(tree: Tree, statement: Node): Node {
  return childOfKind(tree, statement, Kind.Finally);
}

/** The first ExceptHandler of a Try, the others being its next siblings of that kind; or `NONE`. */
export function firstHandler(tree: Tree, statement: Node): Node {
  return childOfKind(tree, statement, Kind.ExceptHandler);
}

/** Whether a Try is written with `except*`. */
export function isExceptStar(tree: Tree, statement: Node): boolean {
  return (tree.data(statement) & NodeFlag.ExceptStar) !== 0;
}

/** What an ExceptHandler catches, or `NONE`. */
export function handlerType(tree: Tree, handler: Node): Node {
  return (tree.data(handler) & NodeFlag.HasType) === 0 ? NONE : tree.firstChild(handler);
}

/** The Name behind `as` of an ExceptHandler, or `NONE`. */
export function handlerName(tree: Tree, handler: Node): Node {
  return (tree.data(handler) & NodeFlag.HasName) === 0 ? NONE : secondChild(tree, handler);
}

/** The first WithItem of a With, the others being its next siblings of that kind. */
export function firstWithItem(tree: Tree, statement: Node): Node {
  return tree.firstChild(statement);
}

/** Whether the items of a With stand in parentheses of their own. */
export function areItemsParenthesized(tree: Tree, statement: Node): boolean {
  return (tree.data(statement) & NodeFlag.Parenthesized) !== 0;
}

/** The context manager of a WithItem. */
export function itemContext(tree: Tree, item: Node): Node {
  return tree.firstChild(item);
}

/** The target behind `as` of a WithItem, or `NONE`. */
export function itemTarget(tree: Tree, item: Node): Node {
  return secondChild(tree, item);
}

/** The subject of a Match; its next siblings are the MatchCases. */
export function matchSubject(tree: Tree, statement: Node): Node {
  return tree.firstChild(statement);
}

/** The pattern of a MatchCase, PatternAs, PatternKeyword. */
export function patternOf(tree: Tree, node: Node): Node {
  return tree.firstChild(node);
}

/** The guard of a MatchCase, or `NONE`. */
export function caseGuard(tree: Tree, matchCase: Node): Node {
  const second = secondChild(tree, matchCase);
  return tree.kind(second) === Kind.Block ? NONE : second;
}

/** The first statement of a Module or Block, the others being its next siblings; or `NONE`. */
export function firstStatement(tree: Tree, block: Node): Node {
  return tree.firstChild(block);
}
