// https://packaging.python.org/en/latest/specifications/dependency-groups/
import type { DataNode } from '../../syntax/data-tree.ts';
import { asScalar, at } from '../../syntax/navigate.ts';
import type { Draft } from '../draft.ts';
import type { Dependency } from '../manifest.ts';
import { normaliseName } from '../requirement/name.ts';
import { addRequirement, entriesIn, itemsIn, placeOf, textIn } from '../tree-fields.ts';

const mostDependencies = 50_000;

interface Group {
  readonly dependencies: readonly Dependency[];
  readonly includes: readonly { readonly name: string; readonly node: DataNode }[];
}

/** Reads `[dependency-groups]`. What a group includes is listed under that group too, at the place where it is written. */
export function extractDependencyGroups(table: DataNode | undefined, draft: Draft): void {
  const groups = new Map<string, Group>();
  for (const { name, entry } of entriesIn(table, 'dependency-groups', draft)) {
    const normal = normaliseName(name);
    if (groups.has(normal)) draft.fault(placeOf(entry.key, draft), `the group ${name} stands here twice`);
    groups.set(normal, readGroup(normal, entry.value, draft));
  }
  for (const [name, { includes }] of groups) {
    for (const { name: included, node } of includes) {
      const message = includeFault(included, name, groups);
      if (message !== undefined) draft.fault(placeOf(node, draft), message);
    }
    if (draft.dependencies.length < mostDependencies) draft.dependencies.push(...expanded(name, groups));
  }
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
  for (const { place, message } of own.finish().faults) draft.fault(place, message);
  return { dependencies: own.dependencies, includes };
}

/** The dependencies of a group and of all that it includes, each group once. */
function expanded(group: string, groups: ReadonlyMap<string, Group>): Dependency[] {
  const members = new Set([group]);
  const found: Dependency[] = [];
  for (const member of members) {
    const { dependencies = [], includes = [] } = groups.get(member) ?? {};
    for (const { name } of includes) members.add(name);
    for (const dependency of dependencies) found.push({ ...dependency, group });
    if (found.length > mostDependencies) break;
  }
  return found;
}

function includeFault(included: string, group: string, groups: ReadonlyMap<string, Group>): string | undefined {
  if (!groups.has(included)) return `there is no group ${included}`;
  const members = new Set([included]);
  for (const member of members) {
    if (member === group) return `${group} includes itself`;
    for (const { name } of groups.get(member)?.includes ?? []) members.add(name);
  }
  return undefined;
}
