// https://docs.python.org/3/reference/executionmodel.html#binding-of-names
import {
  aliasName,
  aliasTarget,
  assignedValue,
  definitionName,
  firstAlias,
  functionParameters,
  handlerName,
  isSimpleAnnotation,
  itemTarget,
  Kind,
  type NameId,
  NONE,
  type Node,
  parameterName,
  patternOf,
  processNames,
  type Tree,
  typeParameters,
} from '../../syntax/python/index.ts';
import { capturesOf } from './captures.ts';
import type { BindingKind } from './scopes.ts';

/** The name in `from m import *`: it has the same id in each table. */
const star = processNames.idOf('*');

/** Takes one binding: what `Binding` says of it. */
export interface Collector {
  bind(kind: BindingKind, name: NameId, node: Node, target: Node): void;
  /** Takes a `from m import *`. */
  star(statement: Node): void;
}

/**
 * Gives what the node that opens a scope binds in it, in the order of the text: its parameters and the statements of its
 * body, without the bodies of functions and classes among them. Named expressions are not among it.
 */
export function collectBindings(tree: Tree, opener: Node, collector: Collector): void {
  switch (tree.kind(opener)) {
    case Kind.Module:
      collectStatements(tree, opener, collector);
      return;
    case Kind.FunctionDefinition:
    case Kind.ClassDefinition:
    case Kind.Lambda:
      collectParameters(tree, opener, collector);
      for (let part = tree.firstChild(opener); part !== NONE; part = tree.nextSibling(part)) {
        if (tree.kind(part) === Kind.Block) collectStatements(tree, part, collector);
      }
      return;
    default:
      for (let part = tree.firstChild(opener); part !== NONE; part = tree.nextSibling(part)) {
        if (tree.kind(part) === Kind.ComprehensionFor) {
          collectTarget(tree, 'comprehension', part, tree.firstChild(part), collector);
        }
      }
  }
}

function collectParameters(tree: Tree, opener: Node, collector: Collector): void {
  const types = typeParameters(tree, opener);
  for (let type = tree.firstChild(types); type !== NONE; type = tree.nextSibling(type)) {
    const name = parameterName(tree, type);
    collector.bind('type-parameter', tree.name(name), type, name);
  }
  const list = functionParameters(tree, opener);
  for (let parameter = tree.firstChild(list); parameter !== NONE; parameter = tree.nextSibling(parameter)) {
    collector.bind('parameter', tree.name(parameterName(tree, parameter)), parameter, parameter);
  }
}

/** The statements and clauses among the children of a node. */
function collectStatements(tree: Tree, block: Node, collector: Collector): void {
  for (let child = tree.firstChild(block); child !== NONE; child = tree.nextSibling(child)) {
    collectStatement(tree, child, collector);
  }
}

function collectStatement(tree: Tree, node: Node, collector: Collector): void {
  switch (tree.kind(node)) {
    case Kind.Assignment:
      for (let target = tree.firstChild(node), next = tree.nextSibling(target); next !== NONE; ) {
        collectTarget(tree, 'assignment', node, target, collector);
        target = next;
        next = tree.nextSibling(target);
      }
      return;
    case Kind.AugmentedAssignment:
      collectTarget(tree, 'augmented', node, tree.firstChild(node), collector);
      return;
    case Kind.AnnotatedAssignment: // `(x): int` does not even make the name local
      if (!isSimpleAnnotation(tree, node) && assignedValue(tree, node) === NONE) return;
      collectTarget(tree, 'annotated', node, tree.firstChild(node), collector);
      return;
    case Kind.Delete:
      for (let target = tree.firstChild(node); target !== NONE; target = tree.nextSibling(target)) {
        collectTarget(tree, 'delete', node, target, collector);
      }
      return;
    case Kind.Import:
    case Kind.ImportFrom:
      collectImport(tree, node, collector);
      return;
    case Kind.FunctionDefinition:
      collectName(tree, 'function', node, definitionName(tree, node), collector);
      return;
    case Kind.ClassDefinition:
      collectName(tree, 'class', node, definitionName(tree, node), collector);
      return;
    case Kind.TypeAlias:
      collectName(tree, 'type-alias', node, definitionName(tree, node), collector);
      return;
    default:
      collectCompound(tree, node, collector);
  }
}

function collectCompound(tree: Tree, node: Node, collector: Collector): void {
  switch (tree.kind(node)) {
    case Kind.For:
      collectTarget(tree, 'for', node, tree.firstChild(node), collector);
      collectStatements(tree, node, collector);
      return;
    case Kind.WithItem:
      collectTarget(tree, 'with', node, itemTarget(tree, node), collector);
      return;
    case Kind.ExceptHandler:
      collectName(tree, 'exception', node, handlerName(tree, node), collector);
      collectStatements(tree, node, collector);
      return;
    case Kind.MatchCase:
      for (const capture of capturesOf(tree, patternOf(tree, node))) {
        collector.bind('pattern', capture.name, node, capture.pattern);
      }
      collectStatements(tree, node, collector);
      return;
    case Kind.Block:
    case Kind.If:
    case Kind.Elif:
    case Kind.Else:
    case Kind.While:
    case Kind.With:
    case Kind.Try:
    case Kind.Finally:
    case Kind.Match:
    case Kind.Error:
      collectStatements(tree, node, collector);
  }
}

function collectName(tree: Tree, kind: BindingKind, node: Node, name: Node, collector: Collector): void {
  if (name !== NONE) collector.bind(kind, tree.name(name), node, name);
}

/** The names among targets: tuples and lists unpacked, attributes and subscripts left out. */
function collectTarget(tree: Tree, kind: BindingKind, node: Node, target: Node, collector: Collector): void {
  switch (tree.kind(target)) {
    case Kind.Name:
      collector.bind(kind, tree.name(target), node, target);
      return;
    case Kind.Tuple:
    case Kind.List:
    case Kind.Starred:
      for (let part = tree.firstChild(target); part !== NONE; part = tree.nextSibling(part)) {
        collectTarget(tree, kind, node, part, collector);
      }
  }
}

function collectImport(tree: Tree, statement: Node, collector: Collector): void {
  const kind = tree.kind(statement) === Kind.Import ? 'import' : 'import-from';
  for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
    const target = aliasTarget(tree, alias);
    const renamed = aliasName(tree, alias);
    const name = renamed !== NONE ? renamed : kind === 'import' ? tree.firstChild(target) : target;
    if (renamed === NONE && tree.name(name) === star) collector.star(statement);
    else collector.bind(kind, tree.name(name), statement, alias);
  }
}
