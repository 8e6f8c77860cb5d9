import { expect, test } from 'vitest';
import { finding, findingsOn, fixedText } from '../../../tests/judge-files.ts';
import { statement, withPolicies } from '../../../tests/policy-files.ts';

const id = 'permission-excess';
const put = 'boto3.resource("dynamodb").Table(os.environ["TABLE"]).put_item(Item={})';
const findings = async (...given: Parameters<typeof withPolicies>) => findingsOn(id, withPolicies(...given));

test.for<[string, string, string, 'improvement' | 'risk', string]>([
  [
    'one of two actions',
    statement('[dynamodb:PutItem, dynamodb:DeleteTable]', '"*"'),
    'dynamodb:PutItem, dynamodb:DeleteTable on *',
    'improvement',
    'dynamodb:DeleteTable is granted, and nothing needs that',
  ],
  [
    'another table',
    statement('dynamodb:PutItem', '"arn:aws:dynamodb:*:*:table/users"'),
    'dynamodb:PutItem on arn:aws:dynamodb:*:*:table/users',
    'improvement',
    'dynamodb:PutItem is granted',
  ],
  [
    'rights to write policies',
    statement('iam:PutRolePolicy', '"*"'),
    'iam:PutRolePolicy on *',
    'risk',
    'iam:PutRolePolicy is granted',
  ],
  [
    'a managed policy',
    '- AmazonSQSFullAccess',
    'AmazonSQSFullAccess',
    'improvement',
    'AmazonSQSFullAccess grants sqs:*, and nothing needs that',
  ],
])('%s', async ([, policy, subject, severity, message]) => {
  expect(await findings([policy], [put])).toMatchObject([
    finding('fail', severity, subject, 'template.yaml:10', message),
  ]);
});

test('keys may be used in the name of the caller by what stores data', async () => {
  expect(await findings([statement('kms:Encrypt', '"*"')], [put])).toMatchObject([{ verdict: 'unknown' }]);
});

test('an action that another function of the same role needs', async () => {
  const role = `  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyDocument: { Statement: [{ Effect: Allow, Action: ["dynamodb:PutItem", "s3:ListAllMyBuckets", "sns:Publish"], Resource: "*" }] }
  G:
    Type: AWS::Serverless::Function
    Properties: { Handler: other.handler, Runtime: python3.13, Role: !GetAtt Role.Arn }
`;
  const files = withPolicies([], [put], role);
  const template = String(files['template.yaml']).replace(
    '      Handler:',
    '      Role: !GetAtt Role.Arn\n      Handler:',
  );
  const other = 'import boto3\n\ndef handler(event, context):\n    boto3.client("s3").list_buckets()\n';
  const found = await findingsOn(id, { ...files, 'template.yaml': template, 'other.py': other });
  expect(found).toMatchObject([
    { verdict: 'fail', message: 'sns:Publish is granted, and no service that shares the role needs that.' },
    { verdict: 'fail', message: 'sns:Publish is granted, and no service that shares the role needs that.' },
  ]);
  const queue = '  Machine: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !GetAtt Role.Arn } }\n';
  const shared = await findingsOn(id, { ...files, 'template.yaml': template + queue, 'other.py': other });
  expect(shared.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown']);
});

test('what reads a queue for the function is no excess', async () => {
  const mapping = `  Jobs: { Type: AWS::SQS::Queue }
  Mapping: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref F, EventSourceArn: !GetAtt Jobs.Arn } }
`;
  const policy = statement('[sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes]', '!GetAtt Jobs.Arn');
  expect(await findings([policy], ['pass'], mapping)).toMatchObject([{ verdict: 'pass' }]);
});

test('an operation that the code names on something that was not understood', async () => {
  const code = 'event["client"].start_pipeline_execution(name="p")';
  expect(await findings([statement('codepipeline:StartPipelineExecution', '"*"')], [code])).toMatchObject([
    { verdict: 'unknown', message: expect.stringContaining('app.py names start_pipeline_execution') },
  ]);
});

test.for<[string, string]>([
  ['a library that nobody knows', 'import some_library'],
  ['a call that is not resolved', 'boto3.client(event["service"]).tag_resource(ResourceArn="a")'],
])('%s may need it', async ([, code]) => {
  expect(await findings([statement('sqs:PurgeQueue', '"*"')], [code])).toMatchObject([{ verdict: 'unknown' }]);
});

test.for<[string, string[], string]>([
  [
    'an action of several goes, and the resource stays as it is written',
    [
      '- Statement: # first',
      '    - Effect: Allow',
      '      Action: [dynamodb:GetItem, dynamodb:DeleteItem] # kept',
      '      Resource: "*"',
    ],
    '      Action: [dynamodb:GetItem] # kept\n              Resource: "*"\n',
  ],
  [
    'a statement of which nothing is needed goes',
    [
      '- Statement: # first',
      '    - { Effect: Allow, Action: sqs:SendMessage, Resource: "*" }',
      '    - { Effect: Allow, Action: dynamodb:GetItem, Resource: "*" } # kept',
    ],
    '- Statement: # first\n            - { Effect: Allow, Action: dynamodb:GetItem, Resource: "*" } # kept\n',
  ],
])('the fix: %s', async ([, policies, expected]) => {
  const files = withPolicies(policies, ['boto3.resource("dynamodb").Table(os.environ["TABLE"]).get_item(Key={})']);
  const found = (await findingsOn('permission-excess', files)).find(({ verdict }) => verdict === 'fail');
  expect(found && fixedText(files, 'template.yaml', found)).toContain(expected);
});
