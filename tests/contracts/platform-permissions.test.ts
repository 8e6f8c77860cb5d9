// The contract of the commands: what the platform needs in the name of a service, in each format.
import { expect, test } from 'vitest';
import type { PermissionsDocument } from '../../src/report/documents/permissions.ts';
import type { Files } from '../judge-files.ts';
import { run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const code = 'def handler(event, context):\n    pass\n';

/** What the services of a folder need, one permission a line, those beside their own role behind its name; logs left out. */
async function needed(files: Files): Promise<string[]> {
  const { out, err } = await run(['permissions', '.', '--cwd', temporaryFolder(files), '--format', 'json']);
  if (err !== '') throw new Error(err);
  return (JSON.parse(out) as PermissionsDocument).services.flatMap((service) => [
    ...service.needed.filter(({ action }) => !action.startsWith('logs:')).map(line),
    ...service.otherIdentities.flatMap((one) => one.needed.map((row) => `${one.identity.kind}: ${line(row)}`)),
  ]);
}

function line({ action, resources }: { readonly action: string; readonly resources: readonly string[] }): string {
  const shown = resources.map((one) =>
    one.replaceAll('${AWS::Partition}:', '').replaceAll('${AWS::Region}:${AWS::AccountId}', ''),
  );
  return `${action} ${shown.join(' ')}`;
}

const source = (arn: string): string[] =>
  ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((name) => `sqs:${name} ${arn}`);

test('SAM: dead letters by their type, destinations, a file system, a key', async () => {
  const template = `
Transform: AWS::Serverless-2016-10-31
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: python3.13
      CodeUri: src
      KmsKeyArn: !GetAtt Key.Arn
      DeadLetterQueue: { Type: SNS, TargetArn: !Ref Failed }
      FileSystemConfigs: [{ Arn: !GetAtt Point.Arn, LocalMountPath: /mnt/a }]
      EventInvokeConfig: { DestinationConfig: { OnSuccess: { Type: SQS, Destination: !GetAtt Done.Arn } } }
  Failed: { Type: AWS::SNS::Topic }
  Done: { Type: AWS::SQS::Queue }
  Key: { Type: AWS::KMS::Key }
  Files: { Type: AWS::EFS::FileSystem }
  Point: { Type: AWS::EFS::AccessPoint, Properties: { FileSystemId: !Ref Files } }
`;
  expect(await needed({ 'template.yaml': template, 'src/app.py': code })).toEqual([
    'elasticfilesystem:ClientMount arn:elasticfilesystem::file-system/${Files}',
    'kms:Decrypt ${Key.Arn}',
    'sns:Publish ${Failed.Arn}',
    'sqs:SendMessage ${Done.Arn}',
  ]);
});

test('CloudFormation: what mappings and invoke configurations say of a function', async () => {
  const template = `
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties: { Handler: app.handler, Runtime: python3.13, Code: src, TracingConfig: { Mode: Active } }
  Read:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Work
      EventSourceArn: !GetAtt Jobs.Arn
      DestinationConfig: { OnFailure: { Destination: !GetAtt Failed.Arn } }
  Invoke:
    Type: AWS::Lambda::EventInvokeConfig
    Properties: { FunctionName: !Ref Work, Qualifier: $LATEST, DestinationConfig: { OnFailure: { Destination: !GetAtt Bus.Arn } } }
  Jobs: { Type: AWS::SQS::Queue }
  Failed: { Type: AWS::SQS::Queue }
  Bus: { Type: AWS::Events::EventBus, Properties: { Name: bus } }
`;
  expect(await needed({ 'template.yaml': template, 'src/app.py': code })).toEqual([
    'events:PutEvents ${Bus.Arn}',
    ...source('${Jobs.Arn}'),
    'sqs:SendMessage ${Failed.Arn}',
    'xray:PutTelemetryRecords *',
    'xray:PutTraceSegments *',
  ]);
});

test('Terraform: a function in a network that reads a queue', async () => {
  const main = `
resource "aws_sqs_queue" "jobs" { name = "jobs" }
resource "aws_sqs_queue" "failed" { name = "failed" }
resource "aws_lambda_function" "work" {
  function_name = "work"
  handler       = "app.handler"
  runtime       = "python3.13"
  filename      = data.archive_file.code.output_path
  role          = "arn:aws:iam::111122223333:role/work"
  vpc_config { subnet_ids = ["subnet-1"] }
  dead_letter_config { target_arn = aws_sqs_queue.failed.arn }
}
data "archive_file" "code" {
  type        = "zip"
  source_dir  = "src"
  output_path = "code.zip"
}
resource "aws_lambda_event_source_mapping" "read" {
  function_name    = aws_lambda_function.work.arn
  event_source_arn = aws_sqs_queue.jobs.arn
}
`;
  expect(await needed({ 'main.tf': main, 'src/app.py': code })).toEqual([
    'ec2:AssignPrivateIpAddresses *',
    'ec2:CreateNetworkInterface *',
    'ec2:DeleteNetworkInterface *',
    'ec2:DescribeNetworkInterfaces *',
    'ec2:DescribeSubnets *',
    'ec2:UnassignPrivateIpAddresses *',
    ...source('${aws_sqs_queue.jobs.arn}'),
    'sqs:SendMessage ${aws_sqs_queue.failed.arn}',
  ]);
});

test('Serverless: a stream, and what failed', async () => {
  const serverless = `
service: shop
provider: { name: aws, runtime: python3.13 }
functions:
  work:
    handler: app.handler
    onError: arn:aws:sns:eu-west-1:111122223333:failed
    events:
      - sqs: { arn: !GetAtt Jobs.Arn }
resources:
  Resources:
    Jobs: { Type: AWS::SQS::Queue }
`;
  expect(await needed({ 'serverless.yml': serverless, 'app.py': code })).toEqual([
    'sns:Publish arn:aws:sns:eu-west-1:111122223333:failed',
    ...source('${Jobs.Arn}'),
  ]);
});

test('CDK: a queue that a function reads', async () => {
  const app = `
import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_, aws_sqs as sqs
from aws_cdk.aws_lambda_event_sources import SqsEventSource

class Shop(cdk.Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        jobs = sqs.Queue(self, "Jobs")
        work = lambda_.Function(self, "Work", runtime=lambda_.Runtime.PYTHON_3_13, handler="app.handler",
            code=lambda_.Code.from_asset("src"), tracing=lambda_.Tracing.ACTIVE)
        work.add_event_source(SqsEventSource(jobs))

app = cdk.App()
Shop(app, "Shop")
app.synth()
`;
  const found = await needed({ 'app.py': app, 'cdk.json': '{"app": "python3 app.py"}', 'src/app.py': code });
  expect(found.map((one) => one.split(' ')[0])).toEqual([
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
    'xray:PutTelemetryRecords',
    'xray:PutTraceSegments',
  ]);
});

test('ECS: the role of the task and that which fetches image, logs and secrets are apart', async () => {
  const template = `
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: { TaskDefinition: !Ref Task, EnableExecuteCommand: true }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: work
          Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/work:1
          Command: [python, app.py]
          Secrets: [{ Name: PASSWORD, ValueFrom: !Ref Password }, { Name: URL, ValueFrom: /shop/url }]
          LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: !Ref Logs } }
  Password: { Type: AWS::SecretsManager::Secret }
  Logs: { Type: AWS::Logs::LogGroup }
`;
  const files = {
    'template.yaml': template,
    Dockerfile: 'FROM python:3.13\nCOPY app.py .\nCMD ["python", "app.py"]\n',
    'app.py': 'import boto3\n',
  };
  expect(await needed(files)).toEqual([
    'ssmmessages:CreateControlChannel *',
    'ssmmessages:CreateDataChannel *',
    'ssmmessages:OpenControlChannel *',
    'ssmmessages:OpenDataChannel *',
    'execution-role: ecr:BatchCheckLayerAvailability arn:ecr::repository/shop/work',
    'execution-role: ecr:BatchGetImage arn:ecr::repository/shop/work',
    'execution-role: ecr:GetAuthorizationToken *',
    'execution-role: ecr:GetDownloadUrlForLayer arn:ecr::repository/shop/work',
    'execution-role: logs:CreateLogStream arn:logs::log-group:${Logs}:log-stream:*',
    'execution-role: logs:PutLogEvents arn:logs::log-group:${Logs}:log-stream:*',
    'execution-role: secretsmanager:GetSecretValue ${Password.Arn}',
    'execution-role: ssm:GetParameters arn:ssm::parameter/shop/url',
  ]);
});

const machine = (definition: string): string => `
Transform: AWS::Serverless-2016-10-31
Resources:
  Work: { Type: AWS::Serverless::Function, Properties: { Handler: app.handler, Runtime: python3.13, CodeUri: src } }
  Orders: { Type: AWS::DynamoDB::Table }
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Tracing: { Enabled: true }
      DefinitionSubstitutions: { WorkArn: !GetAtt Work.Arn, Table: !Ref Orders }
${definition}
`;

test.for([
  [
    'as a map',
    `      Definition:
        StartAt: Run
        States:
          Run: { Type: Task, Resource: !GetAtt Work.Arn, Next: All }
          All:
            Type: Parallel
            Branches:
              - StartAt: Save
                States: { Save: { Type: Task, Resource: 'arn:aws:states:::dynamodb:putItem', Parameters: { TableName: !Ref Orders, Item: {} }, End: true } }
              - StartAt: Read
                States: { Read: { Type: Task, Resource: 'arn:aws:states:::aws-sdk:s3:getObject', Parameters: { Bucket: b, Key.$: $.k }, End: true } }`,
  ],
  [
    'as a text',
    `      DefinitionString: !Sub |
        { "States": {
          "Run": { "Type": "Task", "Resource": "\${Work.Arn}" },
          "Save": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "\${Orders}" } },
          "Read": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket": "b", "Key.$": "$.k" } } } }`,
  ],
] as const)('Step Functions: the role of a machine that runs a function, its definition %s', async ([, definition]) => {
  const found = await needed({ 'template.yaml': machine(definition), 'src/app.py': code });
  expect(found.filter((one) => !one.includes('xray:'))).toEqual([
    'state-machine-role: dynamodb:PutItem ${Orders.Arn}',
    'state-machine-role: lambda:InvokeFunction ${Work.Arn}',
    'state-machine-role: s3:GetObject arn:s3:::b/*',
  ]);
});
