import type { DataTree, PathStep, ScalarNode } from '../data-tree.ts';
import type { DataEdits, DataValue, TextEdit } from '../edit.ts';
import { ownEntry } from '../editing/reach.ts';
import { readBack } from '../editing/read-back.ts';
import { TextPlaces } from '../editing/text-places.ts';
import { parseDotenv } from './read.ts';

/** Edits of environment files: names with texts. There is nothing to insert into. */
export const dotenvEdits: DataEdits = {
  set: (tree, path, value) => readBack(tree, set(tree, path, value), parseDotenv, 0, path, { kind: 'set', value }),
  insert: () => undefined,
  remove: (tree, path) => readBack(tree, remove(tree, path), parseDotenv, 0, path, { kind: 'remove' }),
};

function set(tree: DataTree, path: readonly PathStep[], value: DataValue): TextEdit[] | undefined {
  const [name] = path;
  if (typeof name !== 'string' || typeof value !== 'string' || path.length > 1) return undefined;
  const node = entryAt(tree, path)?.value;
  if (node?.kind === 'scalar') {
    const text = render(value, node.style);
    return [{ start: node.start, end: node.end, text: node.value === null ? `=${text}` : text }];
  }
  const { eol } = new TextPlaces(tree);
  const end = tree.text.length;
  const gap = tree.text === '' || /[\r\n]$/.test(tree.text) ? '' : eol;
  return [{ start: end, end, text: `${gap}${name}=${render(value, 'plain')}${eol}` }];
}

function remove(tree: DataTree, path: readonly PathStep[]): TextEdit[] | undefined {
  const entry = entryAt(tree, path);
  if (entry === undefined) return undefined;
  const places = new TextPlaces(tree);
  const end = Math.max(entry.key.end, entry.value.end);
  return [{ start: places.lineStart(entry.key.start), end: places.nextLine(end), text: '' }];
}

function entryAt(tree: DataTree, path: readonly PathStep[]): ReturnType<typeof ownEntry> {
  const [root] = tree.documents;
  const [name] = path;
  return root?.kind === 'mapping' && typeof name === 'string' && path.length === 1 ? ownEntry(root, name) : undefined;
}

/** A text without quotes where it can do without and had none; single quotes keep variables from being replaced. */
function render(value: string, style: ScalarNode['style']): string {
  if (style === 'plain' && /^[\w./:@%+,=-]*$/.test(value)) return value;
  if (style !== 'double' && !value.includes("'")) return `'${value}'`;
  const escaped = value.replaceAll(/["\\]/g, (character) => `\\${character}`);
  return `"${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`;
}
