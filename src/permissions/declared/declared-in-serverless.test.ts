import { describe, expect, test } from 'vitest';
import { declaredIn, lines } from '../../../tests/declared-in.ts';

describe('serverless.yml', () => {
  const service = (functions: string, more = ''): Record<string, string> => ({
    'serverless.yml': `service: s
provider:
  name: aws
  runtime: python3.13
  iam:
    role:
      managedPolicies: [AmazonSQSFullAccess]
      statements:
        - { Effect: Allow, Action: ["dynamodb:GetItem"], Resource: !GetAtt T.Arn }
${more}
functions:
${functions.replaceAll(/^/gm, '  ')}
resources:
  Resources:
    T: { Type: "AWS::DynamoDB::Table", Properties: {} }
`,
  });
  const logs = [
    'framework logs: logs:CreateLogStream logs:CreateLogGroup logs:TagResource on *',
    'framework logs: logs:PutLogEvents on *',
  ];
  const shared = ['dynamodb:GetItem on ${T.Arn}', 'managed AmazonSQSFullAccess: sqs:* on *'];
  const own = 'iamRoleStatements: [{ Effect: Allow, Action: "s3:GetObject", Resource: "*" }]';
  test.for<[string, string, string, string[]]>([
    ['the role of all', 'f: { handler: app.handler }', '', [...shared, ...logs]],
    ['a role of its own', `f: { handler: app.handler, ${own} }`, '', ['s3:GetObject on *', ...logs]],
    [
      'a role of its own that inherits',
      `f: { handler: app.handler, iamRoleStatementsInherit: true, ${own} }`,
      '',
      ['s3:GetObject on *', ...shared, ...logs],
    ],
    [
      'a plugin that lets all inherit',
      `f: { handler: app.handler, ${own} }`,
      'custom: { serverless-iam-roles-per-function: { defaultInherit: true } }',
      ['s3:GetObject on *', ...shared, ...logs],
    ],
  ])('%s', async ([, functions, more, expected]) => {
    expect(lines(await declaredIn(service(functions, more), 'f'))).toEqual(expected);
  });
});
