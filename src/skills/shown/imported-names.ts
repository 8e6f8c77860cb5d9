import type { Evidence } from '../../evidence/evidence.ts';
import { evidence } from '../../evidence/evidence.ts';
import { rangeOf } from '../../python/range-of.ts';
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

/** A name that a file imports, and the first place at which it is used. */
export interface ImportedName {
  /** The dotted module, with the name that is imported from it behind. */
  readonly path: string;
  readonly imported: Evidence;
  /** Null where nothing but the import names it. */
  readonly used: Evidence | null;
}

/** The absolute imports of a file, and whether the code uses what they bind. */
export function importedNames(tree: Tree, file: string): ImportedName[] {
  const statements: { path: string; bound: string; statement: Node }[] = [];
  const uses = new Map<string, Node>();
  walk(tree, tree.root, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.Import || kind === Kind.ImportFrom) {
      if (kind === Kind.Import || importLevel(tree, node) === 0) statements.push(...aliasesOf(tree, node));
      return false;
    }
    if (kind === Kind.Name) {
      const name = tree.nameText(node);
      if (!uses.has(name)) uses.set(name, node);
    }
    return true;
  });
  return statements.map(({ path, bound, statement }) => {
    const use = uses.get(bound);
    return {
      path,
      imported: evidence({ file, ...rangeOf(tree, statement) }, tree.text(statement)),
      used: use === undefined ? null : evidence({ file, ...rangeOf(tree, use) }, lineAt(tree, tree.start(use))),
    };
  });
}

function aliasesOf(tree: Tree, statement: Node): { path: string; bound: string; statement: Node }[] {
  const from = tree.kind(statement) === Kind.ImportFrom;
  const module = from ? dottedText(tree, importedModule(tree, statement)) : '';
  const found: { path: string; bound: string; statement: Node }[] = [];
  for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
    const target = dottedText(tree, aliasTarget(tree, alias));
    const renamed = aliasName(tree, alias);
    const bound = renamed !== NONE ? tree.nameText(renamed) : from ? target : (target.split('.', 1)[0] ?? target);
    found.push({ path: from ? `${module}.${target}` : target, bound, statement });
  }
  return found;
}

/** The text of the line of an offset. */
function lineAt({ source }: Tree, offset: number): string {
  const buffer = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const end = buffer.indexOf(0x0a, offset);
  return buffer.toString('utf8', buffer.lastIndexOf(0x0a, offset) + 1, end < 0 ? buffer.length : end);
}
