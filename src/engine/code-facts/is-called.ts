import { addTo } from '../../evidence/add-to.ts';
import type { CodeCall } from '../../steps/code.ts';
import {
  aliasName,
  aliasTarget,
  callee,
  decoratorExpression,
  definitionName,
  dottedText,
  firstAlias,
  firstArgument,
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
import { isUnderMain } from './surroundings.ts';

/** A file of a service, as far as it matters for who calls whom. */
export interface CallingFile {
  readonly file: string;
  readonly bytes: Buffer;
  readonly tree: () => Tree;
  /** Where names stand in it; read once, whoever asks. */
  readonly mentions: () => Mentions;
}

/** Whether the code at a place may run when a service is started; `within` names what is around it. */
export type IsCalled = (at: Pick<CodeCall, 'place' | 'within'>) => boolean;

const mostSearches = 300;

/** The name of a file's own run in `started`: it is started as a script. */
const script = '__main__';

/**
 * Goes backwards by names, from the function around a place to those that mention it, up to a function that is started or
 * the top of a module. False only where no such chain of mentions is there: what somebody else may call (a decorator that
 * registers, a method of a base class, a name in a text, a name that is put together) counts as called. `started` are the
 * functions that the platform calls, by file; where there are none, everything may run. What stands under
 * `if __name__ == "__main__"` counts in files that are started as scripts.
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
    if ([...started.values()].some((names) => names.has(outer))) return true; // by whatever file it is named
    const name = nameAsked(home.tree(), one.names);
    if (name === undefined) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    for (const other of files) {
      if (!other.bytes.includes(name)) continue;
      const found = mentionsIn(other, name, started.get(other.file)?.has(script) === true);
      if (found === 'open') return true;
      open.push(...found);
    }
  }
  return files.some(({ bytes, mentions }) => bytes.includes('getattr(') && mentions().anything);
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
  /^(staticmethod|classmethod|property|abstractmethod|override|contextmanager|asynccontextmanager|wraps|cached?|cached_property|lru_cache|retry|backoff|(\w+\.)*(tracer|logger|metrics|functools|contextlib|abc|typing|backoff|tenacity|xray_recorder|functions_framework)\b)/;

/** True for a function that a decorator may hand to somebody who calls it. */
export function isRegistered(tree: Tree, definition: Node): boolean {
  for (let one = firstDecorator(tree, definition); tree.kind(one) === Kind.Decorator; one = tree.nextSibling(one)) {
    if (!plain.test(tree.text(decoratorExpression(tree, one)))) return true;
  }
  return false;
}

/** Where a file mentions names: names, attributes, and texts that are nothing but a name. */
export interface Mentions {
  readonly nodes: ReadonlyMap<string, readonly Node[]>;
  /** Names that an import gives another name. */
  readonly renamed: ReadonlySet<string>;
  /** It has members looked up by names that are put together. */
  readonly anything: boolean;
}

/** Reads where a tree mentions names. */
export function readMentions(tree: Tree): Mentions {
  const nodes = new Map<string, Node[]>();
  const renamed = new Set<string>();
  let anything = false;
  walk(tree, tree.root, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.Import || kind === Kind.ImportFrom) {
      for (let one = firstAlias(tree, node); one !== NONE; one = tree.nextSibling(one)) {
        if (aliasName(tree, one) !== NONE)
          renamed.add(dottedText(tree, aliasTarget(tree, one)).split('.').at(-1) ?? '');
      }
      return false;
    }
    if (kind === Kind.Call && isOpenLookup(tree, node)) anything = true;
    const name =
      kind === Kind.Name || kind === Kind.Attribute
        ? tree.nameText(node)
        : kind === Kind.String
          ? stringValue(tree, node)
          : undefined;
    if (name !== undefined && /^\w+$/.test(name) && !isDefined(tree, node)) addTo(nodes, name, node);
    return undefined;
  });
  return { nodes, renamed, anything };
}

/** `getattr` with a name that is no literal. */
function isOpenLookup(tree: Tree, call: Node): boolean {
  const called = callee(tree, call);
  if (tree.kind(called) !== Kind.Name || tree.nameText(called) !== 'getattr') return false;
  const object = firstArgument(tree, call);
  return object !== NONE && tree.kind(tree.nextSibling(object)) !== Kind.String;
}

/** The functions that mention a name; `open` where it is mentioned at the top of the module, or gets another name. */
function mentionsIn(
  { file, tree: treeOf, mentions }: CallingFile,
  name: string,
  isScript: boolean,
): Definition[] | 'open' {
  const { nodes, renamed } = mentions();
  if (renamed.has(name)) return 'open';
  const tree = treeOf();
  const found: Definition[] = [];
  for (const node of nodes.get(name) ?? []) {
    const names = definitionsAround(tree, node);
    if (names.length > 0) found.push({ file, names });
    else if (isScript || !isUnderMain(tree, node)) return 'open';
  }
  return found;
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
