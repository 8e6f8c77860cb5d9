// Environment, identity and what a unit works on, in each format.
import { describe, expect, test } from 'vitest';
import { servicesOf } from '../../../tests/join-services.ts';
import type { Files } from '../../../tests/judge-files.ts';
import { settingValue } from '../../../tests/setting-value.ts';
import type { Service } from '../service.ts';

const code = 'def handler(event, context):\n    pass\n';

async function serviceOf(files: Files): Promise<Service> {
  const [service] = await servicesOf(files);
  expect(service).toBeDefined();
  return service!;
}

/** `NAME` to the resource that it names, or to what it is set to. */
function environmentOf({ environment }: Service): Record<string, unknown> {
  return Object.fromEntries(
    environment.map(({ name, value, resource }) => [name, resource === null ? settingValue(value) : `→${resource}`]),
  );
}

function usesOf({ uses }: Service): string[] {
  return uses.map(({ resource, through }) => `${resource} ${through}`);
}

const sam = (properties: string, more = ''): Files => ({
  'app.py': code,
  'template.yaml': `Transform: AWS::Serverless-2016-10-31
Parameters: { Stage: { Type: String } }
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
${properties}
  Orders: { Type: AWS::DynamoDB::Table, Properties: { TableName: !Sub 'orders-\${Stage}' } }
  Jobs: { Type: AWS::SQS::Queue, Properties: { QueueName: all-jobs } }
  Worker: { Type: AWS::IAM::Role }
${more}`,
});

describe('CloudFormation and SAM', () => {
  test('variables name resources by reference, in a text, by their name, or not at all', async () => {
    const variables = `      Environment:
        Variables:
          TABLE: !Ref Orders
          URL: !Sub 'https://x/\${Jobs}'
          SAME: !Sub 'orders-\${Stage}'
          BY_NAME: all-jobs
          BY_ARN: !Sub 'arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:all-jobs'
          BOTH: !Sub '\${Jobs} and \${Orders}'
          MODE: fast`;
    expect(environmentOf(await serviceOf(sam(variables)))).toEqual({
      TABLE: '→Orders',
      URL: '→Jobs',
      SAME: '→Orders',
      BY_NAME: '→Jobs',
      BY_ARN: '→Jobs',
      BOTH: expect.anything(),
      MODE: 'fast',
    });
  });

  test.for([
    ['      Role: !GetAtt Worker.Arn', 'role', 'Worker', false],
    ['      Role: arn:aws:iam::123456789012:role/x', 'role', null, false],
    ['      MemorySize: 128', 'own', 'WorkRole', false],
  ] as const)('identity: %s', async ([properties, kind, resource, shared]) => {
    expect((await serviceOf(sam(properties))).identity).toMatchObject({ kind, resource, shared });
  });

  test('a role that two functions have is shared', async () => {
    const other = `  Other:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, Handler: a.b, InlineCode: x, Role: !GetAtt Worker.Arn }
`;
    const { identity } = await serviceOf(sam('      Role: !GetAtt Worker.Arn', other));
    expect(identity).toMatchObject({ resource: 'Worker', shared: true });
  });

  test.for<[string, string, string, string[]]>([
    [
      'a policy template',
      '      Policies: [{ DynamoDBCrudPolicy: { TableName: !Ref Orders } }]',
      '',
      ['Orders policy'],
    ],
    [
      'a statement',
      '      Policies: [{ Statement: [{ Effect: Allow, Action: "sqs:*", Resource: !GetAtt Jobs.Arn }] }]',
      '',
      ['Jobs policy'],
    ],
    [
      'a statement that denies',
      '      Policies: [{ Statement: [{ Effect: Deny, Action: "sqs:*", Resource: !GetAtt Jobs.Arn }] }]',
      '',
      [],
    ],
    [
      'a policy of its role, by an ARN with its name',
      '      Role: !GetAtt Worker.Arn',
      `  Rights:
    Type: AWS::IAM::Policy
    Properties:
      Roles: [!Ref Worker]
      PolicyDocument:
        Statement:
          - { Effect: Allow, Action: 'dynamodb:*', Resource: !Sub 'arn:aws:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/orders-\${Stage}' }
`,
      ['Orders policy'],
    ],
    [
      'a connector',
      '      MemorySize: 128',
      `  Link:
    Type: AWS::Serverless::Connector
    Properties: { Source: { Id: Work }, Destination: { Id: Jobs }, Permissions: [Write] }
`,
      ['Jobs connector'],
    ],
    [
      'a dead-letter queue',
      '      DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Jobs.Arn }',
      '',
      ['Jobs destination'],
    ],
  ])('what it works on: %s', async ([, properties, more, expected]) => {
    expect(usesOf(await serviceOf(sam(properties, more)))).toEqual(expected);
  });
});

test('Terraform: variables, role, and the documents that its role has', async () => {
  const service = await serviceOf({
    'src/app.py': code,
    'main.tf': `data "archive_file" "code" {
  type = "zip"
  source_dir = "src"
  output_path = "code.zip"
}
resource "aws_iam_role" "work" { name = "work" }
resource "aws_sqs_queue" "jobs" {}
resource "aws_dynamodb_table" "orders" { name = "orders" }
data "aws_iam_policy_document" "rights" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
}
resource "aws_iam_policy" "rights" { policy = data.aws_iam_policy_document.rights.json }
resource "aws_iam_role_policy_attachment" "rights" {
  role       = aws_iam_role.work.name
  policy_arn = aws_iam_policy.rights.arn
}
resource "aws_lambda_function" "work" {
  function_name = "work"
  filename      = data.archive_file.code.output_path
  handler       = "app.handler"
  runtime       = "python3.13"
  role          = aws_iam_role.work.arn
  environment { variables = { TABLE = aws_dynamodb_table.orders.name } }
}
`,
  });
  expect(environmentOf(service)).toEqual({ TABLE: '→aws_dynamodb_table.orders' });
  expect(service.identity).toMatchObject({ kind: 'role', resource: 'aws_iam_role.work' });
  expect(usesOf(service)).toEqual(['aws_dynamodb_table.orders environment', 'aws_sqs_queue.jobs policy']);
});

test.for([
  ['provider: { name: aws, runtime: python3.13 }', 'own', 'IamRoleLambdaExecution', true],
  ['provider: { name: aws, runtime: python3.13, iam: { role: !GetAtt Worker.Arn } }', 'role', 'Worker', true],
  ['provider: { name: aws, runtime: python3.13, role: Worker }', 'role', 'Worker', true],
] as const)('Serverless: %s', async ([provider, kind, resource, shared]) => {
  const service = await serviceOf({
    'app.py': code,
    'serverless.yml': `service: s
${provider}
functions: { work: { handler: app.handler }, other: { handler: app.handler } }
resources: { Resources: { Worker: { Type: AWS::IAM::Role } } }
`,
  });
  expect(service.identity).toMatchObject({ kind, resource, shared });
});

test('Kubernetes: containers, ConfigMaps, and the role that a ServiceAccount stands for', async () => {
  const service = await serviceOf({
    Dockerfile: 'FROM python:3.13\nCOPY app.py .\nCMD ["python", "app.py"]\n',
    'app.py': 'print()\n',
    'deploy.yaml': `apiVersion: v1
kind: ServiceAccount
metadata: { name: work, annotations: { eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/work } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { MODE: fast }
---
apiVersion: v1
kind: Secret
metadata: { name: keys }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: work }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: work }
spec:
  selector: { matchLabels: { app: work } }
  template:
    metadata: { labels: { app: work } }
    spec:
      serviceAccountName: work
      containers:
        - name: work
          image: work
          command: [python, app.py]
          env:
            - { name: PORT, value: "8080" }
            - { name: KEY, valueFrom: { secretKeyRef: { name: keys, key: a } } }
          envFrom: [{ configMapRef: { name: settings } }]
`,
  });
  expect(service.id).toBe('deploy.yaml#work');
  expect(environmentOf(service)).toEqual({ PORT: '8080', KEY: '→Secret/keys', MODE: 'fast' });
  expect(service.identity).toMatchObject({ kind: 'service-account', resource: 'ServiceAccount/work' });
  expect(settingValue(service.identity!.assumes!)).toBe('arn:aws:iam::123456789012:role/work');
  expect(service.triggers).toMatchObject([{ resource: 'Service/web', invocation: 'synchronous' }]);
});

test('Google: a function with the rights of an account, started by a topic', async () => {
  const service = await serviceOf({
    'src/main.py': 'def work(event, context):\n    pass\n',
    'main.tf': `resource "google_service_account" "work" { account_id = "work" }
resource "google_pubsub_topic" "jobs" { name = "jobs" }
resource "google_storage_bucket" "out" { name = "out" }
resource "google_storage_bucket_iam_member" "out" {
  bucket = google_storage_bucket.out.name
  role   = "roles/storage.objectUser"
  member = "serviceAccount:\${google_service_account.work.email}"
}
data "archive_file" "code" {
  type = "zip"
  source_dir = "src"
  output_path = "code.zip"
}
resource "google_storage_bucket_object" "code" {
  name   = "code.zip"
  bucket = google_storage_bucket.out.name
  source = data.archive_file.code.output_path
}
resource "google_cloudfunctions2_function" "work" {
  name = "work"
  build_config {
    runtime     = "python313"
    entry_point = "work"
    source { storage_source {
      bucket = google_storage_bucket.out.name
      object = google_storage_bucket_object.code.name
    } }
  }
  service_config {
    service_account_email = google_service_account.work.email
    environment_variables = { OUT = google_storage_bucket.out.name }
  }
  event_trigger {
    event_type   = "google.cloud.pubsub.topic.v1.messagePublished"
    pubsub_topic = google_pubsub_topic.jobs.id
  }
}
`,
  });
  expect(environmentOf(service)).toEqual({ OUT: '→google_storage_bucket.out' });
  expect(service.identity).toMatchObject({ kind: 'service-account', resource: 'google_service_account.work' });
  expect(usesOf(service)).toEqual([
    'google_storage_bucket.out environment',
    'google_storage_bucket.out role-assignment',
  ]);
  expect(service.triggers).toMatchObject([{ resource: 'google_pubsub_topic.jobs', invocation: 'asynchronous' }]);
});

test('Azure: application settings, and an identity by its key', async () => {
  const service = await serviceOf({
    Dockerfile: 'FROM python:3.13\nCOPY app.py .\nCMD ["python", "app.py"]\n',
    'app.py': 'print()\n',
    'azure.yaml': 'name: a\nservices: { web: { project: ., language: py, host: containerapp } }\n',
    'infra/main.bicep': `resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: 'work' }
resource store 'Microsoft.Storage/storageAccounts@2023-01-01' = { name: 'store' }
resource web 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'web'
  tags: { 'azd-service-name': 'web' }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '\${identity.id}': {} } }
  properties: {
    configuration: { ingress: { external: true, targetPort: 80 } }
    template: { containers: [ { name: 'web', image: 'web', env: [ { name: 'STORE', value: store.name }, { name: 'KEY', secretRef: 'key' } ] } ] }
  }
}
`,
  });
  expect(environmentOf(service)).toEqual({
    STORE: '→store',
    KEY: expect.objectContaining({ kind: 'unknown', text: 'the secret key' }),
  });
  expect(service.identity).toMatchObject({ kind: 'managed-identity', resource: 'identity' });
  expect(service.triggers).toMatchObject([{ name: 'ingress', invocation: 'synchronous' }]);
});

test('a compose file, with what an environment file adds', async () => {
  const service = await serviceOf({
    Dockerfile: 'FROM python:3.13\nCOPY app.py .\nCMD ["python", "app.py"]\n',
    'app.py': 'print()\n',
    'defaults.env': 'MODE=fast\nPORT=1\n',
    'compose.yaml': `services:
  web:
    build: .
    env_file: defaults.env
    environment: { PORT: "8080", STAGE: "\${STAGE:-dev}", TOKEN: }
`,
  });
  expect(environmentOf(service)).toEqual({ MODE: 'fast', PORT: '8080', STAGE: 'dev', TOKEN: null });
});

test('a role with no end of statements is told in part', async () => {
  const buckets = Array.from({ length: 250 }, (_, at) => `  B${at}: { Type: AWS::S3::Bucket }\n`).join('');
  const statements = Array.from(
    { length: 250 },
    (_, at) => `{ Effect: Allow, Action: 's3:GetObject', Resource: !GetAtt B${at}.Arn }`,
  );
  const service = await serviceOf(sam(`      Policies: [{ Statement: [${statements.join(', ')}] }]`, buckets));
  expect(service.uses).toHaveLength(200);
});
