// The contract of the configuration: models of a team's own libraries.
import { expect, test } from 'vitest';
import type { PermissionsDocument } from '../../src/report/documents/permissions.ts';
import { run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Report: { Type: AWS::Serverless::Function, Properties: { Runtime: python3.13, Handler: app.handler, CodeUri: src } }
`;
const code = `from acme import Bucket
def handler(event, context):
    Bucket("reports").put("a.csv", b"")
`;
const files = (performs: string): Record<string, string> => ({
  'template.yaml': template,
  'src/app.py': code,
  'skyworthy.toml': `[[library-models]]
id = "acme.Bucket.put"
parameters = "key body"
from = { bucket = "construction bucket 0" }
performs = [${performs}]
`,
});

test('what they perform is needed', async () => {
  const model = '{ service = "s3", operation = "put_object", arguments = { Bucket = "bucket", Key = "key" } }';
  const { out } = await run(['permissions', '.', '--cwd', temporaryFolder(files(model)), '--format', 'json']);
  const [service] = (JSON.parse(out) as PermissionsDocument).services;
  expect(service?.needed).toContainEqual(
    expect.objectContaining({ action: 's3:PutObject', resources: ['arn:${AWS::Partition}:s3:::reports/a.csv'] }),
  );
});

test.for([
  ['{ service = "s4", operation = "put_object" }', 'skyworthy.toml:5:13: boto3 has no service s4. Did you mean'],
  ['{ service = "s3", operation = "putobject" }', 's3 has no operation putobject. Did you mean put_object'],
  [
    '{ service = "s3", operation = "put_object", arguments = { Buket = "bucket" } }',
    'put_object has no parameter Buket. Did you mean Bucket?',
  ],
  [
    '{ service = "s3", operation = "put_object", arguments = { Key = "key|path" } }',
    'key|path has no form that is known',
  ],
] as const)('%s is an error that names the place and the mend', async ([performs, message]) => {
  const { code: exit, err } = await run(['permissions', '.', '--cwd', temporaryFolder(files(performs))]);
  expect({ exit, err }).toEqual({ exit: 2, err: expect.stringContaining(message) });
});
