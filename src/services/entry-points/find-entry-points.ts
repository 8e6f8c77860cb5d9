import { decoratorsOf } from '../../python/evaluate/decorators.ts';
import { enclosingClass } from '../../python/evaluate/enclosing.ts';
import type { Evaluator } from '../../python/evaluate/evaluator.ts';
import type { Module } from '../../python/program/module.ts';
import { type Block, blockKey, isMainGuard } from '../../python/reach/block.ts';
import type { EntryPoint } from '../../python/reach/reached-from.ts';
import { classValue } from '../../python/values/make.ts';
import { members } from '../../python/values/union.ts';
import {
  callee,
  definitionName,
  firstArgument,
  firstDecorator,
  Kind,
  NONE,
  type Node,
  type Tree,
  valueOf,
} from '../../syntax/python/index.ts';
import { frameworks } from './frameworks.ts';

const decorators = new Set<string>();
const registrations = new Set<string>();
const methodsByBase = new Map<string, ReadonlySet<string>>();
for (const framework of frameworks) {
  for (const name of framework.decorators ?? []) {
    if (framework.objects === undefined) decorators.add(name);
    for (const object of framework.objects ?? []) decorators.add(`${object}.${name}`);
  }
  for (const name of framework.registrations ?? []) registrations.add(name);
  for (const base of framework.bases ?? []) {
    methodsByBase.set(base, new Set([...(methodsByBase.get(base) ?? []), ...(framework.methods ?? [])]));
  }
}
const registering = new Set([...registrations].map((path) => path.slice(path.lastIndexOf('.') + 1)));
const anyMethod = new Set([...methodsByBase.values()].flatMap((names) => [...names]));

/** Names by which Lambda functions are known where no infrastructure names one. */
const handlerNames = new Set(['lambda_handler', 'handler']);

/**
 * The entry points that the code itself tells, by the frameworks that it uses: what decorators, registrations and base
 * classes are is evaluated, so that names alone decide nothing; besides, functions of the name and parameters that Lambda
 * handlers have by custom, and what runs under `if __name__ == '__main__'`.
 */
export function findEntryPoints(e: Evaluator, module: Module): EntryPoint[] {
  const { tree } = module;
  const found = new Map<string, EntryPoint>();
  const add = (entry: Block): void => {
    const own = entry.module.tree;
    const name = entry.node === own.root ? '__main__' : own.nameText(definitionName(own, entry.node));
    found.set(blockKey(entry), { ...entry, label: `${entry.module.file}:${name}` });
  };
  for (let node = 1 as Node; node < tree.count; node++) {
    switch (tree.kind(node)) {
      case Kind.FunctionDefinition:
        if (isEntry(e, module, node)) add({ module, node });
        break;
      case Kind.Call:
        for (const one of registered(e, module, node)) add(one);
        break;
      case Kind.If:
        if (isMainGuard(tree, node)) add({ module, node: tree.root });
    }
  }
  return [...found.values()];
}

function isEntry(e: Evaluator, module: Module, definition: Node): boolean {
  const { tree } = module;
  const name = tree.nameText(definitionName(tree, definition));
  if (tree.parent(definition) === tree.root && handlerNames.has(name) && parameterCount(tree, definition) === 2)
    return true;
  if (firstDecorator(tree, definition) !== NONE && isDecorated(e, module, definition)) return true;
  return anyMethod.has(name) && isFrameworkMethod(e, module, definition, name);
}

function parameterCount(tree: Tree, definition: Node): number {
  let node = tree.firstChild(definition);
  while (node !== NONE && tree.kind(node) !== Kind.Parameters) node = tree.nextSibling(node);
  let count = 0;
  for (let one = tree.firstChild(node); one !== NONE; one = tree.nextSibling(one)) count++;
  return count;
}

function isDecorated(e: Evaluator, module: Module, definition: Node): boolean {
  const { tree } = module;
  return decoratorsOf(tree, definition).some((decorator) =>
    members(e.evaluate(e.context(module), tree.firstChild(decorator))).some(
      (one) => one.kind === 'external' && decorators.has(one.path.replace(/\(\)$/, '')),
    ),
  );
}

function isFrameworkMethod(e: Evaluator, module: Module, definition: Node, name: string): boolean {
  const owner = enclosingClass(module.tree, definition);
  if (owner === NONE) return false;
  return e.lineage(classValue(module, owner, null)).outside.some((base) => {
    if (base.kind !== 'external') return false;
    for (const [path, names] of methodsByBase) {
      const fits = path.endsWith('.') ? base.path.startsWith(path) : base.path === path;
      if (fits && names.has(name)) return true;
    }
    return false;
  });
}

/** The functions that a call tells a framework of. */
function registered(e: Evaluator, module: Module, call: Node): Block[] {
  const { tree } = module;
  const called = callee(tree, call);
  if (!registering.has(tree.nameText(called))) return [];
  const context = e.context(module);
  const target = e.evaluate(context, called);
  if (!members(target).some((one) => one.kind === 'external' && registrations.has(one.path))) return [];
  const found: Block[] = [];
  for (let argument = firstArgument(tree, call); argument !== NONE; argument = tree.nextSibling(argument)) {
    const value = tree.kind(argument) === Kind.KeywordArgument ? valueOf(tree, argument) : argument;
    if (tree.kind(value) !== Kind.Name && tree.kind(value) !== Kind.Attribute) continue;
    for (const one of members(e.evaluate(context, value))) {
      if (one.kind !== 'function' || one.module.tree.kind(one.node) !== Kind.FunctionDefinition) continue;
      found.push({ module: one.module, node: one.node });
    }
  }
  return found;
}
