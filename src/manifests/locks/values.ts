import type { TomlTable, TomlValue } from '../../syntax/toml/index.ts';

// Values of a lock file, by what they should be: anything else is as good as absent.

/** The value as a text, or undefined. */
export function textIn(value: TomlValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value as a list; empty for anything else. */
export function listIn(value: TomlValue | undefined): readonly TomlValue[] {
  return Array.isArray(value) ? (value as readonly TomlValue[]) : [];
}

/** The texts of a list. */
export function textsIn(value: TomlValue | undefined): string[] {
  return listIn(value).filter((item) => typeof item === 'string');
}

/** The value as a table; empty for anything else. */
export function tableIn(value: TomlValue | undefined): TomlTable {
  const table = typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
  return table ? (value as TomlTable) : {};
}

/** The tables of a list. */
export function tablesIn(value: TomlValue | undefined): TomlTable[] {
  return listIn(value).map(tableIn);
}
