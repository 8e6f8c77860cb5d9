import {
  callee,
  entryValue,
  firstArgument,
  firstTarget,
  iterableOf,
  Kind,
  NONE,
  type Node,
  objectOf,
  stringValue,
  subscriptIndex,
  type Tree,
  valueOf,
  walk,
} from '../../syntax/python/index.ts';
import { isLogging } from './logging.ts';
import { scopeAround } from './names.ts';

/**
 * The members of what a call gives (`["Items"]`, `.get("Items", [])`) that its function goes through or hands on as a whole.
 * One of which a single item is taken, or that is only counted or tested, is not among them.
 */
export function partsTaken(tree: Tree, call: Node): string[] {
  const taken = new Set<string>();
  follow(tree, call, null, taken, 3);
  return [...taken];
}

/** Follows an answer (`key` null) or a member of one up to what is done with it, and through the names that it is given. */
function follow(tree: Tree, node: Node, key: string | null, taken: Set<string>, left: number): void {
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  if (kind === Kind.Await) return follow(tree, parent, key, taken, left);
  if (kind === Kind.Assignment || kind === Kind.NamedExpression) {
    const target = firstTarget(tree, parent);
    if (left === 0 || tree.kind(target) !== Kind.Name || target === node) return;
    for (const use of usesOf(tree, target)) follow(tree, use, key, taken, left - 1);
    return;
  }
  if (key === null) {
    const member = memberOf(tree, node);
    if (member !== undefined) follow(tree, member.node, member.key, taken, left);
  } else if (kind === Kind.BooleanOperation) follow(tree, parent, key, taken, left);
  else if (isTaken(tree, node, parent)) taken.add(key);
}

function memberOf(tree: Tree, node: Node): { node: Node; key: string } | undefined {
  const parent = tree.parent(node);
  if (tree.kind(parent) === Kind.Subscript && objectOf(tree, parent) === node) {
    const index = subscriptIndex(tree, parent);
    const key = tree.kind(index) === Kind.String ? stringValue(tree, index) : undefined;
    return typeof key === 'string' ? { node: parent, key } : undefined;
  }
  if (tree.kind(parent) !== Kind.Attribute || tree.nameText(parent) !== 'get') return undefined;
  const call = tree.parent(parent);
  if (tree.kind(call) !== Kind.Call || callee(tree, call) !== parent) return undefined;
  const first = firstArgument(tree, call);
  const key = tree.kind(first) === Kind.String ? stringValue(tree, first) : undefined;
  return typeof key === 'string' ? { node: call, key } : undefined;
}

function isTaken(tree: Tree, node: Node, parent: Node): boolean {
  switch (tree.kind(parent)) {
    case Kind.For:
    case Kind.ComprehensionFor:
      return iterableOf(tree, parent) === node;
    case Kind.Return:
      return true;
    case Kind.KeyValue:
      return entryValue(tree, parent) === node;
    case Kind.KeywordArgument:
      return valueOf(tree, parent) === node && isGiven(tree, tree.parent(parent));
    case Kind.Call:
      return callee(tree, parent) !== node && isGiven(tree, parent);
    default:
      return false;
  }
}

/** A call that does more than count, test or show what it is given. */
function isGiven(tree: Tree, call: Node): boolean {
  return (
    tree.kind(call) === Kind.Call &&
    !isLogging(tree, call) &&
    !/^(len|bool|any|next|type|isinstance)$/.test(tree.text(callee(tree, call)))
  );
}

/** The uses of a name in its function, the places where it is bound left out. */
function usesOf(tree: Tree, target: Node): Node[] {
  const name = tree.name(target);
  const found: Node[] = [];
  walk(tree, scopeAround(tree, target), (one) => {
    if (tree.kind(one) !== Kind.Name || tree.name(one) !== name || one === target) return;
    const parent = tree.parent(one);
    if (tree.kind(parent) === Kind.Assignment && firstTarget(tree, parent) === one && tree.nextSibling(one) !== NONE)
      return;
    found.push(one);
  });
  return found;
}
