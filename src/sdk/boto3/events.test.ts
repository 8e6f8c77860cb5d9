import { describe, expect, test } from 'vitest';
import { linesOf, provider } from '../../../tests/boto3-operations.ts';
import { argumentsOf } from '../../python/evaluate/arguments.ts';
import type { CallArguments, Evaluation } from '../../python/model-provider.ts';
import { constant } from '../../python/values/make.ts';
import type { Value } from '../../python/values/value.ts';
import { methodOf, ownIdentity } from './objects.ts';

const evaluation = {} as Evaluation; // callbacks ask nothing of it

test.for([
  [
    'hooks of a client and of a session perform nothing themselves',
    `
import boto3
s3 = boto3.client('s3')
s3.meta.events.register('before-sign.s3', print)
s3.meta.events.unregister('before-sign.s3', print).copy()
boto3.Session().events.register_last('x', print)`,
  ],
  [
    'arguments reach the functions that are called back',
    `
import boto3
def upload(client, seen):
    client.upload_file('f', 'b', 'k', Callback=seen) #> s3.put_object(Bucket=b, Key=k) through transfer:upload_file + s3.create_multipart_upload(Bucket=b, Key=k) through transfer:upload_file + s3.upload_part(Bucket=b, Key=k) through transfer:upload_file + s3.complete_multipart_upload(Bucket=b, Key=k) through transfer:upload_file
def main():
    sns = boto3.client('sns')
    upload(boto3.client('s3'), lambda size: sns.publish(Message='m')) #> sns.publish(Message=m)`,
  ],
] as const)('%s', ([, text]) => {
  const { found, expected } = linesOf(text);
  expect(found).toEqual(expected);
});

describe('functions that are called back', () => {
  const handler = constant('handler');
  const passed = (...values: Value[]): CallArguments => argumentsOf('call', values);
  const client = { kind: 'client', service: 's3', identity: ownIdentity } as const;

  test.for([
    ['events.register', methodOf({ kind: 'events' }, 'register'), passed(constant('x'), handler), 1],
    [
      'session.register',
      methodOf({ kind: 'session', identity: ownIdentity }, 'register'),
      passed(constant('x'), handler),
      1,
    ],
    ['events.unregister', methodOf({ kind: 'events' }, 'unregister'), passed(constant('x'), handler), 0],
    ['upload_file', methodOf(client, 'upload_file'), passed(handler, handler, handler, handler, handler), 1],
    ['upload_file without one', methodOf(client, 'upload_file'), passed(handler, handler, handler), 0],
    ['get_object', methodOf(client, 'get_object'), passed(handler, handler), 0],
  ] as const)('%s', ([, method, call, count]) => {
    const found = provider.calls?.(method, call, evaluation) ?? [];
    expect(found.map(({ callee }) => callee)).toEqual(Array.from({ length: count }, () => handler));
    expect(found.every(({ arguments: { open } }) => open)).toBe(true);
  });
});
