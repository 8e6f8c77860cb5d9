import { definitionName, type NameId, NONE } from '../../../syntax/python/index.ts';
import type { CallArguments } from '../../model-provider.ts';
import type { Module } from '../../program/module.ts';
import type { FunctionValue } from '../../values/value.ts';
import { enclosingClass } from '../enclosing.ts';
import type { Evaluator } from '../evaluator.ts';
import { computedCalls } from './computed-calls.ts';
import { confirmed, mostSites } from './confirm.ts';

/** The function is a value of the module: in a table, in a variable. Whoever calls such values may call it. */
export function throughValues(e: Evaluator, called: FunctionValue, name: NameId): CallArguments[] {
  const { module } = called;
  const isCall = module.tree.names.text(name) === '__call__';
  if (!isCall && !computedCalls(module).values.has(name)) return [];
  const modules = isCall ? modulesThatMake(e, called) : [module];
  const found = [...modules].flatMap((place) => computedIn(e, place, called));
  return isCall ? [...found, ...callsOfDecorated(e, called)] : found;
}

/** The calls of a module that no name tells, and that call the function. */
export function computedIn(e: Evaluator, module: Module, called: FunctionValue): CallArguments[] {
  return confirmed(
    e,
    computedCalls(module).calls.map((node) => ({ module, node })),
    called,
  );
}

/** Objects of a class that is a decorator are called by the names of what it decorates. */
function callsOfDecorated(e: Evaluator, called: FunctionValue): CallArguments[] {
  const { tree } = called.module;
  const owner = enclosingClass(tree, called.node);
  if (owner === NONE) return [];
  const names = new Set<NameId>();
  for (const { module, node } of e.uses.decorations(tree.name(definitionName(tree, owner)))) {
    names.add(module.tree.name(definitionName(module.tree, module.tree.parent(node))));
  }
  return [...names].flatMap((one) => confirmed(e, e.uses.calls(one), called));
}

/** The modules that make objects of a method's class, and its own. */
function modulesThatMake(e: Evaluator, { module, node }: FunctionValue): Set<Module> {
  const { tree } = module;
  const owner = enclosingClass(tree, node);
  const uses = owner === NONE ? [] : e.uses.calls(tree.name(definitionName(tree, owner)));
  return new Set([module, ...uses.slice(0, mostSites).map((use) => use.module)]);
}
