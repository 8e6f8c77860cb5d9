import {
  callee,
  definitionName,
  firstClassArgument,
  isAsync,
  Kind,
  NONE,
  type Node,
  type Tree,
  walk,
} from '../../syntax/python/index.ts';
import { isRegistered } from './is-called.ts';
import { scopeAround } from './names.ts';

const known = new WeakMap<Tree, ReadonlySet<Node>>();
const verbs = /^(get|post|put|patch|delete|head|options|prepare|on_message)$/;

/**
 * The async functions of a file that a server runs in its event loop: those that a decorator registers, the verbs of handler
 * classes, and what these call in the same file.
 */
export function servedFunctions(tree: Tree): ReadonlySet<Node> {
  let served = known.get(tree);
  if (served === undefined) {
    served = search(tree);
    known.set(tree, served);
  }
  return served;
}

function search(tree: Tree): Set<Node> {
  const open: Node[] = [];
  const named = new Map<string, Node>();
  const called = new Map<Node, string[]>();
  walk(tree, tree.root, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.FunctionDefinition && isAsync(tree, node)) {
      const name = tree.nameText(definitionName(tree, node));
      if (scopeAround(tree, node) === tree.root) named.set(name, node);
      if (isRegistered(tree, node) || isVerb(tree, node, name)) open.push(node);
    } else if (kind === Kind.Call && tree.kind(callee(tree, node)) === Kind.Name) {
      const scope = scopeAround(tree, node);
      called.set(scope, [...(called.get(scope) ?? []), tree.nameText(callee(tree, node))]);
    }
  });
  const served = new Set<Node>();
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (served.has(one)) continue;
    served.add(one);
    open.push(...(called.get(one) ?? []).flatMap((name) => named.get(name) ?? []));
  }
  return served;
}

function isVerb(tree: Tree, node: Node, name: string): boolean {
  const scope = scopeAround(tree, node);
  return verbs.test(name) && tree.kind(scope) === Kind.ClassDefinition && firstClassArgument(tree, scope) !== NONE;
}
