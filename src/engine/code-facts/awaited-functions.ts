import {
  callee,
  definitionName,
  isAsync,
  Kind,
  NONE,
  type Node,
  type Tree,
  valueOf,
  walk,
} from '../../syntax/python/index.ts';
import { type Names, scopeAround } from './names.ts';
import { servedFunctions } from './served-functions.ts';

/** A file of a service, as far as it matters for who awaits whom. */
interface AwaitingFile {
  readonly file: string;
  readonly bytes: Buffer;
  readonly tree: () => Tree;
  readonly names: () => Names;
}

/**
 * The async functions at the top of files that functions of other files await which a server runs in its event loop, by file:
 * what an import names is taken for the one file of the service that ends like it.
 */
export function awaitedFunctions(files: readonly AwaitingFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const awaiting = files.filter(({ bytes }) => bytes.includes('async def'));
  const found = new Map<string, Set<string>>();
  const open = [...awaiting];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const path of awaitedIn(one, found.get(one.file))) {
      const dot = path.lastIndexOf('.');
      const target = fileOf(path.slice(0, dot), awaiting);
      const name = path.slice(dot + 1);
      if (target === undefined || found.get(target.file)?.has(name) === true || !defines(target.tree(), name)) continue;
      found.set(target.file, (found.get(target.file) ?? new Set()).add(name));
      open.push(target);
    }
  }
  return found;
}

/** The paths of what the served functions of a file await, as far as they are imported. */
function awaitedIn({ tree: treeOf, names }: AwaitingFile, also: ReadonlySet<string> | undefined): string[] {
  const tree = treeOf();
  const paths: string[] = [];
  for (const served of servedFunctions(tree, also)) {
    walk(tree, served, (node) => {
      if (tree.kind(node) !== Kind.Await || scopeAround(tree, node) !== served) return;
      const call = valueOf(tree, node);
      if (tree.kind(call) === Kind.Call) paths.push(names().path(callee(tree, call)).replace(/^\?\./, ''));
    });
  }
  return paths.filter((path) => /^[a-z_]\w*(\.\w+)+$/i.test(path));
}

/** The file of a module (`shop.orders`), where one alone ends like it. */
function fileOf(module: string, files: readonly AwaitingFile[]): AwaitingFile | undefined {
  const ending = `/${module.replaceAll('.', '/')}.py`;
  const [first, second] = files.filter(({ file }) => `/${file}`.endsWith(ending));
  return second === undefined ? first : undefined;
}

function defines(tree: Tree, name: string): boolean {
  for (let one: Node = tree.firstChild(tree.root); one !== NONE; one = tree.nextSibling(one)) {
    if (tree.kind(one) !== Kind.FunctionDefinition || !isAsync(tree, one)) continue;
    if (tree.nameText(definitionName(tree, one)) === name) return true;
  }
  return false;
}
