// The contract of the commands: permissions.
import { describe, expect, test } from 'vitest';
import type { PermissionsDocument, ServicePermissions } from '../../src/report/documents/permissions.ts';
import type { Files } from '../judge-files.ts';
import { type Outcome, run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const template = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Report:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      CodeUri: src
      Environment:
        Variables:
          TABLE: !Ref Orders
          QUEUE_URL: !Ref Jobs
          TOPIC: arn:aws:sns:eu-west-1:111122223333:news
  Orders: { Type: AWS::DynamoDB::Table }
  Jobs: { Type: AWS::SQS::Queue }
  Named: { Type: AWS::S3::Bucket, Properties: { BucketName: reports } }
`;

const code = (...lines: string[]): string =>
  `import os\nimport boto3\ns3 = boto3.client("s3")\n\ndef handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`;

async function of(lines: readonly string[], files: Files = {}, ...args: string[]): Promise<ServicePermissions> {
  const folder = temporaryFolder({ 'template.yaml': template, 'src/app.py': code(...lines), ...files });
  const { code: exit, out, err } = await run(['permissions', '.', '--cwd', folder, '--format', 'json', ...args]);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  const [service] = (JSON.parse(out) as PermissionsDocument).services;
  if (service === undefined) throw new Error('no service');
  return service;
}

/** What is needed by calls: what the platform writes is needed by all. */
const byCalls = ({ needed }: ServicePermissions): ServicePermissions['needed'] =>
  needed.filter(({ action }) => !action.startsWith('logs:'));

const shown = (service: ServicePermissions): string[] =>
  byCalls(service).map(({ action, resources }) => `${action} ${resources.join(' ')}`);

describe('what a call needs, and on what', () => {
  test.each<[string, string, string[]]>([
    ['a constant', 's3.get_object(Bucket="b", Key="k")', ['s3:GetObject arn:${AWS::Partition}:s3:::b/k']],
    [
      'a known beginning',
      's3.get_object(Bucket="b", Key=f"in/{event}")',
      ['s3:GetObject arn:${AWS::Partition}:s3:::b/in/*'],
    ],
    ['nothing', 's3.get_object(Bucket=event["b"], Key=event["k"])', ['s3:GetObject *']],
    [
      'a literal name that a resource of the stack has',
      's3.get_object(Bucket="reports", Key="k")',
      ['s3:GetObject ${Named.Arn}/k'],
    ],
    [
      'a variable that names a resource',
      'boto3.resource("dynamodb").Table(os.environ["TABLE"]).put_item(Item={})',
      ['dynamodb:PutItem ${Orders.Arn}'],
    ],
    [
      'the URL of a queue of the stack',
      'boto3.client("sqs").send_message(QueueUrl=os.environ["QUEUE_URL"], MessageBody="m")',
      ['sqs:SendMessage ${Jobs.Arn}'],
    ],
    [
      'a variable that is an ARN',
      'boto3.client("sns").publish(TopicArn=os.environ["TOPIC"], Message="m")',
      ['sns:Publish arn:aws:sns:eu-west-1:111122223333:news'],
    ],
    ['an action that takes no resource', 's3.list_buckets()', ['s3:ListAllMyBuckets *']],
    ['an operation that needs none', 'boto3.client("sts").get_caller_identity()', []],
    [
      'an action for a parameter',
      's3.put_object(Bucket="b", Key="k", ACL="private")',
      ['s3:PutObject arn:${AWS::Partition}:s3:::b/k', 's3:PutObjectAcl arn:${AWS::Partition}:s3:::b/k'],
    ],
  ])('%s', async (_, line, permissions) => {
    expect(shown(await of([line]))).toEqual(permissions);
  });
});

test('what a role that the code assumes needs is its own', async () => {
  const service = await of([
    'sts = boto3.client("sts")',
    'keys = sts.assume_role(RoleArn=os.environ["ROLE"], RoleSessionName="s")["Credentials"]',
    'other = boto3.client("s3", aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"])',
    'other.get_object(Bucket="theirs", Key="k")',
  ]);
  expect(byCalls(service).map(({ action }) => action)).toEqual(['sts:AssumeRole']);
  expect(service.otherIdentities).toMatchObject([
    { identity: { kind: 'assumed-role', role: { environment: 'ROLE' } }, needed: [{ action: 's3:GetObject' }] },
  ]);
});

test('what no entry point reaches is not needed', async () => {
  const dead = 'import boto3\n\ndef unused():\n    boto3.client("s3").delete_bucket(Bucket="b")\n';
  expect(shown(await of(['import store', 's3.list_buckets()'], { 'src/store.py': dead }))).toEqual([
    's3:ListAllMyBuckets *',
  ]);
});

test('the policies that a template declares change nothing', async () => {
  const line = 's3.get_object(Bucket="b", Key="k")';
  const policies = template.replace('      Handler:', '      Policies: [AmazonS3FullAccess]\n      Handler:');
  const [own, others] = [await of([line]), await of([line], { 'template.yaml': policies })];
  expect([others.needed, others.also, others.otherIdentities]).toEqual([own.needed, own.also, own.otherIdentities]);
});

test('what is declared stands beside what is needed', async () => {
  const statement = '{ Effect: Allow, Action: ["s3:PutObject", "sqs:*"], Resource: !GetAtt Jobs.Arn }';
  const policies = template.replace(
    '      Handler:',
    `      Policies: [{ Statement: [${statement}] }]\n      Handler:`,
  );
  const lines = [
    's3.get_object(Bucket="b", Key="k")',
    'boto3.client("sqs").purge_queue(QueueUrl=os.environ["QUEUE_URL"])',
  ];
  const service = await of(lines, { 'template.yaml': policies });
  const from = { file: 'template.yaml', line: 8 };
  expect(service.identity).toEqual({ role: null, sharedWith: [], bounded: false });
  expect(service.declared.slice(0, 2)).toMatchObject([
    { action: 's3:PutObject', effect: 'Allow', resources: ['${Jobs.Arn}'], conditions: false, policy: null, from },
    { action: 'sqs:*', from },
  ]);
  expect(service.missing).toMatchObject([{ action: 's3:GetObject', certainty: 'resolved', doubt: null, denied: null }]);
  expect(service.excess).toMatchObject([{ action: 's3:PutObject', from, certainty: 'resolved' }]);
  expect(service.narrowable).toMatchObject([
    { wide: ['sqs:*'], open: [], to: [{ actions: ['sqs:PurgeQueue'], resources: ['${Jobs.Arn}'] }], from },
  ]);
});

test('one entry point without infrastructure', async () => {
  const service = await of(
    ['s3.get_object(Bucket="b", Key="k")'],
    {},
    '--root',
    'src',
    '--entry',
    'src/app.py:handler',
    '--cloud',
    'aws',
  );
  expect(service).toMatchObject({
    id: 'src/app.py#handler',
    needed: [{ action: 's3:GetObject', because: [{ line: 6 }] }],
  });
});

test('on a terminal, and why', async () => {
  const folder = temporaryFolder({
    'template.yaml': template,
    'src/app.py': code('s3.list_buckets()', 's3.list_buckets()'),
  });
  const out = async (...args: string[]): Promise<Outcome> => run(['permissions', '.', '--cwd', folder, ...args]);
  expect((await out()).out).toBe(
    'template.yaml#Report\n  s3:ListAllMyBuckets\n      on *\n      src/app.py:6 list_buckets\n      and 1 more place\n  for the platform: logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents\n  not granted:\n    s3:ListAllMyBuckets on *\n\n1 service with 4 actions.\n',
  );
  expect((await out('--explain', 'S3:listallmybuckets')).out).toContain('      src/app.py:7 list_buckets\n');
  expect((await run(['permissions', temporaryFolder({ 'README.md': '' })])).out).toBe('No service on AWS found.\n');
  expect((await run(['permissions', 'gone'])).code).toBe(2);
});

test('how what is granted differs, on a terminal', async () => {
  const policies = `      Policies:
        - AmazonSNSFullAccess
        - Statement:
            - { Effect: Allow, Action: "s3:*", Resource: "*" }
            - { Effect: Allow, Action: [sqs:SendMessage, sqs:PurgeQueue], Resource: !GetAtt Jobs.Arn }
      Handler:`;
  const folder = temporaryFolder({
    'template.yaml': template.replace('      Handler:', policies),
    'src/app.py': code(
      's3.get_object(Bucket="reports", Key="k")',
      'boto3.resource("dynamodb").Table(os.environ["TABLE"]).put_item(Item={})',
    ),
  });
  const { out } = await run(['permissions', '.', '--cwd', folder]);
  expect(out).toContain(`  not granted:
    dynamodb:PutItem on \${Orders.Arn}
  granted and not needed:
    AmazonSNSFullAccess (template.yaml:9)
    sqs:SendMessage, sqs:PurgeQueue (template.yaml:12)
  wider than needed:
    s3:* (template.yaml:11): s3:GetObject, s3:ListBucket would do
`);
});

test('what is granted beyond need to a role that functions share is said once', async () => {
  const files = {
    'app.py': code('s3.get_object(Bucket="reports", Key="k")'),
    'template.yaml': `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Handler: app.handler, Runtime: python3.13, Role: !GetAtt Role.Arn } }
Resources:
  A: { Type: AWS::Serverless::Function }
  B: { Type: AWS::Serverless::Function }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Allow, Action: "sqs:*", Resource: "*" }] } }]
`,
  };
  const { out } = await run(['permissions', '.', '--cwd', temporaryFolder(files)]);
  expect(out.match(/granted and not needed:/g)).toHaveLength(1);
  expect(out.slice(out.indexOf('template.yaml#B')).replaceAll(/\s+/g, ' ')).toContain(
    'it shares its role with template.yaml#A, where what is granted beyond need stands',
  );
});

test('a function that registers with an object of another module is not started by an object of the same kind', async () => {
  const resource = (name: string): string =>
    `import boto3\nfrom crhelper import CfnResource\nhelper = CfnResource()\n\n@helper.create\ndef create(event, context):\n    boto3.client("s3").${name}(Bucket="b")\n\ndef handler(event, context):\n    helper(event, context)\n`;
  const service = await of([], { 'src/app.py': resource('create_bucket'), 'src/other.py': resource('delete_bucket') });
  expect(byCalls(service).map(({ action }) => action)).toEqual(['s3:CreateBucket']);
});

test('a batch writer needs its table', async () => {
  const lines = [
    'with boto3.resource("dynamodb").Table(os.environ["TABLE"]).batch_writer() as batch:',
    '    batch.put_item(Item={})',
  ];
  expect(shown(await of(lines))).toEqual(['dynamodb:BatchWriteItem ${Orders.Arn}']);
});

test('what the platform does in the name of a function', async () => {
  const configured = template
    .replace('      Runtime:', '      Tracing: Active\n      Runtime:')
    .replace(
      '  Orders:',
      '      Events:\n        Job: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }\n  Orders:',
    );
  const { needed } = await of(['pass'], { 'template.yaml': configured });
  expect(needed.map(({ action, resources }) => `${action} ${resources.join(' ')}`)).toEqual([
    'logs:CreateLogGroup arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${Report}:*',
    'logs:CreateLogStream arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${Report}:log-stream:*',
    'logs:PutLogEvents arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${Report}:log-stream:*',
    'sqs:DeleteMessage ${Jobs.Arn}',
    'sqs:GetQueueAttributes ${Jobs.Arn}',
    'sqs:ReceiveMessage ${Jobs.Arn}',
    'xray:PutTelemetryRecords *',
    'xray:PutTraceSegments *',
  ]);
});
