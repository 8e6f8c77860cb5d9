import type { Place } from '../../evidence/place.ts';
import { readToml, type TomlTable } from '../../syntax/toml/index.ts';
import type { Draft } from '../draft.ts';
import { listIn, tableIn } from './values.ts';

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
  for (let at = -1; at < starts.length; at++) {
    const start = starts[at] ?? 0;
    const part = text.slice(start, starts[at + 1]);
    const { value, faults } = readToml(part);
    for (const fault of faults) draft.fault(draft.place(start + fault.start, start + fault.end), fault.message);
    const [entry] = listIn(value?.[header]);
    if (at >= 0 && value !== undefined)
      entries.push({ value: tableIn(entry), place: draft.place(start, start + lengthOfEntry(part)) });
    for (const [key, table] of Object.entries(value ?? {}))
      if (key !== header && !Object.hasOwn(root, key)) define(root, key, table);
  }
  return { entries, root };
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
