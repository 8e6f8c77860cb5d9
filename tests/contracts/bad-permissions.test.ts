// The contract of the commands: what cannot be read or is not known is named with its place, nothing is granted for it, and
// the rest goes on.
import { expect, test } from 'vitest';
import type { PermissionsDocument } from '../../src/report/documents/permissions.ts';
import { run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Good: { Type: AWS::Serverless::Function, Properties: { Runtime: python3.13, Handler: good.handler, CodeUri: src } }
  Bad: { Type: AWS::Serverless::Function, Properties: { Runtime: python3.13, Handler: bad.handler, CodeUri: src, Environment: { Variables: { A: !GetAtt Good.Arn } } } }
`;
const good = 'import boto3\ndef handler(event, context):\n    boto3.client("s3").list_buckets()\n';
const calling = (call: string): string => `import boto3\ndef handler(event, context):\n    ${call}\n`;

async function permissions(bad: string | undefined, changed = template): Promise<PermissionsDocument> {
  const files = { 'template.yaml': changed, 'src/good.py': good, ...(bad !== undefined && { 'src/bad.py': bad }) };
  const { out, err } = await run(['permissions', '.', '--cwd', temporaryFolder(files), '--format', 'json']);
  expect(err).toBe('');
  return JSON.parse(out) as PermissionsDocument;
}

const actions = (document: PermissionsDocument, name: string): string[] =>
  document.services
    .filter(({ id }) => id === `template.yaml#${name}`)
    .flatMap(({ needed }) => needed.map(({ action }) => action))
    .filter((action) => !action.startsWith('logs:'));

test.for([
  ['a handler that is in no module', undefined, { file: 'template.yaml', line: 4, reason: 'missing-module' }],
  ['a module without the handler', 'x = 1\n', { file: 'template.yaml', line: 4, reason: 'missing-function' }],
  [
    'a service that the catalogue does not know',
    calling('boto3.client("nosuchservice").put_thing(Name="a")'),
    { file: 'src/bad.py', line: 3 },
  ],
  [
    'an operation that is newer than the catalogue',
    calling('boto3.client("s3").put_object_newly(Bucket="a", Key="b")'),
    { file: 'src/bad.py', line: 3 },
  ],
] as const)('%s', async ([, bad, place]) => {
  const document = await permissions(bad);
  const service = document.services.find(({ id }) => id === 'template.yaml#Bad');
  expect(service?.unresolved).toMatchObject([place]);
  expect([actions(document, 'Bad'), actions(document, 'Good')]).toEqual([[], ['s3:ListAllMyBuckets']]);
});

test('code that does not parse', async () => {
  const document = await permissions(
    'import boto3\ndef handler(event, context):\n    boto3.client("s3").list_buckets()\nx = (\n',
  );
  expect(document.unreadable).toMatchObject([{ file: 'src/bad.py', line: 4 }]);
  expect(actions(document, 'Good')).toEqual(['s3:ListAllMyBuckets']);
});

test('references in a circle', async () => {
  const circle = `${template.replace('CodeUri: src }', 'CodeUri: src, Environment: { Variables: { B: !Ref Table } } }')}
  Table: { Type: AWS::DynamoDB::Table, Properties: { TableName: !Ref Name } }
  Name: { Type: AWS::SSM::Parameter, Properties: { Value: !Ref Table, Name: !Ref Table } }
`;
  const call = calling('boto3.resource("dynamodb").Table(__import__("os").environ["B"]).scan()');
  const document = await permissions(call, circle);
  expect(actions(document, 'Good')).toEqual(['s3:ListAllMyBuckets']);
});
