import type { WantedStatement } from '../steps/judgement.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { EditableFile } from '../syntax/editable-file.ts';
import { editBetween } from './statements/changed-text.ts';
import { grantData, narrowData } from './statements/data-statements.ts';
import { grantHcl, narrowHcl } from './statements/hcl-statements.ts';
import type { Span } from './statements/span.ts';

/** Edits by which the statement at a place says what is wanted (see the intent `narrow`); undefined where none do. */
export function narrowStatement(
  file: EditableFile,
  place: Span,
  wanted: readonly WantedStatement[],
): TextEdit[] | undefined {
  if ('tree' in file) return changed(file.tree.text, narrowData(file, place, wanted));
  return 'hcl' in file ? changed(file.hcl.text, narrowHcl(file.hcl, place, wanted)) : undefined;
}

/** Edits that add statements to the list at a place (see the intent `grant`); undefined where none do. */
export function grantStatements(
  file: EditableFile,
  place: Span,
  wanted: readonly WantedStatement[],
): TextEdit[] | undefined {
  if ('tree' in file) return changed(file.tree.text, grantData(file, place, wanted));
  return 'hcl' in file ? changed(file.hcl.text, grantHcl(file.hcl, place, wanted)) : undefined;
}

function changed(before: string, after: string | undefined): TextEdit[] | undefined {
  return after === undefined ? undefined : editBetween(before, after);
}
