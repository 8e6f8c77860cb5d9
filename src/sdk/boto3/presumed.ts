import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { CallArguments } from '../../python/model-provider.ts';
import { stringOf } from '../../python/values/make.ts';
import type { ModelObject } from '../../python/values/value.ts';
import { botoObject, type Client, ownIdentity } from './objects.ts';
import { serviceResource } from './resource-object.ts';

const makers = new Set(['client', 'create_client', 'resource']);

/**
 * What a session gives that is not known to be one: `make_session().client('s3')`. The name of a service as first argument
 * is enough: what is then called on the client has to be an operation of that service.
 */
export function presumedObject(method: string, call: CallArguments, models: Boto3Models): ModelObject | undefined {
  if (!makers.has(method)) return undefined;
  const service = models.service(stringOf(call.get(0, 'service_name')) ?? '');
  if (service === undefined) return undefined;
  const client: Client = { kind: 'client', service: service.id, identity: ownIdentity };
  if (method !== 'resource') return botoObject(client);
  return service.resources ? botoObject(serviceResource(client)) : undefined;
}
