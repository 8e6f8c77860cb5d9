import { expect, test } from 'vitest';
import { provider } from '../../../tests/boto3-operations.ts';
import type { CallArguments } from '../../python/model-provider.ts';
import { constant } from '../../python/values/make.ts';

/** A call with constant arguments: positional ones, then the names of the others; `**` makes it open. */
function call(positional: readonly string[], names: string): CallArguments {
  const keywords = names.split(' ').filter((name) => name !== '' && name !== '**');
  const keyword = (name: string) => (keywords.includes(name) ? constant('x') : undefined);
  const at = (index: number) => (positional[index] === undefined ? undefined : constant(positional[index]));
  return {
    key: names,
    depth: 0,
    count: positional.length,
    keywords,
    open: names.includes('**'),
    positional: at,
    keyword,
    get: (index, name) => at(index) ?? keyword(name),
  };
}

function guess(method: string, positional: readonly string[], names: string): unknown {
  const found = provider.guess(method, call(positional, names));
  if (found === undefined || found === 'unresolved') return found;
  expect(found.map(({ certainty }) => certainty)).not.toContain('resolved');
  return found.map(({ service, operation, through }) => `${service}.${operation} ${through ?? ''}`.trim()).join(', ');
}

test.for([
  ['get_object', [], 'Bucket Key', 's3.get_object'],
  ['put_item', [], 'TableName Item', 'dynamodb.put_item'],
  ['put_item', [], 'Item', 'dynamodb.put_item resource:Table.put_item'],
  ['send_message', [], 'MessageBody', 'sqs.send_message resource:Queue.send_message'],
  ['describe_services', [], 'cluster services', 'ecs.describe_services'],
  ['assume_role', [], 'RoleArn **', 'sts.assume_role'],
  ['get_paginator', ['list_objects_v2'], '', 's3.list_objects_v2 paginator:list_objects_v2'],
  ['generate_presigned_url', ['get_object_acl'], 'Params', 's3.get_object_acl presigned'],
  ['get_object', [], 'Bucket', undefined], // a required argument is missing
  ['get_object', [], 'Bucket Key Nonsense', undefined],
  ['get_object', ['a', 'b'], '', undefined], // clients take no positional arguments
  ['get_user', [], '', undefined], // half of the world has users
  ['create_job', [], 'name', undefined],
  ['get', [], 'Bucket', undefined],
  ['copy', [], '', undefined],
  ['load', ['f'], '', undefined],
  ['delete', [], '', undefined],
  ['paginate', [], 'page per_page', undefined],
  ['upload_file', ['a', 'b', 'c'], '', undefined],
  ['get_credentials', [], '', undefined],
  ['constructor', [], 'Bucket', undefined],
  ['list_tables', [], '', undefined],
  ['describe_instances', [], '', 'ec2.describe_instances'],
  ['get_caller_identity', [], '', 'sts.get_caller_identity'],
  ['describe_db_instances', [], '', 'unresolved'],
  ['describe_table', [], '', undefined],
  ['describe_db_instances', [], 'DBInstanceIdentifier', 'unresolved'],
  ['tag_resource', [], 'ResourceArn Tags', 'unresolved'],
  ['put_item', [], '**', 'unresolved'],
  ['get_waiter', ['bucket_exists'], '', 'unresolved'],
  ['paginate', [], 'Bucket', 'unresolved'],
  ['upload_file', [], 'Filename Bucket Key', 'unresolved'],
] as const)('%s(%j %s) is %s', ([method, positional, names, expected]) => {
  expect(guess(method, positional, names)).toBe(expected);
});
