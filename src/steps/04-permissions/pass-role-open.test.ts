import { expect, test } from 'vitest';
import { finding, findingsOn } from '../../../tests/judge-files.ts';
import { statement, withPolicies } from '../../../tests/policy-files.ts';

const id = 'pass-role-open';

test.for(['"*"', '"arn:aws:iam::*:role/*"', '!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*"'])(
  'any role: %s',
  async (resource) => {
    expect(await findingsOn(id, withPolicies([statement('[iam:PassRole]', resource)], []))).toMatchObject([
      finding(
        'fail',
        'risk',
        expect.stringContaining('iam:PassRole on') as string,
        'template.yaml:10',
        'any role to any service',
      ),
    ]);
  },
);

test.for<[string, string]>([
  ['one role', statement('iam:PassRole', '!GetAtt Orders.Arn')],
  ['roles with a prefix', statement('iam:PassRole', '"arn:aws:iam::123456789012:role/app-*"')],
  [
    'to one service',
    statement('iam:PassRole', '"*"', ', Condition: { StringLike: { "iam:PassedToService": "glue.amazonaws.com" } }'),
  ],
])('%s', async ([, policy]) => {
  expect(await findingsOn(id, withPolicies([policy], []))).toMatchObject([{ verdict: 'pass' }]);
});

test('a condition of another kind does not help', async () => {
  const policy = statement('iam:PassRole', '"*"', ', Condition: { Bool: { "aws:SecureTransport": true } }');
  expect(await findingsOn(id, withPolicies([policy], []))).toMatchObject([{ verdict: 'fail' }]);
});
