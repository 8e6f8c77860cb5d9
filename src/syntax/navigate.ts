import type { DataNode, Entry, MappingNode, PathStep, ScalarNode, SequenceNode } from './data-tree.ts';

const longestChain = 32;

/** The node itself, or what an alias stands for; undefined where the anchor is missing or aliases go in a circle. */
export function resolved(node: DataNode | undefined): ScalarNode | MappingNode | SequenceNode | undefined {
  let current: DataNode | null | undefined = node;
  for (let hops = 0; hops < longestChain; hops++) {
    if (current?.kind !== 'alias') return current ?? undefined;
    current = current.target;
  }
  return undefined;
}

/** The node as a mapping, aliases followed. */
export function asMapping(node: DataNode | undefined): MappingNode | undefined {
  const found = resolved(node);
  return found?.kind === 'mapping' ? found : undefined;
}

/** The node as a sequence, aliases followed. */
export function asSequence(node: DataNode | undefined): SequenceNode | undefined {
  const found = resolved(node);
  return found?.kind === 'sequence' ? found : undefined;
}

/** The node as a scalar, aliases followed. */
export function asScalar(node: DataNode | undefined): ScalarNode | undefined {
  const found = resolved(node);
  return found?.kind === 'scalar' ? found : undefined;
}

/** The content of a scalar as text (numbers and booleans as written); undefined for null and for anything else. */
export function textOf(node: DataNode | undefined): string | undefined {
  const scalar = asScalar(node);
  return scalar === undefined || scalar.value === null ? undefined : scalar.text;
}

/** The name of an entry's key. */
export function keyOf(entry: Entry): string | undefined {
  return entry.key.kind === 'scalar' ? entry.key.text : undefined;
}

/**
 * The last entry of that name (a later duplicate wins), merge keys (`<<`) followed, the first of several first. Each
 * mapping is searched once, however many merge keys lead to it.
 */
export function entryOf(node: DataNode | undefined, name: string): Entry | undefined {
  const searched = new Set<MappingNode>();
  const waiting: (DataNode | undefined)[] = [node];
  while (waiting.length > 0) {
    const mapping = asMapping(waiting.pop());
    if (mapping === undefined || searched.has(mapping)) continue;
    searched.add(mapping);
    const own = mapping.entries.findLast((entry) => keyOf(entry) === name);
    if (own !== undefined) return own;
    const merged = mapping.entries.find((entry) => keyOf(entry) === '<<')?.value;
    if (merged === undefined) continue;
    for (const source of asSequence(merged)?.items.toReversed() ?? [merged]) waiting.push(source);
  }
  return undefined;
}

/** The node at a path of keys and indexes; undefined where the path leaves the tree. */
export function at(node: DataNode | undefined, ...path: readonly PathStep[]): DataNode | undefined {
  let current = node;
  for (const step of path) {
    current = typeof step === 'number' ? asSequence(current)?.items[step] : entryOf(current, step)?.value;
    if (current === undefined) return undefined;
  }
  return current;
}
