import { definitionName, Kind, type NameId, type Node, type Tree } from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';

/** A Name or Attribute, and the module in which it stands. */
export interface Mention {
  readonly module: Module;
  readonly node: Node;
}

/** All places in some modules at which one of some names is read, by name: one pass over the trees. */
export function mentionsOf(modules: readonly Module[], names: ReadonlySet<NameId>): Map<NameId, Mention[]> {
  const found = new Map<NameId, Mention[]>();
  if (names.size === 0) return found;
  for (const module of modules) {
    const { tree } = module;
    for (let node = 1 as Node; node < tree.count; node++) {
      const kind = tree.kind(node);
      if (kind !== Kind.Name && kind !== Kind.Attribute) continue;
      const name = tree.name(node);
      if (!names.has(name) || isDefinition(tree, node)) continue;
      const mentions = found.get(name);
      if (mentions === undefined) found.set(name, [{ module, node }]);
      else mentions.push({ module, node });
    }
  }
  return found;
}

/** The name in `def name` and `class name`, and what an import names. */
function isDefinition(tree: Tree, node: Node): boolean {
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  if (kind === Kind.FunctionDefinition || kind === Kind.ClassDefinition) return definitionName(tree, parent) === node;
  return kind === Kind.Alias || kind === Kind.DottedName || kind === Kind.Parameter;
}
