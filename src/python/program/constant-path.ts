// https://docs.python.org/3/library/os.path.html and https://docs.python.org/3/library/pathlib.html
import { folderOf, joinPath } from '../../repository/paths.ts';
import {
  firstArgument,
  integerValue,
  interpolationValue,
  Kind,
  NONE,
  type Node,
  Operator,
  operatorOf,
  stringValue,
  type Tree,
} from '../../syntax/python/index.ts';
import type { Module } from './module.ts';
import type { Sources } from './sources.ts';

/** How many steps an evaluation takes at most: names that stand for each other end, and cost little. */
const mostSteps = 200;

/** The module that is evaluated, and the steps that are left. */
interface Walk {
  readonly module: Module;
  steps: number;
}

/** A path from the root of the repository, or one that is relative to where the program was started. */
export interface ConstantPath {
  readonly text: string;
  readonly isRooted: boolean;
}

/**
 * The folder of the repository that an expression at the top level of a module names; undefined if that cannot be told
 * from the text, or no Python file lies below it. A relative path counts from the root of the repository, else from the
 * first root, else from the folder of the module.
 */
export function folderNamed(
  module: Module,
  expression: Node,
  roots: readonly string[],
  sources: Sources,
): string | undefined {
  const path = constantPath(module, expression);
  if (path === undefined) return undefined;
  const bases = path.isRooted ? ['.'] : ['.', roots[0] ?? '.', folderOf(module.file)];
  return bases
    .map((base) => joinPath(base, path.text))
    .find((folder) => folder !== undefined && sources.hasPython(folder));
}

/**
 * The path that an expression names, where that can be told from the text at the top level of its module: from the root
 * of the repository, or relative to where the program was started.
 */
export function constantPath(module: Module, expression: Node): ConstantPath | undefined {
  return evaluate({ module, steps: mostSteps }, expression);
}

function evaluate(walk: Walk, node: Node): ConstantPath | undefined {
  if (node === NONE || walk.steps-- <= 0) return undefined;
  const { tree } = walk.module;
  switch (tree.kind(node)) {
    case Kind.String:
      return { text: stringValue(tree, node) ?? '', isRooted: false };
    case Kind.FormattedString:
      return joined(walk, partsOf(tree, node), '');
    case Kind.FormattedText:
      return { text: stringValue(tree, node) ?? '', isRooted: false };
    case Kind.Interpolation:
      return evaluate(walk, interpolationValue(tree, node));
    case Kind.Name:
      return evaluateName(walk, node);
    case Kind.Attribute:
      return evaluateAttribute(walk, node);
    case Kind.Subscript:
      return evaluateParents(walk, node);
    case Kind.BinaryOperation:
      return evaluateOperation(walk, node);
    case Kind.Call:
      return evaluateCall(walk, node);
    default:
      return undefined;
  }
}

function partsOf(tree: Tree, node: Node): Node[] {
  const parts: Node[] = [];
  for (let part = tree.firstChild(node); part !== NONE; part = tree.nextSibling(part)) parts.push(part);
  return parts;
}

/** Paths put together; a later one must not be rooted, since it would replace the earlier. */
function joined(walk: Walk, parts: readonly Node[], separator: string): ConstantPath | undefined {
  let result: ConstantPath | undefined;
  for (const part of parts) {
    const path = evaluate(walk, part);
    if (path === undefined || (result !== undefined && path.isRooted)) return undefined;
    result = result === undefined ? path : { text: result.text + separator + path.text, isRooted: result.isRooted };
  }
  return result;
}

/** `__file__`, or a name that the module binds once, by an assignment to it alone. */
function evaluateName(walk: Walk, node: Node): ConstantPath | undefined {
  const { tree, scopes } = walk.module;
  const [binding, ...others] = scopes.module.bindings.get(tree.name(node)) ?? [];
  if (binding?.kind !== 'assignment') return constants.get(tree.nameText(node))?.(walk.module);
  if (others.length > 0) return undefined;
  if (tree.firstChild(binding.node) !== binding.target) return undefined;
  return evaluate(walk, tree.nextSibling(binding.target));
}

const constants = new Map<string, (module: Module) => ConstantPath>([
  ['__file__', ({ file }) => ({ text: file, isRooted: true })],
  ['pardir', () => ({ text: '..', isRooted: false })],
  ['curdir', () => ({ text: '.', isRooted: false })],
  ['sep', () => ({ text: '/', isRooted: false })],
]);

/** `X.parent`, `os.pardir` and the like. */
function evaluateAttribute(walk: Walk, node: Node): ConstantPath | undefined {
  const { tree } = walk.module;
  const name = tree.nameText(node);
  if (name === 'parent') return parentOf(evaluate(walk, tree.firstChild(node)));
  return name === '__file__' ? undefined : constants.get(name)?.(walk.module);
}

function parentOf(path: ConstantPath | undefined, count = 1): ConstantPath | undefined {
  if (path === undefined) return undefined;
  let text = joinPath('.', path.text);
  for (let up = 0; up < count && text !== undefined; up++) text = text === '.' ? undefined : folderOf(text);
  return text === undefined ? undefined : { text, isRooted: path.isRooted };
}

/** `X.parents[2]` */
function evaluateParents(walk: Walk, node: Node): ConstantPath | undefined {
  const { tree } = walk.module;
  const list = tree.firstChild(node);
  const index = integerValue(tree, tree.nextSibling(list));
  if (tree.kind(list) !== Kind.Attribute || tree.nameText(list) !== 'parents' || index === undefined) return undefined;
  return index > mostSteps ? undefined : parentOf(evaluate(walk, tree.firstChild(list)), Number(index) + 1);
}

/** `Path(…) / 'x'`, and strings added. */
function evaluateOperation(walk: Walk, node: Node): ConstantPath | undefined {
  const operator = operatorOf(walk.module.tree, node);
  if (operator === Operator.Divide) return joined(walk, partsOf(walk.module.tree, node), '/');
  return operator === Operator.Add ? joined(walk, partsOf(walk.module.tree, node), '') : undefined;
}

/** Functions and methods by their last name: what they make of their arguments, or of what they are called on. */
const joining = new Set(['join', 'joinpath', 'Path', 'PurePath', 'PosixPath']);
const keeping = new Set(['abspath', 'realpath', 'normpath', 'normcase', 'str', 'fspath', 'relpath']);
const keepingSelf = new Set(['resolve', 'absolute', 'as_posix', '__str__']);
const starting = new Set(['getcwd', 'cwd']);

function evaluateCall(walk: Walk, node: Node): ConstantPath | undefined {
  const { tree } = walk.module;
  const callee = tree.firstChild(node);
  const name = tree.nameText(callee);
  const [, ...parameters] = partsOf(tree, node);
  if (starting.has(name)) return { text: '.', isRooted: false };
  if (name === 'dirname') return parentOf(evaluate(walk, firstArgument(tree, node)));
  if (keeping.has(name)) return evaluate(walk, firstArgument(tree, node));
  const self = tree.kind(callee) === Kind.Attribute ? [tree.firstChild(callee)] : [];
  if (keepingSelf.has(name)) return joined(walk, self, '/');
  if (name === 'joinpath') return joined(walk, [...self, ...parameters], '/');
  return joining.has(name) ? joined(walk, parameters, '/') : undefined;
}
