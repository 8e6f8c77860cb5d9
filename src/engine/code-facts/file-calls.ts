import type { Place, Range } from '../../evidence/place.ts';
import { rangeBetween, rangeOf } from '../../python/range-of.ts';
import type { CodeArgument, CodeCall } from '../../steps/code.ts';
import {
  attributeNameStart,
  callee,
  definitionName,
  firstArgument,
  firstTarget,
  isAsync,
  Kind,
  NONE,
  type Node,
  type Tree,
  valueOf,
  walk,
} from '../../syntax/python/index.ts';
import { routeAround } from './handler-answers.ts';
import { isLogging } from './logging.ts';
import { Names, scopeAround } from './names.ts';
import { partsTaken } from './parts-taken.ts';
import { servedFunctions } from './served-functions.ts';
import { isConditional, isMadeOnce, isUnderMain, namesAround } from './surroundings.ts';

/** A file's tree with what its names stand for and how its ranges become places. */
export interface CodeFile {
  readonly tree: Tree;
  readonly names: Names;
  readonly placeOf: (range: Range) => Place;
}

/** Reads the names of a tree. */
export function codeFile(tree: Tree, placeOf: (range: Range) => Place): CodeFile {
  return { tree, names: new Names(tree), placeOf };
}

/** The calls of a file, in the order of the text. */
export function fileCalls(file: CodeFile): CodeCall[] {
  const { tree } = file;
  const found: CodeCall[] = [];
  walk(tree, tree.root, (node) => {
    if (tree.kind(node) === Kind.Call) found.push(new FileCall(file, node));
  });
  return found;
}

/** A call in its tree. What the checks ask of few calls is worked out when they ask. */
class FileCall implements CodeCall {
  private readonly file: CodeFile;
  private readonly node: Node;
  private known: string | undefined;
  private given: Given | undefined;

  constructor(file: CodeFile, node: Node) {
    this.file = file;
    this.node = node;
  }

  get path(): string {
    this.known ??= this.file.names.path(this.called);
    return this.known;
  }

  get place(): Place {
    const { tree, placeOf } = this.file;
    const called = this.called;
    const start = tree.kind(called) === Kind.Attribute ? attributeNameStart(tree, called) : tree.start(called);
    return placeOf(rangeBetween(tree, start, tree.end(called)));
  }

  get text(): string {
    return this.file.tree.text(this.called);
  }

  get keywords(): CodeCall['keywords'] {
    return this.arguments.keywords;
  }

  get positional(): readonly CodeArgument[] {
    return this.arguments.positional;
  }

  get open(): boolean {
    return this.arguments.open;
  }

  get within(): readonly string[] {
    return namesAround(this.file.tree, this.node);
  }

  get conditional(): boolean {
    return isConditional(this.file.tree, this.node);
  }

  get isMain(): boolean {
    return isUnderMain(this.file.tree, this.node);
  }

  get holdsLoop(): boolean {
    const { tree } = this.file;
    if (tree.kind(tree.parent(this.node)) === Kind.Await) return false;
    return servedFunctions(tree).has(scopeAround(tree, this.node));
  }

  get waitsIn(): string | null {
    const { tree } = this.file;
    const scope = scopeAround(tree, this.node);
    const isAwaited = tree.kind(tree.parent(this.node)) === Kind.Await;
    if (isAwaited || tree.kind(scope) !== Kind.FunctionDefinition || !isAsync(tree, scope)) return null;
    return scopeAround(tree, scope) === tree.root ? tree.nameText(definitionName(tree, scope)) : null;
  }

  get route(): string | null {
    return routeAround(this.file.tree, this.node);
  }

  get once(): boolean {
    return isMadeOnce(this.file.tree, this.node);
  }

  get use(): CodeCall['use'] {
    return useOf(this.file.tree, this.node);
  }

  get parts(): readonly string[] {
    return partsTaken(this.file.tree, this.node);
  }

  get around(): string {
    const { tree } = this.file;
    return tree.text(scopeAround(tree, this.node));
  }

  private get called(): Node {
    return callee(this.file.tree, this.node);
  }

  private get arguments(): Given {
    this.given ??= argumentsOf(this.file, this.node);
    return this.given;
  }
}

type Given = Pick<CodeCall, 'keywords' | 'positional' | 'open'>;

function argumentsOf(file: CodeFile, call: Node): Given {
  const { tree } = file;
  const keywords = new Map<string, CodeArgument>();
  const positional: CodeArgument[] = [];
  let open = false;
  for (let one = firstArgument(tree, call); one !== NONE; one = tree.nextSibling(one)) {
    const kind = tree.kind(one);
    if (kind === Kind.Starred || kind === Kind.DoubleStarred) open = true;
    else if (kind === Kind.KeywordArgument) keywords.set(tree.nameText(one), argumentAt(file, valueOf(tree, one)));
    else positional.push(argumentAt(file, one));
  }
  return { keywords, positional, open };
}

function argumentAt({ tree, names, placeOf }: CodeFile, node: Node): CodeArgument {
  return {
    text: tree.text(node),
    place: placeOf(rangeOf(tree, node)),
    get value() {
      return names.literal(node);
    },
    get begins() {
      return names.beginning(node);
    },
    get path() {
      return names.path(node);
    },
    get local() {
      return names.isLocal(node);
    },
  };
}

/** What becomes of what a call gives, within its function. */
function useOf(tree: Tree, call: Node): CodeCall['use'] {
  let node = call;
  while (tree.kind(tree.parent(node)) === Kind.Await) node = tree.parent(node);
  const parent = tree.parent(node);
  if (tree.kind(parent) === Kind.ExpressionStatement) return 'dropped';
  if (isPrinted(tree, node)) return 'printed';
  if (tree.kind(parent) !== Kind.Assignment) return 'used';
  const target = firstTarget(tree, parent);
  if (tree.kind(target) !== Kind.Name || tree.nextSibling(target) !== node) return 'used';
  const name = tree.name(target);
  let use: CodeCall['use'] = 'dropped';
  const scope = scopeAround(tree, call);
  if (scope === tree.root) return 'used';
  walk(tree, scope, (one) => {
    if (one === target || tree.kind(one) !== Kind.Name || tree.name(one) !== name) return;
    if (isTarget(tree, one)) return;
    if (!isPrinted(tree, one)) use = 'used';
    else if (use === 'dropped') use = 'printed';
  });
  return use;
}

function isTarget(tree: Tree, node: Node): boolean {
  const parent = tree.parent(node);
  return tree.kind(parent) === Kind.Assignment && firstTarget(tree, parent) === node;
}

/** True if an expression is, somewhere up, an argument of a call that prints or logs. */
function isPrinted(tree: Tree, node: Node): boolean {
  for (let parent = tree.parent(node); parent !== NONE; parent = tree.parent(parent)) {
    const kind = tree.kind(parent);
    if (kind === Kind.ExpressionStatement || kind === Kind.Block) return false;
    if (kind === Kind.Call && isLogging(tree, parent)) return true;
  }
  return false;
}
