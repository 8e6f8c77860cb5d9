// https://toml.io/en/v1.1.0
import type { DataTree } from '../data-tree.ts';
import { unreadable } from '../limits.ts';
import { Lines } from '../lines.ts';
import { type Grown, growToml } from './build.ts';

/**
 * Reads TOML into one mapping: tables and dotted keys are nested mappings (`flow` false), arrays of tables sequences of
 * mappings (`flow` false), dates and times plain scalars whose value is their text. The range of a table begins at its
 * header. Never throws: a fault costs its statement, or its whole table where it stands in a header. Duplicate keys are
 * kept, with a fault.
 */
export function parseToml(text: string): DataTree {
  const grown: Grown = { documents: [], comments: [], faults: [] };
  const refused = unreadable(text);
  if (refused) grown.faults.push(refused);
  else growToml(grown, text);
  return { format: 'toml', text, lines: new Lines(text), ...grown };
}
