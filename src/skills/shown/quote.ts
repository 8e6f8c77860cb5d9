import type { Evidence } from '../../evidence/evidence.ts';
import type { Sighting } from './sighting.ts';

/** What is shown of code and files is a line already; manifests are quoted by what they ask for. */
const unquoted: ReadonlySet<Sighting['by']> = new Set(['resource', 'unit', 'pipeline']);

/**
 * The evidence of a place with the line that stands there, for what was known by a name: the resource, unit, job or tool. A job
 * stands where its key does, above what is in it. `linesOf` gives the lines of a file; undefined where it cannot be read.
 */
export function quoted({ by, evidence }: Sighting, linesOf: (file: string) => readonly string[] | undefined): Evidence {
  const lines = unquoted.has(by) ? linesOf(evidence.file) : undefined;
  if (lines === undefined) return evidence;
  const at = evidence.line - 1;
  const index = by === 'pipeline' ? keyAbove(lines, at) : at;
  const text = (lines[index] ?? '').trim();
  if (text === '') return evidence;
  if (index === at) return { ...evidence, text };
  const column = (lines[index] ?? '').search(/\S/) + 1;
  return { ...evidence, line: index + 1, endLine: index + 1, column, endColumn: column + text.length, text };
}

/** The line of the key whose mapping begins at a line (`build:` above `runs-on:`), remarks between them apart; else the line itself. */
function keyAbove(lines: readonly string[], at: number): number {
  if (/^\s*-/.test(lines[at] ?? '')) return at;
  let above = at - 1;
  while (above >= 0 && /^\s*(?:#.*)?$/.test(lines[above] ?? '')) above--;
  const isKey = /^\s*[\w.'"-]+\s*:\s*(?:#.*)?$/.test(lines[above] ?? '');
  return isKey && indent(lines[above]) < indent(lines[at]) ? above : at;
}

function indent(line = ''): number {
  return line.search(/\S|$/);
}
