import { callee, Kind, type Node } from '../../../syntax/python/index.ts';
import type { CallArguments } from '../../model-provider.ts';
import type { Module } from '../../program/module.ts';
import { functionValue } from '../../values/make.ts';
import { SyntaxArguments } from '../arguments.ts';
import type { Evaluator } from '../evaluator.ts';
import { passedAt, passedTo } from './through-passes.ts';
import { computedIn } from './through-values.ts';

/** A lambda is called by whom it is passed to, where it stands, or by the name that it is assigned to. */
export function callsOfLambda(e: Evaluator, module: Module, lambda: Node): CallArguments[] {
  const { tree } = module;
  const called = functionValue(module, lambda, null);
  let parent = tree.parent(lambda);
  if (tree.kind(parent) === Kind.KeywordArgument) parent = tree.parent(parent);
  const context = e.context(module);
  if (tree.kind(parent) === Kind.Call) {
    if (callee(tree, parent) === lambda) return [new SyntaxArguments(e, context, parent)];
    return passedTo(e, context, parent, called, passedAt(e, context, parent, called));
  }
  return computedIn(e, module, called);
}
