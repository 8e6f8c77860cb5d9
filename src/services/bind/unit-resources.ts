import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import { settingPathsOf } from './setting-paths.ts';
import { referencesIn, resourceIn, valuesAt } from './values-at.ts';

/** The resources that name one as a part of theirs: the services that run a task. */
export function wholesOf(resource: Resource, stack: Stack): Resource[] {
  if (!/TaskDefinition$|_task_definition$/.test(resource.type)) return [];
  return [...stack.resources.values()].filter(
    (other) => other !== resource && unitResources(other, stack).includes(resource),
  );
}

/** The resources that together say what a unit is: its own, then those that this one names (the task of a service). */
export function unitResources(resource: Resource, stack: Stack): Resource[] {
  const found = [resource];
  for (const path of settingPathsOf(resource.type)?.also ?? []) {
    for (const value of valuesAt(resource.properties, path)) {
      for (const { resource: id } of referencesIn(value)) {
        const named = resourceIn(stack, id);
        if (named !== undefined && !found.includes(named)) found.push(named);
      }
    }
  }
  return found;
}
