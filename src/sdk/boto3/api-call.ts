import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { Operation } from '../../python/model-provider.ts';
import { stringOf } from '../../python/values/make.ts';
import { members } from '../../python/values/union.ts';
import type { MethodCall } from './behaviour.ts';
import type { Client } from './objects.ts';
import { listOf, performs } from './operation.ts';
import { entriesOf } from './presigned.ts';

/** What every method of a client calls in the end, by the name in the API: `client._make_api_call('GetItem', {…})`. */
export function apiCall(client: Client, { arguments: call }: MethodCall, models: Boto3Models): readonly Operation[] {
  const name = call.get(0, 'operation_name');
  const model = client.service === null ? undefined : models.model(client.service);
  if (name === undefined || model === undefined) return [];
  const passed = entriesOf(call.get(1, 'api_params'));
  return members(name).flatMap((member) => {
    const operation = model.methods.find((method) => model.operation(method)?.api === stringOf(member));
    return operation === undefined ? [] : listOf(performs(client, { operation, arguments: passed }, models));
  });
}
