import { addTo } from '../../evidence/add-to.ts';
import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import { settingPathsOf } from './setting-paths.ts';
import { referencesIn, resourceIn, valuesAt } from './values-at.ts';

/** The resources that name one as a part of theirs: the services that run a task. */
export function wholesOf(resource: Resource, stack: Stack): readonly Resource[] {
  if (!/TaskDefinition$|_task_definition$/.test(resource.type)) return [];
  let ofStack = wholes.get(stack);
  if (ofStack === undefined) {
    ofStack = new Map();
    for (const whole of stack.resources.values())
      for (const part of unitResources(whole, stack).slice(1)) addTo(ofStack, part, whole);
    wholes.set(stack, ofStack);
  }
  return ofStack.get(resource) ?? [];
}

const wholes = new WeakMap<Stack, Map<Resource, Resource[]>>();

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
