import {
  decoratorExpression,
  definitionName,
  firstDecorator,
  Kind,
  NONE,
  type Node,
  type Tree,
  testOf,
  walk,
} from '../../syntax/python/index.ts';
import { scopeAround } from './names.ts';

/** The names of the functions and classes around a node, the outermost first. */
export function namesAround(tree: Tree, node: Node): string[] {
  const names: string[] = [];
  for (let scope = scopeAround(tree, node); scope !== tree.root; scope = scopeAround(tree, scope)) {
    names.unshift(tree.kind(scope) === Kind.Lambda ? '<lambda>' : tree.nameText(definitionName(tree, scope)));
  }
  return names;
}

const branches = new Set<Kind>([
  Kind.If,
  Kind.While,
  Kind.For,
  Kind.Try,
  Kind.Conditional,
  Kind.BooleanOperation,
  Kind.MatchCase,
  Kind.ListComprehension,
]);

/** True if a node stands under a condition, in a loop or a `try` of its function or module. */
export function isConditional(tree: Tree, node: Node): boolean {
  const scope = scopeAround(tree, node);
  for (let parent = tree.parent(node); parent !== NONE && parent !== scope; parent = tree.parent(parent)) {
    if (branches.has(tree.kind(parent))) return true;
  }
  return false;
}

/** True if a node stands under `if __name__ == "__main__"`. */
export function isUnderMain(tree: Tree, node: Node): boolean {
  for (let parent = tree.parent(node); parent !== NONE; parent = tree.parent(parent)) {
    if (tree.kind(parent) === Kind.If && tree.text(testOf(tree, parent)).includes('__name__')) return true;
  }
  return false;
}

/** True if a function around a node keeps what it makes: it is cached, or sets a global. */
export function isMadeOnce(tree: Tree, node: Node): boolean {
  for (let scope = scopeAround(tree, node); scope !== tree.root; scope = scopeAround(tree, scope)) {
    if (tree.kind(scope) !== Kind.FunctionDefinition) continue;
    for (let one = firstDecorator(tree, scope); tree.kind(one) === Kind.Decorator; one = tree.nextSibling(one)) {
      if (/cache|singleton|memo/i.test(tree.text(decoratorExpression(tree, one)))) return true;
    }
    let isGlobal = false;
    walk(tree, scope, (one) => void (isGlobal ||= tree.kind(one) === Kind.Global));
    if (isGlobal) return true;
  }
  return false;
}
