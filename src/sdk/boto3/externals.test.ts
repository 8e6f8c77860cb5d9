import { expect, test } from 'vitest';
import { provider } from '../../../tests/boto3-operations.ts';
import { Evaluator } from '../../python/evaluate/evaluator.ts';
import { openProgram } from '../../python/program/open-program.ts';
import { openSources } from '../../python/program/sources.ts';
import { memoryRepository } from '../../repository/memory.ts';
import { collectCalls } from '../collect-calls.ts';
import { botoOf } from './objects.ts';

test.for([
  ['boto3.Session', { kind: 'callable', name: 'Session' }],
  ['boto3.session.Session', { kind: 'callable', name: 'Session' }],
  ['botocore.session.get_session', { kind: 'callable', name: 'BotocoreSession' }],
  ['aiobotocore.session.get_session', { kind: 'callable', name: 'BotocoreSession' }],
  ['boto3.client', { kind: 'method', name: 'client' }],
  ['boto3.DEFAULT_SESSION', { kind: 'session' }],
] as const)('%s', ([path, expected]) => {
  expect(botoOf(provider.external(path))).toMatchObject(expected);
});

test.for(['boto3', 'boto3.session', 'boto3.constructor', 'boto3.dynamodb.conditions.Key', 'client', 'flask.Flask'])(
  '%s leads to no calls',
  (path) => expect(provider.external(path)).toBeUndefined(),
);

test('imports that lead to SDK objects', () => {
  expect(provider.imports).toEqual(
    expect.arrayContaining(['boto3', 'aiobotocore', 'mypy_boto3_s3', 'types_boto3_cognito_idp']),
  );
});

test.for(['import boto3\nboto3.client', 'from boto3 import client\nclient', 'from boto3 import *\nclient'])(
  'a copy of the SDK in the program is the SDK: %j',
  (text) => {
    const files = {
      'app.py': `${text}('s3').list_buckets()\n`,
      'boto3/__init__.py': 'def client(*args, **kwargs):\n    return session().client(*args, **kwargs)\n',
    };
    const program = openProgram(openSources(memoryRepository(files)), ['.']);
    const module = program.moduleOf('app.py');
    const found = module && collectCalls(new Evaluator(program, [provider]), module, [provider]);
    expect(found?.calls.map(({ operation }) => operation.operation)).toEqual(['list_buckets']);
  },
);

test('what a copy of the SDK calls itself is no call of the program', () => {
  const text = 'def load(client):\n    return client.head_object(Bucket="b", Key="k")\n';
  const program = openProgram(openSources(memoryRepository({ 'layer/boto3/ec2.py': text, 'layer/own.py': text })), [
    'layer',
  ]);
  const found = ['layer/boto3/ec2.py', 'layer/own.py'].map((file) => {
    const module = program.moduleOf(file);
    return module && collectCalls(new Evaluator(program, [provider]), module, [provider]).calls.length;
  });
  expect(found).toEqual([0, 1]);
});
