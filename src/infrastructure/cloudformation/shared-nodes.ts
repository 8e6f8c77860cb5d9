import type { DataNode, DataTree } from '../../syntax/data-tree.ts';

/** The nodes that stand in more than one place of a template: what an alias stands for, with everything below it. */
export function sharedNodes({ format, text, documents: [root] }: DataTree): ReadonlySet<DataNode> {
  const shared = new Set<DataNode>();
  if (root === undefined || format !== 'yaml' || !text.includes('*')) return shared;
  const targets: DataNode[] = [];
  for (const node of reached([root], new Set())) {
    if (node.kind === 'alias' && node.target !== null) targets.push(node.target);
  }
  return reached(targets, shared);
}

/** Everything at and below some nodes, added to a set; aliases are not followed. */
function reached(roots: readonly DataNode[], found: Set<DataNode>): Set<DataNode> {
  const waiting = [...roots];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    if (node.kind === 'sequence') for (const item of node.items) waiting.push(item);
    if (node.kind === 'mapping') for (const { key, value } of node.entries) waiting.push(key, value);
  }
  return found;
}
