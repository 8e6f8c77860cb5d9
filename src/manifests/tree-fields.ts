import type { Place } from '../evidence/place.ts';
import type { DataNode, DataTree, Entry, ScalarNode } from '../syntax/data-tree.ts';
import { asMapping, asScalar, asSequence, keyOf } from '../syntax/navigate.ts';
import type { Draft } from './draft.ts';
import type { Setting } from './requirement/dependency.ts';
import { addRequirementText } from './requirement-text.ts';

// How the readers of TOML, YAML and JSON look into a tree: what has another shape than it should is a fault, and is passed over.

/** Notes the faults of the text itself. */
export function noteFaults(tree: DataTree, draft: Draft): void {
  for (const { start, end, message } of tree.faults) draft.fault(draft.place(start, end), message);
}

/** The place of a node. */
export function placeOf(node: Pick<DataNode, 'start' | 'end'>, draft: Draft): Place {
  return draft.place(node.start, node.end);
}

/** The place of an entry, from its key to its value's end. */
export function entryPlace({ key, value }: Entry, draft: Draft): Place {
  return draft.place(key.start, Math.max(key.end, value.end));
}

/** The text of a node that must be a text; anything else is a fault, and nothing stays silent. */
export function textIn(node: DataNode | undefined, what: string, draft: Draft): string | undefined {
  if (node === undefined) return undefined;
  const scalar = asScalar(node);
  if (scalar !== undefined && typeof scalar.value === 'string') return scalar.value;
  draft.fault(placeOf(node, draft), `${what} must be a text`);
  return undefined;
}

/** The entries of a node that must be a table, with their names. */
export function entriesIn(node: DataNode | undefined, what: string, draft: Draft): { name: string; entry: Entry }[] {
  if (node === undefined) return [];
  const mapping = asMapping(node);
  if (mapping === undefined) draft.fault(placeOf(node, draft), `${what} must be a table`);
  return (mapping?.entries ?? []).map((entry) => ({ name: keyOf(entry) ?? '', entry }));
}

/** The items of a node that must be a list. */
export function itemsIn(node: DataNode | undefined, what: string, draft: Draft): readonly DataNode[] {
  if (node === undefined) return [];
  const sequence = asSequence(node);
  if (sequence === undefined) draft.fault(placeOf(node, draft), `${what} must be a list`);
  return sequence?.items ?? [];
}

/** The texts of a list of texts, with their nodes. */
export function textsIn(node: DataNode | undefined, what: string, draft: Draft): { text: string; node: ScalarNode }[] {
  return itemsIn(node, what, draft).flatMap((item) => {
    const text = textIn(item, `an entry of ${what}`, draft);
    const scalar = asScalar(item);
    return text === undefined || scalar === undefined ? [] : [{ text, node: scalar }];
  });
}

/** Adds the requirements of a list of texts, each a dependency specifier (PEP 508) or `-e` with an address. */
export function addRequirements(
  node: DataNode | undefined,
  what: string,
  draft: Draft,
  setting: Omit<Setting, 'place'> = {},
): void {
  for (const { text, node: item } of textsIn(node, what, draft)) addRequirement(text, item, draft, setting);
}

/** Adds the requirement that a text of a tree holds. */
export function addRequirement(
  text: string,
  node: ScalarNode,
  draft: Draft,
  setting: Omit<Setting, 'place'> = {},
): void {
  addRequirementText(text, draft, { ...setting, place: placeOf(node, draft) });
}
