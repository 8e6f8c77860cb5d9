// https://docs.python.org/3/library/sys.html#sys.path
import { blockOf, Kind, NONE, type Node, processNames, type Tree } from '../../syntax/python/index.ts';
import { folderNamed } from './constant-path.ts';
import type { Module } from './module.ts';
import type { Sources } from './sources.ts';

/** A folder that a module puts on `sys.path`. */
export interface PathChange {
  readonly folder: string;
  /** True if it is put in front. */
  readonly first: boolean;
}

const [sys, path, site] = ['sys', 'path', 'site'].map((name) => processNames.idOf(name));
const methods = new Map([
  [processNames.idOf('insert'), { argument: 1, first: true }],
  [processNames.idOf('append'), { argument: 0, first: false }],
  [processNames.idOf('extend'), { argument: 0, first: false }],
  [processNames.idOf('addsitedir'), { argument: 0, first: false }],
]);

/**
 * The folders that a module puts on `sys.path` when it is imported, with paths that can be told from the text: from
 * `__file__`, constants, and names that are bound to these once. Folders outside the repository, or without Python files,
 * are not among them.
 */
export function pathChanges(module: Module, roots: readonly string[], sources: Sources): PathChange[] {
  const changes: PathChange[] = [];
  addChanges(module.tree, module.tree.root, (expression, first) => {
    const folder = folderNamed(module, expression, roots, sources);
    if (folder !== undefined) changes.push({ folder, first });
  });
  return changes;
}

type AddChange = (expression: Node, first: boolean) => void;

/** The changes among the statements of a block, and of the blocks in it that the import runs. */
function addChanges(tree: Tree, block: Node, add: AddChange): void {
  for (let statement = tree.firstChild(block); statement !== NONE; statement = tree.nextSibling(statement)) {
    switch (tree.kind(statement)) {
      case Kind.ExpressionStatement:
        addCall(tree, tree.firstChild(statement), add);
        break;
      case Kind.AugmentedAssignment:
        if (isPathList(tree, tree.firstChild(statement))) {
          addElements(tree, tree.nextSibling(tree.firstChild(statement)), false, add);
        }
        break;
      case Kind.Block:
      case Kind.If:
      case Kind.Elif:
      case Kind.Else:
      case Kind.Try:
      case Kind.ExceptHandler:
      case Kind.Finally:
      case Kind.With:
        addChanges(tree, statement, add);
        break;
      case Kind.For:
        addLoop(tree, statement, add);
    }
  }
}

/** `for folder in (A, B): sys.path.append(folder)` */
function addLoop(tree: Tree, loop: Node, add: AddChange): void {
  const target = tree.firstChild(loop);
  addChanges(tree, blockOf(tree, loop), (expression, first) => {
    const isTarget = tree.kind(expression) === Kind.Name && tree.name(expression) === tree.name(target);
    if (isTarget) addElements(tree, tree.nextSibling(target), first, add);
    else add(expression, first);
  });
}

function addCall(tree: Tree, call: Node, add: AddChange): void {
  if (tree.kind(call) !== Kind.Call) return;
  const callee = tree.firstChild(call);
  if (tree.kind(callee) !== Kind.Attribute) return;
  const method = methods.get(tree.name(callee));
  if (method === undefined) return;
  const object = tree.firstChild(callee);
  const isSite = tree.kind(object) === Kind.Name && tree.name(object) === site;
  if (!isSite && !isPathList(tree, object)) return;
  let argument = tree.nextSibling(callee);
  for (let index = 0; index < method.argument && argument !== NONE; index++) argument = tree.nextSibling(argument);
  if (argument !== NONE) addElements(tree, argument, method.first, add);
}

/** The elements of a list or tuple, else the expression itself. */
function addElements(tree: Tree, expression: Node, first: boolean, add: AddChange): void {
  const kind = tree.kind(expression);
  if (kind !== Kind.List && kind !== Kind.Tuple) return add(expression, first);
  for (let element = tree.firstChild(expression); element !== NONE; element = tree.nextSibling(element)) {
    add(element, first);
  }
}

/** `sys.path`, or `path` imported from `sys`. */
function isPathList(tree: Tree, node: Node): boolean {
  if (tree.name(node) !== path) return false;
  if (tree.kind(node) === Kind.Name) return true;
  const object = tree.firstChild(node);
  return tree.kind(object) === Kind.Name && tree.name(object) === sys;
}
