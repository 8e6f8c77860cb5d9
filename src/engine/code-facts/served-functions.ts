import {
  callee,
  decoratorExpression,
  definitionName,
  firstClassArgument,
  firstDecorator,
  isAsync,
  Kind,
  NONE,
  type Node,
  objectOf,
  type Tree,
  walk,
} from '../../syntax/python/index.ts';
import { isRegistered } from './is-called.ts';
import { scopeAround } from './names.ts';

const known = new WeakMap<Tree, ReadonlySet<Node>>();
const verbs = /^(get|post|put|patch|delete|head|options|prepare|on_message)$/;
/** Decorators of what runs before a server serves, or in no server. */
const notServing = /on_event|start_?up|shut_?down|(before|after)_serving|\.command\b|\.task\b|fixture|\bmark\./i;
const none: ReadonlySet<string> = new Set();

/**
 * The async functions of a file that a server runs in its event loop: those that a decorator registers, the verbs of handler
 * classes, what these call in the same file or on their own class, and those at the top that are in `also`.
 */
export function servedFunctions(tree: Tree, also = none): ReadonlySet<Node> {
  if (also.size > 0) return search(tree, also);
  let served = known.get(tree);
  if (served === undefined) {
    served = search(tree, also);
    known.set(tree, served);
  }
  return served;
}

function search(tree: Tree, also: ReadonlySet<string>): Set<Node> {
  const open: Node[] = [];
  const named = new Map<string, Node>();
  const called = new Map<Node, string[]>();
  walk(tree, tree.root, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.FunctionDefinition && isAsync(tree, node)) {
      const name = tree.nameText(definitionName(tree, node));
      const scope = scopeAround(tree, node);
      named.set(keyOf(scope, name), node);
      if (isServed(tree, node, name) || (scope === tree.root && also.has(name))) open.push(node);
    } else if (kind === Kind.Call) {
      const scope = scopeAround(tree, node);
      const key = calledBy(tree, scope, callee(tree, node));
      if (key !== undefined) called.set(scope, [...(called.get(scope) ?? []), key]);
    }
  });
  const served = new Set<Node>();
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (served.has(one)) continue;
    served.add(one);
    open.push(...(called.get(one) ?? []).flatMap((key) => named.get(key) ?? []));
  }
  return served;
}

function keyOf(scope: Node, name: string): string {
  return `${scope} ${name}`;
}

/** What a function calls by a name of its module, or as a method of its own class; undefined for all else. */
function calledBy(tree: Tree, scope: Node, called: Node): string | undefined {
  if (tree.kind(called) === Kind.Name) return keyOf(tree.root, tree.nameText(called));
  if (tree.kind(called) !== Kind.Attribute || tree.text(objectOf(tree, called)) !== 'self') return undefined;
  return keyOf(scopeAround(tree, scope), tree.nameText(called));
}

function isServed(tree: Tree, node: Node, name: string): boolean {
  const scope = scopeAround(tree, node);
  if (verbs.test(name) && tree.kind(scope) === Kind.ClassDefinition && firstClassArgument(tree, scope) !== NONE)
    return true;
  const first = firstDecorator(tree, node);
  return isRegistered(tree, node) && !notServing.test(tree.text(decoratorExpression(tree, first)));
}
