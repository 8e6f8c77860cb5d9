import type { PolicyRoom } from '../permissions/declared/policy-room.ts';
import type { WantedStatement } from '../steps/judgement.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { EditableFile } from '../syntax/editable-file.ts';
import type { HclFile } from '../syntax/hcl/index.ts';
import { editBetween } from './statements/changed-text.ts';
import { grantData, narrowData, withdrawData } from './statements/data-statements.ts';
import { firstGrantData } from './statements/first-grant-data.ts';
import { firstGrantHcl } from './statements/first-grant-hcl.ts';
import { grantHcl, narrowHcl, withdrawHcl } from './statements/hcl-statements.ts';
import type { Span } from './statements/span.ts';

/**
 * Edits by which the statement at a place says what is wanted (see the intent `narrow`); undefined where none do. `module`
 * are the files beside it, where it is of Terraform.
 */
export function narrowStatement(
  file: EditableFile,
  place: Span,
  wanted: readonly WantedStatement[],
  module: readonly HclFile[] = [],
): TextEdit[] | undefined {
  if ('tree' in file) return changed(file.tree.text, narrowData(file, place, wanted));
  return 'hcl' in file ? changed(file.hcl.text, narrowHcl(file.hcl, place, wanted, module)) : undefined;
}

/** Edits that take actions out of the statement at a place (see the intent `withdraw`); undefined where none do. */
export function withdrawActions(file: EditableFile, place: Span, actions: readonly string[]): TextEdit[] | undefined {
  if ('tree' in file) return changed(file.tree.text, withdrawData(file, place, actions));
  return 'hcl' in file ? changed(file.hcl.text, withdrawHcl(file.hcl, place, actions)) : undefined;
}

/** Edits that add statements to the list at a place (see the intent `grant`); undefined where none do. */
export function grantStatements(
  file: EditableFile,
  place: Span,
  wanted: readonly WantedStatement[],
  module: readonly HclFile[] = [],
): TextEdit[] | undefined {
  if ('tree' in file) return changed(file.tree.text, grantData(file, place, wanted));
  return 'hcl' in file ? changed(file.hcl.text, grantHcl(file.hcl, place, wanted, module)) : undefined;
}

/** Edits that write a policy for an identity that has no list of statements (see the intent `first-grant`). */
export function firstGrant(
  file: EditableFile,
  room: PolicyRoom,
  wanted: readonly WantedStatement[],
  module: readonly HclFile[] = [],
): TextEdit[] | undefined {
  const isTerraform = room.form === 'terraform';
  if ('tree' in file) return isTerraform ? undefined : changed(file.tree.text, firstGrantData(file, room, wanted));
  return 'hcl' in file && isTerraform
    ? changed(file.hcl.text, firstGrantHcl(file.hcl, room, wanted, module))
    : undefined;
}

function changed(before: string, after: string | undefined): TextEdit[] | undefined {
  return after === undefined ? undefined : editBetween(before, after);
}
