import type { PageOptions } from '../report/renderers/page-options.ts';
import type { Output } from './output.ts';

/** The flags of commands that show a document. */
export interface DocumentFlags {
  readonly format: 'terminal' | 'json' | 'markdown';
  readonly all?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly cwd?: string;
  readonly cache: boolean;
  readonly profile?: true;
}

/** What makes text of a document; `markdown` is there where a command offers that format. */
export interface Renderers<Document> {
  readonly terminal: (document: Document, options: PageOptions) => string;
  readonly markdown?: (document: Document) => string;
}

/** Prints a document in the format that its flags ask for. */
export function printDocument<Document>(
  document: Document,
  { format, all = false, quiet = false, color }: DocumentFlags,
  output: Output,
  { terminal, markdown }: Renderers<Document>,
): void {
  if (format === 'json') output.write(`${JSON.stringify(document, null, 2)}\n`);
  else if (format === 'markdown' && markdown !== undefined) output.write(markdown(document));
  else output.write(terminal(document, { width: output.width, color: color && output.color, all, quiet }));
}
