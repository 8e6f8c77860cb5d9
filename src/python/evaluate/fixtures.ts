// https://docs.pytest.org/en/stable/how-to/fixtures.html: pytest passes a fixture for a parameter of that name.
import { definitionName, NONE, type Node, parameterName } from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';
import { classValue, external } from '../values/make.ts';
import { members } from '../values/union.ts';
import type { FunctionValue, Value } from '../values/value.ts';
import type { Context } from './context.ts';
import { enclosingClass } from './enclosing.ts';
import type { Evaluator } from './evaluator.ts';
import { fixtureName, fixtureNamed } from './fixture-definitions.ts';
import { exitsOf } from './functions.ts';
import { mockedParameter } from './mocked-parameters.ts';

/** What pytest and `@patch` pass for a parameter of a test or of another fixture; undefined for other functions. */
export function fixtureValue(e: Evaluator, context: Context, definition: Node, parameter: Node): Value | undefined {
  const mock = mockedParameter(e, context, definition, parameter);
  if (mock !== undefined) return mock;
  const { tree, module } = context;
  const named = tree.nameText(definitionName(tree, definition));
  if (!named.startsWith('test') && fixtureName(e, module, definition) === undefined) return undefined;
  const name = tree.nameText(parameterName(tree, parameter));
  const found = inClass(e, module, definition, name) ?? inModules(e, module, definition, name);
  if (found !== undefined) return given(e, found);
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

/** A fixture gives what it returns, or what it yields first. */
function given(e: Evaluator, fixture: FunctionValue): Value {
  const result = e.result(fixture, null);
  return exitsOf(fixture.module.tree, fixture.node).yields.length > 0 ? e.element(result) : result;
}

/** A fixture of the class in which a test stands, or of its bases. A fixture that overrides one asks those around it. */
function inClass(e: Evaluator, module: Module, definition: Node, name: string): FunctionValue | undefined {
  const owner = enclosingClass(module.tree, definition);
  if (owner === NONE) return undefined;
  for (const one of e.lineage(classValue(module, owner, null)).classes) {
    const found = fixtureNamed(e, one.module, one.node, name);
    if (found !== undefined && !isOf(found, module, definition)) return found;
  }
  return undefined;
}

/** A fixture of the module, one that it imports, or one of a `conftest.py` or a plugin that these name. */
function inModules(e: Evaluator, module: Module, definition: Node, name: string): FunctionValue | undefined {
  for (const place of [module, ...conftests(e, module)]) {
    const own = fixtureNamed(e, place, place.tree.root, name) ?? importedFixture(e, place, name);
    if (own !== undefined && !isOf(own, module, definition)) return own;
    for (const plugin of plugins(e, place)) {
      const found = fixtureNamed(e, plugin, plugin.tree.root, name);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function isOf(one: FunctionValue, module: Module, definition: Node): boolean {
  return one.module === module && one.node === definition;
}

/** A fixture that a module imports: under its name, or as a function that `name=` calls otherwise. */
function importedFixture(e: Evaluator, module: Module, name: string): FunctionValue | undefined {
  const { scopes, tree } = module;
  const imported = [...scopes.module.bindings].filter(([, [first]]) => first?.kind === 'import-from');
  const names = scopes.module.stars.length > 0 ? [name] : [];
  for (const one of new Set([...names, ...imported.map(([id]) => tree.names.text(id))])) {
    for (const value of members(e.moduleMember(module, one))) {
      if (value.kind === 'function' && fixtureName(e, value.module, value.node) === name) return value;
    }
  }
  return undefined;
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

/** The modules that `pytest_plugins` names. */
function plugins(e: Evaluator, module: Module): Module[] {
  const { scopes, tree } = module;
  if (!scopes.module.bindings.has(tree.names.idOf('pytest_plugins'))) return [];
  const named = members(e.moduleMember(module, 'pytest_plugins'));
  const texts = named.flatMap((one) => (one.kind === 'sequence' ? one.elements() : [one]));
  const names = texts.flatMap((one) => (one.kind === 'constant' && typeof one.value === 'string' ? [one.value] : []));
  return names.map((name) => e.program.module(name)).filter((one) => one !== undefined);
}
