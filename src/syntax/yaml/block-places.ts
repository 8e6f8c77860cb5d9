import type { DataNode, Entry, MappingNode, SequenceNode } from '../data-tree.ts';
import type { TextPlaces } from '../editing/text-places.ts';

/** True if a node stands inside brackets, so that new text there must be in flow style. */
export function isInFlow(nodes: readonly DataNode[]): boolean {
  return nodes.slice(0, -1).some((node) => (node.kind === 'mapping' || node.kind === 'sequence') && node.flow);
}

/** Behind the `:` of an entry; undefined where it has none (`? key`). */
export function behindColon(places: TextPlaces, entry: Entry): number | undefined {
  const at = places.skip(entry.key.end);
  return places.text[at] === ':' ? at + 1 : undefined;
}

/** The `-` of an item of a block sequence. */
export function dashOf(places: TextPlaces, sequence: SequenceNode, index: number): number {
  const previous = sequence.items[index - 1];
  return places.skip(
    previous
      ? previous.end
      : sequence.anchor === undefined && sequence.tag === null
        ? sequence.start
        : firstDash(places, sequence),
  );
}

function firstDash(places: TextPlaces, sequence: SequenceNode): number {
  const found = /-(?=\s)/g;
  found.lastIndex = places.lineEnd(sequence.start);
  return found.exec(places.text)?.index ?? sequence.start;
}

/** Where the content of a node begins, its anchor kept and its tag not: the place that a new value goes to. */
export function contentStart(places: TextPlaces, node: DataNode): number {
  if (node.anchor === undefined) return node.start;
  const at = places.text.indexOf(`&${node.anchor}`, node.start);
  return at < 0 ? node.start : at + 1 + node.anchor.length;
}

/** The width of a block collection's indentation, as spaces. */
export function indentOf(places: TextPlaces, node: MappingNode | SequenceNode): string | undefined {
  if (node.kind === 'sequence') return places.indentAt(dashOf(places, node, 0));
  const first = node.entries[0]?.key;
  return first && places.indentAt(first.start);
}

/** One step of the indentation that a document uses. */
export function indentUnit(places: TextPlaces, root: DataNode | undefined): string {
  if (root?.kind !== 'mapping' || root.flow) return '  ';
  const outer = indentOf(places, root)?.length ?? 0;
  for (const { value } of root.entries) {
    if (value.kind !== 'mapping' || value.flow || value.entries.length === 0) continue;
    const width = (indentOf(places, value)?.length ?? 0) - outer;
    if (width > 0) return ' '.repeat(width);
  }
  return '  ';
}
