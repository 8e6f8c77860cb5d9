import { expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { findCalls } from './calls.ts';

const files = {
  'functions/resize/app.py': 'from shared.storage import save\n\ndef handler(event, context):\n    save(event)\n',
  'common/shared/storage.py':
    'import boto3\nfrom .names import bucket\n\ndef save(event):\n    boto3.client("s3").put_object(Bucket=bucket, Key="a", Body=b"")\n',
  'common/shared/names.py': 'bucket = "reports"\n',
};
const entry = { root: 'functions/resize', file: 'functions/resize/app.py', function: 'handler', cloud: 'aws' } as const;

async function found(build: Record<string, string>): Promise<string[]> {
  const { calls } = await findCalls(memoryRepository({ ...files, ...build }), { cache: false, entry });
  return calls.map(
    ({ file, operation, arguments: given }) => `${file} ${operation} ${JSON.stringify(given['Bucket'])}`,
  );
}

const there = ['common/shared/storage.py put_object {"value":"reports"}'];

test.for<[string, Record<string, string>]>([
  ['a script', { 'build.sh': 'set -e\ncp -r common/shared functions/resize/\n' }],
  ['a script in a folder of its own', { 'scripts/build.sh': 'cd ..\ncp -R ./common/shared "$TARGET"\n' }],
  ['a loop over functions', { 'build.sh': 'for f in functions/*; do cp -r "$ROOT/common/shared" "$f"; done\n' }],
  ['all that a folder holds', { Makefile: 'build:\n\tcp -r common/* $(ARTIFACTS_DIR)\n' }],
  ['rsync of what a folder holds', { 'build.sh': 'rsync -a common/ build/\n' }],
  [
    'a step of a pipeline',
    { '.github/workflows/a.yml': 'jobs:\n  a:\n    steps:\n      - run: cp -r common/shared functions/resize\n' },
  ],
  ['a script of npm', { 'package.json': '{"scripts": {"build": "cp -r common/shared functions/resize"}}' }],
])('%s copies what the code imports', async ([, build]) => expect(await found(build)).toEqual(there));

test.for<[string, Record<string, string>]>([
  ['nothing', {}],
  ['another folder', { 'build.sh': 'cp -r common/other functions/resize/\n' }],
  ['the target of a copy alone', { 'build.sh': 'cp -r vendor common/shared\n' }],
  ['a word that ends in cp', { 'build.sh': 'scp -r common/shared host:/tmp\n' }],
  ['a folder of that name elsewhere', { 'build.sh': 'cp -r lib/shared functions/resize/\n' }],
])('%s copied: the module is not found', async ([, build]) => expect(await found(build)).toEqual([]));

test('the copy that is nearest to the code counts', async () => {
  const near = { 'functions/shared/storage.py': 'def save(event):\n    pass\n' };
  expect(await found({ ...near, 'build.sh': 'cp -r functions/shared a\ncp -r common/shared b\n' })).toEqual([]);
});

test('the functions of a template get it too', async () => {
  const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: functions/resize, Handler: app.handler, Runtime: python3.13 }
`;
  const repository = memoryRepository({
    ...files,
    'template.yaml': template,
    Makefile: 'b:\n\tcp -r common/shared functions/resize\n',
  });
  const { calls } = await findCalls(repository, { cache: false, services: ['Resize'] });
  expect(calls).toMatchObject([{ operation: 'put_object', reachedFrom: ['functions/resize/app.py:handler'] }]);
});
