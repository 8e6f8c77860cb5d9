import type { CodeCall } from '../../steps/code.ts';
import {
  aliasName,
  aliasTarget,
  decoratorExpression,
  definitionName,
  dottedText,
  firstAlias,
  firstClassArgument,
  firstDecorator,
  Kind,
  NONE,
  type Node,
  stringValue,
  type Tree,
  walk,
} from '../../syntax/python/index.ts';
import { scopeAround } from './names.ts';

/** A file of a service, as far as it matters for who calls whom. */
export interface CallingFile {
  readonly file: string;
  readonly bytes: Buffer;
  readonly tree: () => Tree;
}

/** Whether the code at a place may run when a service is started; `within` names what is around it. */
export type IsCalled = (at: Pick<CodeCall, 'place' | 'within'>) => boolean;

const mostSearches = 300;

/**
 * Goes backwards by names, from the function around a place to those that mention it, up to a function that is started or
 * the top of a module. False only where no such chain of mentions is there: what somebody else may call (a decorator that
 * registers, a method of a base class, a name in a text) counts as called. `started` are the functions that the platform
 * calls, by file; where there are none, everything may run.
 */
export function openIsCalled(
  files: () => readonly CallingFile[],
  started: ReadonlyMap<string, ReadonlySet<string>>,
): IsCalled {
  const known = new Map<string, boolean>();
  return ({ place: { file }, within }) => {
    const [outer] = within;
    if (outer === undefined || started.size === 0) return true;
    const key = `${file} ${within.join('.')}`;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = search(files(), started, file, within);
      known.set(key, answer);
    }
    return answer;
  };
}

/** A function or method, by the names of the classes around it and its own. */
interface Definition {
  readonly file: string;
  readonly names: readonly string[];
}

function search(
  files: readonly CallingFile[],
  started: ReadonlyMap<string, ReadonlySet<string>>,
  file: string,
  within: readonly string[],
): boolean {
  const seen = new Set<string>();
  const open: Definition[] = [{ file, names: within }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const home = files.find((other) => other.file === one.file);
    const [outer] = one.names;
    if (home === undefined || outer === undefined || seen.size > mostSearches) return true;
    if (started.get(one.file)?.has(outer) === true) return true;
    const name = nameAsked(home.tree(), one.names);
    if (name === undefined) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    for (const other of files) {
      if (!other.bytes.includes(name)) continue;
      const found = mentionsIn(other, name);
      if (found === 'open') return true;
      open.push(...found);
    }
  }
  return false;
}

/** The name by which a definition is called; undefined where somebody who is not seen may call it. */
function nameAsked(tree: Tree, names: readonly string[]): string | undefined {
  let scope: Node = tree.root;
  let hooks = false;
  let asked: string | undefined;
  for (const name of names) {
    const definition = definitionIn(tree, scope, name);
    if (definition === undefined) return asked;
    if (tree.kind(definition) === Kind.ClassDefinition) {
      hooks = firstClassArgument(tree, definition) !== NONE;
      asked = name;
      scope = definition;
      continue;
    }
    if (isRegistered(tree, definition)) return undefined;
    if (scope === tree.root) return name;
    return name.startsWith('__') || hooks ? asked : name;
  }
  return asked;
}

function definitionIn(tree: Tree, scope: Node, name: string): Node | undefined {
  let found: Node | undefined;
  walk(tree, scope, (node) => {
    const kind = tree.kind(node);
    if (kind !== Kind.FunctionDefinition && kind !== Kind.ClassDefinition) return;
    if (scopeAround(tree, node) === scope && tree.nameText(definitionName(tree, node)) === name) found = node;
  });
  return found;
}

/** Decorators that hand out the function that they are given. */
const plain =
  /^(staticmethod|classmethod|property|abstractmethod|override|contextmanager|asynccontextmanager|wraps|cached?|cached_property|lru_cache|retry|backoff|(\w+\.)*(tracer|logger|metrics|functools|contextlib|abc|typing|backoff|tenacity|xray_recorder)\b)/;

function isRegistered(tree: Tree, definition: Node): boolean {
  for (let one = firstDecorator(tree, definition); tree.kind(one) === Kind.Decorator; one = tree.nextSibling(one)) {
    if (!plain.test(tree.text(decoratorExpression(tree, one)))) return true;
  }
  return false;
}

/** The functions that mention a name; `open` where it is mentioned at the top of the module, in a text, or gets another name. */
function mentionsIn({ file, tree: treeOf }: CallingFile, name: string): Definition[] | 'open' {
  const tree = treeOf();
  const found: Definition[] = [];
  let open = false;
  walk(tree, tree.root, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.Import || kind === Kind.ImportFrom) {
      for (let one = firstAlias(tree, node); one !== NONE; one = tree.nextSibling(one)) {
        if (aliasName(tree, one) !== NONE && dottedText(tree, aliasTarget(tree, one)).split('.').at(-1) === name)
          open = true;
      }
      return false;
    }
    const isMention =
      ((kind === Kind.Name || kind === Kind.Attribute) && tree.nameText(node) === name && !isDefined(tree, node)) ||
      (kind === Kind.String && stringValue(tree, node) === name);
    if (!isMention) return undefined;
    const names = definitionsAround(tree, node);
    if (names.length === 0) open = true;
    else found.push({ file, names });
    return undefined;
  });
  return open ? 'open' : found;
}

function isDefined(tree: Tree, node: Node): boolean {
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  return (kind === Kind.FunctionDefinition || kind === Kind.ClassDefinition) && definitionName(tree, parent) === node;
}

/** The names of the classes and functions around a node, lambdas left out. */
function definitionsAround(tree: Tree, node: Node): string[] {
  const names: string[] = [];
  let runs = true;
  for (let scope = scopeAround(tree, node); scope !== tree.root; scope = scopeAround(tree, scope)) {
    if (tree.kind(scope) === Kind.Lambda) continue;
    if (tree.kind(scope) === Kind.FunctionDefinition) runs = false;
    names.unshift(tree.nameText(definitionName(tree, scope)));
  }
  return runs ? [] : names;
}
