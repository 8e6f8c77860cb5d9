import type { Evaluator } from '../python/evaluate/evaluator.ts';
import type { OperationProvider } from '../python/model-provider.ts';
import type { Module } from '../python/program/module.ts';
import { rangeBetween } from '../python/range-of.ts';
import { members } from '../python/values/union.ts';
import { attributeNameStart, callee, firstArgument, Kind, type Node, type Tree } from '../syntax/python/index.ts';
import type { UnresolvedCall } from './collect-calls.ts';

/**
 * Calls on objects of an SDK whose method the catalogue does not know: of a service or an operation that is newer than it.
 * They are told by their first argument, which has a name with a capital letter as the parameters of AWS have.
 */
export function unknownOperations(
  e: Evaluator,
  module: Module,
  providers: readonly OperationProvider[],
): UnresolvedCall[] {
  const { tree } = module;
  const context = e.context(module);
  const found: UnresolvedCall[] = [];
  for (let call = 1 as Node; call < tree.count; call++) {
    const called = methodCalled(tree, call);
    if (called === undefined) continue;
    const name = tree.nameText(called);
    const receivers = members(e.evaluateWithin(fewSteps, context, tree.firstChild(called)));
    const isUnknown = receivers.some((one) => {
      if (one.kind !== 'object' || !providers.some((provider) => provider.name === one.provider)) return false;
      return members(e.attribute(one, name)).some(
        (value) => value.kind === 'unknown' && value.reason === 'not-in-catalogue',
      );
    });
    if (!isUnknown) continue;
    const place = { file: module.file, ...rangeBetween(tree, attributeNameStart(tree, called), tree.end(called)) };
    found.push({ place, text: `${tree.text(called)}(…)`, reason: 'not-in-catalogue', module, node: called });
  }
  return found;
}

/** A client is mostly made near to where it is used. */
const fewSteps = 500;

/** The Attribute that a Call calls with such a first argument; undefined for other nodes. */
function methodCalled(tree: Tree, call: Node): Node | undefined {
  if (tree.kind(call) !== Kind.Call) return undefined;
  const first = firstArgument(tree, call);
  if (tree.kind(first) !== Kind.KeywordArgument || !/^[A-Z]/.test(tree.nameText(first))) return undefined;
  const called = callee(tree, call);
  return tree.kind(called) === Kind.Attribute ? called : undefined;
}
