import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { CallArguments, Operation } from '../../python/model-provider.ts';
import type { Value } from '../../python/values/value.ts';
import type { Client } from './objects.ts';

/** What is performed, besides the client's own part. */
export interface Performed {
  readonly operation: string;
  readonly through?: string;
  readonly arguments: ReadonlyMap<string, Value>;
}

/** An operation that a client performs; undefined if the catalogue has none of that name in the client's service. */
export function performs(client: Client, performed: Performed, models: Boto3Models): Operation | undefined {
  const service = models.service(client.service ?? onlyServiceWith(performed.operation, models) ?? '');
  const operation = models.model(service?.id ?? '')?.operation(performed.operation);
  if (service === undefined || operation === undefined) return undefined;
  return {
    cloud: 'aws',
    service: service.id,
    operation: performed.operation,
    api: operation.api,
    through: performed.through ?? null,
    identity: client.identity,
    certainty: 'resolved',
    arguments: performed.arguments,
  };
}

/** The only service whose clients have a method; undefined if there are none or several. */
export function onlyServiceWith(method: string, models: Boto3Models): string | undefined {
  const services = models.servicesWith(method);
  return services.length === 1 ? services[0] : undefined;
}

/** A list of one, or of none. */
export function listOf<Item>(item: Item | undefined): Item[] {
  return item === undefined ? [] : [item];
}

/** The keyword arguments of a call, without some. */
export function keywordsOf(call: CallArguments, ...without: readonly string[]): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const name of call.keywords) {
    const value = without.includes(name) ? undefined : call.keyword(name);
    if (value !== undefined) found.set(name, value);
  }
  return found;
}
