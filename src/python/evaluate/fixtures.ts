// https://docs.pytest.org/en/stable/how-to/fixtures.html: pytest passes a fixture for a parameter of that name.
import { definitionName, type Node, parameterName } from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';
import { external, functionValue } from '../values/make.ts';
import { members } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import type { Context } from './context.ts';
import { decoratorsOf } from './decorators.ts';
import type { Evaluator } from './evaluator.ts';
import { mockedParameter } from './mocked-parameters.ts';

/** What pytest and `@patch` pass for a parameter of a test or of another fixture; undefined for other functions. */
export function fixtureValue(e: Evaluator, context: Context, definition: Node, parameter: Node): Value | undefined {
  const mock = mockedParameter(e, context, definition, parameter);
  if (mock !== undefined) return mock;
  const { tree, module } = context;
  const named = tree.nameText(definitionName(tree, definition));
  if (!named.startsWith('test') && !isFixture(e, module, definition)) return undefined;
  const name = tree.nameText(parameterName(tree, parameter));
  for (const candidate of [module, ...conftests(e, module)]) {
    const found = fixtureIn(e, candidate, name);
    if (found !== undefined) return found;
  }
  const path = fixturesOfPlugins.get(name);
  return path === undefined ? undefined : external(path);
}

/** Fixtures that pytest and its plugins bring, whose attributes are no calls of the program. */
const fixturesOfPlugins = new Map([
  ['monkeypatch', 'pytest.MonkeyPatch()'],
  ['mocker', 'pytest_mock.MockerFixture()'],
  ['class_mocker', 'pytest_mock.MockerFixture()'],
  ['module_mocker', 'pytest_mock.MockerFixture()'],
  ['session_mocker', 'pytest_mock.MockerFixture()'],
]);

function fixtureIn(e: Evaluator, module: Module, name: string): Value | undefined {
  const { scopes, tree } = module;
  const { bindings } = scopes.atEnd(scopes.module, tree.names.idOf(name));
  const binding = bindings.findLast((one) => one.kind === 'function' && isFixture(e, module, one.node));
  if (binding === undefined) return undefined;
  const result = e.result(functionValue(module, binding.node, null), null);
  return result.kind === 'sequence' ? e.element(result) : result;
}

function isFixture(e: Evaluator, module: Module, definition: Node): boolean {
  const { tree } = module;
  return decoratorsOf(tree, definition).some((decorator) =>
    members(e.evaluate(e.context(module), tree.firstChild(decorator))).some(
      (one) => one.kind === 'external' && /^pytest(?:_asyncio)?\.(?:\w+\.)*(?:yield_)?fixture(?:\(\))?$/.test(one.path),
    ),
  );
}

/** The `conftest.py` of the module's folder and of those above it. */
function conftests(e: Evaluator, module: Module): Module[] {
  const folders = module.file.split('/').slice(0, -1);
  const found: Module[] = [];
  for (let length = folders.length; length >= 0; length--) {
    const conftest = e.program.moduleOf([...folders.slice(0, length), 'conftest.py'].join('/'));
    if (conftest !== undefined && conftest !== module) found.push(conftest);
  }
  return found;
}
