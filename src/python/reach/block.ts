import { definitionName, Kind, type NameId, NONE, type Node, type Tree } from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';

/** Code that runs as a whole: a function's body, or (the Module node) what a module does when it is imported. */
export interface Block {
  readonly module: Module;
  /** A FunctionDefinition or the Module; lambdas, classes and comprehensions belong to what is around them. */
  readonly node: Node;
}

/** A key of a block. */
export function blockKey({ module, node }: Block): string {
  return `${module.index}.${node}`;
}

/** The block in which a node runs. The decorators, defaults and annotations of a function run outside of it. */
export function blockAround(module: Module, node: Node): Block {
  const { tree } = module;
  let inner = node;
  for (let around = tree.parent(node); around !== NONE; around = tree.parent(around)) {
    const isBody = tree.kind(inner) === Kind.Block;
    if (tree.kind(around) === Kind.FunctionDefinition && isBody) return { module, node: around };
    inner = around;
  }
  return { module, node: tree.root };
}

/** The name of a function as others mention it; 0 for the body of a module. */
export function nameOf(tree: Tree, node: Node): NameId {
  return tree.kind(node) === Kind.FunctionDefinition ? tree.name(definitionName(tree, node)) : (0 as NameId);
}
