import { callee, Kind, type NameId, type Node, type Tree } from '../../../syntax/python/index.ts';
import type { Module } from '../../program/module.ts';

/** The calls of a module that no definition's name tells: of a variable, an attribute, an item, of what another call gave. */
export interface ComputedCalls {
  readonly calls: readonly Node[];
  /** The names that are used as values: put into containers, assigned, given back. */
  readonly values: ReadonlySet<NameId>;
}

const known = new WeakMap<Tree, ComputedCalls>();

/** The computed calls of a module, and what may be called by them; read once. */
export function computedCalls(module: Module): ComputedCalls {
  const { tree } = module;
  let found = known.get(tree);
  if (found === undefined) known.set(tree, (found = read(module)));
  return found;
}

/** Where a name is a value that may be called later. */
const holders = new Set<Kind>([
  Kind.KeyValue,
  Kind.List,
  Kind.Tuple,
  Kind.Set,
  Kind.Assignment,
  Kind.AnnotatedAssignment,
  Kind.Return,
  Kind.Conditional,
  Kind.BooleanOperation,
  Kind.Parameter,
  Kind.Yield,
]);

function read(module: Module): ComputedCalls {
  const { tree } = module;
  const calls: Node[] = [];
  const values = new Set<NameId>();
  const stored = storedAttributes(tree);
  for (let node = 1 as Node; node < tree.count; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.Call && isComputed(module, callee(tree, node), stored)) calls.push(node);
    else if ((kind === Kind.Name || kind === Kind.Attribute) && holders.has(tree.kind(tree.parent(node)))) {
      values.add(tree.name(node));
    }
  }
  return { calls, values };
}

/** The attributes to which the module assigns something. */
function storedAttributes(tree: Tree): Set<NameId> {
  const stored = new Set<NameId>();
  for (let node = 1 as Node; node < tree.count; node++) {
    const kind = tree.kind(node);
    if (kind !== Kind.Assignment && kind !== Kind.AnnotatedAssignment) continue;
    const target = tree.firstChild(node);
    if (tree.kind(target) === Kind.Attribute) stored.add(tree.name(target));
  }
  return stored;
}

function isComputed({ tree, scopes }: Module, called: Node, stored: ReadonlySet<NameId>): boolean {
  const kind = tree.kind(called);
  if (kind === Kind.Attribute) return stored.has(tree.name(called));
  if (kind === Kind.Call || kind === Kind.Subscript || kind === Kind.Conditional || kind === Kind.BooleanOperation)
    return true;
  if (kind !== Kind.Name) return false;
  const name = tree.name(called);
  const bindings = scopes.find(scopes.at(called), name)?.bindings.get(name) ?? [];
  return bindings.some((one) => one.kind !== 'function' && one.kind !== 'class' && one.kind !== 'import');
}
