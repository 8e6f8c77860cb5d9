import { enclosingClass } from '../../python/evaluate/enclosing.ts';
import { firstParameter } from '../../python/evaluate/parameter-binding.ts';
import type { Binding, Scopes } from '../../python/scopes/scopes.ts';
import {
  blockOf,
  callee,
  definitionName,
  firstArgument,
  Kind,
  NONE,
  type Node,
  ParameterKind,
  parameterKind,
  parameterName,
  type Tree,
} from '../../syntax/python/index.ts';
import type { NamedNodes } from './named-nodes.ts';

/** An argument of a call: its expression, and the KeywordArgument around it or `NONE`. */
export interface Given {
  readonly call: Node;
  readonly argument: Node;
  readonly keyword: Node;
}

/** Who gets an argument. */
interface Received {
  /** Parameters of functions of the module. */
  readonly parameters: readonly Node[];
  /** What is called is a method that puts it into the object on which it is called. */
  readonly isKept: boolean;
  /** The call may give it back, or something that holds it. */
  readonly isGivenBack: boolean;
  /** Somebody in another module gets it. */
  readonly isElsewhere: boolean;
}

interface Place {
  readonly tree: Tree;
  readonly nodes: NamedNodes;
  readonly scopes: Scopes;
  isOwn(path: string): boolean;
}

const lost: Received = { parameters: [], isKept: false, isGivenBack: false, isElsewhere: false };
const givenBack: Received = { ...lost, isGivenBack: true };
const elsewhere: Received = { ...lost, isElsewhere: true };
const wrapped: Received = { ...givenBack, isElsewhere: true };

/** Methods that keep what they get. */
const keeping = new Set(['add', 'append', 'appendleft', 'extend', 'insert', 'put', 'setdefault', 'update']);

/** Builtins that give back what they get, or a part of it. */
const passing = new Set(
  'dict enumerate filter frozenset getattr iter list map max min next reversed set sorted super tuple vars zip'.split(
    ' ',
  ),
);

/** Who gets an argument, by what is called: a function of the module, a class, a builtin, or something imported. */
export function receiversOf(given: Given, place: Place): Received {
  const { tree } = place;
  const called = callee(tree, given.call);
  const name = tree.nameText(called);
  if (tree.kind(called) === Kind.Attribute) {
    if (keeping.has(name)) return { ...givenBack, isKept: true };
    const methods = place.nodes.functions(tree.name(called));
    if (methods.length > 0 && !isCapital(name)) return to(tree, given, methods);
    return imported(name, rootOf(tree, called), place);
  }
  if (tree.kind(called) !== Kind.Name) return elsewhere;
  const bindings = bindingsOf(called, place);
  if (bindings.length === 0) return passing.has(name) ? givenBack : lost;
  const definitions = bindings.flatMap((binding) => definitionsOf(tree, binding));
  if (definitions.length > 0) return to(tree, given, definitions);
  return imported(name, called, place);
}

/** Of what is imported, a class keeps what it gets; so do functions from outside of the program, as decorators do. */
function imported(name: string, root: Node, place: Place): Received {
  if (isCapital(name)) return wrapped;
  const isImport = bindingsOf(root, place).some(({ kind }) => kind === 'import' || kind === 'import-from');
  if (!isImport) return elsewhere;
  const { tree } = place;
  const isOwn = bindingsOf(root, place).some(({ node }) =>
    tree
      .text(node)
      .match(/[\w]+/g)
      ?.some((part) => place.isOwn(part)),
  );
  return isOwn ? elsewhere : givenBack;
}

function bindingsOf(name: Node, { tree, scopes }: Place): readonly Binding[] {
  if (tree.kind(name) !== Kind.Name) return [];
  return scopes.find(scopes.at(name), tree.name(name))?.bindings.get(tree.name(name)) ?? [];
}

function rootOf(tree: Tree, attribute: Node): Node {
  let root = attribute;
  while (tree.kind(root) === Kind.Attribute) root = tree.firstChild(root);
  return root;
}

function isCapital(name: string): boolean {
  return /^_*[A-Z]/.test(name);
}

/** A function, or of a class its `__init__`; the class itself where it has none. */
function definitionsOf(tree: Tree, { kind, node }: Binding): Node[] {
  if (kind === 'function') return [node];
  if (kind !== 'class') return [];
  const constructor = constructorOf(tree, node);
  return [constructor === NONE ? node : constructor];
}

/** The `__init__` of a class, `NONE` if it has none. */
function constructorOf(tree: Tree, definition: Node): Node {
  for (let one = tree.firstChild(blockOf(tree, definition)); one !== NONE; one = tree.nextSibling(one)) {
    const isFunction = tree.kind(one) === Kind.FunctionDefinition;
    if (isFunction && tree.nameText(definitionName(tree, one)) === '__init__') return one;
  }
  return NONE;
}

function to(tree: Tree, given: Given, definitions: readonly Node[]): Received {
  const parameters = definitions.map((definition) => parameterOf(tree, given, definition));
  const isClass = definitions.some((definition) => tree.kind(definition) === Kind.ClassDefinition);
  return {
    parameters: parameters.filter((one) => one !== NONE),
    isKept: false,
    isGivenBack: isClass,
    isElsewhere: isClass,
  };
}

/** The parameter of a function, or of a class's `__init__`, that takes the argument at a place; `NONE` if none does. */
export function parameterAt(tree: Tree, definition: Node, place: number | string): Node {
  const of = tree.kind(definition) === Kind.ClassDefinition ? constructorOf(tree, definition) : definition;
  if (of === NONE || tree.kind(of) !== Kind.FunctionDefinition) return NONE;
  let parameter = firstParameter(tree, of);
  if (typeof place === 'string') {
    while (parameter !== NONE && tree.nameText(parameterName(tree, parameter)) !== place)
      parameter = tree.nextSibling(parameter);
    return parameter;
  }
  const skipped = place + (enclosingClass(tree, of) === NONE ? 0 : 1);
  for (let index = 0; index < skipped && parameter !== NONE; index++) {
    if (parameterKind(tree, parameter) === ParameterKind.VarPositional) return parameter;
    parameter = tree.nextSibling(parameter);
  }
  return parameter;
}

/** The parameter that takes an argument. Methods are called on an object, which takes the first. */
function parameterOf(tree: Tree, { call, argument, keyword }: Given, definition: Node): Node {
  if (tree.kind(definition) !== Kind.FunctionDefinition) return NONE;
  let parameter = firstParameter(tree, definition);
  if (keyword !== NONE) {
    const name = tree.name(keyword);
    while (parameter !== NONE && tree.name(parameterName(tree, parameter)) !== name)
      parameter = tree.nextSibling(parameter);
    return parameter;
  }
  if (enclosingClass(tree, definition) !== NONE && parameter !== NONE) parameter = tree.nextSibling(parameter);
  for (let one = firstArgument(tree, call); one !== argument && parameter !== NONE; one = tree.nextSibling(one)) {
    if (one === NONE) return NONE;
    if (parameterKind(tree, parameter) === ParameterKind.VarPositional) return parameter;
    parameter = tree.nextSibling(parameter);
  }
  return parameter;
}
