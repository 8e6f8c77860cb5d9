import { rangeOf } from '../../python/range-of.ts';
import type { CodeEnvironment, CodeRead } from '../../steps/code.ts';
import {
  callee,
  definitionName,
  firstArgument,
  Kind,
  NONE,
  type Node,
  objectOf,
  subscriptIndex,
  type Tree,
  walk,
} from '../../syntax/python/index.ts';
import type { CodeFile } from './file-calls.ts';
import { scopeAround } from './names.ts';
import { isConditional } from './surroundings.ts';

/**
 * The environment variables that a file is sure to read, and those that it names in another way. What stands at its top is
 * run, and in the functions named `started`, and in those that these call without a condition.
 */
export function fileEnvironment(file: CodeFile, started: ReadonlySet<string>): CodeEnvironment {
  const { tree, names } = file;
  const runs = scopesRun(tree, started);
  const reads: CodeRead[] = [];
  const handled = new Set<string>();
  let loads = false;
  walk(tree, tree.root, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.Subscript && names.path(objectOf(tree, node)) === 'os.environ') {
      const name = names.literal(subscriptIndex(tree, node));
      if (typeof name !== 'string') return;
      if (isStored(tree, node) || isConditional(tree, node)) handled.add(name);
      else if (runs.has(scopeRun(tree, node)))
        reads.push({ name, text: tree.text(node), place: file.placeOf(rangeOf(tree, node)) });
    } else if (kind === Kind.Call) {
      const path = names.path(callee(tree, node));
      if (isLoader.test(path)) loads = true;
      const text = /^os\.(environ\.(get|setdefault|pop)|getenv|putenv)$/.test(path)
        ? names.literal(firstArgument(tree, node))
        : undefined;
      if (typeof text === 'string') handled.add(text);
    } else if (kind === Kind.Comparison && tree.text(node).includes('environ')) {
      const text = names.literal(tree.firstChild(node));
      if (typeof text === 'string') handled.add(text);
    }
  });
  return { reads, handled, loads };
}

/** What sets variables whose names are not seen: files of them, and mappings. */
const isLoader = /(^|\.)(load_dotenv|read_env|read_envfile|dotenv_values)$|^os\.environ\.update$|^os\.putenv$/;

function isStored(tree: Tree, node: Node): boolean {
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  if (kind === Kind.Delete || kind === Kind.AugmentedAssignment) return true;
  return (kind === Kind.Assignment || kind === Kind.AnnotatedAssignment) && tree.nextSibling(node) !== NONE;
}

/** The function in which a node runs, or the module: a class runs where it stands. */
function scopeRun(tree: Tree, node: Node): Node {
  let scope = scopeAround(tree, node);
  while (scope !== tree.root && tree.kind(scope) === Kind.ClassDefinition) scope = scopeAround(tree, scope);
  return scope;
}

/** The module, its functions that are started, and those that are called in these without a condition. */
function scopesRun(tree: Tree, started: ReadonlySet<string>): ReadonlySet<Node> {
  const functions = new Map<string, Node>();
  const called = new Map<Node, string[]>();
  walk(tree, tree.root, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.FunctionDefinition && scopeAround(tree, node) === tree.root)
      functions.set(tree.nameText(definitionName(tree, node)), node);
    if (kind !== Kind.Call || tree.kind(callee(tree, node)) !== Kind.Name || isConditional(tree, node)) return;
    const scope = scopeRun(tree, node);
    const names = called.get(scope);
    const name = tree.nameText(callee(tree, node));
    if (names === undefined) called.set(scope, [name]);
    else names.push(name);
  });
  const runs = new Set<Node>();
  const open = [tree.root, ...[...started].flatMap((name) => functions.get(name) ?? [])];
  for (let scope = open.pop(); scope !== undefined; scope = open.pop()) {
    if (runs.has(scope)) continue;
    runs.add(scope);
    open.push(...(called.get(scope) ?? []).flatMap((name) => functions.get(name) ?? []));
  }
  return runs;
}
