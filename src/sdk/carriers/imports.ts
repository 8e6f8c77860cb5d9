import type { Module } from '../../python/program/module.ts';
import {
  aliasName,
  aliasTarget,
  dottedText,
  firstAlias,
  importedModule,
  importLevel,
  Kind,
  NONE,
  type Node,
} from '../../syntax/python/index.ts';
import type { CarrierSeeds } from './carriers.ts';
import type { Taint } from './taint.ts';

/** Marks what the imports of a module bring that leads to objects of an SDK; false if nothing does. */
export function seedImports(module: Module, seeds: CarrierSeeds, taint: Taint): boolean {
  let found = false;
  for (const statement of taint.nodes.imports) {
    const isFrom = module.tree.kind(statement) === Kind.ImportFrom;
    found =
      (isFrom ? seedImportFrom(module, statement, seeds, taint) : seedImport(module, statement, seeds, taint)) || found;
  }
  return found;
}

function seedImport({ tree }: Module, statement: Node, seeds: CarrierSeeds, taint: Taint): boolean {
  let found = false;
  for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
    const path = dottedText(tree, aliasTarget(tree, alias));
    const first = path.replace(/\..*$/, '');
    if (!seeds.packages.has(first) && !leadsOn(path, seeds)) continue;
    const renamed = aliasName(tree, alias);
    const name = renamed === NONE ? tree.names.idOf(first) : tree.name(renamed);
    taint.bindPath(statement, name, renamed === NONE ? first : path);
    found = true;
  }
  return found;
}

function seedImportFrom(module: Module, statement: Node, seeds: CarrierSeeds, taint: Taint): boolean {
  const { tree } = module;
  const named = importedModule(tree, statement);
  const written = named === NONE ? '' : dottedText(tree, named);
  const base = seeds.absoluteName(module, importLevel(tree, statement), written);
  if (base === undefined) return false;
  const isSdk = seeds.packages.has(base.replace(/\..*$/, ''));
  const given = seeds.carriers.get(base);
  let found = false;
  for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
    const name = tree.nameText(aliasTarget(tree, alias));
    const bound = tree.name(aliasName(tree, alias) === NONE ? aliasTarget(tree, alias) : aliasName(tree, alias));
    const path = `${base}.${name}`;
    const level = isSdk && seeds.isObject(path) ? 'gives' : given?.get(name);
    if (level !== undefined) taint.bind(statement, bound, level);
    else if (isSdk || seeds.carriers.has(path)) taint.bindPath(statement, bound, path);
    else if (name === '*' && given !== undefined) {
      for (const [one, each] of given) taint.bind(statement, tree.names.idOf(one), each);
    } else continue;
    found = true;
  }
  return found;
}

/** True if a module was looked at that lies at a path, or below it. */
function leadsOn(path: string, seeds: CarrierSeeds): boolean {
  if (seeds.carriers.has(path)) return true;
  for (const name of seeds.carriers.keys()) if (name.startsWith(`${path}.`)) return true;
  return false;
}
