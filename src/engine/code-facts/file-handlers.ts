import { rangeOf } from '../../python/range-of.ts';
import type { CodeHandler } from '../../steps/code.ts';
import {
  blockOf,
  callee,
  expressionOf,
  firstHandler,
  firstStatement,
  handlerType,
  iterableOf,
  Kind,
  NONE,
  type Node,
  type Tree,
  walk,
} from '../../syntax/python/index.ts';
import type { CodeFile } from './file-calls.ts';
import { answersOf, routeAround } from './handler-answers.ts';
import { isLogging } from './logging.ts';
import { scopeAround } from './names.ts';
import { namesAround } from './surroundings.ts';

/** The `except` clauses of a file, in the order of the text. */
export function fileHandlers(file: CodeFile): CodeHandler[] {
  const { tree } = file;
  const found: CodeHandler[] = [];
  walk(tree, tree.root, (node) => {
    if (tree.kind(node) !== Kind.Try) return;
    for (let one = firstHandler(tree, node); tree.kind(one) === Kind.ExceptHandler; one = tree.nextSibling(one))
      found.push(handlerAt(file, node, one));
  });
  return found;
}

function handlerAt({ tree, names, placeOf }: CodeFile, statement: Node, handler: Node): CodeHandler {
  const type = handlerType(tree, handler);
  const block = blockOf(tree, handler);
  const range = rangeOf(tree, handler);
  const header = type === NONE ? 'except' : `except ${tree.text(type)}`;
  return {
    place: placeOf({ ...range, endLine: range.line, endColumn: range.column + header.length }),
    text: header,
    broad: isBroad(tree, type),
    does: doneIn(tree, block),
    logs: isLoggedIn(tree, block),
    traceback: /\.exception\(|exc_info|traceback|stack_info|(capture|record|report)_exception/.test(tree.text(block)),
    returns: returnedIn(tree, block),
    isWhole: isWhole(tree, statement),
    get lines() {
      const { line, endLine, endColumn } = placeOf(rangeOf(tree, blockOf(tree, statement)));
      return [line, endColumn === 1 ? endLine - 1 : endLine] as const;
    },
    within: namesAround(tree, handler),
    get tried() {
      return callsIn(tree, blockOf(tree, statement)).map((node) => names.path(callee(tree, node)));
    },
    get performs() {
      const others = callsIn(tree, block).filter((node) => !isLogging(tree, node));
      return others.map((node) => names.path(callee(tree, node)));
    },
    get route() {
      return routeAround(tree, handler);
    },
    get answers() {
      return answersOf(tree, statement, handler);
    },
    get around() {
      return tree.text(scopeAround(tree, handler));
    },
  };
}

function callsIn(tree: Tree, block: Node): Node[] {
  const found: Node[] = [];
  walk(tree, block, (node) => {
    if (tree.kind(node) === Kind.Call) found.push(node);
  });
  return found;
}

/** True of a `try` that no error leaves: a clause catches every one, and none of its clauses raises. */
export function endsEveryError(tree: Tree, statement: Node): boolean {
  let broad = false;
  for (let one = firstHandler(tree, statement); tree.kind(one) === Kind.ExceptHandler; one = tree.nextSibling(one)) {
    if (doneIn(tree, blockOf(tree, one)) === 'raises') return false;
    broad ||= isBroad(tree, handlerType(tree, one));
  }
  return broad;
}

function isBroad(tree: Tree, type: Node): boolean {
  return type === NONE || /\b(Exception|BaseException)\b/.test(tree.text(type));
}

function doneIn(tree: Tree, block: Node): CodeHandler['does'] {
  let [raises, more, logs] = [false, false, false];
  walk(tree, block, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.Raise) raises = true;
    if (kind === Kind.Call && /^(sys\.exit|os\._exit|exit|quit)$/.test(tree.text(callee(tree, node)))) raises = true;
  });
  if (raises) return 'raises';
  for (let one = firstStatement(tree, block); one !== NONE; one = tree.nextSibling(one)) {
    const kind = tree.kind(one);
    if (kind === Kind.Pass || kind === Kind.Continue) continue;
    const expression = kind === Kind.ExpressionStatement ? expressionOf(tree, one) : NONE;
    if (tree.kind(expression) === Kind.Ellipsis || tree.kind(expression) === Kind.String) continue;
    if (kind === Kind.Return || (tree.kind(expression) === Kind.Call && isLogging(tree, expression))) logs = true;
    else more = true;
  }
  return more ? 'more' : logs ? 'logs' : 'nothing';
}

function isLoggedIn(tree: Tree, block: Node): boolean {
  let found = false;
  walk(tree, block, (node) => {
    if (tree.kind(node) === Kind.Call && isLogging(tree, node)) found = true;
  });
  return found;
}

/** What the last `return` of a block gives; null where it has none with a value. */
function returnedIn(tree: Tree, block: Node): string | null {
  let returned: string | null = null;
  for (let one = firstStatement(tree, block); one !== NONE; one = tree.nextSibling(one)) {
    const value = tree.kind(one) === Kind.Return ? expressionOf(tree, one) : NONE;
    if (value !== NONE) returned = tree.text(value);
  }
  return returned;
}

/**
 * True of a `try` in the body of a function, or at the end of a loop over the records of an event there, behind which there
 * is at most a `return`.
 */
function isWhole(tree: Tree, statement: Node): boolean {
  const scope = scopeAround(tree, statement);
  const loop = tree.parent(tree.parent(statement));
  if (isOverRecords(tree, loop) && tree.nextSibling(statement) === NONE) return isWhole(tree, loop);
  if (tree.kind(scope) !== Kind.FunctionDefinition || tree.parent(statement) !== blockOf(tree, scope)) return false;
  for (let one = tree.nextSibling(statement); one !== NONE; one = tree.nextSibling(one)) {
    if (tree.kind(one) !== Kind.Return) return false;
  }
  return true;
}

function isOverRecords(tree: Tree, node: Node): boolean {
  return tree.kind(node) === Kind.For && /["']Records["']/.test(tree.text(iterableOf(tree, node)));
}
