// https://docs.python.org/3/reference/compound_stmts.html#the-try-statement
import {
  blockOf,
  elseOf,
  finallyOf,
  handlerName,
  handlerType,
  isExceptStar,
  Kind,
  NONE,
  type Node,
} from '../../../syntax/python/index.ts';
import type { Run } from './run.ts';
import { dead, join, type State, unbound } from './state.ts';

/** `try`: an exception can come between any two bindings of its body. */
export function visitTry(run: Run, node: Node, state: State): State {
  const last = finallyOf(run.tree, node);
  if (last === NONE) return visitHandled(run, node, state);
  const matters = run.matters(last);
  if (matters) run.openFinally(run.boundIn(last));
  run.openCatch(state);
  const behind = visitHandled(run, node, state);
  const left = join(run.closeCatch(), behind);
  if (matters) run.closeFinally();
  run.entry.set(last, left);
  const end = run.visitClause(last, left);
  if (behind.length === 0 || end.length === 0) return dead;
  return matters ? end : behind;
}

/** A `try` up to its `finally`. */
function visitHandled(run: Run, node: Node, state: State): State {
  const { tree } = run;
  run.openCatch(state);
  const end = run.visitClause(blockOf(tree, node), state);
  const caught = run.closeCatch();
  const otherwise = elseOf(tree, node);
  if (otherwise !== NONE) run.entry.set(otherwise, end);
  return join(run.visitClause(otherwise, end), visitHandlers(run, node, caught));
}

function visitHandlers(run: Run, node: Node, caught: State): State {
  const { tree, completion } = run;
  const isStar = isExceptStar(tree, node);
  let current = caught;
  let behind: State = dead;
  let otherWays = completion.waysOut(node);
  for (const handler of run.parts.of.get(node) ?? []) {
    if (tree.kind(handler) !== Kind.ExceptHandler) continue;
    const end = visitHandler(run, handler, current);
    behind = join(behind, end);
    if (isStar) current = join(current, end); // more than one can run
    if (completion.completes(handler)) otherWays--;
  }
  run.caught.set(node, current);
  return otherWays > 0 ? join(behind, current) : behind;
}

/** A handler unbinds its name when it ends, however it does. */
function visitHandler(run: Run, handler: Node, state: State): State {
  const { tree } = run;
  run.entry.set(handler, state);
  const name = handlerName(tree, handler);
  const bound = run.visitPart(name, run.visitPart(handlerType(tree, handler), state));
  if (!run.parts.targets.has(name)) return run.visitClause(blockOf(tree, handler), bound);
  run.openFinally([0]);
  const end = run.visitClause(blockOf(tree, handler), bound);
  run.closeFinally();
  return end.length > 0 ? unbound : dead;
}

/** `with`: some context managers swallow exceptions. */
export function visitWith(run: Run, node: Node, state: State): State {
  const { tree } = run;
  let current = state;
  for (let item = tree.firstChild(node); tree.kind(item) === Kind.WithItem; item = tree.nextSibling(item)) {
    current = run.visitPart(item, current);
  }
  if (!run.completion.swallows(node)) return run.visitClause(blockOf(tree, node), current);
  run.openCatch(current);
  const end = run.visitClause(blockOf(tree, node), current);
  return join(end, run.closeCatch());
}
