import type { CodeAnswer } from '../../steps/code.ts';
import {
  blockOf,
  callee,
  decoratorExpression,
  expressionOf,
  finallyOf,
  firstArgument,
  firstDecorator,
  handlerName,
  Kind,
  NONE,
  type Node,
  numberValue,
  stringValue,
  type Tree,
  walk,
} from '../../syntax/python/index.ts';
import { scopeAround } from './names.ts';

const verbs = /^(route|api_route|get|post|put|patch|delete)$/;
/** What tells a framework another status than 200 by the way. */
const byTheWay = /status_code|set_status|\.status\b|abort\(|HTTPException|make_response/;

/**
 * What a function answers after one of its `except` clauses: each `return` in it, or, where it has none, the one that follows
 * on its `try`.
 */
export function answersOf(tree: Tree, statement: Node, handler: Node): CodeAnswer[] {
  const block = blockOf(tree, handler);
  const name = handlerName(tree, handler);
  const error = name === NONE ? undefined : tree.nameText(name);
  const own: Node[] = [];
  walk(tree, block, (node) => {
    if (tree.kind(node) === Kind.Return && scopeAround(tree, node) === scopeAround(tree, handler)) own.push(node);
  });
  const returns = own.length > 0 ? own : followingReturn(tree, statement);
  const open = byTheWay.test(tree.text(block)) || finallyReturns(tree, statement);
  return returns.map((node) => answerAt(tree, node, error, open));
}

function answerAt(tree: Tree, statement: Node, error: string | undefined, open: boolean): CodeAnswer {
  const value = expressionOf(tree, statement);
  const text = value === NONE ? '' : tree.text(value);
  const used = error !== undefined && new RegExp(`(str|repr|format)\\(\\s*${error}\\b|\\{\\s*${error}\\b`).test(text);
  return {
    text,
    status: statusOf(tree, value, open),
    tellsError: used || /["']errors?["']\s*:|["']status["']\s*:\s*["'](error|fail)/i.test(text),
  };
}

/** The status with which a value is answered; null where another place may decide it. */
function statusOf(tree: Tree, value: Node, open: boolean): number | null {
  if (value === NONE) return null;
  switch (tree.kind(value)) {
    case Kind.Tuple: {
      const second = tree.nextSibling(tree.firstChild(value));
      return tree.kind(second) === Kind.Integer ? numberValue(tree, second) : null;
    }
    case Kind.Dict:
    case Kind.String:
    case Kind.FormattedString:
      return open ? null : 200;
    case Kind.Call:
      return !open && /^((flask\.)?jsonify|json\.dumps|str|repr)$/.test(tree.text(callee(tree, value))) ? 200 : null;
    default:
      return null;
  }
}

/** The `return` to which a `try` leads that goes on, with at most calls before it; none where more is done, or a loop is around it. */
function followingReturn(tree: Tree, statement: Node): Node[] {
  const scope = scopeAround(tree, statement);
  for (let inner = statement; inner !== scope && inner !== NONE; inner = tree.parent(inner)) {
    const kind = tree.kind(inner);
    if (kind === Kind.For || kind === Kind.While) return [];
    if (tree.kind(tree.parent(inner)) !== Kind.Block) continue;
    for (let one = tree.nextSibling(inner); one !== NONE; one = tree.nextSibling(one)) {
      if (tree.kind(one) === Kind.Return) return [one];
      if (tree.kind(one) !== Kind.ExpressionStatement) return [];
    }
  }
  return [];
}

/** True of a `try` whose `finally` returns by itself. */
function finallyReturns(tree: Tree, statement: Node): boolean {
  const last = finallyOf(tree, statement);
  return last !== NONE && /\breturn\b/.test(tree.text(last));
}

/** The web path of a route (`/orders`) whose function a node stands right in, by a decorator (`@app.post("/orders")`); null for none. */
export function routeAround(tree: Tree, node: Node): string | null {
  const scope = scopeAround(tree, node);
  if (tree.kind(scope) !== Kind.FunctionDefinition) return null;
  for (let one = firstDecorator(tree, scope); tree.kind(one) === Kind.Decorator; one = tree.nextSibling(one)) {
    const call = decoratorExpression(tree, one);
    if (tree.kind(call) !== Kind.Call || tree.kind(callee(tree, call)) !== Kind.Attribute) continue;
    const first = firstArgument(tree, call);
    const path = tree.kind(first) === Kind.String ? stringValue(tree, first) : undefined;
    if (verbs.test(tree.nameText(callee(tree, call))) && path?.startsWith('/') === true) return path;
  }
  return null;
}
