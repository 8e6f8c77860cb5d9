import type { CodeCall } from '../../steps/code.ts';
import {
  decoratorExpression,
  definitionName,
  firstClassArgument,
  firstDecorator,
  Kind,
  NONE,
  type Node,
  type Tree,
  walk,
} from '../../syntax/python/index.ts';
import type { Mentions } from './mentions.ts';
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
 * registers, a method of a base class, a name in a text, a name that is put together) counts as called, and a method only
 * where its class is mentioned too. `started` are the functions that the platform calls, by file; where there are none,
 * everything may run. What stands under `if __name__ == "__main__"` counts in files that are started as scripts.
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
  if (files.some((one) => one.bytes.includes('getattr(') && mayNameOwn(one.mentions().lookups, files))) return true;
  const target = { file, names: within };
  const found = whatLeadsTo(target, files, started);
  return found === 'too-much' || isReached(target, found);
}

/** What a definition is asked by, and who mentions these names: both only as far as they may lead to one definition. */
interface Chains {
  /** The names that must all be mentioned for a definition to run, by its key; none where somebody who is not seen may run it. */
  readonly wanted: ReadonlyMap<string, readonly string[]>;
  readonly mentioned: ReadonlyMap<string, readonly Definition[] | 'open'>;
}

function whatLeadsTo(
  target: Definition,
  files: readonly CallingFile[],
  started: ReadonlyMap<string, ReadonlySet<string>>,
): Chains | 'too-much' {
  const wanted = new Map<string, readonly string[]>();
  const mentioned = new Map<string, readonly Definition[] | 'open'>();
  const entries = new Set([...started.values()].flatMap((names) => [...names])); // by whatever file it is named
  const open = [target];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const key = keyOf(one);
    if (wanted.has(key)) continue;
    const home = files.find(({ file }) => file === one.file);
    const [outer] = one.names;
    const isFree = home === undefined || outer === undefined || entries.has(outer);
    const names = isFree ? [] : namesAsked(home.tree(), one.names);
    wanted.set(key, names);
    for (const name of names) {
      if (mentioned.has(name)) continue;
      if (mentioned.size > mostSearches) return 'too-much';
      const by = mentionsAmong(files, name, started);
      mentioned.set(name, by);
      if (by !== 'open') open.push(...by);
    }
  }
  return { wanted, mentioned };
}

/** The functions that mention a name in any of the files; `open` where it is mentioned outside of functions. */
function mentionsAmong(
  files: readonly CallingFile[],
  name: string,
  started: ReadonlyMap<string, ReadonlySet<string>>,
): Definition[] | 'open' {
  const all: Definition[] = [];
  for (const other of files) {
    if (!other.bytes.includes(name)) continue;
    const found = mentionsIn(other, name, started.get(other.file)?.has(script) === true);
    if (found === 'open') return 'open';
    all.push(...found);
  }
  return all;
}

/** True if a definition runs, where one runs whose names are all mentioned by some that run, again and again. */
function isReached(target: Definition, { wanted, mentioned }: Chains): boolean {
  const running = new Set<string>();
  const goal = keyOf(target);
  const isMentioned = (name: string): boolean => {
    const by = mentioned.get(name) ?? [];
    return by === 'open' || by.some((one) => running.has(keyOf(one)));
  };
  for (let before = -1; before < running.size && !running.has(goal); ) {
    before = running.size;
    for (const [key, names] of wanted) if (names.every(isMentioned)) running.add(key);
  }
  return running.has(goal);
}

function keyOf({ file, names }: Definition): string {
  return `${file} ${names.join('.')}`;
}

/** True if a lookup by a name that is put together may be made in code of these files: not in a module of elsewhere. */
function mayNameOwn(lookups: ReadonlySet<string>, files: readonly CallingFile[]): boolean {
  return [...lookups].some(
    (root) => root === '' || files.some(({ file }) => new RegExp(`(^|/)${root}(/|\\.py$)`).test(file)),
  );
}

/** Names of methods that the language calls by itself. */
const special = /^__\w+__$/;

/**
 * The names by which a definition is called, all of them: a method's own and that of its class, since somebody has to make
 * the object. None where somebody who is not seen may call it.
 */
function namesAsked(tree: Tree, names: readonly string[]): string[] {
  let scope: Node = tree.root;
  let hooks = false;
  const asked: string[] = [];
  for (const name of names) {
    const definition = definitionIn(tree, scope, name);
    if (definition === undefined) return asked;
    const registered = isRegistered(tree, definition);
    if (tree.kind(definition) === Kind.ClassDefinition) {
      hooks = firstClassArgument(tree, definition) !== NONE;
      asked.splice(0, asked.length, ...(registered ? [] : [name]));
      scope = definition;
      continue;
    }
    if (registered) return [];
    return special.test(name) || hooks ? asked : [...asked, name];
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
  /^(staticmethod|classmethod|property|abstractmethod|override|contextmanager|asynccontextmanager|wraps|cached?|cached_property|lru_cache|retry|backoff|dataclass|define|frozen|unique|final|total_ordering|(\w+\.)*(tracer|logger|metrics|functools|contextlib|dataclasses|attrs?|enum|abc|typing|backoff|tenacity|xray_recorder|functions_framework)\b)/;

/** True for a function that a decorator may hand to somebody who calls it. */
export function isRegistered(tree: Tree, definition: Node): boolean {
  for (let one = firstDecorator(tree, definition); tree.kind(one) === Kind.Decorator; one = tree.nextSibling(one)) {
    if (!plain.test(tree.text(decoratorExpression(tree, one)))) return true;
  }
  return false;
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
