import { describe, expect, test } from 'vitest';
import { inStack, plain, resourcesOf } from '../testing/cdk-stacks.ts';

describe('ARNs that the library formats', () => {
  const own = "service='states', resource='execution', resource_name='x'";
  test.for<[string, string, unknown]>([
    ['a slash, if nothing else is said', own, 'states:${AWS::Region}:${AWS::AccountId}:execution/x'],
    [
      'a colon',
      `${own}, arn_format=ArnFormat.COLON_RESOURCE_NAME`,
      'states:${AWS::Region}:${AWS::AccountId}:execution:x',
    ],
    [
      'a slash before the kind',
      `${own}, arn_format=cdk.ArnFormat.SLASH_RESOURCE_SLASH_RESOURCE_NAME`,
      'states:${AWS::Region}:${AWS::AccountId}:/execution/x',
    ],
    [
      'no name',
      "service='sqs', resource='q', arn_format=ArnFormat.NO_RESOURCE_NAME",
      'sqs:${AWS::Region}:${AWS::AccountId}:q',
    ],
    ['a separator of version 1', `${own}, sep=''`, 'states:${AWS::Region}:${AWS::AccountId}:executionx'],
    ['places of its own', "service='s3', resource='b', region='', account=''", 's3:::b'],
  ])('%s', async ([, given, arn]) => {
    for (const call of [`self.format_arn(${given})`, `Stack.of(self).format_arn(${given})`]) {
      const found = await resourcesOf({ 'app.py': inStack(`q = sqs.Queue(self, 'Q', queue_name=${call})`) });
      expect(plain(found.get('q')?.properties)).toEqual({ QueueName: `arn:\${AWS::Partition}:${arn}` });
    }
  });

  test('an ARN of a format that is not known is not known', async () => {
    const body = `q = sqs.Queue(self, 'Q', queue_name=self.format_arn(${own}, arn_format=lib()))`;
    const found = await resourcesOf({ 'app.py': inStack(body) });
    expect(found.get('q')?.properties.entries.get('QueueName')?.value).toMatchObject({ open: { kind: 'unknown' } });
  });
});
