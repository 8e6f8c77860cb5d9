import { blockOf, elseOf, firstTarget, iterableOf, type Node, testOf } from '../../../syntax/python/index.ts';
import { isEndless } from './completion.ts';
import type { Run } from './run.ts';
import { dead, join, type State } from './state.ts';

/** `for`: the head is reached from before it, from the end of the body and from `continue`. */
export function visitFor(run: Run, node: Node, state: State): State {
  const { tree } = run;
  const otherwise = elseOf(tree, node);
  const before = run.visitPart(iterableOf(tree, node), state);
  const number = run.openLoop(node);
  const head: State = [-number];
  const end = run.visitClause(blockOf(tree, node), run.visitPart(firstTarget(tree, node), head));
  const breaks = run.closeLoop(number, before, end);
  run.entry.set(otherwise, head);
  return join(run.visitClause(otherwise, head), breaks);
}

/** `while` */
export function visitWhile(run: Run, node: Node, state: State): State {
  const { tree } = run;
  const number = run.openLoop(node);
  const head: State = [-number];
  run.entry.set(node, head);
  const tested = run.visitPart(testOf(tree, node), head);
  const end = run.visitClause(blockOf(tree, node), tested);
  const breaks = run.closeLoop(number, state, end);
  const otherwise = elseOf(tree, node);
  run.entry.set(otherwise, tested);
  return join(run.visitClause(otherwise, isEndless(tree, node) ? dead : tested), breaks);
}

/** A comprehension that holds named expressions: it may run any number of times. */
export function visitComprehension(run: Run, node: Node, state: State): State {
  const number = run.openLoop(node);
  run.entry.set(node, [-number]);
  const end = run.visitParts(node, [-number]);
  run.closeLoop(number, state, end);
  return [-number];
}
