import type { Module } from '../python/program/module.ts';
import type { Binding } from '../python/scopes/scopes.ts';
import { Kind, type NameId, type Node, walk } from '../syntax/python/index.ts';

/**
 * True if what an expression in a function is depends on a parameter of that function, by itself or by the variables in
 * it: `client` in `paginator = client.get_paginator(name)` does for `paginator.paginate()`.
 */
export function usesParameter({ tree, scopes }: Module, definition: Node, expression: Node): boolean {
  const seen = new Set<NameId>();
  const open: Node[] = [expression];
  let found = false;
  for (let from = open.pop(); from !== undefined && !found; from = open.pop()) {
    walk(tree, from, (node) => {
      const kind = tree.kind(node);
      if (kind === Kind.Name && !seen.has(tree.name(node))) {
        seen.add(tree.name(node));
        const own = bindingsOf(node);
        found ||= own.some((binding) => binding.kind === 'parameter');
        open.push(...own.map((binding) => binding.node));
      }
      return !found && kind !== Kind.Block && kind !== Kind.FunctionDefinition && kind !== Kind.ClassDefinition;
    });
  }
  return found;

  function bindingsOf(name: Node): readonly Binding[] {
    const home = scopes.find(scopes.at(name), tree.name(name));
    return home?.node === definition ? (home.bindings.get(tree.name(name)) ?? []) : [];
  }
}
