// https://www.rfc-editor.org/rfc/rfc8259, and JSONC as https://jsonc.org/ has it
import type { DataTree } from '../data-tree.ts';
import { unreadable } from '../limits.ts';
import { Lines } from '../lines.ts';
import { buildJson, type Grown } from './build.ts';

/** What a JSON text may have. */
export interface JsonOptions {
  /** Comments and trailing commas are no faults (JSONC). They are read in any case. */
  readonly jsonc?: boolean;
}

/**
 * Reads JSON, or JSONC where `options` say so. Never throws: a missing comma, colon, bracket or quote is a fault, and
 * what stands around it is kept. Duplicate keys are kept, with a fault.
 */
export function parseJson(text: string, options: JsonOptions = {}): DataTree {
  const refused = unreadable(text);
  const grown: Grown = refused
    ? { documents: [], comments: [], faults: [refused] }
    : buildJson(text, options.jsonc === true);
  return { format: 'json', text, lines: new Lines(text), ...grown };
}
