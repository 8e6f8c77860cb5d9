import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'explicit-keys';

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'keys of settings',
    functionFiles(
      'import boto3\nfrom app_settings import settings\n\ndef handler(event, context):\n    return boto3.client("s3", aws_access_key_id=settings.KEY, aws_secret_access_key=settings.SECRET).list_buckets()\n',
    ),
    [{ verdict: 'fail', at: { line: 5 }, message: expect.stringContaining('settings.KEY') }],
  ],
  [
    'only where they are given',
    functionFiles(
      'import boto3\nimport os\n\ndef handler(event, context):\n    if os.environ.get("KEY"):\n        return boto3.client("s3", aws_access_key_id=os.environ["KEY"], aws_secret_access_key="")\n',
    ),
    [{ verdict: 'unknown', reason: 'dynamic-value' }],
  ],
  [
    'what a caller gives',
    functionFiles(
      'import boto3\n\ndef make(key, secret):\n    return boto3.client("s3", aws_access_key_id=key, aws_secret_access_key=secret)\n\n\ndef handler(event, context):\n    return make(1, 2)\n',
    ),
    [{ verdict: 'unknown', reason: 'dynamic-value' }],
  ],
  [
    'none',
    functionFiles('import boto3\n\ndef handler(event, context):\n    return boto3.client("s3").list_buckets()\n'),
    [{ verdict: 'not-applicable' }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
