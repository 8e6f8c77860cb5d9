import { describe, expect, test } from 'vitest';
import { basic, declaredIn, lines } from '../../../tests/declared-in.ts';

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
