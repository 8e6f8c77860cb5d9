import type { FixValue, HclExpression } from '../steps/judgement.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { EditableData, EditableFile } from '../syntax/editable-file.ts';
import { at } from '../syntax/navigate.ts';
import { setInBicep } from './set-in-bicep.ts';
import { isExpression, setInHcl } from './set-in-hcl.ts';

/** Edits that set the value at a path of keys, adding what is missing; undefined where the path cannot be reached. */
export function setValue(
  file: EditableFile,
  path: readonly string[],
  value: FixValue | HclExpression,
): TextEdit[] | undefined {
  if ('hcl' in file) return setInHcl(file.hcl, path, value);
  if (isExpression(value)) return undefined;
  if ('bicep' in file) return setInBicep(file.bicep, path, value);
  return isShared(file, path) ? undefined : file.edits.set(file.tree, path, value);
}

/** True where a path leads through an anchor: what is written there would be written wherever an alias stands for it. */
function isShared({ tree }: EditableData, path: readonly string[]): boolean {
  const [root] = tree.documents;
  return path.some((_, index) => at(root, ...path.slice(0, index + 1))?.anchor !== undefined);
}
