import { expect, test } from 'vitest';
import { repositoryWithoutPolicies, withoutPolicies } from '../../tests/without-policies.ts';
import { memoryRepository } from '../repository/memory.ts';
import { findPermissions } from './permissions.ts';

const code = `import os
import boto3

def handler(event, context):
    boto3.resource("dynamodb").Table(os.environ["TABLE"]).put_item(Item={})
    boto3.client("s3").get_object(Bucket="reports", Key=event["key"])
`;

const cases: Readonly<Record<string, Record<string, string>>> = {
  SAM: {
    'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  F:
    Type: AWS::Serverless::Function
    Connectors: { C: { Properties: { Destination: { Id: T }, Permissions: [Write] } } }
    Properties:
      Handler: app.handler
      Runtime: python3.13
      Tracing: Active
      Environment: { Variables: { TABLE: !Ref T } }
      Events: { Q: { Type: SQS, Properties: { Queue: !GetAtt Q.Arn } } }
      PermissionsBoundary: arn:aws:iam::aws:policy/AmazonS3FullAccess
      Policies:
        - AmazonS3FullAccess
        - DynamoDBCrudPolicy: { TableName: !Ref T }
        - Statement: [{ Effect: Allow, Action: "sqs:*", Resource: !GetAtt Q.Arn }]
  T: { Type: AWS::DynamoDB::Table }
  Q: { Type: AWS::SQS::Queue }
  Reads:
    Type: AWS::Serverless::Connector
    Properties: { Source: { Id: F }, Destination: { Id: T }, Permissions: [Read] }
`,
  },
  CloudFormation: {
    'template.yaml': `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonS3FullAccess]
      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Deny, Action: "s3:*", Resource: "*" }] } }]
  P:
    Type: AWS::IAM::Policy
    Properties: { Roles: [!Ref R], PolicyDocument: { Statement: [{ Effect: Allow, Action: "dynamodb:*", Resource: !GetAtt T.Arn }] } }
  F:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler, Runtime: python3.13, Role: !GetAtt R.Arn, Environment: { Variables: { TABLE: !Ref T } } }
  T: { Type: AWS::DynamoDB::Table }
`,
  },
  Terraform: {
    'main.tf': `resource "aws_dynamodb_table" "t" { name = "orders" }
resource "aws_iam_role" "r" {
  name = "r"
  assume_role_policy = "{}"
}
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["dynamodb:*"]
    resources = [aws_dynamodb_table.t.arn]
  }
}
resource "aws_iam_role_policy" "p" {
  role   = aws_iam_role.r.id
  policy = data.aws_iam_policy_document.d.json
}
data "archive_file" "z" {
  type        = "zip"
  source_file = "app.py"
  output_path = "app.zip"
}
resource "aws_lambda_function" "f" {
  function_name = "f"
  filename      = data.archive_file.z.output_path
  role          = aws_iam_role.r.arn
  handler       = "app.handler"
  runtime       = "python3.13"
  environment { variables = { TABLE = aws_dynamodb_table.t.name } }
}
`,
  },
  Serverless: {
    'serverless.yml': `service: s
provider:
  name: aws
  runtime: python3.13
  iam: { role: { statements: [{ Effect: Allow, Action: "dynamodb:*", Resource: "*" }] } }
functions:
  f: { handler: app.handler, environment: { TABLE: !Ref T }, iamRoleStatements: [{ Effect: Allow, Action: "s3:*", Resource: "*" }] }
resources: { Resources: { T: { Type: "AWS::DynamoDB::Table", Properties: {} } } }
`,
  },
  CDK: {
    'cdk.json': '{"app": "python3 stack.py"}',
    'stack.py': `from aws_cdk import App, Stack, aws_dynamodb as dynamodb, aws_iam as iam, aws_lambda as lambda_
class S(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        table = dynamodb.Table(self, 'T')
        fn = lambda_.Function(self, 'F', code=lambda_.Code.from_asset('.'), handler='app.handler', runtime=lambda_.Runtime.PYTHON_3_13, environment={'TABLE': table.table_name})
        table.grant_read_write_data(fn)
        fn.add_to_role_policy(iam.PolicyStatement(actions=['s3:*'], resources=['*']))
app = App()
S(app, 'S')
`,
  },
};

test.for(Object.entries(cases))('%s: what is needed does not change with what is declared', async ([, files]) => {
  const repository = memoryRepository({ ...files, 'app.py': code });
  const [own, bare] = await Promise.all([
    findPermissions(repository),
    findPermissions(repositoryWithoutPolicies(repository)),
  ]);
  const needs = (document: typeof own): string =>
    JSON.stringify(
      document.services.map(({ id, needed, also, otherIdentities }) => ({ id, needed, also, otherIdentities })),
    );
  expect(needs(own)).toContain('dynamodb:PutItem');
  expect(needs(bare)).toBe(needs(own));
  const written = (document: typeof own): number =>
    document.services.flatMap(({ declared }) => declared.filter(({ policy }) => policy === null)).length;
  expect(written(own)).toBeGreaterThan(0);
  expect(written(bare)).toBe(0);
});

test('no line and no column moves', () => {
  for (const files of Object.values(cases)) {
    for (const [file, text] of Object.entries(files)) expect(withoutPolicies(file, text)).toHaveLength(text.length);
  }
});
