// https://docs.aws.amazon.com/boto3/latest/guide/clients.html#waiters
import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { Operation } from '../../python/model-provider.ts';
import type { Value } from '../../python/values/value.ts';
import type { Behaviour } from './behaviour.ts';
import { botoObject, type Client, methodOf, opaque, type Waiter } from './objects.ts';
import { keywordsOf, listOf, performs } from './operation.ts';

/** A client's waiter of some name. */
export function waiterOf(client: Client, name: string | null): Waiter {
  return { kind: 'waiter', client, name };
}

/** Waiters call one operation until it says what they wait for. */
export const waiter: Behaviour<Waiter> = {
  attribute: (data, name) => (name === 'wait' ? methodOf(data, name) : opaque),
  call: () => opaque,
  operations: (data, { arguments: call }, models) => waits(data, 'uses', keywordsOf(call, 'WaiterConfig'), models),
  unresolved: (data, { arguments: call }, models) =>
    waits(data, 'uses', keywordsOf(call), models).length === 0 ? 'dynamic-value' : undefined,
};

/** The operation of a waiter; none if its name or service is not known. */
export function waits(
  { client, name }: Waiter,
  role: 'prepares' | 'uses',
  passed: ReadonlyMap<string, Value>,
  models: Boto3Models,
): readonly Operation[] {
  const operation = name === null || client.service === null ? undefined : models.model(client.service)?.waiter(name);
  if (operation === undefined) return [];
  const found = performs(client, { operation, through: `waiter:${name}`, arguments: passed }, models);
  return listOf(found && { ...found, [role]: botoObject(waiterOf(client, name)).key });
}
