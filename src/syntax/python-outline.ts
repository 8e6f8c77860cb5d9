import { Kind, NONE, type Node, type Tree, walk } from './python/index.ts';

const kindNames = new Map<number, string>(Object.entries(Kind).map(([name, kind]) => [kind, name]));
const longestText = 60;

/** The nodes of a module as lines, two spaces for each level: kind, place, and the text of leaves. */
export function pythonOutline(tree: Tree): string[] {
  const found: string[] = [];
  let depth = 0;
  walk(
    tree,
    tree.root,
    (node) => {
      found.push(`${'  '.repeat(depth)}${described(tree, node)}`);
      depth++;
    },
    () => {
      depth--;
    },
  );
  return found;
}

function described(tree: Tree, node: Node): string {
  const { line, column } = tree.lineColumn(tree.start(node));
  const leaf = tree.firstChild(node) === NONE && tree.end(node) > tree.start(node);
  const written = leaf ? tree.text(node) : tree.nameText(node);
  const text =
    written === ''
      ? ''
      : ` ${JSON.stringify(written.length > longestText ? `${written.slice(0, longestText)}…` : written)}`;
  return `${kindNames.get(tree.kind(node)) ?? '?'} ${line}:${column}${text}`;
}
