import { expect, test } from 'vitest';
import { provider } from '../../../tests/boto3-operations.ts';

test.for([
  'get_object',
  'publish',
  'paginate',
  'wait',
  'upload_file',
  'batch_writer',
  'generate_presigned_url',
  'generate_db_auth_token',
  'wait_until_exists',
  'send_messages',
  'filter',
  'content_length',
  'delete_tags',
])('%s may perform something', (name) => expect(provider.isOperation(name, false)).toBe(true));

test.for(['append', 'can_paginate', 'items', 'constructor', '__proto__', 'get_', ''])('%s performs nothing', (name) =>
  expect(provider.isOperation(name, false)).toBe(false),
);

test.for([
  ['get', false],
  ['terminate', false],
  ['get_object', true],
  ['copy', true],
  ['limit', true],
] as const)('%s with positional arguments may perform something: %s', ([name, may]) =>
  expect(provider.isOperation(name, true)).toBe(may),
);
