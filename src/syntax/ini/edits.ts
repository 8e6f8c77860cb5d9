import type { DataTree, MappingNode, PathStep } from '../data-tree.ts';
import type { DataEdits, DataValue, TextEdit } from '../edit.ts';
import { ownEntry, reach } from '../editing/reach.ts';
import { readBack } from '../editing/read-back.ts';
import { TextPlaces } from '../editing/text-places.ts';
import { parseIni } from './read.ts';

/** Edits of INI: keys of a section (texts alone), and sections to remove. There are no sequences to insert into. */
export const iniEdits: DataEdits = {
  set: (tree, path, value) => readBack(tree, set(tree, path, value), parseIni, 0, path, { kind: 'set', value }),
  insert: () => undefined,
  remove: (tree, path) => readBack(tree, remove(tree, path), parseIni, 0, path, { kind: 'remove' }),
};

function set(tree: DataTree, path: readonly PathStep[], value: DataValue): TextEdit[] | undefined {
  const [section, key, ...more] = path;
  if (typeof value !== 'string' || typeof section !== 'string' || typeof key !== 'string' || more.length > 0)
    return undefined;
  const places = new TextPlaces(tree);
  const { eol } = places;
  const text = value.replaceAll('\n', `${eol}    `);
  const nodes = tree.documents[0] ? reach(tree.documents[0], path) : [];
  const node = nodes[2];
  if (node) return node.kind === 'scalar' && node.value !== null ? replace(places, node, text) : undefined;
  const there = nodes[1];
  if (there?.kind === 'mapping') {
    const at = places.lineEnd(there.end);
    return [{ start: at, end: at, text: `${eol}${indentOf(places, there)}${key}${markOf(places, there)}${text}` }];
  }
  if (there) return undefined;
  const end = tree.text.length;
  const gap = tree.text === '' ? '' : /[\r\n]$/.test(tree.text) ? eol : eol + eol;
  return [{ start: end, end, text: `${gap}[${section}]${eol}${key} = ${text}${eol}` }];
}

function replace(places: TextPlaces, node: { start: number; end: number }, text: string): TextEdit[] {
  const bare = node.start === node.end && /[=:]/.test(places.text[node.start - 1] ?? '');
  return [{ start: node.start, end: node.end, text: bare ? ` ${text}` : text }];
}

function remove(tree: DataTree, path: readonly PathStep[]): TextEdit[] | undefined {
  const nodes = tree.documents[0] ? reach(tree.documents[0], path) : [];
  const parent = nodes.at(-2);
  const step = path.at(-1);
  if (nodes.length <= path.length || parent?.kind !== 'mapping' || typeof step !== 'string') return undefined;
  const entry = ownEntry(parent, step);
  if (entry === undefined) return undefined;
  const places = new TextPlaces(tree);
  const start = Math.min(entry.key.start, entry.value.start);
  return [{ start: places.lineStart(start), end: places.nextLine(Math.max(entry.key.end, entry.value.end)), text: '' }];
}

/** How the keys of a section are parted from their values. */
function markOf(places: TextPlaces, section: MappingNode): string {
  const last = section.entries.at(-1);
  const mark = last && places.text.slice(last.key.end, last.value.start);
  return mark !== undefined && /^[ \t]*[=:][ \t]*$/.test(mark) ? mark : ' = ';
}

function indentOf(places: TextPlaces, section: MappingNode): string {
  const last = section.entries.at(-1);
  return last ? places.before(last.key.start) : '';
}
