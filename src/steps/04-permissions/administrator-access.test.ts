import { expect, test } from 'vitest';
import { finding, findingsOn } from '../../../tests/judge-files.ts';
import { statement, withPolicies } from '../../../tests/policy-files.ts';

const id = 'administrator-access';

test.for<[string, string, string]>([
  ['a managed policy', '- arn:aws:iam::aws:policy/AdministratorAccess', 'AdministratorAccess of F allows every action'],
  ['a statement', statement('"*"', '"*"'), 'A statement of F allows every action'],
  ['IAM', '- IAMFullAccess', 'IAMFullAccess of F allows every action of IAM'],
  [
    'all but billing',
    '- Statement: { Effect: Allow, NotAction: "aws-portal:*", Resource: "*" }',
    'nearly every action',
  ],
])('%s', async ([, policy, message]) => {
  expect(await findingsOn(id, withPolicies([policy], []))).toMatchObject([
    finding('fail', 'risk', 'F', 'template.yaml:10', message),
  ]);
});

test.for<[string, string]>([
  ['all but IAM', '- Statement: { Effect: Allow, NotAction: ["iam:*", "s3:*"], Resource: "*" }'],
  ['under a condition', statement('"*"', '"*"', ', Condition: { Bool: { "aws:MultiFactorAuthPresent": true } }')],
  ['one service', statement('"s3:*"', '"*"')],
])('no administrator: %s', async ([, policy]) => {
  expect(await findingsOn(id, withPolicies([policy], []))).toMatchObject([{ verdict: 'pass', subject: 'F' }]);
});
