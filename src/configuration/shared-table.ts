// `[tool.skyworthy]` in a file that belongs to other tools too: is it there, and is something there that was meant to be it?
import { nearest } from '../evidence/nearest.ts';
import type { DataTree } from '../syntax/data-tree.ts';
import { at } from '../syntax/navigate.ts';

/** True where a text has a line that begins or fills the table, be it broken. */
export function mayHaveTable(text: string): boolean {
  return /^\s*(?:\[{1,2}\s*)?["']?tool["']?\s*\.\s*["']?skyworthy\b/m.test(text);
}

/** True where a file has the table, or a line of it that a fault may have cost. */
export function hasTable(tree: DataTree): boolean {
  return mayHaveTable(tree.text) || at(tree.documents[0], 'tool', 'skyworthy') !== undefined;
}

/** A header that was meant for the table, and the line where it stands, from 1. */
interface NearTable {
  readonly header: string;
  readonly line: number;
}

/** The headers whose name is nearly that of the table: `[tool.skyworthi]`, `[tool.Skyworthy]`, `[skyworthy]`. */
export function nearTables(text: string): NearTable[] {
  const headers = text.matchAll(/^[ \t]*\[{1,2}[ \t]*(?:(tool)[ \t]*\.[ \t]*)?([\w-]+)[ \t]*[.\]]/gim);
  return [...headers].flatMap(({ 1: tool, 2: name = '', index }): NearTable[] => {
    if ((tool === 'tool' && name === 'skyworthy') || nearest(name, ['skyworthy']).length === 0) return [];
    const line = text.slice(0, index).split('\n').length;
    return [{ header: tool === undefined ? name : `${tool}.${name}`, line }];
  });
}
