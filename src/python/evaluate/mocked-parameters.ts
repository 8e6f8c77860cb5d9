// https://docs.python.org/3/library/unittest.mock.html#patch: decorators that pass a mock to what they decorate.
import {
  decoratorExpression,
  definitionName,
  Kind,
  keywordArgument,
  NONE,
  type Node,
  positionalArgument,
  type Tree,
} from '../../syntax/python/index.ts';
import { external } from '../values/make.ts';
import { members } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import type { Context } from './context.ts';
import { decoratorsOf } from './decorators.ts';
import { enclosingClass } from './enclosing.ts';
import type { Evaluator } from './evaluator.ts';
import { firstParameter } from './parameter-binding.ts';

/** The mock that `@patch('a.b')` passes for a parameter, which is something external; undefined for other parameters. */
export function mockedParameter(e: Evaluator, context: Context, definition: Node, parameter: Node): Value | undefined {
  const { tree } = context;
  const owner = enclosingClass(tree, definition);
  const isTest = tree.nameText(definitionName(tree, definition)).startsWith('test');
  const around = owner !== NONE && isTest ? mocksPassed(e, context, owner) : 0;
  const passed = mocksPassed(e, context, definition) + around;
  const index = indexOf(tree, definition, parameter) - (owner === NONE ? 0 : 1);
  return index >= 0 && index < passed ? external('unittest.mock.MagicMock()') : undefined;
}

/** How many decorators of a function, or of a class for its tests, pass a mock. */
function mocksPassed(e: Evaluator, context: Context, definition: Node): number {
  const { tree } = context;
  const calls = decoratorsOf(tree, definition).map((decorator) => decoratorExpression(tree, decorator));
  return calls.filter((call) => passesMock(e, context, call)).length;
}

/** The places of `new` in the functions that patch: where it is given, no mock is passed. */
const placeOfNew: Readonly<Record<string, number>> = {
  'unittest.mock.patch()': 1,
  'unittest.mock.patch.object()': 2,
  'mock.patch()': 1,
  'mock.patch.object()': 2,
};

function passesMock(e: Evaluator, context: Context, call: Node): boolean {
  const { tree } = context;
  if (tree.kind(call) !== Kind.Call) return false;
  const given = (place: number): boolean =>
    positionalArgument(tree, call, place) !== NONE || keywordArgument(tree, call, tree.names.idOf('new')) !== NONE;
  return members(e.evaluate(e.context(context.module), call)).some((one) => {
    const place = one.kind === 'external' && Object.hasOwn(placeOfNew, one.path) ? placeOfNew[one.path] : undefined;
    return place !== undefined && !given(place);
  });
}

function indexOf(tree: Tree, definition: Node, parameter: Node): number {
  let index = 0;
  for (
    let node = firstParameter(tree, definition);
    node !== parameter && node !== NONE;
    node = tree.nextSibling(node)
  ) {
    index++;
  }
  return index;
}
