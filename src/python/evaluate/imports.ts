// https://docs.python.org/3/reference/import.html
import {
  aliasName,
  aliasTarget,
  dottedText,
  importedModule,
  importLevel,
  type NameId,
  NONE,
  type Node,
} from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';
import type { Scope } from '../scopes/scopes.ts';
import { external, moduleValue, unknown } from '../values/make.ts';
import { nothing, union } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import type { Evaluator } from './evaluator.ts';

/** What one name of an import statement becomes. */
export function importedName(e: Evaluator, module: Module, statement: Node, alias: Node, from: boolean): Value {
  const { tree } = module;
  const target = aliasTarget(tree, alias);
  if (from) {
    const source = sourceOf(e, module, statement);
    return source === undefined ? unknown('dynamic-value') : memberOfPath(e, source, tree.nameText(target));
  }
  const path = dottedText(tree, target);
  return modulePath(e, aliasName(tree, alias) === NONE ? firstPart(path) : path);
}

const firstPart = (path: string): string => path.replace(/\..*$/, '');

/** The absolute name of the module behind `from`. */
export function sourceOf(e: Evaluator, module: Module, statement: Node): string | undefined {
  const { tree } = module;
  const named = importedModule(tree, statement);
  return e.program.absoluteName(module, importLevel(tree, statement), named === NONE ? '' : dottedText(tree, named));
}

/**
 * The module that a dotted name names, of the program or from outside. An installed package goes before a folder that
 * has only its name.
 */
export function modulePath(e: Evaluator, path: string): Value {
  const module = programModule(e, path);
  if (module === undefined) return outside(e, path);
  return (module.isNamespace ? e.external(path) : undefined) ?? moduleValue(module);
}

/** A module of the program; a library that a provider speaks for is that library, where a copy lies in the program too. */
function programModule(e: Evaluator, path: string): Module | undefined {
  return e.speaksFor(path) ? undefined : e.program.module(path);
}

/** Something outside of the program, by its path. */
export function outside(e: Evaluator, path: string): Value {
  return e.external(path) ?? external(path);
}

function memberOfPath(e: Evaluator, path: string, name: string): Value {
  const module = programModule(e, path);
  if (module === undefined) return outside(e, `${path}.${name}`);
  return (module.isNamespace ? e.external(`${path}.${name}`) : undefined) ?? moduleMember(e, module, name);
}

/** An attribute of a module: what it binds, a submodule, or what its `__getattr__` gives (unknown). */
export function moduleMember(e: Evaluator, module: Module, name: string): Value {
  const id = module.tree.names.idOf(name);
  const scope = module.scopes.module;
  const { bindings, unbound } = module.scopes.atEnd(scope, id);
  const values = bindings.map((binding) => e.binding(e.context(module), binding));
  if (bindings.length === 0 || unbound) {
    const more = starImport(e, module, scope, id) ?? submodule(e, module, name);
    if (more !== undefined) values.push(more);
  }
  return values.length === 0 ? unknown('dynamic-value') : union(values);
}

function submodule(e: Evaluator, module: Module, name: string): Value | undefined {
  if (!module.isPackage) return undefined;
  const found = e.program.module(module.name === '' ? name : `${module.name}.${name}`);
  return found === undefined ? undefined : moduleValue(found);
}

/** What `from m import *` in a scope makes of a name; undefined if no such statement may bind it. */
export function starImport(e: Evaluator, module: Module, scope: Scope, name: NameId): Value | undefined {
  let last: Value | undefined;
  for (let around: Scope | null = scope; around !== null; around = around.parent) {
    for (const statement of around.stars.toReversed()) {
      const found = starMember(e, module, statement, name);
      // A module that imports the name from here itself has it of an earlier statement.
      if (found !== undefined && found !== nothing) return found;
      last ??= found;
    }
  }
  return last;
}

function starMember(e: Evaluator, module: Module, statement: Node, name: NameId): Value | undefined {
  const source = sourceOf(e, module, statement);
  if (source === undefined) return undefined;
  const text = module.tree.names.text(name);
  const from = programModule(e, source);
  if (from === undefined) return e.external(`${source}.${text}`);
  if (from === module || openStars.has(from)) return undefined;
  const bound = from.scopes.module.bindings.has(from.tree.names.idOf(text));
  if (bound) return moduleMember(e, from, text);
  openStars.add(from);
  try {
    return starImport(e, from, from.scopes.module, from.tree.names.idOf(text));
  } finally {
    openStars.delete(from);
  }
}

/** Modules whose star imports are being followed: they may import each other. */
const openStars = new Set<Module>();
