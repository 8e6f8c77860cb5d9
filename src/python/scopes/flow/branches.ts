import {
  blockOf,
  caseGuard,
  Kind,
  matchSubject,
  NONE,
  type Node,
  patternOf,
  testOf,
} from '../../../syntax/python/index.ts';
import type { Run } from './run.ts';
import { dead, join, type State } from './state.ts';

/** `if`, with its `elif` and `else`. */
export function visitIf(run: Run, node: Node, state: State): State {
  const { tree, completion } = run;
  let current = run.visitPart(testOf(tree, node), state);
  let skipped = current;
  let behind: State = dead;
  let otherWays = completion.waysOut(node);
  for (const clause of run.parts.of.get(node) ?? []) {
    const kind = tree.kind(clause);
    if (kind === Kind.Elif) {
      run.entry.set(clause, current);
      current = run.visitPart(testOf(tree, clause), current);
      skipped = join(skipped, current);
      behind = join(behind, run.visitClause(blockOf(tree, clause), current));
    } else if (kind === Kind.Block || kind === Kind.Else) {
      behind = join(behind, run.visitClause(clause, current));
    } else continue; // the test
    run.next.set(clause, current);
    if (completion.completes(clause)) otherWays--;
  }
  return otherWays > 0 ? join(behind, skipped) : behind;
}

/** `match`: a pattern binds if all of it fits, before the guard is asked. */
export function visitMatch(run: Run, node: Node, state: State): State {
  const { tree, completion } = run;
  let current = run.visitPart(matchSubject(tree, node), state);
  let behind: State = dead;
  let otherWays = completion.waysOut(node);
  for (const clause of run.parts.of.get(node) ?? []) {
    if (tree.kind(clause) !== Kind.MatchCase) continue;
    run.entry.set(clause, current);
    const guard = caseGuard(tree, clause);
    const fitting = run.visitPart(guard, run.visitPart(patternOf(tree, clause), current));
    behind = join(behind, run.visitClause(blockOf(tree, clause), fitting));
    if (guard !== NONE) current = join(current, fitting);
    run.next.set(clause, current);
    if (completion.completes(clause)) otherWays--;
  }
  return otherWays > 0 ? join(behind, current) : behind;
}

/** `a and b`, `a or b`: all but the first may be left out. */
export function visitBoolean(run: Run, node: Node, state: State): State {
  return visitSome(run, node, state, run.tree.firstChild(node));
}

/** `a < b < c`: all but the first two may be left out. */
export function visitComparison(run: Run, node: Node, state: State): State {
  const { tree } = run;
  return visitSome(run, node, state, tree.nextSibling(tree.nextSibling(tree.firstChild(node))));
}

/** Visits parts of which those behind `certain` may be left out. */
function visitSome(run: Run, node: Node, state: State, certain: Node): State {
  let current = state;
  let behind = state;
  for (const part of run.parts.of.get(node) ?? []) {
    current = run.visitPart(part, current);
    behind = run.tree.start(part) <= run.tree.start(certain) ? current : join(behind, current);
  }
  return behind;
}

/** `body if test else alternative` */
export function visitConditional(run: Run, node: Node, state: State): State {
  const { tree } = run;
  const body = tree.firstChild(node);
  const test = tree.nextSibling(body);
  const tested = run.visitPart(test, state);
  const behind = run.visitPart(body, tested);
  run.next.set(body, tested);
  return join(behind, run.visitPart(tree.nextSibling(test), tested));
}
