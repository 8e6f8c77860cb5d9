import { rangeBetween, rangeOf } from '../../python/range-of.ts';
import type { CodeNeed } from '../../steps/code.ts';
import {
  aliasTarget,
  compareVersions,
  dottedText,
  features,
  firstAlias,
  firstHandler,
  handlerType,
  importedModule,
  importLevel,
  Kind,
  NONE,
  type Node,
  type PythonVersion,
  type Tree,
  testOf,
  walk,
} from '../../syntax/python/index.ts';
import type { CodeFile } from './file-calls.ts';
import { namesAround } from './surroundings.ts';

/** What CPython added to its standard library after a version: paths (`tomllib`, `datetime.UTC`) to the first version. */
export interface Additions {
  readonly paths: ReadonlyMap<string, PythonVersion>;
  /** By the first part of the path, the last parts. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** Those of the additions that a version does not have. */
export function additionsAfter(python: PythonVersion, all: ReadonlyMap<string, PythonVersion>): Additions {
  const paths = new Map([...all].filter(([, since]) => compareVersions(since, python) > 0));
  const names = Map.groupBy(paths.keys(), (path) => path.split('.', 1)[0] ?? path);
  return {
    paths,
    names: new Map([...names].map(([root, own]) => [root, own.map((path) => path.slice(path.lastIndexOf('.') + 1))])),
  };
}

/** True for a file that may use one of the additions, by what it imports and the texts that it holds. */
export function mayUse({ names }: Additions, roots: ReadonlySet<string>, bytes: Buffer): boolean {
  for (const [root, own] of names) {
    if ((root === 'builtins' || roots.has(root)) && own.some((name) => bytes.includes(name))) return true;
  }
  return false;
}

/** The syntax of a file that a version does not read. */
export function newerSyntax({ tree, placeOf }: Pick<CodeFile, 'tree' | 'placeOf'>, python: PythonVersion): CodeNeed[] {
  return tree.features.flatMap(({ feature, start }) => {
    const { name, since } = features[feature];
    if (compareVersions(since, python) <= 0) return [];
    const place = placeOf(rangeBetween(tree, start, start + 1));
    return [{ what: name, since: since.join('.'), kind: 'syntax', place, within: [] }];
  });
}

/**
 * The modules and names of the standard library that a file uses and a version does not have. What stands where the version
 * is asked for, or where its absence is caught, is left out.
 */
export function newerLibrary(file: CodeFile, { paths }: Additions): CodeNeed[] {
  const { tree, names, placeOf } = file;
  const found: CodeNeed[] = [];
  const note = (node: Node, path: string): boolean => {
    const since = paths.get(path);
    if (since === undefined) return false;
    if (!isGuarded(tree, node))
      found.push({
        what: path,
        since: since.join('.'),
        kind: 'library',
        place: placeOf(rangeOf(tree, node)),
        within: namesAround(tree, node),
      });
    return true;
  };
  walk(tree, tree.root, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.Name) {
      const name = tree.nameText(node);
      if (paths.has(`builtins.${name}`) && isBuiltin(file, node, name)) note(node, `builtins.${name}`);
    } else if (kind === Kind.Attribute) {
      if (note(node, names.path(node))) return false;
    } else if (kind === Kind.Import || (kind === Kind.ImportFrom && importLevel(tree, node) === 0))
      noteImport(tree, node, note);
    return undefined;
  });
  return found;
}

/** True for an error that is not bound in its file, and that no import of everything may bring. */
function isBuiltin({ tree, names }: CodeFile, node: Node, name: string): boolean {
  return /^[A-Z]/.test(name) && names.path(node) === name && !/\bimport \*/.test(tree.text(tree.root));
}

function noteImport(tree: Tree, node: Node, note: (node: Node, path: string) => boolean): void {
  const module = tree.kind(node) === Kind.ImportFrom ? dottedText(tree, importedModule(tree, node)) : '';
  if (module !== '' && note(node, module)) return;
  for (let one = firstAlias(tree, node); one !== NONE; one = tree.nextSibling(one)) {
    const target = dottedText(tree, aliasTarget(tree, one));
    note(node, module === '' ? target : `${module}.${target}`);
  }
}

const asksVersion = /version|hexversion|TYPE_CHECKING|hasattr|PY_?\d|python|HAS_|HAVE_|_AVAILABLE/i;
const catches = /^$|Import|ModuleNotFound|Attribute|NameError|Exception/;

/** True where the code asks which Python it runs on, or goes on without what is not there. */
function isGuarded(tree: Tree, node: Node): boolean {
  for (let one = tree.parent(node); one !== NONE; one = tree.parent(one)) {
    const kind = tree.kind(one);
    if (kind === Kind.If || kind === Kind.Elif) {
      if (asksVersion.test(tree.text(testOf(tree, one)))) return true;
    } else if (kind === Kind.Conditional || kind === Kind.BooleanOperation) {
      if (asksVersion.test(tree.text(one))) return true;
    } else if (kind === Kind.Try) {
      for (
        let handler = firstHandler(tree, one);
        tree.kind(handler) === Kind.ExceptHandler;
        handler = tree.nextSibling(handler)
      ) {
        const type = handlerType(tree, handler);
        if (catches.test(type === NONE ? '' : tree.text(type))) return true;
      }
    }
  }
  return false;
}
