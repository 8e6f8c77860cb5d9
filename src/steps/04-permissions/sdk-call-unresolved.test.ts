import { expect, test } from 'vitest';
import { finding, findingsOn } from '../../../tests/judge-files.ts';
import { withPolicies } from '../../../tests/policy-files.ts';

const id = 'sdk-call-unresolved';

test('a client for what the event names', async () => {
  const call = 'boto3.client(event["service"]).tag_resource(ResourceArn="a")';
  expect(await findingsOn(id, withPolicies([], [call]))).toMatchObject([
    finding('fail', 'improvement', expect.stringContaining('tag_resource') as string, 'app.py:5', 'depends on a value'),
  ]);
});

test('all calls are resolved', async () => {
  expect(await findingsOn(id, withPolicies([], ['boto3.client("s3").list_buckets()']))).toMatchObject([
    { verdict: 'pass', subject: 'F' },
  ]);
});

test('no call at all', async () => {
  expect(await findingsOn(id, withPolicies([], []))).toMatchObject([{ verdict: 'not-applicable' }]);
});
