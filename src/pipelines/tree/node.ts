import type { Place } from '../../evidence/place.ts';

// The trees of pipelines: a document with its aliases and merge keys followed, each node with the file it stands in, so
// that templates and includes of several files can be put together into one.

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  /** False for YAML's null. */
  readonly given: boolean;
  readonly place: Place;
  /** The text of a block keeps its lines, from the one behind `place.line` on. */
  readonly block: boolean;
  readonly tag: string | null;
}

export interface MapEntry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: PipelineNode;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
  readonly place: Place;
  readonly tag: string | null;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly PipelineNode[];
  readonly place: Place;
  readonly tag: string | null;
}

export type PipelineNode = TextNode | MapNode | ListNode;

/** The value of a key; undefined where the node is no mapping or lacks it. */
export function get(node: PipelineNode | undefined, ...path: readonly string[]): PipelineNode | undefined {
  let current = node;
  for (const key of path) current = current?.kind === 'map' ? current.entries.get(key)?.value : undefined;
  return current;
}

/** The entries of a mapping, in order; none for anything else. */
export function entriesOf(node: PipelineNode | undefined): MapEntry[] {
  return node?.kind === 'map' ? [...node.entries.values()] : [];
}

/** The items of a list; a single text or mapping is a list of one, null is an empty one. */
export function itemsOf(node: PipelineNode | undefined): readonly PipelineNode[] {
  if (node === undefined || (node.kind === 'text' && !node.given)) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** The text of a scalar; undefined for null and for anything else. */
export function textIn(node: PipelineNode | undefined): string | undefined {
  return node?.kind === 'text' && node.given ? node.text : undefined;
}

/** The texts of a list, or of one scalar. */
export function textsIn(node: PipelineNode | undefined): string[] {
  return itemsOf(node).flatMap((item) => textIn(item) ?? []);
}

/** A text at the place of another node. */
export function textNode(text: string, like: PipelineNode): TextNode {
  const block = like.kind === 'text' && like.block;
  return { kind: 'text', text, given: true, place: like.place, block, tag: null };
}

/** A mapping of these entries; of several with one key the last counts. */
export function mapNode(entries: readonly MapEntry[], place: Place): MapNode {
  return { kind: 'map', entries: new Map(entries.map((entry) => [entry.key, entry])), place, tag: null };
}
