// https://docs.aws.amazon.com/boto3/latest/guide/s3-presigned-urls.html
import type { Boto3ClientMethod } from '../../catalogue/boto3/customization.ts';
import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { Operation } from '../../python/model-provider.ts';
import { stringOf } from '../../python/values/make.ts';
import { members } from '../../python/values/union.ts';
import type { Value } from '../../python/values/value.ts';
import type { MethodCall } from './behaviour.ts';
import type { Client } from './objects.ts';
import { listOf, performs } from './operation.ts';

/** The operations that a presigned URL lets its holder perform with the rights of who signs it. */
export function presignedUrl(
  client: Client,
  { parameters }: Boto3ClientMethod,
  { arguments: call }: MethodCall,
  models: Boto3Models,
): readonly Operation[] {
  const method = call.get(parameters.indexOf('ClientMethod'), 'ClientMethod');
  const passed = entriesOf(call.get(parameters.indexOf('Params'), 'Params'));
  const names = method === undefined ? [] : members(method).flatMap((member) => listOf(stringOf(member)));
  return names.flatMap((operation) =>
    listOf(performs(client, { operation, through: 'presigned', arguments: passed }, models)),
  );
}

/** A presigned form lets its holder put an object. */
export function presignedPost(
  client: Client,
  { parameters }: Boto3ClientMethod,
  { arguments: call }: MethodCall,
  models: Boto3Models,
): readonly Operation[] {
  const passed = new Map<string, Value>();
  for (const name of ['Bucket', 'Key']) {
    const value = call.get(parameters.indexOf(name), name);
    if (value !== undefined) passed.set(name, value);
  }
  const signer: Client = { ...client, service: 's3' };
  return listOf(performs(signer, { operation: 'put_object', through: 'presigned', arguments: passed }, models));
}

/** What stands under the constant keys of a dictionary. */
export function entriesOf(value: Value | undefined): Map<string, Value> {
  const found = new Map<string, Value>();
  if (value?.kind !== 'mapping') return found;
  for (const key of value.keys()) {
    const entry = value.get(key);
    if (entry !== undefined) found.set(String(key), entry);
  }
  return found;
}
