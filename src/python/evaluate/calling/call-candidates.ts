import {
  callee,
  definitionName,
  firstClassArgument,
  Kind,
  type NameId,
  NONE,
  type Node,
  parameterName,
  type Tree,
} from '../../../syntax/python/index.ts';
import type { Module } from '../../program/module.ts';
import { classValue } from '../../values/make.ts';
import type { FunctionValue } from '../../values/value.ts';
import { isSame } from '../classes/bases.ts';
import { enclosingClass, enclosingFunction } from '../enclosing.ts';
import type { Evaluator } from '../evaluator.ts';
import { firstParameter } from '../parameter-binding.ts';
import { taskMethods } from '../task-methods.ts';
import type { Use } from '../uses.ts';

/**
 * The calls that can be of a function, by its name and how it is called there: what is left is to evaluate what they call.
 * A method is called on an object, a function of a module by its name or on a module; `self` says which class it is.
 */
export function callCandidates(e: Evaluator, called: FunctionValue): readonly Use[] {
  const { module, node } = called;
  const { tree } = module;
  const owner = enclosingClass(tree, node);
  const name = tree.name(definitionName(tree, node));
  if (owner === NONE) {
    const isInner = enclosingFunction(tree, node) !== NONE;
    if (!isInner) e.openUsers(module, name);
    const direct = e.uses.calls(name).filter((use) => (isInner ? use.module === module : isOfModule(use)));
    return [...direct, ...callsOfTask(e, called, name)];
  }
  const className = tree.name(definitionName(tree, owner));
  if (tree.names.text(name) === '__init__') {
    e.openUsers(module, className);
    return [
      ...constructions(e, className),
      ...ownConstructions(e, owner, module),
      ...superCalls(e, name, className, tree),
    ];
  }
  e.openUsers(module, name);
  const own = classValue(module, owner, null);
  const related = new Map<string, boolean>();
  return e.uses.calls(name).filter((use) => isOnObject(use, (of, around) => isRelated(e, own, of, around, related)));
}

/** `name.delay(…)`, of a function that is a task of a framework. */
function callsOfTask(e: Evaluator, called: FunctionValue, name: NameId): Use[] {
  const { names } = called.module.tree;
  return taskMethods(e, called).flatMap((method) =>
    e.uses.calls(names.idOf(method)).filter(({ module: { tree }, node }) => {
      const attribute = callee(tree, node);
      const object = tree.kind(attribute) === Kind.Attribute ? tree.firstChild(attribute) : NONE;
      const isNamed = object !== NONE && (tree.kind(object) === Kind.Name || tree.kind(object) === Kind.Attribute);
      return isNamed && tree.name(object) === name;
    }),
  );
}

/** `name(…)` or `module.name(…)`. */
function isOfModule({ module, node }: Use): boolean {
  const { tree, scopes } = module;
  let object = callee(tree, node);
  if (tree.kind(object) === Kind.Name) return true;
  while (tree.kind(object) === Kind.Attribute) object = tree.firstChild(object);
  if (tree.kind(object) !== Kind.Name) return false;
  const name = tree.name(object);
  const bindings = scopes.find(scopes.at(object), name)?.bindings.get(name) ?? [];
  return bindings.some(({ kind, node: by }) => {
    if (kind === 'assignment') return importing.test(tree.text(by));
    return kind === 'import' || kind === 'import-from';
  });
}

/** An assignment of a module that is imported by a call. */
const importing = /\bimport_module\(|\b__import__\(|\bimport_string\(/;

/** `object.name(…)`; on `self` only if `fits` says so of the class around. */
function isOnObject({ module, node }: Use, fits: (module: Module, definition: Node) => boolean): boolean {
  const { tree } = module;
  const called = callee(tree, node);
  if (tree.kind(called) !== Kind.Attribute) return false;
  const object = tree.firstChild(called);
  if (tree.kind(object) !== Kind.Name) return true;
  const method = enclosingFunction(tree, node);
  const owner = method === NONE ? NONE : enclosingClass(tree, method);
  if (owner === NONE || !isFirstParameter(tree, method, tree.name(object))) return true;
  return fits(module, owner);
}

function isFirstParameter(tree: Tree, method: Node, name: NameId): boolean {
  const parameter = firstParameter(tree, method);
  return parameter !== NONE && tree.name(parameterName(tree, parameter)) === name;
}

/** True if one class is above or below the other. */
function isRelated(
  e: Evaluator,
  own: ReturnType<typeof classValue>,
  module: Module,
  definition: Node,
  known: Map<string, boolean>,
): boolean {
  const other = classValue(module, definition, null);
  let found = known.get(other.key);
  if (found === undefined) {
    const isIn = (one: typeof own, of: typeof own): boolean => e.lineage(of).classes.some((each) => isSame(each, one));
    found = isIn(own, other) || isIn(other, own);
    known.set(other.key, found);
  }
  return found;
}

const mostClasses = 50;

/** Calls of a class and of those below it, which make objects. */
function constructions(e: Evaluator, className: NameId): Use[] {
  const names = new Set([className]);
  const found: Use[] = [];
  for (const name of names) {
    if (names.size > mostClasses) break;
    found.push(...e.uses.calls(name));
    for (const { module, node } of e.uses.subclasses(name))
      names.add(module.tree.name(definitionName(module.tree, node)));
  }
  return found;
}

/** `cls(…)` in the module of a class: how its class methods make objects. */
function ownConstructions(e: Evaluator, owner: Node, module: Module): Use[] {
  const { tree } = module;
  return e.uses.calls(tree.names.idOf('cls')).filter((use) => use.module === module && isInside(tree, use.node, owner));
}

function isInside(tree: Tree, node: Node, around: Node): boolean {
  return tree.start(node) >= tree.start(around) && tree.end(node) <= tree.end(around);
}

/** `super().__init__(…)` and `Base.__init__(self, …)` in classes that name the class among their bases. */
function superCalls(e: Evaluator, init: NameId, className: NameId, named: Tree): Use[] {
  const text = named.names.text(className);
  return e.uses.calls(init).filter(({ module, node }) => {
    const { tree } = module;
    const method = enclosingFunction(tree, node);
    const owner = method === NONE ? NONE : enclosingClass(tree, method);
    return owner !== NONE && hasBase(tree, owner, text);
  });
}

function hasBase(tree: Tree, definition: Node, name: string): boolean {
  for (let base = firstClassArgument(tree, definition); base !== NONE; base = tree.nextSibling(base)) {
    const kind = tree.kind(base);
    if ((kind === Kind.Name || kind === Kind.Attribute) && tree.nameText(base) === name) return true;
    if (kind === Kind.Subscript) return true;
  }
  return false;
}
