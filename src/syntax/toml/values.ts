import { parse, TomlError } from 'smol-toml';
import type { SyntaxFault } from '../data-tree.ts';
import { Lines } from '../lines.ts';

/** A value of a TOML file; dates and times answer `toISOString()` with their text. */
export type TomlValue = string | number | bigint | boolean | Date | readonly TomlValue[] | TomlTable;

/** A table of a TOML file, by key. */
export interface TomlTable {
  readonly [key: string]: TomlValue;
}

/** The root table, or undefined and the first fault. */
export interface ReadToml {
  readonly value: TomlTable | undefined;
  readonly faults: readonly SyntaxFault[];
}

const longest = 64_000_000;

/**
 * The values of a TOML file without places, for lock files: about twenty times as fast as `parseToml`. Never throws.
 * An integer beyond 2^53 is a fault. A text with a fault has no value.
 */
export function readToml(text: string): ReadToml {
  if (text.length > longest) {
    return refused('longer than 64 million characters, not read', 0);
  }
  try {
    return { value: parse(text, { useLegacyDate: true }) as TomlTable, faults: [] };
  } catch (error) {
    if (!(error instanceof TomlError)) return refused('cannot be read', 0);
    const message = error.message.split('\n', 1)[0] ?? '';
    return refused(message.replace('Invalid TOML document: ', ''), new Lines(text).offset(error.line, error.column));
  }
}

function refused(message: string, start: number): ReadToml {
  return { value: undefined, faults: [{ message, start, end: start }] };
}
