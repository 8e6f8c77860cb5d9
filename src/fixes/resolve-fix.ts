import { byPlace } from '../evidence/order.ts';
import type { Place } from '../evidence/place.ts';
import type { ReportEdit, ReportFix } from '../report/report.ts';
import type { Fix, FixIntent } from '../steps/judgement.ts';
import type { DataTree } from '../syntax/data-tree.ts';
import type { DataEdits } from '../syntax/edit.ts';
import { at } from '../syntax/navigate.ts';

/** A data file as it was read, with the editor of its format. */
export interface EditableFile {
  readonly tree: DataTree;
  readonly edits: DataEdits;
}

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
  switch (intent.kind) {
    case 'replace': {
      const found = open(intent.place.file);
      return found && replacement(intent.place, intent.value, found.tree);
    }
    case 'set': {
      const found = open(intent.file);
      if (found === undefined || isShared(found.tree, intent.path)) return undefined;
      const edits = found.edits.set(found.tree, intent.path, intent.value);
      return edits?.map((edit) => ({
        file: intent.file,
        ...found.tree.lines.range(edit.start, edit.end),
        text: edit.text,
      }));
    }
    case 'narrow':
    case 'grant':
      return undefined;
  }
}

/** True where a path leads through an anchor: what is written there would be written wherever an alias stands for it. */
function isShared(tree: DataTree, path: readonly string[]): boolean {
  const [root] = tree.documents;
  return path.some((_, index) => at(root, ...path.slice(0, index + 1))?.anchor !== undefined);
}

/** Keeps the quotes that stand at the place; undefined where an anchor, an alias or a tag would go with the value. */
function replacement(
  place: Place,
  value: string | number | boolean,
  { format, text, lines }: DataTree,
): ReportEdit[] | undefined {
  const { file, line, column, endLine, endColumn } = place;
  const there = text[lines.offset(line, column)];
  if (format === 'yaml' && there !== undefined && '&*!'.includes(there)) return undefined;
  const quote = there === '"' || there === "'" ? there : '';
  return [{ file, line, column, endLine, endColumn, text: `${quote}${value}${quote}` }];
}
