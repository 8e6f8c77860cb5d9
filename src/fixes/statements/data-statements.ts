import type { WantedStatement } from '../../steps/judgement.ts';
import type { DataNode, MappingNode, PathStep } from '../../syntax/data-tree.ts';
import type { DataValue } from '../../syntax/edit.ts';
import type { EditableData } from '../../syntax/editable-file.ts';
import { ownEntry } from '../../syntax/editing/reach.ts';
import { keyOf } from '../../syntax/navigate.ts';
import { withoutCircles } from './circles.ts';
import { DataDraft, holdsMark, pathOf } from './data-draft.ts';
import { changeOfList, keptActions, overlap } from './kept-items.ts';
import { resourceText } from './resource-text.ts';
import type { Span } from './span.ts';

const allowed = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Condition']);

/** The text of a YAML or JSON file in which a statement says what is wanted; undefined where a person has to do it. */
export function narrowData(
  file: EditableData,
  { start, end }: Span,
  meant: readonly WantedStatement[],
): string | undefined {
  const path = pathOf(file.tree, start, end, 'mapping');
  const draft = new DataDraft(file);
  const wanted = path && withoutCircles(file.tree, path, meant);
  if (path === undefined || wanted === undefined || holdsMark(file.tree) || isAnchored(draft, path)) return undefined;
  const statement = statementAt(draft, path);
  if (statement === undefined) return undefined;
  if (wanted.length === 0) return isOneOfMany(draft, path) && draft.remove(path) ? draft.tree.text : undefined;
  if (wanted.length > 1 && (ownEntry(statement, 'Condition') !== undefined || typeof path.at(-1) !== 'number')) {
    return undefined;
  }
  const [first, ...others] = closestFirst(statement, wanted);
  if (first === undefined) return undefined;
  const done =
    setList(draft, [...path, 'Action'], first.actions, (action) => action) &&
    setList(draft, [...path, 'Resource'], first.resources, (resource) => draft.term(resource)) &&
    addStatements(draft, path.slice(0, -1), Number(path.at(-1)) + 1, others) &&
    draft.finish();
  return done && says(draft, path, first) && othersSay(draft, path, others) ? draft.tree.text : undefined;
}

/** The text of a YAML or JSON file in which a statement allows some actions no more. */
export function withdrawData(file: EditableData, { start, end }: Span, actions: readonly string[]): string | undefined {
  const path = pathOf(file.tree, start, end, 'mapping');
  const draft = new DataDraft(file);
  const statement = path && statementAt(draft, path);
  if (path === undefined || statement === undefined || isAnchored(draft, path)) return undefined;
  const kept = keptActions(itemsOf(statement, 'Action'), actions);
  if (kept === undefined) return undefined;
  if (kept.length === 0) return isOneOfMany(draft, path) && draft.remove(path) ? draft.tree.text : undefined;
  return setList(draft, [...path, 'Action'], kept, (action) => action) ? draft.tree.text : undefined;
}

/** The text of a YAML or JSON file with statements behind the last one of a list. */
export function grantData(
  file: EditableData,
  { start, end }: Span,
  meant: readonly WantedStatement[],
): string | undefined {
  const path = pathOf(file.tree, start, end, 'sequence');
  const draft = new DataDraft(file);
  const wanted = path && withoutCircles(file.tree, path, meant);
  if (path === undefined || wanted === undefined || holdsMark(file.tree) || isAnchored(draft, path)) return undefined;
  const list = draft.at(path);
  if (list?.kind !== 'sequence') return undefined;
  return wanted.every((one) => grantOne(draft, path, one)) && draft.finish() ? draft.tree.text : undefined;
}

function grantOne(draft: DataDraft, list: readonly PathStep[], wanted: WantedStatement): boolean {
  const items = listed(draft.at(list));
  const index = items.findIndex((_, at) => takes(draft, [...list, at], wanted));
  if (index < 0) return addStatements(draft, list, items.length, [wanted]);
  const path = [...list, index];
  const statement = statementAt(draft, path);
  const actions = statement === undefined ? [] : itemsOf(statement, 'Action').flatMap((action) => action ?? []);
  return setList(draft, [...path, 'Action'], [...new Set([...actions, ...wanted.actions])], (action) => action);
}

/** True if a statement allows actions of the same service on the same resources, under no name that would become wrong. */
function takes(draft: DataDraft, path: readonly PathStep[], { actions, resources }: WantedStatement): boolean {
  const statement = statementAt(draft, path);
  if (statement === undefined || ['Sid', 'Condition'].some((name) => ownEntry(statement, name) !== undefined))
    return false;
  return (
    isOfOneService([...itemsOf(statement, 'Action'), ...actions]) && isSet(itemsOf(statement, 'Resource'), resources)
  );
}

/** True for actions that are known and have one prefix. */
export function isOfOneService(actions: readonly (string | undefined)[]): boolean {
  const prefixes = new Set(
    actions.map((action) => (action?.includes(':') === true ? action.split(':')[0] : undefined)),
  );
  return prefixes.size === 1 && !prefixes.has(undefined);
}

/** True if an anchor shares something on the way to a path. */
export function isAnchored(draft: DataDraft, path: readonly PathStep[]): boolean {
  const steps = [...path.keys(), path.length];
  return steps.some((length) => draft.at(path.slice(0, length))?.anchor !== undefined);
}

function isOneOfMany(draft: DataDraft, path: readonly PathStep[]): boolean {
  const parent = draft.at(path.slice(0, -1));
  return parent?.kind === 'sequence' && parent.items.length > 1;
}

/** A statement that allows actions on resources, and says nothing that cannot be narrowed. */
function statementAt(draft: DataDraft, path: readonly PathStep[]): MappingNode | undefined {
  const node = draft.at(path);
  if (node?.kind !== 'mapping' || node.tag !== null) return undefined;
  const names = node.entries.map((entry) => keyOf(entry) ?? '');
  const effect = ownEntry(node, 'Effect')?.value;
  const isPlain = names.every((name) => allowed.has(name)) && new Set(names).size === names.length;
  const isShared = node.entries.some(({ value }) => value.anchor !== undefined || value.kind === 'alias');
  const allows = effect?.kind === 'scalar' && effect.tag === null && effect.text === 'Allow';
  return isPlain && allows && !isShared && names.includes('Action') && names.includes('Resource') ? node : undefined;
}

function itemsOf(statement: MappingNode, name: string): (string | undefined)[] {
  const node = ownEntry(statement, name)?.value;
  return listed(node).map(resourceText);
}

function listed(node: DataNode | undefined): readonly DataNode[] {
  if (node === undefined) return [];
  return node.kind === 'sequence' && node.tag === null ? node.items : [node];
}

/** The statements with the one first that is nearest to what stands there. */
function closestFirst(statement: MappingNode, wanted: readonly WantedStatement[]): WantedStatement[] {
  const near = ({ actions, resources }: WantedStatement): number =>
    overlap(itemsOf(statement, 'Action'), actions) + overlap(itemsOf(statement, 'Resource'), resources);
  const best = wanted.reduce<WantedStatement | undefined>(
    (found, one) => (found === undefined || near(one) > near(found) ? one : found),
    undefined,
  );
  return best === undefined ? [] : [best, ...wanted.filter((one) => one !== best)];
}

/** Makes the list, or the single value, at a path hold what is wanted. */
function setList(
  draft: DataDraft,
  path: readonly PathStep[],
  wanted: readonly string[],
  write: (text: string) => DataValue,
): boolean {
  const node = draft.at(path);
  const items = listed(node);
  const { replaced, added, removed } = changeOfList(items.map(resourceText), wanted);
  if (replaced.size + added.length + removed.length === 0) return true;
  if (node?.kind !== 'sequence' || node.tag !== null) {
    const [only = ''] = wanted;
    return draft.set(path, wanted.length === 1 ? write(only) : wanted.map(write));
  }
  return (
    [...replaced].every(([index, text]) => draft.set([...path, index], write(text))) &&
    added.every((text, index) => draft.insert(path, items.length + index, write(text))) &&
    removed.every((index) => draft.remove([...path, index]))
  );
}

function addStatements(
  draft: DataDraft,
  list: readonly PathStep[],
  index: number,
  statements: readonly WantedStatement[],
): boolean {
  return statements.every((one, offset) => draft.insert(list, index + offset, statementValue(draft, one)));
}

/** A statement as it is written: `Resource` is a list only where there are several. */
export function statementValue(draft: DataDraft, { actions, resources }: WantedStatement): DataValue {
  const terms = resources.map((resource) => draft.term(resource));
  return { Effect: 'Allow', Action: [...actions], Resource: terms.length === 1 ? (terms[0] ?? '') : terms };
}

function othersSay(draft: DataDraft, path: readonly PathStep[], others: readonly WantedStatement[]): boolean {
  const index = Number(path.at(-1));
  return others.every((statement, offset) => says(draft, [...path.slice(0, -1), index + 1 + offset], statement));
}

/** True if the statement at a path, read again, is what was wanted. */
export function says(draft: DataDraft, path: readonly PathStep[], { actions, resources }: WantedStatement): boolean {
  const node = statementAt(draft, path);
  return node !== undefined && isSet(itemsOf(node, 'Action'), actions) && isSet(itemsOf(node, 'Resource'), resources);
}

/** True if a list holds each text once and nothing else. */
export function isSet(items: readonly (string | undefined)[], wanted: readonly string[]): boolean {
  return items.length === wanted.length && wanted.every((text) => items.includes(text));
}
