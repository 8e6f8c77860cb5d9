import type { DataNode } from '../../syntax/data-tree.ts';
import { circlesOf } from '../circles.ts';
import type { Draft } from '../draft.ts';
import type { Dependency } from '../manifest.ts';
import { placeOf } from '../tree-fields.ts';

// Groups that include others, as the standard's [dependency-groups] and Poetry's include-groups do.

/** How many groups may be visited in all: a chain of n groups holds n²/2 of them. */
const mostVisits = 200_000;

/** A group by its normalised name: what is listed in it, and which others it includes. */
export interface Group {
  readonly dependencies: readonly Dependency[];
  readonly includes: readonly { readonly name: string; readonly node: DataNode }[];
}

/** Adds every group's dependencies to the draft, those of the groups that it includes too, at the place where they are written. */
export function addGroups(groups: ReadonlyMap<string, Group>, draft: Draft): void {
  const arrows = new Map([...groups].map(([name, group]) => [name, group.includes.map((include) => include.name)]));
  const circles = circlesOf(arrows);
  let visits = 0;
  for (const [group, { includes, dependencies }] of groups) {
    for (const { name, node } of includes) {
      if (!groups.has(name)) draft.fault(placeOf(node, draft), `there is no group ${name}`);
      else if (circles.get(name) === circles.get(group)) draft.fault(placeOf(node, draft), `${group} includes itself`);
    }
    for (const dependency of dependencies) draft.add(dependency);
    const members = new Set([group, ...(arrows.get(group) ?? [])]);
    for (const member of members) {
      if (member === group) continue;
      for (const dependency of groups.get(member)?.dependencies ?? []) draft.add({ ...dependency, group });
      for (const name of arrows.get(member) ?? []) members.add(name);
      if (++visits === mostVisits && includes[0])
        draft.fault(placeOf(includes[0].node, draft), 'groups include too many others, the rest is left out');
      if (visits >= mostVisits) break;
    }
  }
}
