// https://docs.python.org/3/reference/executionmodel.html#binding-of-names
import type { Range } from '../evidence/place.ts';
import {
  aliasName,
  aliasTarget,
  assignedValue,
  definitionName,
  firstAlias,
  Kind,
  NONE,
  type Node,
  type Tree,
  walk,
} from '../syntax/python/index.ts';
import { rangeOf } from './range-of.ts';

/** What a module binds at its top level, and why it may bind more. */
export interface Bindings {
  readonly names: Map<string, Range>;
  readonly open: string | null;
}

/** Calls by which a module can bind names that its text does not show. */
const dynamic = new Set(['globals', 'exec', 'vars', '__import__']);

/** The names that a module binds at its top level, in branches and loops too, and those that its functions declare global. */
export function moduleBindings(tree: Tree): Bindings {
  const names = new Map<string, Range>();
  let open: string | null = null;
  const bind = (node: Node, name = tree.nameText(node)): void => void names.set(name, rangeOf(tree, node));
  walk(tree, tree.root, (node) => {
    switch (tree.kind(node)) {
      case Kind.FunctionDefinition:
      case Kind.ClassDefinition: {
        const name = definitionName(tree, node);
        bind(name);
        if (tree.nameText(name) === '__getattr__') open ??= 'it defines __getattr__';
        bindGlobals(tree, node, bind);
        return false;
      }
      case Kind.Lambda:
        return false;
      case Kind.Delete:
        for (let target = tree.firstChild(node); target !== NONE; target = tree.nextSibling(target)) {
          names.delete(tree.nameText(target));
        }
        return false;
      case Kind.Import:
      case Kind.ImportFrom:
        open ??= bindImport(tree, node, bind);
        return false;
      case Kind.Assignment:
      case Kind.AugmentedAssignment:
      case Kind.For:
      case Kind.WithItem:
      case Kind.NamedExpression:
        bindTargets(tree, node, bind);
        return true;
      case Kind.AnnotatedAssignment:
        if (assignedValue(tree, node) !== NONE) bindTargets(tree, node, bind); // an annotation alone binds nothing
        return true;
      case Kind.PatternCapture:
        bind(tree.firstChild(node));
        return false;
      case Kind.Name:
        if (dynamic.has(tree.nameText(node))) open ??= `it uses ${tree.nameText(node)}()`;
        return false;
      default:
        return true;
    }
  });
  return { names, open };
}

type Bind = (node: Node, name?: string) => void;

/** Binds what an import statement binds; says so where it binds everything. */
function bindImport(tree: Tree, statement: Node, bind: Bind): string | null {
  let open: string | null = null;
  for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
    const renamed = aliasName(tree, alias);
    const target = aliasTarget(tree, alias);
    if (renamed !== NONE) bind(renamed);
    else if (tree.kind(target) === Kind.DottedName) bind(tree.firstChild(target));
    else if (tree.nameText(target) === '*') open = `it runs “${tree.text(statement)}”`;
    else bind(target);
  }
  return open;
}

/** Binds the names among the targets of a statement: its children up to the value, tuples and lists unpacked. */
function bindTargets(tree: Tree, statement: Node, bind: Bind): void {
  const several = tree.kind(statement) === Kind.Assignment;
  const item = tree.kind(statement) === Kind.WithItem;
  const first = tree.firstChild(statement);
  const start = item ? tree.nextSibling(first) : first;
  for (let target = start; target !== NONE; target = tree.nextSibling(target)) {
    if (several && tree.nextSibling(target) === NONE) return; // the value
    bindTarget(tree, target, bind);
    if (!several) return;
  }
}

function bindTarget(tree: Tree, target: Node, bind: Bind): void {
  switch (tree.kind(target)) {
    case Kind.Name:
      bind(target);
      return;
    case Kind.Tuple:
    case Kind.List:
    case Kind.Starred:
      for (let part = tree.firstChild(target); part !== NONE; part = tree.nextSibling(part))
        bindTarget(tree, part, bind);
  }
}

/** A function that declares a name global can bind it in the module. */
function bindGlobals(tree: Tree, definition: Node, bind: Bind): void {
  walk(tree, definition, (node) => {
    if (tree.kind(node) !== Kind.Global) return;
    for (let name = tree.firstChild(node); name !== NONE; name = tree.nextSibling(name)) bind(name);
  });
}
