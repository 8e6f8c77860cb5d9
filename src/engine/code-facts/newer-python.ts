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

/** What CPython added to its standard library: paths (`tomllib`, `datetime.UTC`) to the first version. */
export type Additions = ReadonlyMap<string, PythonVersion>;

/**
 * What a file uses that Pythons up to a version do not have: its syntax, and modules and names of the standard library. What
 * stands where the version is asked for, or where its absence is caught, is left out.
 */
export function newerPython(file: CodeFile, additions: Additions, python: PythonVersion): CodeNeed[] {
  const { tree, names, placeOf } = file;
  const found: CodeNeed[] = [];
  for (const { feature, start } of tree.features) {
    const { name, since } = features[feature];
    if (compareVersions(since, python) > 0)
      found.push({
        what: name,
        since: since.join('.'),
        kind: 'syntax',
        place: placeOf(rangeBetween(tree, start, start + 1)),
        within: [],
      });
  }
  const note = (node: Node, path: string): boolean => {
    const since = additions.get(path);
    if (since === undefined || compareVersions(since, python) <= 0) return false;
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
    if (kind === Kind.Attribute) {
      if (note(node, names.path(node))) return false;
    } else if (kind === Kind.Import || (kind === Kind.ImportFrom && importLevel(tree, node) === 0))
      noteImport(tree, node, note);
    return undefined;
  });
  return found;
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
