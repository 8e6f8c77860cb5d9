// https://github.com/Azure/bicep/blob/main/docs/grammar.md
import type { Comment, SyntaxFault } from '../data-tree.ts';
import { unreadable } from '../limits.ts';
import { Lines } from '../lines.ts';
import type { BicepFile } from './nodes.ts';
import { Reader } from './reader.ts';
import { Scanner } from './scanner.ts';
import { StatementReader } from './statements.ts';

/**
 * Reads Bicep (`.bicep`) and its parameters files (`.bicepparam`). Never throws: a fault costs the property, item or
 * statement it stands in, and reading goes on behind it.
 */
export function parseBicep(text: string): BicepFile {
  const comments: Comment[] = [];
  const faults: SyntaxFault[] = [];
  const refused = unreadable(text);
  if (refused) faults.push(refused);
  const reader = new Reader(new Scanner(refused ? '' : text, comments), faults);
  const statements = new StatementReader(reader).file();
  return { text, lines: new Lines(text), statements, comments, faults };
}
