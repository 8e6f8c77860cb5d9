import type { DataNode, MappingNode, PathStep } from '../data-tree.ts';
import type { TextPlaces } from '../editing/text-places.ts';
import { renderTomlKey } from './render.ts';

/** True for a table that is not in braces. */
export function isTable(node: DataNode): node is MappingNode & { readonly flow: false } {
  return node.kind === 'mapping' && !node.flow;
}

/** The keys of a path with dots; undefined where it has an index. */
export function headerPath(path: readonly PathStep[]): string | undefined {
  const keys = path.flatMap((step) => (typeof step === 'string' ? renderTomlKey(step) : []));
  return keys.length === path.length && keys.length > 0 ? keys.join('.') : undefined;
}

/** Where the header of a table begins. */
export function headerOf(places: TextPlaces, node: DataNode): number {
  return places.startsLine(node.start) ? node.start : places.lineStart(node.start);
}

/**
 * The end of a table's last own key, or of its header where it has none, with the indentation of its keys. Undefined
 * for a table without a header of its own.
 */
export function lastOwnLine(places: TextPlaces, table: MappingNode): { end: number; indent: string } | undefined {
  const own = table.entries.filter(
    ({ key }) => places.text[places.lineStart(key.start)] !== '[' && !isHeader(places, key.start),
  );
  const last = own.at(-1);
  if (last) return { end: Math.max(last.key.end, last.value.end), indent: indentOf(places, last.key.start) };
  return places.text[table.start] === '[' && isOwnHeader(places, table)
    ? { end: places.lineEnd(table.start), indent: indentOf(places, table.start) }
    : undefined;
}

function isHeader(places: TextPlaces, offset: number): boolean {
  return places.before(offset).trimStart().startsWith('[');
}

/** True if the header at the start of a table is its own: no key of a table within stands in it. */
function isOwnHeader(places: TextPlaces, table: MappingNode): boolean {
  const end = places.lineEnd(table.start);
  return !table.entries.some(({ key }) => key.start < end);
}

function indentOf(places: TextPlaces, offset: number): string {
  return /^[ \t]*/.exec(places.before(offset))?.[0] ?? '';
}
