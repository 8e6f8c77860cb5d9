import {
  firstTarget,
  Kind,
  type NameId,
  NONE,
  type Node,
  parameterName,
  type Tree,
  walk,
} from '../../../syntax/python/index.ts';
import type { ClassValue } from '../../values/value.ts';
import { firstParameter } from '../parameter-binding.ts';

const known = new WeakMap<Tree, Map<Node, ReadonlyMap<NameId, readonly Node[]>>>();

/** The attributes that the functions in a class body assign to their first parameter: `self.name = …`, by name. */
export function selfStores(of: ClassValue): ReadonlyMap<NameId, readonly Node[]> {
  const { tree } = of.module;
  let byClass = known.get(tree);
  if (byClass === undefined) known.set(tree, (byClass = new Map()));
  let stores = byClass.get(of.node);
  if (stores === undefined) byClass.set(of.node, (stores = findStores(tree, of.node)));
  return stores;
}

function findStores(tree: Tree, definition: Node): Map<NameId, Node[]> {
  const stores = new Map<NameId, Node[]>();
  const receivers: NameId[] = [];
  const functions: Node[] = [];
  walk(
    tree,
    definition,
    (node) => {
      const kind = tree.kind(node);
      if (kind === Kind.ClassDefinition) return node === definition;
      if (kind === Kind.FunctionDefinition) {
        functions.push(node);
        if (functions.length === 1) receivers.push(receiverOf(tree, node));
        return true;
      }
      const receiver = receivers.at(-1);
      if (isStoring(kind) && receiver !== undefined) collect(tree, node, receiver, stores);
      return true;
    },
    (node) => {
      if (functions.at(-1) !== node) return;
      functions.pop();
      if (functions.length === 0) receivers.pop();
    },
  );
  return stores;
}

const isStoring = (kind: Kind): boolean =>
  kind === Kind.Assignment || kind === Kind.AnnotatedAssignment || kind === Kind.WithItem;

function receiverOf(tree: Tree, definition: Node): NameId {
  const parameter = firstParameter(tree, definition);
  return parameter === NONE ? (0 as NameId) : tree.name(parameterName(tree, parameter));
}

function collect(tree: Tree, statement: Node, receiver: NameId, stores: Map<NameId, Node[]>): void {
  const kind = tree.kind(statement);
  const first = kind === Kind.WithItem ? tree.nextSibling(tree.firstChild(statement)) : firstTarget(tree, statement);
  for (let target = first; target !== NONE; target = tree.nextSibling(target)) {
    if (kind === Kind.Assignment && tree.nextSibling(target) === NONE) return; // the value
    collectTarget(tree, target, receiver, stores);
    if (kind !== Kind.Assignment) return;
  }
}

function collectTarget(tree: Tree, target: Node, receiver: NameId, stores: Map<NameId, Node[]>): void {
  const kind = tree.kind(target);
  if (kind === Kind.Tuple || kind === Kind.List || kind === Kind.Starred) {
    for (let part = tree.firstChild(target); part !== NONE; part = tree.nextSibling(part)) {
      collectTarget(tree, part, receiver, stores);
    }
    return;
  }
  if (kind !== Kind.Attribute) return;
  const object = tree.firstChild(target);
  if (tree.kind(object) !== Kind.Name || tree.name(object) !== receiver) return;
  const found = stores.get(tree.name(target));
  if (found === undefined) stores.set(tree.name(target), [target]);
  else found.push(target);
}
