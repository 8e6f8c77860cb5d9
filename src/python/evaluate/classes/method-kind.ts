// https://docs.python.org/3/reference/datamodel.html#invoking-descriptors
import { decoratorExpression, firstDecorator, Kind, NONE, type Node, type Tree } from '../../../syntax/python/index.ts';
import type { Module } from '../../program/module.ts';
import { members } from '../../values/union.ts';
import type { Evaluator } from '../evaluator.ts';

/** How a function in a class body is got from an object. */
export type MethodKind = 'method' | 'static' | 'class' | 'property';

/** Decorators that change how a function is got, by their path. */
const byPath: Readonly<Record<string, MethodKind>> = {
  'builtins.staticmethod': 'static',
  'builtins.classmethod': 'class',
  'builtins.property': 'property',
  'functools.cached_property': 'property',
  'abc.abstractproperty': 'property',
  'django.utils.functional.cached_property': 'property',
  'werkzeug.utils.cached_property': 'property',
  'cached_property.cached_property': 'property',
  'pydantic.computed_field': 'property',
  'pydantic.validator': 'class',
  'pydantic.root_validator': 'class',
};

/** Methods that are static or of the class without saying so. */
const byName: Readonly<Record<string, MethodKind>> = {
  __new__: 'class',
  __init_subclass__: 'class',
  __class_getitem__: 'class',
};

/** How a function that stands in a class body is got from an object of the class. */
export function kindOfMethod(e: Evaluator, module: Module, definition: Node): MethodKind {
  const { tree } = module;
  let kind: MethodKind | undefined;
  for (let node = firstDecorator(tree, definition); isDecorator(tree, node); node = tree.nextSibling(node)) {
    const expression = decoratorExpression(tree, node);
    if (tree.kind(expression) === Kind.Attribute && /^(?:setter|getter|deleter)$/.test(tree.nameText(expression))) {
      return 'property';
    }
    for (const member of members(e.evaluate(e.context(module), expression))) {
      if (member.kind === 'external') kind ??= byPath[member.path.replace(/\(\)$/, '')];
    }
  }
  return kind ?? byName[nameOf(tree, definition)] ?? 'method';
}

const isDecorator = (tree: Tree, node: Node): boolean => node !== NONE && tree.kind(node) === Kind.Decorator;

function nameOf(tree: Tree, definition: Node): string {
  let node = tree.firstChild(definition);
  while (tree.kind(node) === Kind.Decorator) node = tree.nextSibling(node);
  return tree.nameText(node);
}
