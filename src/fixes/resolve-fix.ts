import { byPlace } from '../evidence/order.ts';
import type { Place } from '../evidence/place.ts';
import type { ReportEdit, ReportFix } from '../report/report.ts';
import { folderOf } from '../repository/paths.ts';
import type { Fix, FixIntent } from '../steps/judgement.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { EditableFile } from '../syntax/editable-file.ts';
import type { HclFile } from '../syntax/hcl/index.ts';
import type { Lines } from '../syntax/lines.ts';
import { firstGrant, grantStatements, narrowStatement, withdrawActions } from './narrow-statement.ts';
import { replaceValue } from './replace-value.ts';
import { setValue } from './set-value.ts';

/** The files that were read, by path. */
type Files = ReadonlyMap<string, EditableFile>;

/**
 * Turns a fix's intents into edits of the text. A fix with an intent that cannot be carried out exactly is left without
 * edits: a person does it by its title.
 */
export function resolveFix(fix: Fix, files: Files): ReportFix {
  const resolved = fix.intents.map((intent) => editsOf(intent, files));
  const complete = resolved.every((edits) => edits !== undefined);
  const edits = complete ? resolved.flatMap((found) => found ?? []).sort(byPlace) : [];
  return { title: fix.title, safe: fix.safe, edits };
}

function editsOf(intent: FixIntent, files: Files): ReportEdit[] | undefined {
  const name = fileOf(intent);
  const file = files.get(name);
  if (file === undefined) return undefined;
  const { lines } = sourceOf(file);
  const edits = textEdits(intent, file, () => moduleOf(name, files));
  return edits?.map(({ start, end, text }) => ({ file: name, ...lines.range(start, end), text }));
}

function fileOf(intent: FixIntent): string {
  if (intent.kind === 'set') return intent.file;
  return intent.kind === 'first-grant' ? intent.room.file : intent.place.file;
}

/** The Terraform files of the module that a file is of. */
function moduleOf(name: string, files: Files): HclFile[] {
  const folder = folderOf(name);
  return [...files].flatMap(([other, file]) => ('hcl' in file && folderOf(other) === folder ? [file.hcl] : []));
}

function textEdits(intent: FixIntent, file: EditableFile, module: () => HclFile[]): TextEdit[] | undefined {
  switch (intent.kind) {
    case 'replace':
      return replaceValue(file, spanOf(intent.place, file), intent.value);
    case 'set':
      return setValue(file, intent.path, intent.value);
    case 'narrow':
      return narrowStatement(file, spanOf(intent.place, file), intent.statements, module());
    case 'grant':
      return grantStatements(file, spanOf(intent.place, file), intent.statements, module());
    case 'withdraw':
      return withdrawActions(file, spanOf(intent.place, file), intent.actions);
    case 'first-grant':
      return firstGrant(file, intent.room, intent.statements, module());
  }
}

/** The text of a file and its lines, whatever it is written in. */
function sourceOf(file: EditableFile): { readonly lines: Lines } {
  if ('tree' in file) return file.tree;
  return 'hcl' in file ? file.hcl : file.bicep;
}

function spanOf(place: Place, file: EditableFile): { start: number; end: number } {
  const { lines } = sourceOf(file);
  return { start: lines.offset(place.line, place.column), end: lines.offset(place.endLine, place.endColumn) };
}
