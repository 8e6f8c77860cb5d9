import type { PolicyRoom } from '../../permissions/declared/policy-room.ts';
import type { WantedStatement } from '../../steps/judgement.ts';
import type { DataNode, PathStep } from '../../syntax/data-tree.ts';
import type { DataValue } from '../../syntax/edit.ts';
import type { EditableData } from '../../syntax/editable-file.ts';
import { at, textOf } from '../../syntax/navigate.ts';
import { withoutCircles } from './circles.ts';
import { DataDraft, holdsMark } from './data-draft.ts';
import { isAnchored, says, statementValue } from './data-statements.ts';

/** The text of a template or serverless.yml with a policy of its own for an identity; undefined where a person has to do it. */
export function firstGrantData(
  file: EditableData,
  room: PolicyRoom,
  meant: readonly WantedStatement[],
): string | undefined {
  const draft = new DataDraft(file);
  const path = listPath(draft, room);
  const wanted = withoutCircles(file.tree, path, meant);
  const list = draft.at(path);
  const count = list?.kind === 'sequence' && list.tag === null ? list.items.length : 0;
  const isRoom = list === undefined || (list.kind === 'sequence' && list.tag === null && !isNamed(list, room));
  if (wanted === undefined || !isRoom || holdsMark(file.tree) || isAnchored(draft, path)) return undefined;
  const values = wrapped(
    room,
    wanted.map((one) => statementValue(draft, one)),
  );
  const isWritten =
    list === undefined
      ? draft.set(path, values)
      : values.every((value, index) => draft.insert(path, count + index, value));
  const isRight =
    isWritten && draft.finish() && wanted.every((one, index) => says(draft, pathTo(room, path, count, index), one));
  return isRight ? draft.tree.text : undefined;
}

/** The list to which the policy is added. Version 1 of Serverless, and who uses its words, has the statements elsewhere. */
function listPath(draft: DataDraft, { form, path }: PolicyRoom): PathStep[] {
  if (form !== 'serverless') return [...path, 'Policies'];
  const [root] = draft.tree.documents;
  const isOld =
    /^\W*1\b/.test(textOf(at(root, 'frameworkVersion')) ?? '') ||
    ['iamManagedPolicies', 'rolePermissionsBoundary'].some((name) => at(root, ...path, name) !== undefined);
  return isOld ? [...path, 'iamRoleStatements'] : [...path, 'iam', 'role', 'statements'];
}

/** True if a policy of that name is there already. */
function isNamed(list: Extract<DataNode, { kind: 'sequence' }>, { form, name }: PolicyRoom): boolean {
  return form === 'role' && list.items.some((item) => textOf(at(item, 'PolicyName')) === name);
}

/** Statements as items of the list: policies of SAM and of roles hold them in documents. */
function wrapped({ form, name }: PolicyRoom, statements: readonly DataValue[]): readonly DataValue[] {
  if (form === 'serverless') return statements;
  const document = { Version: '2012-10-17', Statement: statements };
  return [form === 'sam' ? document : { PolicyName: name, PolicyDocument: document }];
}

function pathTo({ form }: PolicyRoom, list: readonly PathStep[], count: number, index: number): PathStep[] {
  if (form === 'serverless') return [...list, count + index];
  return form === 'sam' ? [...list, count, 'Statement', index] : [...list, count, 'PolicyDocument', 'Statement', index];
}
