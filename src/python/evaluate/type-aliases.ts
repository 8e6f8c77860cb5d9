// https://docs.python.org/3/library/typing.html#type-aliases, NewType and TypeVar: names that stand for other annotations.
import {
  aliasTarget,
  assignedValue,
  firstArgument,
  Kind,
  keywordArgument,
  type NameId,
  NONE,
  type Node,
  positionalArgument,
  type Tree,
  typeAliasValue,
} from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';
import type { Value } from '../values/value.ts';
import type { Context } from './context.ts';
import type { Evaluator } from './evaluator.ts';
import { sourceOf } from './imports.ts';

/** An annotation, and where it stands. */
export interface AliasedType {
  readonly context: Context;
  readonly node: Node;
  /** It is only the bound of a type variable: of a class of the program, one of many classes below. */
  readonly isBound?: boolean;
}

const mostImports = 8;

const makesType =
  /^(?:(?:typing|typing_extensions|builtins|collections(?:\.abc)?)\.\w+(?:\[\]|\(\))|typing\.NewType\(\)\.\w+)$/;

/** True for what a name is that may stand for an annotation: what `Optional[X]`, `TypeVar('T')` and `X | None` give. */
function mayAlias(value: Value): boolean {
  return value.kind === 'external' ? makesType.test(value.path) : value.kind === 'object' || value.kind === 'unknown';
}

/**
 * The annotation for which a name of a module stands, `value` as an expression, where it has one definition; undefined if it
 * stands for none. What an unknown name imports is not looked into.
 */
export function typeOfAlias(e: Evaluator, module: Module, name: NameId, value: Value): AliasedType | undefined {
  return mayAlias(value) ? aliased(e, module, name, value.kind === 'unknown' ? mostImports : 0) : undefined;
}

function aliased(e: Evaluator, module: Module, name: NameId, imports: number): AliasedType | undefined {
  const [binding, ...others] = module.scopes.module.bindings.get(name) ?? [];
  if (binding === undefined || others.length > 0) return undefined;
  const { tree } = module;
  switch (binding.kind) {
    case 'assignment':
    case 'annotated':
      return ofValue(e, e.context(module), assignedValue(tree, binding.node));
    case 'type-alias':
      return { context: e.context(module), node: typeAliasValue(tree, binding.node) };
    case 'import-from': {
      if (imports === mostImports) return undefined;
      const from = e.program.module(sourceOf(e, module, binding.node) ?? '');
      if (from === undefined || from === module) return undefined;
      return aliased(e, from, from.tree.names.idOf(tree.nameText(aliasTarget(tree, binding.target))), imports + 1);
    }
    default:
      return undefined;
  }
}

function ofValue(e: Evaluator, context: Context, value: Node): AliasedType | undefined {
  const { tree } = context;
  switch (value === NONE ? Kind.Pass : tree.kind(value)) {
    case Kind.Subscript:
    case Kind.BinaryOperation:
    case Kind.String:
      return { context, node: value };
    case Kind.Call: {
      const maker = e.evaluate(context, tree.firstChild(value));
      const node = maker.kind === 'external' ? argumentOf(maker.path, tree, value) : NONE;
      return node === NONE ? undefined : { context, node, isBound: maker.kind === 'external' };
    }
    default:
      return undefined;
  }
}

/** The type in `NewType('Main', X)` and `TypeVar('T', bound=X)`; `NONE` in other calls. */
function argumentOf(path: string, tree: Tree, call: Node): Node {
  if (/^typing(?:_extensions)?\.NewType$/.test(path)) return positionalArgument(tree, call, 1);
  if (!/^typing(?:_extensions)?\.TypeVar$/.test(path) || firstArgument(tree, call) === NONE) return NONE;
  const bound = keywordArgument(tree, call, tree.names.idOf('bound'));
  return bound === NONE ? positionalArgument(tree, call, 1) : bound;
}
