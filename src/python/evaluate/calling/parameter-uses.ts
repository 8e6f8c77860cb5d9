import {
  callee,
  firstArgument,
  Kind,
  type NameId,
  NONE,
  type Node,
  parameterName,
  type Tree,
  walk,
} from '../../../syntax/python/index.ts';
import type { FunctionValue } from '../../values/value.ts';
import { firstParameter } from '../parameter-binding.ts';

/** The place of an argument in a call: its number among those without a name, or its name. */
export type ArgumentPlace = number | string;

/** A call of what a function got as a parameter, or to which it passes it on. */
export interface ParameterUse {
  readonly call: Node;
  /** Where it is passed on; undefined where it is called. */
  readonly passedAs: ArgumentPlace | undefined;
}

/** Where a function, or one inside of it, calls what it got as a parameter, or passes it on. */
export function usesOfParameter({ module, node: holder }: FunctionValue, place: ArgumentPlace): ParameterUse[] {
  const { tree } = module;
  const name = typeof place === 'string' ? tree.names.idOf(place) : nameOfParameter(tree, holder, place);
  if (name === undefined) return [];
  const found: ParameterUse[] = [];
  walk(tree, holder, (node) => {
    if (tree.kind(node) !== Kind.Name || tree.name(node) !== name) return;
    const parent = tree.parent(node);
    const named = tree.kind(parent) === Kind.KeywordArgument;
    const call = named ? tree.parent(parent) : parent;
    if (tree.kind(call) !== Kind.Call) return;
    if (callee(tree, call) === node) found.push({ call, passedAs: undefined });
    else found.push({ call, passedAs: named ? tree.nameText(parent) : positionOf(tree, call, node) });
  });
  return found;
}

function nameOfParameter(tree: Tree, holder: Node, index: number): NameId | undefined {
  let parameter = firstParameter(tree, holder);
  for (let skipped = 0; skipped < index && parameter !== NONE; skipped++) parameter = tree.nextSibling(parameter);
  return parameter === NONE ? undefined : tree.name(parameterName(tree, parameter));
}

function positionOf(tree: Tree, call: Node, argument: Node): number {
  let index = 0;
  for (let one = firstArgument(tree, call); one !== argument && one !== NONE; one = tree.nextSibling(one)) index++;
  return index;
}

/** The calls of what a function got as a parameter, in it and in functions inside of it. */
export function callsOfParameter(holder: FunctionValue, index: number): Node[] {
  return usesOfParameter(holder, index)
    .filter(({ passedAs }) => passedAs === undefined)
    .map(({ call }) => call);
}
