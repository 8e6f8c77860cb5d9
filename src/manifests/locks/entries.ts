import type { Place } from '../../evidence/place.ts';
import { asSequence, at } from '../../syntax/navigate.ts';
import { parseToml, readToml, type TomlTable } from '../../syntax/toml/index.ts';
import type { Draft } from '../draft.ts';
import { tablesIn } from './values.ts';

/** A package of a lock file, with its place: from its header to its last line. */
export interface LockEntry {
  readonly value: TomlTable;
  readonly place: Place;
}

/** A lock file's packages, and the tables beside them. */
export interface LockFile {
  readonly entries: readonly LockEntry[];
  readonly root: TomlTable;
}

/**
 * Reads a lock file package by package, cut at the lines that hold `[[package]]` (or `[[packages]]`): that gives places
 * without a tree, and a fault costs the package it stands in.
 */
export function readLockFile(text: string, header: 'package' | 'packages', draft: Draft): LockFile {
  const starts = Array.from(text.matchAll(new RegExp(`^\\[\\[${header}\\]\\]`, 'gm')), (match) => match.index);
  const entries: LockEntry[] = [];
  const root: Record<string, TomlTable[string]> = {};
  for (let index = -1; index < starts.length; index++) {
    const start = starts[index] ?? 0;
    const part = text.slice(start, starts[index + 1]);
    const { value, faults } = readToml(part);
    for (const fault of faults) draft.fault(draft.place(start + fault.start, start + fault.end), fault.message);
    const listed = tablesIn(value?.[header]);
    if (index < 0) entries.push(...inlineEntries(listed, part, header, draft));
    else if (value !== undefined)
      entries.push({ value: listed[0] ?? {}, place: draft.place(start, start + lengthOfEntry(part)) });
    for (const [key, table] of Object.entries(value ?? {}))
      if (key !== header && !Object.hasOwn(root, key)) define(root, key, table);
  }
  return { entries, root };
}

/** Packages written as a list of inline tables (`packages = [ … ]`). */
function inlineEntries(listed: readonly TomlTable[], part: string, header: string, draft: Draft): LockEntry[] {
  if (listed.length === 0) return [];
  const nodes = asSequence(at(parseToml(part).documents[0], header))?.items ?? [];
  return listed.map((value, index) => {
    const { start = 0, end = 0 } = nodes[index] ?? {};
    return { value, place: draft.place(start, end) };
  });
}

/** A key such as `__proto__` is a key like any other. */
function define(root: Record<string, TomlTable[string]>, key: string, value: TomlTable[string]): void {
  Object.defineProperty(root, key, { value, enumerable: true, configurable: true, writable: true });
}

/** The entry ends before the next table that is not its own, and before empty lines. */
function lengthOfEntry(part: string): number {
  const other = /^\[(?!\[?packages?[.\]])/m.exec(part)?.index ?? part.length;
  return part.slice(0, other).trimEnd().length;
}
