import type { Resource, Stack } from '../../../infrastructure/model/resource.ts';
import type { Trigger } from '../../service.ts';
import { unitResources, wholesOf } from '../unit-resources.ts';
import { kubernetesServices } from './kubernetes.ts';
import { lambdaModuleTriggers } from './lambda-module.ts';
import { balancedByPattern, statedTriggers } from './own.ts';
import { isOfFamily } from './permissions.ts';
import { pointingIn } from './pointing.ts';
import { samEvents } from './sam-events.ts';
import { serverlessEvents } from './serverless-events.ts';

/**
 * Everything that starts a unit: what its definition states, and the resources that point at it; where nothing of a kind
 * does, also who is allowed to start it. `others` are stacks of the tree that may point at it from outside.
 */
export function triggersOf(resource: Resource, stack: Stack, others: readonly Stack[] = []): Trigger[] {
  const stated = [
    ...samEvents(resource, stack),
    ...serverlessEvents(resource, stack),
    ...lambdaModuleTriggers(resource, stack),
    ...kubernetesServices(resource, stack),
  ];
  const pointing: Trigger[] = [];
  const permitted: Trigger[] = [];
  for (const one of [...unitResources(resource, stack), ...wholesOf(resource, stack)]) {
    stated.push(...statedTriggers(one, stack), ...balancedByPattern(one, stack));
    const here = pointingIn(stack);
    pointing.push(...(here.triggers.get(one.id) ?? []));
    permitted.push(...(here.permitted.get(one.id) ?? []));
    for (const other of others) {
      if (other === stack) continue;
      const there = pointingIn(other).triggers.get(`${stack.file}#${one.id}`) ?? [];
      pointing.push(...there.map((trigger) => inOther(trigger, other)));
    }
  }
  const found = [...stated, ...pointing];
  const all = [...found, ...permitted.filter((one) => !found.some((trigger) => isOfFamily(trigger, one)))];
  return all.length > 0 ? distinct(all) : statedTriggers(resource, stack, true);
}

/** What one line says in several ways (an API for a function, and each of its methods) is said once. */
function distinct(triggers: readonly Trigger[]): Trigger[] {
  const first = new Map<string, Trigger>();
  for (const trigger of triggers) if (!first.has(keyOf(trigger))) first.set(keyOf(trigger), trigger);
  return [...first.values()];
}

function keyOf({ resource, type, invocation, name, evidence: { file, line } }: Trigger): string {
  return [resource ?? name, type, invocation, file, line].join('\0');
}

/** A sender of another stack is named with its file. */
function inOther(trigger: Trigger, { file }: Stack): Trigger {
  const { resource } = trigger;
  return resource === null || resource.includes('#') ? trigger : { ...trigger, resource: `${file}#${resource}` };
}
