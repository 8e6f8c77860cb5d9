import type { PlatformNeeds } from '../catalogue/iam/platform-needs.ts';
import type { Resource, Stack } from '../infrastructure/model/resource.ts';
import { unitResources } from '../services/bind/unit-resources.ts';
import type { Trigger } from '../services/service.ts';
import { containerFeatures, servicesOf } from './platform/containers.ts';
import { functionFeatures } from './platform/functions.ts';
import type { PlatformUse, UsedFeature } from './platform/platform-use.ts';
import { stateMachines } from './platform/state-machines.ts';

/**
 * What the platform does in the name of a unit, or in that of a role beside it: Lambda reads queues and streams, writes logs
 * and traces, joins a network and hands over what failed; ECS fetches the image and the secrets of a task; a state machine
 * runs the unit beside its other tasks.
 */
export function platformUses(
  resource: Resource,
  stack: Stack,
  triggers: readonly Trigger[],
  needsOf: (feature: string) => PlatformNeeds | undefined,
): PlatformUse[] {
  const features =
    functionFeatures(resource, stack, triggers) ??
    [...unitResources(resource, stack), ...servicesOf(resource, stack)].flatMap((one) => containerFeatures(one, stack));
  const use = ({ feature, values, evidence, maybe = false }: UsedFeature, holder: string): PlatformUse[] => {
    const needs = needsOf(feature);
    const isOwn = needs?.role === 'task-role' || feature.startsWith('lambda.');
    return needs === undefined ? [] : [{ needs, values, evidence, maybe, holder: isOwn ? null : holder }];
  };
  return [
    ...features.flatMap((one) => use(one, resource.id)),
    ...stateMachines(resource, stack).flatMap(({ machine, features: own }) => own.flatMap((one) => use(one, machine))),
  ];
}
