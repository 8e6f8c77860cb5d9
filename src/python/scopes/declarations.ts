// https://docs.python.org/3/reference/simple_stmts.html#the-global-statement
import { Kind, type NameId, NONE, type Node, type Tree } from '../../syntax/python/index.ts';
import { scopeNodeAt } from './places.ts';

/** What a scope says of names that do not live in it. */
export type Declared = ReadonlyMap<NameId, 'global' | 'nonlocal'>;

/** The declarations of a module, by the node that opens the scope in which they stand. */
export function readDeclarations(tree: Tree, statements: readonly Node[]): ReadonlyMap<Node, Declared> {
  const found = new Map<Node, Map<NameId, 'global' | 'nonlocal'>>();
  for (const statement of statements) {
    const opener = scopeNodeAt(tree, statement);
    if (opener === tree.root) continue; // there it says nothing
    let declared = found.get(opener);
    if (declared === undefined) found.set(opener, (declared = new Map()));
    const word = tree.kind(statement) === Kind.Global ? 'global' : 'nonlocal';
    for (let name = tree.firstChild(statement); name !== NONE; name = tree.nextSibling(name)) {
      declared.set(tree.name(name), word);
    }
  }
  return found;
}
