import { evidence } from '../../../evidence/evidence.ts';
import { readText } from '../../../infrastructure/model/reading.ts';
import type { Resource, Stack } from '../../../infrastructure/model/resource.ts';
import type { Value } from '../../../infrastructure/model/value.ts';
import type { Trigger } from '../../service.ts';
import { firstAt, valuesAt } from '../values-at.ts';
import { type OwnTrigger, ownTriggers } from './own-table.ts';
import { type Sender, senderOf } from './sender.ts';

/** What the definition of a unit says of its own start; `otherwise`: what holds where nothing else starts it. */
export function statedTriggers(resource: Resource, stack: Stack, otherwise = false): Trigger[] {
  const shapes = (ownTriggers[resource.type] ?? []).filter((shape) => (shape.otherwise ?? false) === otherwise);
  return shapes.flatMap((shape) => triggersBy(shape, resource, stack));
}

function triggersBy(shape: OwnTrigger, resource: Resource, stack: Stack): Trigger[] {
  const { when, unless, where, name, invocation } = shape;
  if (unless !== undefined && firstAt(resource, unless) !== undefined) return [];
  if (where !== undefined && !where[1].test(textAt(resource, where[0]))) return [];
  const itself: Sender = { resource: resource.id, type: resource.type };
  if (when === null) return [{ name, ...itself, invocation, evidence: evidence(resource.key, resource.id) }];
  return valuesAt(resource.properties, when)
    .filter((value) => !(value.kind === 'literal' && value.value === null))
    .map((value) => ({
      name,
      ...(shape.type === undefined ? itself : senderBelow(value, shape, shape.type, stack)),
      invocation,
      evidence: evidence(value.place, name),
    }));
}

function textAt(resource: Resource, path: string): string {
  const value = firstAt(resource, path);
  return value === undefined ? '' : readText(value).text;
}

function senderBelow(value: Value, { sender = [] }: OwnTrigger, type: string, stack: Stack): Sender {
  const found = sender.flatMap((path) => valuesAt(value, path)).map((one) => senderOf(one, type, stack));
  return found.find((one) => one.resource !== null) ?? found[0] ?? { resource: null, type };
}

/** The load balancer that the AWS CDK's patterns make as a part of a service: `Service/LB`. */
export function balancedByPattern(resource: Resource, stack: Stack): Trigger[] {
  const balancer = resource.type === 'AWS::ECS::Service' ? stack.resources.get(`${resource.id}/LB`) : undefined;
  if (balancer === undefined) return [];
  const { id, type, key } = balancer;
  return [{ name: 'load balancer', resource: id, type, invocation: 'synchronous', evidence: evidence(key, id) }];
}
