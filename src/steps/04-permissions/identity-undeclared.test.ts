import { expect, test } from 'vitest';
import { finding, findingsOn } from '../../../tests/judge-files.ts';
import { withPolicies } from '../../../tests/policy-files.ts';

const id = 'identity-undeclared';

const withRole = (role: string, resources = ''): Parameters<typeof findingsOn>[1] => {
  const files = withPolicies([], ['boto3.client("s3").list_buckets()'], resources);
  return {
    ...files,
    'template.yaml': String(files['template.yaml']).replace('      Handler:', `      Role: ${role}\n      Handler:`),
  };
};

test('the ARN of a role that is made elsewhere', async () => {
  expect(await findingsOn(id, withRole('arn:aws:iam::123456789012:role/x'))).toMatchObject([
    finding('fail', 'improvement', 'F', 'template.yaml:6', 'is written down'),
  ]);
});

test.for<[string, string, string]>([
  ['a role of the stack', '!GetAtt Role.Arn', 'pass'],
  ['a role that is imported', '!ImportValue role', 'unknown'],
])('%s', async ([, role, verdict]) => {
  const resources = '  Role: { Type: AWS::IAM::Role, Properties: {} }\n';
  expect(await findingsOn(id, withRole(role, resources))).toMatchObject([{ verdict }]);
});

test('a task of ECS without a role for its code', async () => {
  const template = `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{ Name: app, Image: app }]
`;
  const files = {
    'template.yaml': template,
    Dockerfile: 'FROM python:3.13\nCOPY app.py .\nCMD ["python", "app.py"]\n',
    'app.py': 'import boto3\nboto3.client("s3").list_buckets()\n',
  };
  const found = await findingsOn(id, files);
  expect(found.filter(({ verdict }) => verdict === 'pass')).toEqual([]);
});
