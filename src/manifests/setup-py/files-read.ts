import { Kind, type Node, stringValue, walk } from '../../syntax/python/index.ts';
import type { SetupModule } from './module.ts';

const deepest = 8;

/**
 * The files that a computed list is read from: texts such as `requirements.txt` in the expression, in what its names are
 * bound to, and in the functions that it calls; where there are none, those anywhere in the script.
 */
export function filesRead(from: Node, module: SetupModule): { file: string; node: Node }[] {
  const { tree, assigned, functions } = module;
  const found = new Map<string, Node>();
  const seen = new Set<Node>();
  const search = (node: Node, depth: number): void => {
    if (depth > deepest || seen.has(node)) return;
    seen.add(node);
    const next: Node[] = [];
    walk(tree, node, (child) => {
      const text = stringValue(tree, child);
      if (text !== undefined && isFileOfRequirements(text) && !found.has(text)) found.set(text, child);
      if (tree.kind(child) === Kind.Name)
        next.push(...(assigned.get(tree.name(child)) ?? []), ...(functions.get(tree.name(child)) ?? []));
      return text === undefined;
    });
    for (const child of next) search(child, depth + 1);
  };
  search(from, 0);
  if (found.size === 0) search(tree.root, deepest); // a loop that fills the list stands elsewhere
  return Array.from(found, ([file, node]) => ({ file, node }));
}

function isFileOfRequirements(text: string): boolean {
  return text.length < 200 && /^[\w./-]*(?:req|depend|constraint)[\w./-]*\.(?:txt|in|pip)$/i.test(text);
}
