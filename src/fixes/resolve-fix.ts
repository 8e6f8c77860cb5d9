import { byPlace } from '../evidence/order.ts';
import type { Place } from '../evidence/place.ts';
import type { ReportEdit, ReportFix } from '../report/report.ts';
import type { Fix, FixIntent } from '../steps/judgement.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { EditableFile } from '../syntax/editable-file.ts';
import type { Lines } from '../syntax/lines.ts';
import { grantStatements, narrowStatement } from './narrow-statement.ts';
import { replaceValue } from './replace-value.ts';
import { setValue } from './set-value.ts';

/**
 * Turns a fix's intents into edits of the text. `open` gives a file that was read, or undefined. A fix with an intent
 * that cannot be carried out exactly is left without edits: a person does it by its title.
 */
export function resolveFix(fix: Fix, open: (file: string) => EditableFile | undefined): ReportFix {
  const resolved = fix.intents.map((intent) => editsOf(intent, open));
  const complete = resolved.every((edits) => edits !== undefined);
  const edits = complete ? resolved.flatMap((found) => found ?? []).sort(byPlace) : [];
  return { title: fix.title, safe: fix.safe, edits };
}

function editsOf(intent: FixIntent, open: (file: string) => EditableFile | undefined): ReportEdit[] | undefined {
  const name = intent.kind === 'set' ? intent.file : intent.place.file;
  const file = open(name);
  if (file === undefined) return undefined;
  const { lines } = sourceOf(file);
  return textEdits(intent, file)?.map(({ start, end, text }) => ({ file: name, ...lines.range(start, end), text }));
}

function textEdits(intent: FixIntent, file: EditableFile): TextEdit[] | undefined {
  switch (intent.kind) {
    case 'replace':
      return replaceValue(file, spanOf(intent.place, file), intent.value);
    case 'set':
      return setValue(file, intent.path, intent.value);
    case 'narrow':
      return narrowStatement(file, spanOf(intent.place, file), intent.statements);
    case 'grant':
      return grantStatements(file, spanOf(intent.place, file), intent.statements);
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
