import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { rangeOf } from '../../python/range-of.ts';
import {
  aliasName,
  aliasTarget,
  attributeNameStart,
  callee,
  dottedText,
  firstAlias,
  firstArgument,
  importedModule,
  importLevel,
  Kind,
  NONE,
  type Node,
  type Tree,
  valueOf,
  walk,
} from '../../syntax/python/index.ts';
import { clientCalls } from './client-names.ts';
import { type ImportLine, memberPath } from './import-lines.ts';

/** A name that a file imports of others' code. */
export interface ImportedName extends ImportLine {
  /** The statement; null for what a module of the project hands on. */
  readonly imported: Evidence | null;
}

/** What a file of Python does with others' code. */
export interface CodeUse {
  /** What it imports, by absolute paths. */
  readonly names: readonly ImportedName[];
  /** The best place at which code uses what a name binds, dotted where something of it is meant; null where none does. */
  useOf(bound: string): Evidence | null;
  /** True if that place does something with it: calls it, decorates by it or builds on it. */
  acts(bound: string): boolean;
  /** The clients of AWS that it makes by their service's name, the first place of each. */
  readonly clients: ReadonlyMap<string, Evidence>;
}

/** The first place at which a name is used, and the first at which it is called, or something of it, to some purpose. */
interface Uses {
  first: Node;
  called: Node | null;
}

/** Calls that set up, log or fail rather than do what a library is for. */
const aside =
  /(?:^|\.)(?:autoreload\.\w+|get_?(?:\w+_)?[lL]ogger|set_\w*(?:option|level|style|verbosity)\w*|filterwarnings|simplefilter|disable_warnings|\w*(?:Error|Exception|Warning))$/;

/** Reads what a file imports and uses. `behind` says what of others an import has by way of the project's own modules. */
export function codeUse(tree: Tree, file: string, behind: (line: ImportLine) => readonly ImportLine[]): CodeUse {
  const names: ImportedName[] = [];
  const uses = new Map<string, Uses>();
  const clients = new Map<string, Evidence>();
  const gives = clientCalls(bufferOf(tree));
  walk(tree, tree.root, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.Import || kind === Kind.ImportFrom) {
      const imported = evidence({ file, ...rangeOf(tree, node) }, tree.text(node));
      for (const line of linesOf(tree, node)) {
        if (!line.path.startsWith('.')) names.push({ ...line, imported });
        for (const one of behind(line)) names.push({ ...one, imported: null });
      }
      return false;
    }
    if (kind === Kind.Name) addUse(uses, tree, node);
    if (kind === Kind.Call) {
      const service = clientService(tree, node, gives);
      if (service !== undefined && !clients.has(service)) clients.set(service, lineEvidenceOf(tree, file, node));
    }
    return true;
  });
  const useOf = (bound: string): Evidence | null => {
    const use = uses.get(bound);
    return use === undefined ? null : lineEvidenceOf(tree, file, use.called ?? use.first);
  };
  return { names, useOf, acts: (bound) => (uses.get(bound)?.called ?? null) !== null, clients };
}

function linesOf(tree: Tree, statement: Node): ImportLine[] {
  const from = tree.kind(statement) === Kind.ImportFrom;
  const module = from ? '.'.repeat(importLevel(tree, statement)) + moduleText(tree, statement) : '';
  const found: ImportLine[] = [];
  for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
    const target = dottedText(tree, aliasTarget(tree, alias));
    const renamed = aliasName(tree, alias);
    const bound = renamed === NONE ? target : tree.nameText(renamed);
    found.push({ path: from ? memberPath(module, target) : target, bound });
  }
  return found;
}

function moduleText(tree: Tree, statement: Node): string {
  const module = importedModule(tree, statement);
  return module === NONE ? '' : dottedText(tree, module);
}

/** To ask for a library's version is no use of it. */
export const version = '.__version__';

/** A name that is only assigned to (`np = None`, where an import failed) is not used. */
function addUse(uses: Map<string, Uses>, tree: Tree, node: Node): void {
  const parent = tree.parent(node);
  if (tree.kind(parent) === Kind.Assignment && tree.nextSibling(node) !== NONE) return;
  const paths = pathsFrom(tree, node);
  const whole = paths.at(-1) ?? '';
  if (whole.endsWith(version)) return;
  const called = isCalled(tree, node) && !aside.test(whole) ? node : null;
  for (const path of paths) {
    const known = uses.get(path);
    if (known === undefined) uses.set(path, { first: node, called });
    else known.called ??= called;
  }
}

/** A name, and the dotted paths of what is taken of it: `a`, `a.b`, `a.b.c`. */
function pathsFrom(tree: Tree, node: Node): string[] {
  const found = [tree.nameText(node)];
  for (let top = tree.parent(node); tree.kind(top) === Kind.Attribute && found.length < 6; top = tree.parent(top)) {
    found.push(`${found.at(-1)}.${tree.slice(attributeNameStart(tree, top), tree.end(top))}`);
  }
  return found;
}

/** True if a name, or an attribute of it, is called, decorates or is a base. */
function isCalled(tree: Tree, node: Node): boolean {
  let top = node;
  while (tree.kind(tree.parent(top)) === Kind.Attribute) top = tree.parent(top);
  const parent = tree.parent(top);
  const kind = tree.kind(parent);
  return (
    (kind === Kind.Call && callee(tree, parent) === top) || kind === Kind.Decorator || kind === Kind.ClassDefinition
  );
}

/** The service of `….client('sqs')`, `….resource(service_name='s3')`, and of a project's own `get_client('sqs')`. */
function clientService(tree: Tree, call: Node, gives: ReturnType<typeof clientCalls>): string | undefined {
  const called = callee(tree, call);
  const kind = tree.kind(called);
  if (kind !== Kind.Attribute && kind !== Kind.Name) return undefined;
  const start = kind === Kind.Attribute ? attributeNameStart(tree, called) : tree.start(called);
  if (!gives(tree.slice(start, tree.end(called)), kind === Kind.Attribute)) return undefined;
  const first = firstArgument(tree, call);
  const value = tree.kind(first) === Kind.KeywordArgument ? valueOf(tree, first) : first;
  if (value === NONE || tree.kind(value) !== Kind.String) return undefined;
  return /^['"]([a-z0-9-]+)['"]$/.exec(tree.text(value))?.[1];
}

/** Evidence at a node: the line on which it begins. */
function lineEvidenceOf(tree: Tree, file: string, node: Node): Evidence {
  const buffer = bufferOf(tree);
  const offset = tree.start(node);
  const end = buffer.indexOf(0x0a, offset);
  const line = buffer.toString('utf8', buffer.lastIndexOf(0x0a, offset) + 1, end < 0 ? buffer.length : end);
  return evidence({ file, ...rangeOf(tree, node) }, line);
}

function bufferOf({ source }: Tree): Buffer {
  return Buffer.from(source.buffer, source.byteOffset, source.byteLength);
}
