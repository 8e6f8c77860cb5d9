import type { DataNode, DataTree, MappingNode, PathStep } from '../data-tree.ts';
import type { DataEdits, DataValue, TextEdit } from '../edit.ts';
import { insertIntoList, removeFromList } from '../editing/lists.ts';
import { ownEntry, reach } from '../editing/reach.ts';
import { type Change, readBack, wrapped } from '../editing/read-back.ts';
import { TextPlaces } from '../editing/text-places.ts';
import { parseJson } from './read.ts';
import { renderJson } from './render.ts';

/** Edits of JSON and JSONC. New entries follow the layout of their neighbours: on lines of their own or in one line. */
export const jsonEdits: DataEdits = {
  set: (tree, path, value) => checked(tree, set(tree, path, value), path, { kind: 'set', value }),
  insert: (tree, path, index, value) =>
    checked(tree, insert(tree, path, index, value), path, { kind: 'insert', index, value }),
  remove: (tree, path) => checked(tree, remove(tree, path), path, { kind: 'remove' }),
};

function checked(tree: DataTree, edits: TextEdit[] | undefined, path: readonly PathStep[], change: Change) {
  const jsonc = !tree.faults.some((fault) => fault.code === 'only-jsonc');
  return readBack(tree, edits, (text) => parseJson(text, { jsonc }), 0, path, change);
}

function set(tree: DataTree, path: readonly PathStep[], value: DataValue): TextEdit[] | undefined {
  const root = tree.documents[0];
  const places = new TextPlaces(tree);
  const unit = indentUnit(places, root);
  if (root === undefined) return setRoot(places, path, value, unit);
  const nodes = reach(root, path);
  const node = nodes.at(-1) ?? root;
  if (nodes.length > path.length) {
    const indent = isLaidOut(places, root) ? leading(places, node.start) : undefined;
    return [{ start: node.start, end: node.end, text: renderJson(value, indent, unit, places.eol) }];
  }
  const step = path[nodes.length - 1];
  const inner = wrapped(path.slice(nodes.length), value);
  if (inner === undefined || step === undefined) return undefined;
  if (node.kind === 'scalar' && node.value === null && typeof step === 'string') {
    return set(tree, path.slice(0, nodes.length - 1), { [step]: inner });
  }
  if (node.kind === 'sequence' && step === node.items.length)
    return insert(tree, path.slice(0, nodes.length - 1), step, inner);
  if (node.kind !== 'mapping' || typeof step !== 'string') return undefined;
  return insertIntoList(places, node, node.entries.length, unit, (indent) => {
    const laidOut = indent ?? (isLaidOut(places, node) ? '' : undefined);
    return `${JSON.stringify(step)}: ${renderJson(inner, laidOut, unit, places.eol)}`;
  });
}

function setRoot(
  places: TextPlaces,
  path: readonly PathStep[],
  value: DataValue,
  unit: string,
): TextEdit[] | undefined {
  const whole = wrapped(path, value);
  if (whole === undefined) return undefined;
  const end = places.text.length;
  const gap = end > 0 && !places.text.endsWith('\n') ? places.eol : '';
  return [{ start: end, end, text: `${gap}${renderJson(whole, '', unit, places.eol)}${places.eol}` }];
}

function insert(tree: DataTree, path: readonly PathStep[], index: number, value: DataValue): TextEdit[] | undefined {
  const root = tree.documents[0];
  const nodes = root ? reach(root, path) : [];
  const node = nodes.at(-1);
  if (nodes.length <= path.length || node?.kind !== 'sequence') return undefined;
  const places = new TextPlaces(tree);
  const unit = indentUnit(places, root);
  return insertIntoList(places, node, index, unit, (indent) => renderJson(value, indent, unit, places.eol));
}

function remove(tree: DataTree, path: readonly PathStep[]): TextEdit[] | undefined {
  const root = tree.documents[0];
  const step = path.at(-1);
  const nodes = root ? reach(root, path) : [];
  const parent = nodes.at(-2);
  if (nodes.length <= path.length || step === undefined) return undefined;
  if (parent?.kind === 'sequence' && typeof step === 'number')
    return removeFromList(new TextPlaces(tree), parent, step);
  if (parent?.kind !== 'mapping' || typeof step !== 'string') return undefined;
  return removeFromList(new TextPlaces(tree), parent, indexOf(parent, step));
}

function indexOf(mapping: MappingNode, name: string): number {
  const entry = ownEntry(mapping, name);
  return entry ? mapping.entries.indexOf(entry) : -1;
}

function leading(places: TextPlaces, offset: number): string {
  return /^[ \t]*/.exec(places.before(offset))?.[0] ?? '';
}

/** True if a collection has its first item on another line than its bracket. */
function isLaidOut(places: TextPlaces, node: DataNode): boolean {
  const first = node.kind === 'mapping' ? node.entries[0]?.key : node.kind === 'sequence' ? node.items[0] : undefined;
  return first === undefined ? places.lineEnd(node.start) < node.end : places.startsLine(first.start);
}

/** One step of the indentation that a document uses. */
function indentUnit(places: TextPlaces, root: DataNode | undefined): string {
  const first = root?.kind === 'mapping' ? root.entries[0]?.key : root?.kind === 'sequence' ? root.items[0] : undefined;
  const indent = first && places.startsLine(first.start) ? places.before(first.start) : '';
  return indent === '' ? '  ' : indent;
}
