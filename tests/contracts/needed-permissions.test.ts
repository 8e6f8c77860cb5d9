// The contract of the commands: actions that depend on how a call is made.
import { expect, test } from 'vitest';
import type { PermissionsDocument } from '../../src/report/documents/permissions.ts';
import { run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      CodeUri: src
      Environment: { Variables: { TABLE: !Ref Music, BUCKET: !Ref Files, ROLE: !GetAtt Job.Arn, KEY: !GetAtt Key.Arn } }
  Music: { Type: AWS::DynamoDB::Table }
  Files: { Type: AWS::S3::Bucket }
  Job: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {} } }
  Key: { Type: AWS::KMS::Key }
`;

/** What the function needs whose body these lines are, one permission a line, shortened. */
async function needed(lines: readonly string[]): Promise<string[]> {
  const body = lines.map((line) => `    ${line}\n`).join('');
  const code = `import functools, os, boto3\nTABLE = os.environ["TABLE"]\nBUCKET = os.environ["BUCKET"]\n\ndef handler(event, context):\n${body}`;
  const folder = temporaryFolder({ 'template.yaml': template, 'src/app.py': code });
  const { out, err } = await run(['permissions', '.', '--cwd', folder, '--format', 'json']);
  expect(err).toBe('');
  const { services } = JSON.parse(out) as PermissionsDocument;
  return services.flatMap((service) =>
    service.needed
      .filter(({ action }) => !action.startsWith('logs:'))
      .map(({ action, resources }) => `${action} ${resources.map(shown).join(' ')}`),
  );
}

const shown = (resource: string): string =>
  resource.replaceAll('arn:${AWS::Partition}:', '').replaceAll('${AWS::Region}:${AWS::AccountId}', '');

test.for<[string, string[], string[]]>([
  [
    'a role that is passed in a dictionary built step by step',
    [
      'given = {"FunctionName": "f", "Runtime": "python3.13"}',
      'given["Role"] = os.environ["ROLE"]',
      'given.update(Handler="a.b", Code={"S3Bucket": "b"})',
      'boto3.client("lambda").create_function(**given)',
    ],
    ['iam:PassRole ${Job.Arn}', 'lambda:CreateFunction lambda::function:f', 's3:GetObject s3:::b/*'],
  ],
  [
    'a role that a partial holds',
    [
      'start = functools.partial(boto3.client("glue").create_job, Role=os.environ["ROLE"])',
      'start(Name="j", Command={"Name": "glueetl"})',
    ],
    ['glue:CreateJob glue::job/j', 'iam:PassRole ${Job.Arn}'],
  ],
  [
    'a parameter that is given another kind of resource than the action takes',
    [
      'states = boto3.client("stepfunctions")',
      'states.stop_execution(executionArn=os.environ["ROLE"])',
      'states.describe_state_machine(stateMachineArn="arn:aws:lambda:eu-west-1:123456789012:function:f")',
    ],
    ['states:DescribeStateMachine states:*:*:stateMachine:*', 'states:StopExecution states:*:*:execution:*:*'],
  ],
  [
    'a key that is named',
    [
      'boto3.client("s3").put_object(Bucket=BUCKET, Key="k", SSEKMSKeyId=os.environ["KEY"], ServerSideEncryption="aws:kms")',
    ],
    ['kms:GenerateDataKey ${Key.Arn}', 's3:PutObject ${Files.Arn}/k'],
  ],
  [
    'tags, retention and versions of S3',
    [
      's3 = boto3.client("s3")',
      's3.put_object(Bucket=BUCKET, Key="k", Tagging="a=b", ObjectLockMode="GOVERNANCE")',
      's3.get_object(Bucket=BUCKET, Key="k", VersionId=event["v"])',
    ],
    [
      's3:GetObjectVersion ${Files.Arn}/k',
      's3:PutObject ${Files.Arn}/k',
      's3:PutObjectRetention ${Files.Arn}/k',
      's3:PutObjectTagging ${Files.Arn}/k',
    ],
  ],
  [
    'a transfer with tags',
    ['boto3.resource("s3").Bucket(BUCKET).upload_file("a", "k", ExtraArgs={"Tagging": "a=b"})'],
    ['s3:PutObject ${Files.Arn}/k', 's3:PutObjectTagging ${Files.Arn}/k'],
  ],
  [
    'an address that is signed',
    ['boto3.client("s3").generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": "k"})'],
    ['s3:GetObject ${Files.Arn}/k'],
  ],
  [
    'statements of PartiQL',
    [
      'dynamodb = boto3.client("dynamodb")',
      'dynamodb.execute_statement(Statement=\'SELECT * FROM "Songs"."ByYear" WHERE y = ?\')',
      'dynamodb.execute_statement(Statement=f\'DELETE FROM "{TABLE}" WHERE id = ?\')',
    ],
    ['dynamodb:PartiQLDelete dynamodb::table/${Music}', 'dynamodb:PartiQLSelect dynamodb::table/Songs/index/ByYear'],
  ],
  [
    'a transaction, by its parts',
    [
      'boto3.client("dynamodb").transact_write_items(TransactItems=[{"Put": {"TableName": TABLE, "Item": {}}}, {"Delete": {"TableName": "b", "Key": {}}}])',
    ],
    ['dynamodb:DeleteItem dynamodb::table/b', 'dynamodb:PutItem ${Music.Arn}'],
  ],
  [
    'an index of a table',
    ['boto3.resource("dynamodb").Table(TABLE).query(IndexName="ByYear")'],
    ['dynamodb:Query ${Music.Arn}/index/ByYear'],
  ],
  [
    'a conversation with a model',
    ['boto3.client("bedrock-runtime").converse(modelId="amazon.nova-lite-v1:0", messages=[])'],
    ['bedrock:InvokeModel bedrock:${AWS::Region}::foundation-model/amazon.nova-lite-v1:0'],
  ],
  [
    'parameters and secrets by name, by prefix and by path',
    [
      'boto3.client("ssm").get_parameter(Name=f"/shop/{event}/url")',
      'boto3.client("ssm").get_parameters_by_path(Path="/shop/")',
      'boto3.client("secretsmanager").get_secret_value(SecretId="shop/db")',
    ],
    [
      'secretsmanager:GetSecretValue secretsmanager::secret:shop/db-??????',
      'ssm:GetParameter ssm::parameter/shop/*/url',
      'ssm:GetParametersByPath ssm::parameter/shop/',
    ],
  ],
  ['what no permission is needed for', ['boto3.client("sts").get_caller_identity()'], []],
])('%s', async ([, lines, permissions]) => {
  expect(await needed(lines)).toEqual(permissions);
});

const listening = (events: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.13, Handler: app.handler, CodeUri: src, ${events} }
  Files: { Type: AWS::S3::Bucket }
  Orders: { Type: AWS::DynamoDB::Table }
`;
const reading = `import boto3
def handler(event, context):
    record = event["Records"][0]["s3"]
    boto3.client("s3").get_object(Bucket=record["bucket"]["name"], Key=record["object"]["key"])
`;
const s3Event = 'New: { Type: S3, Properties: { Bucket: !Ref Files, Events: "s3:ObjectCreated:*" } }';

test.for([
  ['the bucket that tells of its objects', listening(`Events: { ${s3Event} }`), reading, 's3:GetObject ${Files.Arn}/*'],
  [
    'no bucket, where others start the function too',
    listening(`Events: { ${s3Event}, Web: { Type: Api, Properties: { Path: /, Method: get } } }`),
    reading,
    's3:GetObject *',
  ],
  [
    'the properties of the custom resource that the function makes',
    `${listening('Timeout: 9')}  Fill: { Type: Custom::Fill, Properties: { ServiceToken: !GetAtt Work.Arn, TargetTable: !Ref Orders, Other: !Ref Files } }\n`,
    'import boto3\ndef handler(event, context):\n    boto3.resource("dynamodb").Table(event["ResourceProperties"]["TargetTable"]).put_item(Item={})\n',
    'dynamodb:PutItem ${Orders.Arn}',
  ],
] as const)('names that come with the event: %s', async ([, text, code, permission]) => {
  const folder = temporaryFolder({ 'template.yaml': text, 'src/app.py': code });
  const { out } = await run(['permissions', '.', '--cwd', folder, '--format', 'json']);
  const needs = (JSON.parse(out) as PermissionsDocument).services.flatMap((service) => service.needed);
  const found = needs.map(({ action, resources }) => `${action} ${resources.map(shown).join(' ')}`);
  expect(found.filter((one) => !one.startsWith('logs:'))).toEqual([permission]);
});
