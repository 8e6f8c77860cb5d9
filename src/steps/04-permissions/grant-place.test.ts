import { describe, expect, test } from 'vitest';
import { findingsOn, fixedText } from '../../../tests/judge-files.ts';

const id = 'permission-missing';
const code = `import os
import boto3

def handler(event, context):
    boto3.client("dynamodb").put_item(TableName=os.environ["TABLE"], Item={})
    boto3.client("dynamodb").get_item(TableName=os.environ["TABLE"], Key={})

def idle(event, context):
    return event
`;

/** A file after all fixes, each in the text that the one before it left. */
async function fixed(file: string, text: string): Promise<string> {
  const files: Record<string, string> = { 'app.py': code, [file]: text };
  for (let left = 10; left > 0; left--) {
    const found = (await findingsOn(id, files)).find(
      (one) => one.verdict === 'fail' && (one.fix?.edits.length ?? 0) > 0,
    );
    if (found === undefined) return files[file] ?? '';
    files[file] = fixedText(files, file, found);
  }
  throw new Error('it changes for ever');
}

const sam = (policies: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  F: # the function
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: python3.13
      Environment: { Variables: { TABLE: !Ref Orders } }
${policies}  Orders: { Type: AWS::DynamoDB::Table }
`;

const granted = (indent: string): string =>
  `- Effect: Allow
  Action:
    - dynamodb:GetItem
    - dynamodb:PutItem
  Resource: !GetAtt Orders.Arn
`.replaceAll(/^(?=.)/gm, indent);

const samPolicy = `        - Version: '2012-10-17'
          Statement:
${granted('            ')}`;

const role = (policies: string, user = ''): string => `Resources:
  F:
    Type: AWS::Lambda::Function
    Properties: { Handler: app.handler, Runtime: python3.13, Code: ., Role: !GetAtt R.Arn, Environment: { Variables: { TABLE: !Ref Orders } } }
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {} # whoever
      ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
${policies}  Orders: { Type: AWS::DynamoDB::Table }
${user}`;

const serverless = (provider: string, functions = ''): string => `service: shop
provider:
  name: aws # the cloud
  runtime: python3.13
${provider}functions:
  hello:
    handler: app.handler
    environment:
      TABLE: !Ref Orders
${functions}resources:
  Resources:
    Orders: { Type: AWS::DynamoDB::Table }
`;

describe('where a policy is written for who has no list of statements', () => {
  test.for<[title: string, file: string, before: string, after: string]>([
    ['a function of SAM without policies', 'template.yaml', sam(''), sam(`      Policies:\n${samPolicy}`)],
    [
      'a function of SAM with others’ policies',
      'template.yaml',
      sam('      Policies:\n        - AmazonSQSFullAccess # for the queue\n'),
      sam(`      Policies:\n        - AmazonSQSFullAccess # for the queue\n${samPolicy}`),
    ],
    [
      'a role without policies',
      'template.yaml',
      role(''),
      role(`      Policies:
        - PolicyName: R-permissions
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
${granted('              ')}`),
    ],
    [
      'a serverless.yml without statements',
      'serverless.yml',
      serverless(''),
      serverless(`  iam:\n    role:\n      statements:\n${granted('        ')}`),
    ],
    [
      'a serverless.yml with a managed policy',
      'serverless.yml',
      serverless('  iam:\n    role:\n      managedPolicies: [arn:aws:iam::aws:policy/AmazonSQSFullAccess]\n'),
      serverless(
        `  iam:\n    role:\n      managedPolicies: [arn:aws:iam::aws:policy/AmazonSQSFullAccess]\n      statements:\n${granted('        ')}`,
      ),
    ],
    [
      'a serverless.yml of the first version',
      'serverless.yml',
      serverless('').replace('provider', "frameworkVersion: '>=1.60'\nprovider"),
      serverless(`  iamRoleStatements:\n${granted('    ')}`).replace(
        'provider',
        "frameworkVersion: '>=1.60'\nprovider",
      ),
    ],
  ])('%s', async ([, file, before, after]) => {
    expect(sorted(await fixed(file, before))).toBe(sorted(after));
  });

  /** Actions are written in the order in which they were found missing. */
  function sorted(text: string): string {
    return text.replace(
      /^( +)- dynamodb:PutItem\n +- dynamodb:GetItem\n/m,
      '$1- dynamodb:GetItem\n$1- dynamodb:PutItem\n',
    );
  }

  const terraform = `resource "aws_lambda_function" "f" {
  function_name = "f"
  filename      = "."
  handler       = "app.handler"
  runtime       = "python3.13"
  role          = aws_iam_role.f.arn
  environment {
    variables = { TABLE = aws_dynamodb_table.orders.name }
  }
}

resource "aws_dynamodb_table" "orders" {
  name = "orders"
}

resource "aws_iam_role" "f" {
  name               = "f" # kept
  assume_role_policy = "{}"
}
`;

  test('a role of Terraform', async () => {
    const attachment = `
resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.f.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
`;
    const after = await fixed('main.tf', terraform + attachment);
    expect(after.startsWith(terraform)).toBe(true);
    expect(after.slice(terraform.length).replace(attachment, '')).toBe(`
resource "aws_iam_role_policy" "f" {
  name = "f"
  role = aws_iam_role.f.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["dynamodb:PutItem", "dynamodb:GetItem"]
        Resource = [aws_dynamodb_table.orders.arn]
      },
    ]
  })
}
`);
  });

  test.for<[title: string, file: string, text: string]>([
    ['a policy that is no list', 'template.yaml', sam('      Policies: AmazonSQSFullAccess\n')],
    [
      'a policy of that name',
      'template.yaml',
      role('      Policies: [{ PolicyName: R-permissions, PolicyDocument: {} }]\n'),
    ],
    ['a role that lists all of its inline policies', 'main.tf', terraform.replace('# kept', '\n  inline_policy {}')],
    ['a role that is made several times', 'main.tf', terraform.replace('# kept', '\n  count = 2')],
  ])('left to a person: %s', async ([, file, text]) => {
    expect(await fixed(file, text)).toBe(text);
  });
});

describe('what others would be granted too', () => {
  const titles = async (file: string, text: string): Promise<(string | undefined)[]> =>
    (await findingsOn(id, { 'app.py': code, [file]: text }))
      .filter((one) => one.verdict === 'fail' && one.subject === 'dynamodb:PutItem')
      .map(({ fix }) => (fix?.edits.length === 0 ? fix.title : undefined));
  const other = (name: string, handler: string, runtime = 'python3.13'): string =>
    `  ${name}:\n    Type: AWS::Lambda::Function\n    Properties: { Handler: ${handler}, Runtime: ${runtime}, Code: ., Role: !GetAtt R.Arn, Environment: { Variables: { TABLE: !Ref Orders } } }\n`;

  test.for<[title: string, file: string, text: string, expected: (string | undefined)[]]>([
    [
      'a function that does not need it',
      'template.yaml',
      role('', other('G', 'app.idle')),
      [expect.stringContaining('; G would be granted it too')],
    ],
    [
      'a function of another language',
      'template.yaml',
      role('', other('G', 'index.handler', 'nodejs22.x')),
      [expect.stringContaining('; G would be granted it too')],
    ],
    ['a function that needs it too', 'template.yaml', role('', other('G', 'app.handler')), [undefined, undefined]],
    [
      'the functions of a serverless.yml',
      'serverless.yml',
      serverless('', '  other:\n    handler: app.idle\n'),
      [expect.stringContaining('; other would be granted it too')],
    ],
    [
      'a list of statements that is there',
      'serverless.yml',
      serverless(
        '  iamRoleStatements:\n    - { Effect: Allow, Action: sqs:SendMessage, Resource: "*" }\n',
        '  other:\n    handler: app.idle\n',
      ),
      [expect.stringContaining('; other would be granted it too')],
    ],
    [
      'a function with a role of its own',
      'serverless.yml',
      serverless('', '  other:\n    handler: app.idle\n    role: arn:aws:iam::123456789012:role/other\n'),
      [undefined],
    ],
  ])('%s', async ([, file, text, expected]) => {
    expect(await titles(file, text)).toEqual(expected);
  });
});
