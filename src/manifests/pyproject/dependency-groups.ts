// https://packaging.python.org/en/latest/specifications/dependency-groups/
import type { DataNode } from '../../syntax/data-tree.ts';
import { asScalar, at } from '../../syntax/navigate.ts';
import type { Draft } from '../draft.ts';
import { normaliseName } from '../requirement/name.ts';
import { addRequirement, entriesIn, itemsIn, placeOf, textIn } from '../tree-fields.ts';
import { addGroups, type Group } from './group-includes.ts';

/** Reads `[dependency-groups]`. What a group includes is listed under that group too, at the place where it is written. */
export function extractDependencyGroups(table: DataNode | undefined, draft: Draft): void {
  const groups = new Map<string, Group>();
  for (const { name, entry } of entriesIn(table, 'dependency-groups', draft)) {
    const normal = normaliseName(name);
    if (groups.has(normal)) draft.fault(placeOf(entry.key, draft), `the group ${name} stands here twice`);
    groups.set(normal, readGroup(normal, entry.value, draft));
  }
  addGroups(groups, draft);
}

function readGroup(group: string, node: DataNode, draft: Draft): Group {
  const own = draft.scratch();
  const includes: { name: string; node: DataNode }[] = [];
  for (const item of itemsIn(node, `the group ${group}`, draft)) {
    const scalar = asScalar(item);
    const included = at(item, 'include-group');
    if (scalar !== undefined && typeof scalar.value === 'string') addRequirement(scalar.value, scalar, own, { group });
    else if (included === undefined) draft.fault(placeOf(item, draft), 'a group holds requirements and include-group');
    else includes.push({ name: normaliseName(textIn(included, 'include-group', draft) ?? ''), node: item });
  }
  draft.takeFaults(own);
  return { dependencies: own.dependencies, includes };
}
