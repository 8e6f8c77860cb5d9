import type { Scopes } from '../python/scopes/scopes.ts';
import {
  aliasTarget,
  callee,
  firstArgument,
  Kind,
  type NameId,
  NONE,
  type Node,
  type Tree,
} from '../syntax/python/index.ts';

/** Tells whether an operation may be performed by a name, read or called; `positional` if with positional arguments. */
export type IsOperation = (name: NameId, positional: boolean) => boolean;

/** A place at which an operation may be performed. */
export interface OperationPlace {
  /** What is called, read or passed on: an Attribute mostly. */
  readonly node: Node;
  /** The Call whose callee it is; `NONE` where it is read, or passed on to be called by somebody else. */
  readonly call: Node;
}

/**
 * The places of a tree worth evaluating, in the order of the tree: attributes whose names operations have, and calls of
 * what no name tells: `getattr(client, name)(…)`, `table[key](…)`, and variables that hold a function; and calls of what is
 * imported under such a name.
 */
export function operationPlaces(tree: Tree, scopes: Scopes, isOperation: IsOperation): OperationPlace[] {
  const places: OperationPlace[] = [];
  const isImported = (called: Node): boolean =>
    importedNames(tree, scopes, called).some((name) => isOperation(name, false));
  for (let node = 1 as Node; node < tree.count; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.Attribute) {
      if (!isOperation(tree.name(node), false)) continue;
      const call = callOf(tree, node);
      if (call === NONE || isOperation(tree.name(node), isPositional(tree, call))) places.push({ node, call });
    } else if (kind === Kind.Call) {
      const called = callee(tree, node);
      if (isComputed(tree, called) || isVariable(tree, scopes, called) || isImported(called))
        places.push({ node: called, call: node });
    }
  }
  return places;
}

/** What is called is the result of an expression: no name tells it. */
const computed = new Set<Kind>([
  Kind.Call,
  Kind.Subscript,
  Kind.Conditional,
  Kind.BooleanOperation,
  Kind.NamedExpression,
  Kind.Await,
]);

/** The Call of which a node is the callee; `NONE` if it is none. */
function callOf(tree: Tree, node: Node): Node {
  const parent = tree.parent(node);
  return tree.kind(parent) === Kind.Call && callee(tree, parent) === node ? parent : NONE;
}

/** True if a Call surely has a positional argument. */
function isPositional(tree: Tree, call: Node): boolean {
  const first = firstArgument(tree, call);
  if (first === NONE) return false;
  const kind = tree.kind(first);
  return kind !== Kind.KeywordArgument && kind !== Kind.Starred && kind !== Kind.DoubleStarred;
}

function isComputed(tree: Tree, called: Node): boolean {
  return computed.has(tree.kind(called));
}

/** The names that a Name has where it was imported from. */
function importedNames(tree: Tree, scopes: Scopes, called: Node): NameId[] {
  if (tree.kind(called) !== Kind.Name) return [];
  const name = tree.name(called);
  const bindings = scopes.find(scopes.at(called), name)?.bindings.get(name) ?? [];
  const aliases = bindings.filter(({ kind, target }) => kind === 'import-from' && tree.kind(target) === Kind.Alias);
  return aliases.map(({ target }) => tree.name(aliasTarget(tree, target)));
}

/** A name that is no definition and no import: a parameter, or something assigned. */
function isVariable(tree: Tree, scopes: Scopes, called: Node): boolean {
  if (tree.kind(called) !== Kind.Name) return false;
  const name = tree.name(called);
  const home = scopes.find(scopes.at(called), name);
  const bindings = home?.bindings.get(name) ?? [];
  return bindings.some(
    ({ kind }) => kind !== 'function' && kind !== 'class' && kind !== 'import' && kind !== 'import-from',
  );
}
