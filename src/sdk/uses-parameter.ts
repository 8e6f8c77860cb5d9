import type { Module } from '../python/program/module.ts';
import { Kind, type NameId, type Node, type Tree, walk } from '../syntax/python/index.ts';

/**
 * True if what an expression in a function is depends on a parameter of that function, by itself or by the variables in
 * it: `client` in `paginator = client.get_paginator(name)` does for `paginator.paginate()`.
 */
export function usesParameter({ tree, scopes }: Module, definition: Node, expression: Node): boolean {
  const seen = new Set<NameId>();
  const open: Node[] = [expression];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const name of namesIn(tree, from)) {
      if (seen.has(tree.name(name))) continue;
      seen.add(tree.name(name));
      const home = scopes.find(scopes.at(name), tree.name(name));
      const bindings = home?.node === definition ? (home.bindings.get(tree.name(name)) ?? []) : [];
      if (bindings.some(({ kind }) => kind === 'parameter')) return true;
      open.push(...bindings.map(({ node }) => node));
    }
  }
  return false;
}

/** The names in an expression or in the head of a statement. */
function namesIn(tree: Tree, from: Node): Node[] {
  const found: Node[] = [];
  walk(tree, from, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.Name) found.push(node);
    return kind !== Kind.Block && kind !== Kind.FunctionDefinition && kind !== Kind.ClassDefinition;
  });
  return found;
}
