import { definitionName, Kind } from '../../../syntax/python/index.ts';
import type { CallArguments } from '../../model-provider.ts';
import type { Module } from '../../program/module.ts';
import type { FunctionValue } from '../../values/value.ts';
import type { Evaluator } from '../evaluator.ts';
import { callCandidates } from './call-candidates.ts';
import { confirmed, mostSites } from './confirm.ts';
import { callsOfLambda } from './lambdas.ts';
import { asSetter } from './setters.ts';
import { asDecorator, throughDecorators } from './through-decorators.ts';
import { throughPasses } from './through-passes.ts';
import { throughValues } from './through-values.ts';

/** The calls of a function that were found, with what it gets in each; `complete` is false where there are too many. */
export interface CallSites {
  readonly calls: readonly CallArguments[];
  /** Those by tests, of a function that is no part of them. */
  readonly ofTests: readonly CallArguments[];
  readonly complete: boolean;
}

/**
 * The calls that reach a function, or (of `__init__`) make an object of its class: by its name and those that imports
 * give it, each confirmed by evaluating what is called; and those by somebody to whom the function is passed.
 */
export function callSites(e: Evaluator, called: FunctionValue): CallSites {
  const { module, node } = called;
  const { tree } = module;
  if (tree.kind(node) === Kind.Lambda) return { calls: callsOfLambda(e, module, node), ofTests: [], complete: true };
  const uses = callCandidates(e, called);
  const name = tree.name(definitionName(tree, node));
  const areTests = (one: Module): boolean => !e.isApart(module) && e.isApart(one);
  const calls = confirmed(
    e,
    uses.filter((use) => !areTests(use.module)),
    called,
  );
  const byTests = uses.filter((use) => areTests(use.module));
  calls.push(
    ...throughDecorators(e, called, uses),
    ...throughPasses(e, called, name),
    ...throughValues(e, called, name),
    ...asDecorator(e, called, name),
    ...asSetter(e, called, name),
  );
  return { calls, ofTests: confirmed(e, byTests, called), complete: uses.length <= mostSites };
}
