import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { CallArguments } from '../../python/model-provider.ts';
import { stringOf } from '../../python/values/make.ts';
import { members, nothing } from '../../python/values/union.ts';
import type { ModelObject, Value } from '../../python/values/value.ts';
import { botoObject, botoOf, type Client, ownIdentity } from './objects.ts';
import { listOf } from './operation.ts';
import { serviceResource } from './resource-object.ts';

const makers = new Set(['client', 'create_client', 'resource']);

/**
 * What a session gives that is not known to be one: `make_session().client('s3')`. The name of a service as first argument
 * is enough: what is then called on the client has to be an operation of that service.
 */
export function presumedObject(
  method: string,
  call: CallArguments,
  value: Value,
  models: Boto3Models,
): ModelObject | undefined {
  if (!makers.has(method) || value === nothing || !members(value).every(isOpen)) return undefined;
  const service = models.service(stringOf(call.get(0, 'service_name')) ?? '');
  if (service === undefined) return undefined;
  const [known] = members(value).flatMap((member) => listOf(unnamedClient(member)));
  const client: Client = { kind: 'client', service: service.id, identity: known?.identity ?? ownIdentity };
  if (method !== 'resource') return botoObject(client);
  return service.resources ? botoObject(serviceResource(client)) : undefined;
}

/** Stand-ins in tests give other stand-ins. */
const standIns = /^(?:unittest\.mock|mock|pytest_mock)\./;

/** True for what may be a client of the service: something unknown, or a client of which the service is not known. */
function isOpen(member: Value): boolean {
  if (member.kind === 'external') return !standIns.test(member.path);
  return member.kind === 'unknown' || unnamedClient(member) !== undefined;
}

function unnamedClient(member: Value): Client | undefined {
  const data = botoOf(member);
  const client = data?.kind === 'resource' ? data.client : data;
  return client?.kind === 'client' && client.service === null ? client : undefined;
}
