import { Kind, NONE, type Node, NodeFlag, type ParameterKind, type TypeParameterKind } from '../node-kinds.ts';
import type { Tree } from '../tree.ts';
import { childOfKind, secondChild, siblingOfKind } from './children.ts';

/** The first Decorator of a function or class definition; the others are its next siblings of that kind. `NONE` if none. */
export function firstDecorator(tree: Tree, definition: Node): Node {
  const first = tree.firstChild(definition);
  return tree.kind(first) === Kind.Decorator ? first : NONE;
}

/** The expression behind a Decorator's `@`. */
export function decoratorExpression(tree: Tree, decorator: Node): Node {
  return tree.firstChild(decorator);
}

/** The Name node of a function or class definition or of a type alias. */
export function definitionName(tree: Tree, definition: Node): Node {
  return childOfKind(tree, definition, Kind.Name);
}

/** The TypeParameters of a definition or type alias, or `NONE`; its children are TypeParameters. */
export function typeParameters(tree: Tree, definition: Node): Node {
  return childOfKind(tree, definition, Kind.TypeParameters);
}

/** The Parameters of a FunctionDefinition or Lambda; its children are Parameter nodes. */
export function functionParameters(tree: Tree, definition: Node): Node {
  return childOfKind(tree, definition, Kind.Parameters);
}

/** The expression behind `->`, or `NONE`. */
export function functionReturns(tree: Tree, definition: Node): Node {
  const next = tree.nextSibling(functionParameters(tree, definition));
  return tree.kind(next) === Kind.Block ? NONE : next;
}

/** The Block of a definition, or of any clause (`if`, `elif`, `else`, `for`, `while`, `with`, `try`, `except`, `case` …). */
export function blockOf(tree: Tree, node: Node): Node {
  return childOfKind(tree, node, Kind.Block);
}

/** The expression of a Lambda. */
export function lambdaBody(tree: Tree, lambda: Node): Node {
  return secondChild(tree, lambda);
}

/** Whether a FunctionDefinition, For, With or ComprehensionFor is written with `async`. */
export function isAsync(tree: Tree, node: Node): boolean {
  return (tree.data(node) & NodeFlag.Async) !== 0;
}

/** The first argument (base or keyword) of a class definition, the others being its next siblings; or `NONE`. */
export function firstClassArgument(tree: Tree, definition: Node): Node {
  const list = childOfKind(tree, definition, Kind.Arguments);
  return list === NONE ? NONE : tree.firstChild(list);
}

/** How a Parameter takes its argument. */
export function parameterKind(tree: Tree, parameter: Node): ParameterKind {
  return (tree.data(parameter) & 7) as ParameterKind;
}

/** The Name node of a Parameter or TypeParameter. */
export function parameterName(tree: Tree, parameter: Node): Node {
  return tree.firstChild(parameter);
}

/** The annotation of a Parameter, or the bound of a TypeParameter; `NONE` if there is none. */
export function parameterAnnotation(tree: Tree, parameter: Node): Node {
  return (tree.data(parameter) & NodeFlag.HasAnnotation) === 0 ? NONE : secondChild(tree, parameter);
}

/** The default of a Parameter or TypeParameter, or `NONE`. */
export function parameterDefault(tree: Tree, parameter: Node): Node {
  if ((tree.data(parameter) & NodeFlag.HasDefault) === 0) return NONE;
  const second = secondChild(tree, parameter);
  return (tree.data(parameter) & NodeFlag.HasAnnotation) === 0 ? second : tree.nextSibling(second);
}

/** What a TypeParameter stands for. */
export function typeParameterKind(tree: Tree, parameter: Node): TypeParameterKind {
  return (tree.data(parameter) & 7) as TypeParameterKind;
}

/** The value of a type alias. */
export function typeAliasValue(tree: Tree, alias: Node): Node {
  const last = siblingOfKind(tree, tree.firstChild(alias), Kind.TypeParameters);
  return tree.nextSibling(last === NONE ? tree.firstChild(alias) : last);
}
