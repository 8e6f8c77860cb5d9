// The contract of the commands: calls.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byPlace } from '../../src/evidence/order.ts';
import { findCalls, memoryRepository } from '../../src/index.ts';
import type { CallsDocument } from '../../src/report/documents/calls.ts';
import { samTemplate } from '../../src/steps/examples.ts';
import type { Files } from '../judge-files.ts';
import { type Outcome, run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const app = `import os
import boto3
from store import save

s3 = boto3.client("s3")

def handler(event, context):
    s3.get_object(Bucket=os.environ["BUCKET"], Key=f"in/{event['id']}")
    save(event)
`;

const store = `import boto3

table = boto3.resource("dynamodb").Table("orders")

def save(item):
    table.put_item(Item={"id": "1", "password": "hunter2"})

def unused():
    for page in boto3.client("s3").get_paginator("list_objects_v2").paginate(Bucket="reports"):
        print(page)
`;

const files: Files = {
  'app.py': app,
  'store.py': store,
  'other/tool.py': 'import boto3\nboto3.client("sns").publish(TopicArn="t", Message="m")\n',
  'tests/test_app.py': 'import boto3\nboto3.client("s3").create_bucket(Bucket="b")\n',
  'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.13']),
};

function calls(files: Files, ...args: string[]): Promise<Outcome> {
  return run(['calls', '.', '--cwd', temporaryFolder(files), ...args]);
}

async function documentOf(files: Files, ...args: string[]): Promise<CallsDocument> {
  const { code, out, err } = await calls(files, '--format', 'json', ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as CallsDocument;
}

const shown = ({ calls }: CallsDocument): string[] =>
  calls.map(({ file, line, service, operation }) => `${file}:${line} ${service}.${operation}`);

test('every call, with its place, arguments and who reaches it', async () => {
  const document = await documentOf(files);
  expect(shown(document)).toEqual([
    'app.py:8 s3.get_object',
    'other/tool.py:2 sns.publish',
    'store.py:6 dynamodb.put_item',
    'store.py:9 s3.list_objects_v2',
    'tests/test_app.py:2 s3.create_bucket',
  ]);
  expect(document).toMatchObject({ schemaVersion: 1, unresolved: [], unreadable: [] });
  expect(document.calls[0]).toEqual({
    cloud: 'aws',
    service: 's3',
    operation: 'get_object',
    api: 'GetObject',
    through: null,
    certainty: 'resolved',
    identity: { kind: 'service' },
    test: false,
    file: 'app.py',
    line: 8,
    column: 8,
    arguments: { Bucket: { environment: 'BUCKET' }, Key: { pattern: 'in/*' } },
    reachedFrom: ['app.py:handler'],
  });
  expect(document.calls[2]).toMatchObject({
    through: 'resource:Table.put_item',
    arguments: { TableName: { value: 'orders' }, Item: { object: { id: { value: '1' }, password: { value: '***' } } } },
    reachedFrom: ['app.py:handler'],
  });
  expect(document.calls[3]).toMatchObject({ through: 'paginator:list_objects_v2', line: 9, reachedFrom: [] });
  expect(document.calls.map(({ test }) => test)).toEqual([false, false, false, false, true]);
});

test('a call whose client is not known is guessed or unresolved, never dropped', async () => {
  const { calls, unresolved } = await documentOf({
    'app.py':
      'import boto3\ndef main(client):\n    client.get_queue_attributes(QueueUrl="q")\n    client.untag_resource(ResourceArn="a", TagKeys=["b"])\n',
  });
  expect(calls).toMatchObject([
    { operation: 'get_queue_attributes', certainty: 'guessed', why: expect.any(String) as string, line: 3 },
  ]);
  expect(unresolved).toMatchObject([
    { file: 'app.py', line: 4, text: 'client.untag_resource(…)', reason: expect.any(String) as string, test: false },
  ]);
});

describe('what is looked at', () => {
  test('--service: what its entry point imports', async () => {
    const document = await documentOf(files, '--service', 'Resize');
    expect(shown(document)).toEqual([
      'app.py:8 s3.get_object',
      'store.py:6 dynamodb.put_item',
      'store.py:9 s3.list_objects_v2',
    ]);
    expect(document.calls.map(({ reachedFrom }) => reachedFrom)).toEqual([['app.py:handler'], ['app.py:handler'], []]);
  });

  test('--entry: the same, without infrastructure', async () => {
    const { 'template.yaml': _, ...code } = files;
    const document = await documentOf(code, '--entry', './app.py:handler', '--cloud', 'aws');
    expect(shown(document)).toHaveLength(3);
    expect(document.calls[1]?.reachedFrom).toEqual(['app.py:handler']);
  });

  test('what is excluded or ignored is not', async () => {
    const document = await documentOf({
      ...files,
      '.gitignore': 'other/\n',
      'skyworthy.toml': 'exclude = ["store.py"]\n',
    });
    expect(shown(document)).toEqual(['app.py:8 s3.get_object', 'tests/test_app.py:2 s3.create_bucket']);
  });

  test.for([
    [['--service', 'Resise'], 'Did you mean Resize?'],
    [['--entry', 'ap.py:handler', '--cloud', 'aws'], 'Did you mean app.py?'],
    [['--entry', 'app.py'], 'write FILE:FUNCTION'],
    [['--cloud', 'aws'], '--entry FILE:FUNCTION'],
    [['--format', 'sarif'], 'terminal, json, markdown'],
  ] as const)('%j exits 2, with the mend', async ([args, mend]) => {
    const { code, out, err } = await calls(files, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^skyworthy: [^\n]+[.?]\n$/);
    expect(err).toContain(mend);
  });
});

test('what cannot be read is named, and exits 0', async () => {
  const document = await documentOf({
    'app.py': 'import boto3\nboto3.client("s3").list_buckets()\nx = (\n',
    'binary.py': new Uint8Array([0x69, 0]),
  });
  expect(shown(document)).toEqual(['app.py:2 s3.list_buckets']);
  expect(document.unreadable).toMatchObject([
    { file: 'app.py', line: 3 },
    { file: 'binary.py', line: 1 },
  ]);
});

test('a folder without Python, and one that is not there', async () => {
  expect(await calls({})).toEqual({ code: 0, out: 'No call of a cloud SDK found.\n', err: '' });
  expect((await run(['calls', 'gone'])).code).toBe(2);
});

describe('on a terminal', () => {
  test('calls by service and operation; tests are counted', async () => {
    const { out } = await calls(files);
    expect(out).toContain('aws s3\n  get_object       app.py:8\n  list_objects_v2  store.py:9 (paginator)\n');
    expect(out).toMatch(/\n4 calls of 3 services in 3 files: 4 resolved\. 1 call in tests besides/);
    expect(out).not.toContain('create_bucket');
    expect((await calls(files, '--all')).out).toContain('tests/test_app.py:2 test');
    expect((await calls(files, '--quiet')).out.split('\n').length).toBeLessThan(4);
  });

  test('as Markdown, all of them', async () => {
    expect((await calls(files, '--format', 'markdown')).out).toContain(
      '| `create_bucket` | `tests/test_app.py:2` | test |',
    );
  });
});

test('two runs give the same bytes, with and without the cache, and places are in order', async () => {
  const folder = temporaryFolder(files);
  const json = (...args: string[]): Promise<Outcome> => run(['calls', folder, '--format', 'json', ...args]);
  const first = await json();
  expect(await json()).toEqual(first);
  expect(await json('--no-cache')).toEqual(first);
  expect((await json('--profile')).err).toMatch(/^cache: look .*\n$/);
  const { calls } = JSON.parse(first.out) as CallsDocument;
  expect(calls).toEqual([...calls].sort(byPlace));
  writeFileSync(join(folder, 'app.py'), 'import boto3\n');
  expect((await json()).out).not.toContain('get_object');
});

test('the library gives the same document', async () => {
  expect(await findCalls(memoryRepository(files))).toEqual(await documentOf(files));
});

test('code inside of a template is a file of its own, with the lines of the template', async () => {
  const { calls } = await documentOf({
    'template.yaml': `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Tidy:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      Code:
        ZipFile: |
          import boto3
          def handler(event, context):
              boto3.client("s3").delete_object(Bucket="b", Key="k")
`,
    'boto3.py': '',
  });
  expect(calls).toMatchObject([
    { file: 'template.yaml#Tidy', line: 12, operation: 'delete_object', reachedFrom: ['template.yaml#Tidy:handler'] },
  ]);
});

test('a service finds modules in its layers', async () => {
  const template = samTemplate(['Handler: app.handler', 'Runtime: python3.13', 'CodeUri: src', 'Layers: [!Ref Shared]'])
    .trimEnd()
    .concat('\n  Shared:\n    Type: AWS::Serverless::LayerVersion\n    Properties:\n      ContentUri: layer\n');
  const { calls } = await documentOf(
    {
      'template.yaml': template,
      'src/app.py': 'from store import save\n\ndef handler(event, context):\n    save("orders")\n',
      'layer/python/store.py':
        'import boto3\n\ndef save(table):\n    boto3.client("dynamodb").put_item(TableName=table, Item={})\n',
    },
    '--service',
    '*',
  );
  expect(calls).toMatchObject([
    {
      file: 'layer/python/store.py',
      arguments: { TableName: { value: 'orders' } },
      reachedFrom: ['src/app.py:handler'],
    },
  ]);
});
