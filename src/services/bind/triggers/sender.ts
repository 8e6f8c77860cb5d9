import type { Resource, Stack } from '../../../infrastructure/model/resource.ts';
import type { Value } from '../../../infrastructure/model/value.ts';
import type { Trigger } from '../../service.ts';
import { resourceNamed } from '../names.ts';
import { firstAt, referencesIn, resourceIn } from '../values-at.ts';

/** Who sends the work: a resource of the tree with its type, or only the type. */
export type Sender = Pick<Trigger, 'resource' | 'type'>;

/** The sender that a value names; of the given type where the stack does not declare it. */
export function senderOf(value: Value | undefined, type: string, stack: Stack): Sender {
  if (value === undefined) return { resource: null, type };
  for (const { resource: id } of referencesIn(value)) {
    const resource = resourceIn(stack, id);
    if (resource !== undefined) return sentBy(whole(resource, stack));
    if (id.includes('#')) return { resource: id, type };
  }
  const named = resourceNamed(value, stack);
  return named === undefined ? { resource: null, type } : sentBy(named);
}

/** A resource as the sender. */
export function sentBy({ id, type }: Resource): Sender {
  return { resource: id, type };
}

/** Resources that are a part of what sends, and where they name it. */
const parts: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::Deployment': ['RestApiId'],
  'AWS::ApiGateway::Resource': ['RestApiId', 'ParentId'],
  'AWS::ApiGateway::Stage': ['RestApiId'],
  aws_api_gateway_deployment: ['rest_api_id'],
  aws_api_gateway_resource: ['rest_api_id'],
  'Microsoft.EventGrid/systemTopics': ['properties.source'],
  azurerm_eventgrid_system_topic: ['source_arm_resource_id', 'source_resource_id'],
};

function whole(resource: Resource, stack: Stack): Resource {
  let one = resource;
  for (let left = 20; left > 0; left--) {
    const stated = (parts[one.type] ?? []).flatMap((path) => firstAt(one, path) ?? [])[0];
    const [first] = stated === undefined ? [] : referencesIn(stated);
    const next = first && resourceIn(stack, first.resource);
    if (next === undefined || next === one) break;
    one = next;
  }
  return one;
}
