import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'retries-implicit';

const withSdk = (requirements: string): Files => ({
  ...functionFiles('import boto3\n\ndef handler(event, context):\n    return boto3.client("s3").list_buckets()\n'),
  'requirements.txt': requirements,
});

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'a pin of botocore',
    withSdk('boto3\nbotocore==1.43.2\n'),
    [
      {
        verdict: 'fail',
        severity: 'improvement',
        at: { file: 'requirements.txt', line: 2 },
        message: expect.stringMatching(/legacy mode, 5 attempts.*1\.44\.0/),
      },
    ],
  ],
  ['an open range', withSdk('boto3>=1.26\n'), [{ verdict: 'pass', message: expect.stringContaining('of its own') }]],
  ['a range above', withSdk('boto3>=1.44.2\n'), [{ verdict: 'pass', message: expect.stringContaining('standard') }]],
  [
    'none asked for',
    withSdk(''),
    [{ verdict: 'pass', message: expect.stringContaining('the deployment does not say') }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
