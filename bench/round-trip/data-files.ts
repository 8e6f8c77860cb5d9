import type { DataNode, DataTree, Entry, PathStep } from '../../src/syntax/data-tree.ts';
import type { DataEdits, DataValue, TextEdit } from '../../src/syntax/edit.ts';
import type { Trial } from './trial.ts';

interface Leaf {
  readonly path: PathStep[];
  readonly document: number;
  /** What the last step leads to, with its key where it is an entry. */
  readonly node: DataNode;
  readonly entry: Entry | undefined;
  /** The key of what holds it, if it holds nothing else. */
  readonly holder: DataNode | undefined;
}

/** One random edit of a data file: a scalar set to another value, an entry removed, or an item put into a list. */
export function dataTrial(tree: DataTree, edits: DataEdits, draw: (below: number) => number): Trial | undefined {
  const leaves: Leaf[] = [];
  for (const [document, root] of tree.documents.entries())
    gather(root, document, { path: [], entry: undefined, holder: undefined }, leaves);
  const leaf = leaves[draw(leaves.length)];
  if (leaf === undefined) return undefined;
  const { path, document, node, entry, holder } = leaf;
  const kind = node.kind === 'sequence' ? 'insert' : draw(3) === 0 ? 'remove' : 'set';
  let made: TextEdit[] | undefined;
  if (kind === 'insert')
    made = edits.insert(tree, path, draw(2) * (node.kind === 'sequence' ? node.items.length : 0), 'inserted', document);
  else if (kind === 'remove') made = edits.remove(tree, path, document);
  else made = edits.set(tree, path, otherValue(node, draw), document);
  const start = kind === 'set' ? node.start : (entry?.key.start ?? node.start);
  return {
    holder: kind === 'remove' ? holder?.end : undefined,
    what: `${kind} ${path.join('.')}`,
    edits: made,
    start,
    end: Math.max(node.end, entry?.value.end ?? 0),
    kind,
  };
}

/** Scalars and lists that a path of own keys leads to; no alias is entered, and no key that stands twice. */
function gather(node: DataNode, document: number, at: Omit<Leaf, 'node' | 'document'>, leaves: Leaf[]): void {
  const { path, entry } = at;
  if (path.length > 0 && (node.kind === 'scalar' || node.kind === 'sequence')) leaves.push({ ...at, document, node });
  if (node.kind === 'sequence') {
    const holder = node.items.length === 1 ? entry?.key : undefined;
    for (const [index, item] of node.items.entries())
      gather(item, document, { path: [...path, index], entry: undefined, holder }, leaves);
  }
  if (node.kind !== 'mapping') return;
  const names = new Map<string, number>();
  for (const { key } of node.entries) if (key.kind === 'scalar') names.set(key.text, (names.get(key.text) ?? 0) + 1);
  const holder = node.entries.length === 1 ? entry?.key : undefined;
  for (const child of node.entries) {
    if (child.key.kind === 'scalar' && names.get(child.key.text) === 1)
      gather(child.value, document, { path: [...path, child.key.text], entry: child, holder }, leaves);
  }
}

function otherValue(node: DataNode, draw: (below: number) => number): DataValue {
  const values: DataValue[] = ['changed', 'two words', 'yes: "no" # \\ \'', '3.10', 42, true, 'é'];
  const texts = values.filter((value) => typeof value === 'string');
  const among = node.kind === 'scalar' && typeof node.value === 'string' ? texts : values;
  return among[draw(among.length)] ?? '';
}
