import { evidence } from '../../evidence/evidence.ts';
import type { Place } from '../../evidence/place.ts';
import type { Collected } from './grant.ts';
import { addReady } from './managed-policies.ts';
import type { Surroundings } from './surroundings.ts';

/** Collects a managed policy that a framework attaches by itself. */
export function addFramework(into: Collected, name: string, place: Place, around: Surroundings): void {
  const policy = around.ready.managed(name);
  if (policy !== undefined) addReady(into, policy.statements, { kind: 'framework', name }, place, name);
}

/** Collects actions that a framework grants by itself on a resource. */
export function addActions(
  into: Collected,
  actions: readonly string[],
  resource: string,
  name: string,
  place: Place,
): void {
  into.grants.push({
    effect: 'Allow',
    actions,
    notActions: [],
    resources: [{ text: resource, known: true }],
    notResources: [],
    conditions: false,
    conditionKeys: [],
    sure: true,
    origin: { kind: 'framework', name },
    from: evidence(place, name),
    list: null,
  });
}
