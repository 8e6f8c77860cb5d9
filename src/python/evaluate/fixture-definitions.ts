// https://docs.pytest.org/en/stable/reference/reference.html#pytest-fixture
import {
  callee,
  decoratorExpression,
  definitionName,
  Kind,
  keywordArgument,
  NONE,
  type Node,
  type Tree,
} from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';
import { functionValue, stringOf } from '../values/make.ts';
import { members } from '../values/union.ts';
import type { FunctionValue } from '../values/value.ts';
import { decoratorsOf } from './decorators.ts';
import type { Evaluator } from './evaluator.ts';

/** The name under which a function is a fixture: its own, or that of `name=`. Undefined if it is none. */
export function fixtureName(e: Evaluator, module: Module, definition: Node): string | undefined {
  const { tree } = module;
  const decorator = fixtureDecorator(e, module, definition);
  if (decorator === NONE) return undefined;
  const call = decoratorExpression(tree, decorator);
  const named = tree.kind(call) === Kind.Call ? keywordArgument(tree, call, tree.names.idOf('name')) : NONE;
  if (named === NONE) return tree.nameText(definitionName(tree, definition));
  return stringOf(e.evaluate(e.context(module), named));
}

/** The fixture that a module or class (`owner`) defines under a name. */
export function fixtureNamed(e: Evaluator, module: Module, owner: Node, name: string): FunctionValue | undefined {
  const found = candidatesOf(module, owner).findLast((definition) => fixtureName(e, module, definition) === name);
  return found === undefined ? undefined : functionValue(module, found, null);
}

/** The decorator that makes a function a fixture; `NONE` if none does. */
function fixtureDecorator(e: Evaluator, module: Module, definition: Node): Node {
  const decorators = decoratorsOf(module.tree, definition).filter((one) => looksLikeFixture(module.tree, one));
  const found = decorators.find((decorator) =>
    members(e.evaluate(e.context(module), decoratorExpression(module.tree, decorator))).some(
      (one) => one.kind === 'external' && /^pytest(?:_asyncio)?\.(?:\w+\.)*(?:yield_)?fixture(?:\(\))?$/.test(one.path),
    ),
  );
  return found ?? NONE;
}

function looksLikeFixture(tree: Tree, decorator: Node): boolean {
  const expression = decoratorExpression(tree, decorator);
  const called = tree.kind(expression) === Kind.Call ? callee(tree, expression) : expression;
  return /fixture/.test(tree.text(called));
}

const candidates = new WeakMap<Module, Map<Node, readonly Node[]>>();

/** The functions of a module or class that are decorated with something named like a fixture, in the order of the text. */
function candidatesOf(module: Module, owner: Node): readonly Node[] {
  const { tree, scopes } = module;
  let known = candidates.get(module);
  if (known === undefined) candidates.set(module, (known = new Map()));
  const found = known.get(owner);
  if (found !== undefined) return found;
  const scope = owner === tree.root ? scopes.module : scopes.of(owner);
  const functions = [...scope.bindings.values()].flat().filter(({ kind }) => kind === 'function');
  const decorated = functions
    .map(({ node }) => node)
    .filter((node) => decoratorsOf(tree, node).some((one) => looksLikeFixture(tree, one)))
    .sort((a, b) => a - b);
  known.set(owner, decorated);
  return decorated;
}
