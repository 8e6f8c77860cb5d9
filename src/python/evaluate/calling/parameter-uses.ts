import { callee, Kind, NONE, type Node, parameterName, walk } from '../../../syntax/python/index.ts';
import type { FunctionValue } from '../../values/value.ts';
import { firstParameter } from '../parameter-binding.ts';

/** A call of what a function got as a parameter, or to which it passes it on. */
export interface ParameterUse {
  readonly call: Node;
  readonly isCalled: boolean;
}

/** Where a function, or one inside of it, calls what it got as a parameter, or passes it on. */
export function usesOfParameter({ module, node: holder }: FunctionValue, index: number): ParameterUse[] {
  if (index < 0) return [];
  const { tree } = module;
  let parameter = firstParameter(tree, holder);
  for (let skipped = 0; skipped < index && parameter !== NONE; skipped++) parameter = tree.nextSibling(parameter);
  if (parameter === NONE) return [];
  const name = tree.name(parameterName(tree, parameter));
  const found: ParameterUse[] = [];
  walk(tree, holder, (node) => {
    if (tree.kind(node) !== Kind.Name || tree.name(node) !== name) return;
    const parent = tree.parent(node);
    const call = tree.kind(parent) === Kind.KeywordArgument ? tree.parent(parent) : parent;
    if (tree.kind(call) === Kind.Call) found.push({ call, isCalled: callee(tree, call) === node });
  });
  return found;
}

/** The calls of what a function got as a parameter, in it and in functions inside of it. */
export function callsOfParameter(holder: FunctionValue, index: number): Node[] {
  return usesOfParameter(holder, index)
    .filter(({ isCalled }) => isCalled)
    .map(({ call }) => call);
}
