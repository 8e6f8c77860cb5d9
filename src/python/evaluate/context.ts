import type { Node, Tree } from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';
import type { Value } from '../values/value.ts';
import type { Frame } from './frame.ts';

/** Where expressions are evaluated: in a module, in one call of a function or (null) in all at once. */
export interface Context {
  readonly module: Module;
  readonly tree: Tree;
  readonly frame: Frame | null;
  /** What was evaluated so far. */
  readonly values: Map<Node, Value>;
  /** What is being evaluated, with the depth at which it began. */
  readonly open: Map<Node, number>;
}

/** A context in which nothing was evaluated yet. */
export function newContext(module: Module, frame: Frame | null): Context {
  return { module, tree: module.tree, frame, values: new Map(), open: new Map() };
}
