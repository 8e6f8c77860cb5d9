import type { Node, Tree } from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';
import type { Value } from '../values/value.ts';
import type { Frame } from './frame.ts';
import { Store } from './memo.ts';

/** Where expressions are evaluated: in a module, in one call of a function or (null) in all at once. */
export interface Context {
  readonly module: Module;
  readonly tree: Tree;
  readonly frame: Frame | null;
  /** What expressions are, and what bindings make of their names (by the node that names them). */
  readonly values: Store<Node, Value>;
}

/** A context in which nothing was evaluated yet. */
export function newContext(module: Module, frame: Frame | null): Context {
  return { module, tree: module.tree, frame, values: new Store() };
}
