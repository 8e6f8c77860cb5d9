import { describe, expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { openReadyPolicies } from '../../catalogue/iam/ready-policies.ts';
import { kindsOf } from '../../infrastructure/model/kinds.ts';
import { readInfrastructure } from '../../infrastructure/readers.ts';
import { memoryRepository } from '../../repository/memory.ts';
import { declaredOf } from './declared-of.ts';
import type { Declared } from './grant.ts';

const catalogue = openCatalogue();
const ready = openReadyPolicies(catalogue);

async function declaredIn(files: Record<string, string>, id: string): Promise<Declared | undefined> {
  const { stacks } = await readInfrastructure({ repository: memoryRepository(files), kindOf: kindsOf(catalogue) });
  for (const stack of stacks) {
    const unit = stack.resources.get(id);
    if (unit !== undefined) return declaredOf(unit, stack, ready);
  }
  return undefined;
}

/** A grant in a line: effect unless it allows, where it comes from unless a statement, actions, resources, marks. */
function lines(declared: Declared | undefined): string[] {
  return (declared?.grants ?? []).map((grant) => {
    const origin = grant.origin.kind === 'statement' ? '' : `${grant.origin.kind} ${grant.origin.name}: `;
    const actions = [...grant.actions, ...grant.notActions.map((action) => `!${action}`)].slice(0, 3).join(' ');
    const resources = [...grant.resources, ...grant.notResources].map(({ text, known }) => (known ? text : `?${text}`));
    const marks = `${grant.conditions ? ' if' : ''}${grant.sure ? '' : ' maybe'}`;
    return `${grant.effect === 'Deny' ? 'Deny ' : ''}${origin}${actions} on ${resources.join(' ')}${marks}`;
  });
}

const sam = (properties: string, resources = '', globals = ''): Record<string, string> => ({
  'template.yaml': `Transform: AWS::Serverless-2016-10-31
Parameters:
  Name: { Type: String }
Conditions:
  Prod: !Equals [!Ref Name, prod]
${globals}
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: python3.13
${properties.replaceAll(/^/gm, '      ')}
  Table: { Type: AWS::DynamoDB::Table }
${resources.replaceAll(/^/gm, '  ')}
`,
});

const basic = 'framework AWSLambdaBasicExecutionRole: logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents on *';
const arn = (rest: string): string => `arn:\${AWS::Partition}:${rest}`;

describe('SAM', () => {
  test.for<[string, string, string[]]>([
    [
      'a statement',
      'Policies:\n  - Statement:\n      Action: s3:GetObject\n      Effect: Allow\n      Resource: !Sub arn:aws:s3:::${Name}/*',
      ['s3:GetObject on arn:aws:s3:::${Name}/*', basic],
    ],
    ['one policy without a list', 'Policies: AmazonSQSFullAccess', ['managed AmazonSQSFullAccess: sqs:* on *', basic]],
    [
      'an ARN that is put together',
      'Policies: [!Sub "arn:${AWS::Partition}:iam::aws:policy/AmazonSQSFullAccess"]',
      ['managed AmazonSQSFullAccess: sqs:* on *', basic],
    ],
    [
      'a policy template with its parameter',
      'Policies:\n  - DynamoDBReadPolicy: { TableName: !Ref Table }',
      [
        `template DynamoDBReadPolicy: dynamodb:GetItem dynamodb:Scan dynamodb:Query on ${arn('dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Table}')} ${arn('dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Table}/index/*')}`,
        basic,
      ],
    ],
    [
      'a statement on a condition',
      'Policies:\n  - Statement:\n      - !If [Prod, { Effect: Deny, NotAction: "s3:*", Resource: "*" }, !Ref AWS::NoValue]',
      ['Deny !s3:* on * maybe', basic],
    ],
    [
      'conditions of IAM',
      'Policies:\n  - Statement: { Action: "s3:*", Effect: Allow, Resource: "*", Condition: { Bool: { "aws:SecureTransport": true } } }',
      ['s3:* on * if', basic],
    ],
    [
      'what SAM adds for settings',
      'Tracing: Active\nVpcConfig: { SubnetIds: [a] }\nEvents:\n  Q: { Type: SQS, Properties: { Queue: !GetAtt Table.Arn } }',
      [
        basic,
        'framework AWSXRayDaemonWriteAccess: xray:PutTraceSegments xray:PutTelemetryRecords xray:GetSamplingRules on *',
        'framework AWSLambdaVPCAccessExecutionRole: logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents on *',
        'framework AWSLambdaSQSQueueExecutionRole: sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes on *',
      ],
    ],
    [
      'dead letters',
      'DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Table.Arn }',
      [basic, 'framework destination: sqs:SendMessage on ${Table.Arn}'],
    ],
  ])('%s', async ([, properties, expected]) => {
    const declared = await declaredIn(sam(properties), 'F');
    expect(lines(declared)).toEqual(expected);
    expect(declared?.unknown).toEqual([]);
  });

  test('a role that is given holds, and not the policies beside it', async () => {
    const role = `Role:
  Type: AWS::IAM::Role
  Properties:
    Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Allow, Action: "sns:Publish", Resource: !Ref Topic }] } }]
    PermissionsBoundary: arn:aws:iam::aws:policy/AmazonSNSFullAccess
Extra:
  Type: AWS::IAM::Policy
  Properties:
    Roles: [!Ref Role]
    PolicyDocument: { Statement: { Effect: Allow, Action: "sqs:SendMessage", Resource: "*" } }
Topic: { Type: AWS::SNS::Topic }`;
    const declared = await declaredIn(sam('Role: !GetAtt Role.Arn\nPolicies: AmazonSQSFullAccess', role), 'F');
    expect(lines(declared)).toEqual(['sns:Publish on ${Topic}', 'sqs:SendMessage on *']);
    expect(declared?.role).toBe('Role');
    expect(declared?.boundary?.flatMap(({ actions }) => actions)).toContain('sns:*');
  });

  test('a connector grants to the role of its source', async () => {
    const connectors = `Reads:
  Type: AWS::Serverless::Connector
  Properties: { Source: { Id: F }, Destination: { Id: Table }, Permissions: [Read] }`;
    const first = lines(await declaredIn(sam('', connectors), 'F')).at(-1);
    expect(first).toBe(
      'connector AWS::Lambda::Function to AWS::DynamoDB::Table: dynamodb:GetItem dynamodb:Query dynamodb:Scan on ${Table.Arn} ${Table.Arn}/index/*',
    );
  });

  test('a connector inside of its source', async () => {
    const files = sam('', 'Other: { Type: AWS::SNS::Topic }');
    const text = (files['template.yaml'] ?? '').replace(
      '    Type: AWS::Serverless::Function\n',
      '    Type: AWS::Serverless::Function\n    Connectors: { C: { Properties: { Destination: { Id: Table }, Permissions: [Write] } } }\n',
    );
    const first = lines(await declaredIn({ 'template.yaml': text }, 'F')).at(-1);
    expect(first).toContain('dynamodb:PutItem');
  });

  test.for<[string, string, string]>([
    ['a policy of outside', 'Policies: [arn:aws:iam::123456789012:policy/mine]', 'external-code'],
    ['a policy that is imported', 'Policies: [!ImportValue p]', 'external-code'],
    ['a policy that a deployment gives', 'Policies: [!Ref Name]', 'external-code'],
    ['a role that a deployment gives', 'Role: !Ref Name', 'external-code'],
    ['a template that does not exist', 'Policies: [{ NoSuchPolicy: {} }]', 'not-in-catalogue'],
    [
      'an action that is put together',
      'Policies:\n  - Statement: { Effect: Allow, Action: !Ref Name, Resource: "*" }',
      'unsupported-construct',
    ],
  ])('%s is not known', async ([, properties, reason]) => {
    const declared = await declaredIn(sam(properties), 'F');
    expect(declared?.unknown.map((one) => one.reason)).toEqual([reason]);
  });
});

const terraform = (body: string): Record<string, string> => ({
  'main.tf': `resource "aws_s3_bucket" "b" {}
resource "aws_iam_role" "r" {
  name = "worker"
  assume_role_policy = "{}"
}
resource "aws_lambda_function" "f" {
  function_name = "f"
  role = aws_iam_role.r.arn
  handler = "app.handler"
  runtime = "python3.13"
}
${body}`,
});

describe('Terraform', () => {
  const attached = (policy: string): string =>
    `resource "aws_iam_role_policy" "p" {\n  role = aws_iam_role.r.id\n  policy = ${policy}\n}`;
  test.for<[string, string, string[]]>([
    [
      'an object as JSON',
      attached(
        'jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "${aws_s3_bucket.b.arn}/*" }] })',
      ),
      ['s3:GetObject on ${aws_s3_bucket.b.arn}/*'],
    ],
    [
      'JSON in a text',
      attached(
        '<<EOF\n{"Statement": {"Effect": "Deny", "Action": ["s3:*"], "Resource": "${aws_s3_bucket.b.arn}"}}\nEOF',
      ),
      ['Deny s3:* on ${aws_s3_bucket.b.arn}'],
    ],
    [
      'documents, their sources and what overrides them',
      `data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
  statement {
    sid       = "Write"
    actions   = ["s3:PutObject"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "narrow" {
  statement {
    sid       = "Write"
    actions   = ["s3:PutObject"]
    resources = ["\${aws_s3_bucket.b.arn}/out/*"]
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
}
data "aws_iam_policy_document" "all" {
  source_policy_documents   = [data.aws_iam_policy_document.base.json]
  override_policy_documents = [data.aws_iam_policy_document.narrow.json]
  statement {
    not_actions = ["iam:*"]
    resources   = ["*"]
  }
}
${attached('data.aws_iam_policy_document.all.json')}`,
      ['s3:GetObject on *', '!iam:* on *', 's3:PutObject on ${aws_s3_bucket.b.arn}/out/* if'],
    ],
    [
      'a policy that is attached by the name of the role',
      'resource "aws_iam_policy" "q" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sns:Publish", Resource = "*" }] })\n}\nresource "aws_iam_policy_attachment" "a" {\n  name = "a"\n  roles = ["worker"]\n  policy_arn = aws_iam_policy.q.arn\n}',
      ['sns:Publish on *'],
    ],
    [
      'each of several managed policies',
      'resource "aws_iam_role_policy_attachment" "a" {\n  for_each = toset(["arn:aws:iam::aws:policy/AmazonSQSFullAccess"])\n  role = aws_iam_role.r.name\n  policy_arn = each.value\n}',
      ['managed AmazonSQSFullAccess: sqs:* on *'],
    ],
  ])('%s', async ([, body, expected]) => {
    const declared = await declaredIn(terraform(body), 'aws_lambda_function.f');
    expect(lines(declared)).toEqual(expected);
    expect(declared?.unknown).toEqual([]);
  });

  test('a policy of outside is not known', async () => {
    const declared = await declaredIn(
      terraform(
        'variable "p" {}\nresource "aws_iam_role_policy_attachment" "a" {\n  role = aws_iam_role.r.name\n  policy_arn = var.p\n}',
      ),
      'aws_lambda_function.f',
    );
    expect(declared?.unknown.map(({ text }) => text)).toEqual(['a managed policy: ${p}']);
  });
});

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

const cdk = (body: string): Record<string, string> => ({
  'cdk.json': '{"app": "python3 app.py"}',
  'app.py': `from aws_cdk import App, Stack, aws_dynamodb as dynamodb, aws_iam as iam, aws_lambda as lambda_, aws_s3 as s3
class S(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        bucket = s3.Bucket(self, 'B')
        role = iam.Role(self, 'R', assumed_by=iam.ServicePrincipal('lambda.amazonaws.com'))
        fn = lambda_.Function(self, 'F', code=lambda_.Code.from_asset('src'), handler='app.handler', runtime=lambda_.Runtime.PYTHON_3_13)
        own = lambda_.Function(self, 'O', code=lambda_.Code.from_asset('src'), handler='app.handler', runtime=lambda_.Runtime.PYTHON_3_13, role=role)
${body.replaceAll(/^/gm, '        ')}
app = App()
S(app, 'S')
`,
});

describe('CDK', () => {
  test.for<[string, string, string, string[]]>([
    [
      'a method that grants',
      'bucket.grant_read(fn)',
      'fn',
      ['method grant_read: s3:GetObject* s3:GetBucket* s3:List* on ${bucket.Arn} ${bucket.Arn}/*', basic],
    ],
    [
      'a method with a pattern',
      "bucket.grant_put(own, 'in/*')",
      'own',
      ['method grant_put: s3:PutObject s3:PutObjectLegalHold s3:PutObjectRetention on ${bucket.Arn}/in/*'],
    ],
    ['to the role', 'bucket.grant_delete(role)', 'own', ['method grant_delete: s3:DeleteObject* on ${bucket.Arn}/*']],
    [
      'a statement',
      "fn.add_to_role_policy(iam.PolicyStatement(effect=iam.Effect.DENY, actions=['s3:*'], resources=[bucket.bucket_arn + '/*']))",
      'fn',
      ['Deny s3:* on ${bucket.Arn}/*', basic],
    ],
    [
      'a managed policy',
      "role.add_managed_policy(iam.ManagedPolicy.from_aws_managed_policy_name('AmazonSQSFullAccess'))",
      'own',
      ['managed AmazonSQSFullAccess: sqs:* on *'],
    ],
  ])('%s', async ([, body, id, expected]) => {
    const declared = await declaredIn(cdk(body), id);
    expect(lines(declared)).toEqual(expected);
    expect(declared?.unknown).toEqual([]);
  });

  test.for<[string, string, string]>([
    [
      'attached to the role of a function',
      "policy = iam.Policy(self, 'P', statements=[iam.PolicyStatement(actions=['s3:*'], resources=['*'])])\npolicy.attach_to_role(fn.role)",
      'fn',
    ],
    [
      'attached to a role',
      "policy = iam.ManagedPolicy(self, 'P', statements=[iam.PolicyStatement(actions=['s3:*'], resources=['*'])])\npolicy.attach_to_role(role)",
      'own',
    ],
    [
      'attached inline',
      "fn.role.attach_inline_policy(iam.Policy(self, 'P', document=iam.PolicyDocument(statements=[iam.PolicyStatement(actions=['s3:*'], resources=['*'])])))",
      'fn',
    ],
  ])('a policy that is %s', async ([, body, id]) => {
    const declared = await declaredIn(cdk(body), id);
    expect(lines(declared)).toContain('s3:* on *');
    expect(declared?.unknown).toEqual([]);
  });

  test('a statement that is filled later is said to be unknown', async () => {
    const declared = await declaredIn(cdk('fn.add_to_role_policy(iam.PolicyStatement())'), 'fn');
    expect(declared?.unknown.map(({ text }) => text)).toEqual(['a statement without actions']);
  });

  test('what is granted to one of several constructs of one line may be granted to another', async () => {
    const files = cdk(
      "Worker(self, 'A').fn.add_to_role_policy(iam.PolicyStatement(actions=['s3:*'], resources=['*']))\nWorker(self, 'B')",
    );
    const worker = `from constructs import Construct
class Worker(Construct):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.fn = lambda_.Function(self, 'W', code=lambda_.Code.from_asset('src'), handler='app.handler', runtime=lambda_.Runtime.PYTHON_3_13)
class S(Stack):`;
    const app = { ...files, 'app.py': String(files['app.py']).replace('class S(Stack):', worker) };
    const declared = await declaredIn(app, 'fn[W]#2');
    expect(declared?.unknown.map(({ text }) => text)).toEqual(['fn[W]#2 is one of several of the same code']);
  });

  test('a method that nobody knows is said to be unknown', async () => {
    const declared = await declaredIn(cdk('bucket.grant_everything(fn)'), 'fn');
    expect(declared?.unknown.map(({ text }) => text)).toEqual([
      'bucket.grant_everything: what grant_everything grants',
    ]);
  });
});
