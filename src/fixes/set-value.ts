import type { FixValue, HclExpression } from '../steps/judgement.ts';
import type { DataTree, PathStep } from '../syntax/data-tree.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { EditableData, EditableFile } from '../syntax/editable-file.ts';
import { at } from '../syntax/navigate.ts';
import { setInBicep } from './set-in-bicep.ts';
import { isExpression, setInHcl } from './set-in-hcl.ts';
import { editBetween } from './statements/changed-text.ts';
import { DataDraft, holdsMark } from './statements/data-draft.ts';

/** Edits that set the value at a path of keys, adding what is missing; undefined where the path cannot be reached. */
export function setValue(
  file: EditableFile,
  path: readonly string[],
  value: FixValue | HclExpression,
): TextEdit[] | undefined {
  if ('hcl' in file) return setInHcl(file.hcl, path, value);
  if (isExpression(value)) return undefined;
  if ('bicep' in file) return setInBicep(file.bicep, path, value);
  if (isShared(file, path)) return undefined;
  return writesTags(file.tree) ? setTagged(file, path, value) : file.edits.set(file.tree, path, value);
}

/** True where a path leads through an anchor: what is written there would be written wherever an alias stands for it. */
function isShared({ tree }: EditableData, path: readonly string[]): boolean {
  const [root] = tree.documents;
  return path.some((_, index) => at(root, ...path.slice(0, index + 1))?.anchor !== undefined);
}

/** True for YAML that has CloudFormation's functions as tags. */
function writesTags(tree: DataTree): boolean {
  return tree.format === 'yaml' && /!(?:Ref|GetAtt|Sub) /.test(tree.text) && !holdsMark(tree);
}

/** Sets a value with CloudFormation's functions as the file writes them. */
function setTagged(file: EditableData, path: readonly PathStep[], value: FixValue): TextEdit[] | undefined {
  const draft = new DataDraft(file);
  const done = draft.set(path, tagged(value, draft)) && draft.finish();
  return done ? editBetween(file.tree.text, draft.tree.text) : undefined;
}

function tagged(value: FixValue, draft: DataDraft): FixValue {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((item) => tagged(item, draft));
  const reference = referenceOf(value);
  if (reference !== undefined) return draft.term(reference);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, tagged(inner, draft)]));
}

function isList(value: FixValue): value is readonly FixValue[] {
  return Array.isArray(value);
}

/** `${Table.Arn}` for `{ 'Fn::GetAtt': ['Table', 'Arn'] }`, `${Table}` for a Ref; undefined for anything else. */
function referenceOf(value: { readonly [key: string]: FixValue }): string | undefined {
  const [[name, argument] = ['', null], ...others] = Object.entries(value);
  if (others.length > 0) return undefined;
  if (name === 'Ref' && typeof argument === 'string') return `\${${argument}}`;
  if (name !== 'Fn::GetAtt' || !Array.isArray(argument)) return undefined;
  return argument.every((part) => typeof part === 'string') ? `\${${argument.join('.')}}` : undefined;
}
