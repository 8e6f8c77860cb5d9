// https://pip.pypa.io/en/stable/reference/requirements-file-format/
import { Draft } from '../draft.ts';
import type { Manifest } from '../manifest.ts';
import { extractLine } from './extract.ts';
import { logicalLines } from './logical-lines.ts';

/** Reads a requirements or constraints file. Environment variables (`${NAME}`) stay as written. Never throws. */
export function readRequirements(file: string, text: string): Manifest {
  const draft = new Draft(file, 'requirements', text);
  const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
  if (name.includes('constraint')) draft.role = 'constraint';
  else if (name.endsWith('.lock')) draft.role = 'lock';
  for (const line of logicalLines(text)) {
    if (draft.isFull) break;
    extractLine(line, draft);
  }
  return draft.finish();
}

/**
 * False for a text that only has the name of a requirements file (prose in `docs/requirements.txt`): of its lines less
 * than a third can be read. The lines of a template (`{% if … %}`) leave enough.
 */
export function readsAsRequirements({ dependencies, options, faults }: Manifest): boolean {
  const good = dependencies.length + options.length;
  return good > 0 ? faults.length <= 2 * good : faults.length === 0;
}
