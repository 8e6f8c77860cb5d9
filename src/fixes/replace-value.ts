import type { TextEdit } from '../syntax/edit.ts';
import type { EditableFile } from '../syntax/editable-file.ts';
import type { Span } from './statements/span.ts';

/** Writes another value in the quotes that stand there; undefined where an anchor, an alias or a tag would go with it. */
export function replaceValue(
  file: EditableFile,
  { start, end }: Span,
  value: string | number | boolean,
): TextEdit[] | undefined {
  const { text } = 'tree' in file ? file.tree : 'hcl' in file ? file.hcl : file.bicep;
  const there = text[start];
  if ('tree' in file && file.tree.format === 'yaml' && there !== undefined && '&*!'.includes(there)) return undefined;
  const quote = there === '"' || there === "'" ? there : '';
  return [{ start, end, text: `${quote}${value}${quote}` }];
}
