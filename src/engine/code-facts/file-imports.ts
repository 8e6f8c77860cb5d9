import { rangeOf } from '../../python/range-of.ts';
import type { CodeImport } from '../../steps/code.ts';
import {
  aliasName,
  aliasTarget,
  dottedText,
  firstAlias,
  importedModule,
  importLevel,
  Kind,
  NONE,
  type Node,
  type Tree,
  walk,
} from '../../syntax/python/index.ts';
import type { CodeFile } from './file-calls.ts';

/** The absolute imports that a file always runs: at its top, outside of `try`, `if`, functions and classes. */
export function fileImports({ tree, placeOf }: CodeFile): CodeImport[] {
  const counts = lazyCounts(tree);
  const found: CodeImport[] = [];
  for (let one = tree.firstChild(tree.root); one !== NONE; one = tree.nextSibling(one)) {
    const kind = tree.kind(one);
    if (kind !== Kind.Import && kind !== Kind.ImportFrom) continue;
    if (kind === Kind.ImportFrom && importLevel(tree, one) > 0) continue;
    const text = tree.text(one);
    const place = placeOf(rangeOf(tree, one));
    for (const [root, name] of namesOf(tree, one)) {
      const used = name === '*' || root === '__future__' || isNoted(tree, one) || counts(name) > 1;
      found.push({ root, place, text, used });
    }
  }
  return found;
}

/** The first part of the module with the name that is bound, for each alias. */
function namesOf(tree: Tree, statement: Node): [root: string, name: string][] {
  const from = tree.kind(statement) === Kind.ImportFrom;
  const module = from ? dottedText(tree, importedModule(tree, statement)) : '';
  const names: [string, string][] = [];
  for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
    const target = dottedText(tree, aliasTarget(tree, alias));
    const renamed = aliasName(tree, alias);
    const name = renamed !== NONE ? tree.nameText(renamed) : from ? target : first(target);
    names.push([first(from ? module : target), name]);
  }
  return names;
}

function first(text: string): string {
  return text.split('.', 1)[0] ?? text;
}

/** A comment on the line says that it is meant. */
function isNoted(tree: Tree, statement: Node): boolean {
  const { source } = tree;
  const end = tree.end(statement);
  const line = source.indexOf(0x0a, end);
  return tree.slice(end, line < 0 ? source.length : line).includes('#');
}

/** How often a name stands in a file, in texts too: `__all__` and annotations name it there. */
function lazyCounts(tree: Tree): (name: string) => number {
  let words: Map<string, number> | undefined;
  return (name) => {
    if (words === undefined) {
      words = new Map();
      walk(tree, tree.root, (node) => {
        const kind = tree.kind(node);
        if (kind === Kind.Name) count(words, tree.nameText(node));
        else if (kind === Kind.String || kind === Kind.FormattedString)
          for (const word of tree.text(node).match(/\w+/g) ?? []) count(words, word);
      });
    }
    return words.get(name) ?? 0;
  };
}

function count(words: Map<string, number> | undefined, word: string): void {
  words?.set(word, (words.get(word) ?? 0) + 1);
}
