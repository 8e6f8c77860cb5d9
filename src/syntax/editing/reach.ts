import type { DataNode, Entry, MappingNode, PathStep } from '../data-tree.ts';
import { keyOf } from '../navigate.ts';

/** The last entry of that name in the mapping itself; merge keys are not followed. */
export function ownEntry(mapping: MappingNode, name: string): Entry | undefined {
  return mapping.entries.findLast((entry) => keyOf(entry) === name);
}

/** The nodes that a path leads to, one for each step taken and the root first; no alias is entered. */
export function reach(root: DataNode, path: readonly PathStep[]): DataNode[] {
  const nodes = [root];
  for (const step of path) {
    const next = childOf(nodes.at(-1), step);
    if (next === undefined) break;
    nodes.push(next);
  }
  return nodes;
}

function childOf(node: DataNode | undefined, step: PathStep): DataNode | undefined {
  if (node?.kind === 'sequence' && typeof step === 'number') return node.items[step];
  return node?.kind === 'mapping' && typeof step === 'string' ? ownEntry(node, step)?.value : undefined;
}
