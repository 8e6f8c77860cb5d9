import {
  definitionName,
  Kind,
  type NameId,
  NONE,
  type Node,
  stringValue,
  type Tree,
  testOf,
} from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';

/** Code that runs as a whole: a function's body, or (the Module node) what a module does when it is imported. */
export interface Block {
  readonly module: Module;
  /**
   * A FunctionDefinition, the Module, or the If of it that only a script runs; lambdas, classes and comprehensions belong to
   * what is around them.
   */
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
    if (isBody && tree.parent(around) === tree.root && isMainGuard(tree, around)) return { module, node: around };
    inner = around;
  }
  return { module, node: tree.root };
}

/** True for `if __name__ == '__main__':`. What stands below it runs where the module is started, not where it is imported. */
export function isMainGuard(tree: Tree, node: Node): boolean {
  if (tree.kind(node) !== Kind.If) return false;
  const test = testOf(tree, node);
  if (tree.kind(test) !== Kind.Comparison) return false;
  const left = tree.firstChild(test);
  if (tree.kind(left) !== Kind.Name || tree.nameText(left) !== '__name__') return false;
  return stringValue(tree, tree.nextSibling(tree.nextSibling(left))) === '__main__';
}

/** The blocks that run where a module is started as a script. */
export function blocksOfScript(module: Module): Block[] {
  const { tree } = module;
  const blocks: Block[] = [{ module, node: tree.root }];
  for (let node = tree.firstChild(tree.root); node !== NONE; node = tree.nextSibling(node)) {
    if (isMainGuard(tree, node)) blocks.push({ module, node });
  }
  return blocks;
}

/** The name of a function as others mention it; 0 for other blocks. */
export function nameOf(tree: Tree, node: Node): NameId {
  return tree.kind(node) === Kind.FunctionDefinition ? tree.name(definitionName(tree, node)) : (0 as NameId);
}
