// The contract of the commands: policies that permissions prints.
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/syntax/yaml/index.ts';
import type { Files } from '../judge-files.ts';
import { type Outcome, run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Report:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      CodeUri: src
      Environment:
        Variables:
          QUEUE_URL: !Ref Jobs
      Policies:
        - Statement:
            - Effect: Allow
              Action: sqs:*
              Resource: '*'
  Jobs: { Type: AWS::SQS::Queue }
`;
const code = `import os
import boto3

def handler(event, context):
    boto3.client("sqs").send_message(QueueUrl=os.environ["QUEUE_URL"], MessageBody="x")
`;
const sam = { 'template.yaml': template, 'src/app.py': code };
const terraform = {
  'main.tf': `resource "aws_sqs_queue" "jobs" {}
resource "aws_lambda_function" "report" {
  function_name = "report"
  runtime       = "python3.13"
  handler       = "app.handler"
  filename      = "src.zip"
  environment {
    variables = { QUEUE_URL = aws_sqs_queue.jobs.url }
  }
}
`,
  'app.py': code,
};

const permissions = (files: Files, ...args: string[]): Promise<Outcome> =>
  run(['permissions', '.', '--cwd', temporaryFolder(files), ...args]);

/** The actions and resources of each statement but those on logs. */
function grantsOf(policy: unknown): [string[], string[]][] {
  const { Statement } = policy as { Statement: { Action: string[]; Resource: string[] }[] };
  return Statement.filter(({ Action }) => !Action[0]?.startsWith('logs:')).map((one) => [one.Action, one.Resource]);
}

describe('policies', () => {
  test('as JSON: the document itself for one service', async () => {
    const { code: exit, out, err } = await permissions(sam, '--format', 'iam-policy');
    expect(exit).toBe(0);
    expect(grantsOf(JSON.parse(out))).toEqual([[['sqs:SendMessage'], ['${Jobs.Arn}']]]);
    expect(err).toContain('To be filled in:');
  });

  test('as JSON: by id for several', async () => {
    const both = {
      ...sam,
      'template.yaml': template.replace(
        / {2}Report:[^]*(?= {2}Jobs:)/,
        (one) => one + one.replace('Report:', 'Other:'),
      ),
    };
    const document = JSON.parse((await permissions(both, '--format', 'iam-policy')).out) as Record<string, unknown>;
    expect(Object.keys(document)).toEqual(['template.yaml#Other', 'template.yaml#Report']);
  });

  test('for SAM, in the words of the template', async () => {
    const { out, err } = await permissions(sam, '--format', 'sam');
    expect(parseYaml(out).faults).toEqual([]);
    expect(out).toContain('          - sqs:SendMessage\n        Resource:\n          - !GetAtt Jobs.Arn\n');
    expect(err).toBe('');
  });

  test('for Terraform, with references to the module', async () => {
    const { out } = await permissions(terraform, '--format', 'terraform');
    expect(out).toContain('data "aws_iam_policy_document" "report" {');
    expect(out).toContain('    resources = [aws_sqs_queue.jobs.arn]\n');
  });

  test.for([
    [sam, 'terraform', 'use --format sam'],
    [terraform, 'sam', 'use --format terraform'],
    [{ 'README.md': '' }, 'iam-policy', 'no service on AWS found'],
  ] as const)('what a format cannot say is refused: %#', async ([files, format, message]) => {
    const { code: exit, out, err } = await permissions(files, '--format', format);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(message);
  });
});

test('--diff shows what is needed against what is declared', async () => {
  const { code: exit, out } = await permissions(sam, '--diff');
  expect(exit).toBe(0);
  expect(out.split('\n').slice(0, 2)).toEqual(['--- a/template.yaml#Report', '+++ b/template.yaml#Report']);
  expect(out).toContain('-        "sqs:*"\n');
  expect(out).toContain('+        "sqs:SendMessage"\n');
  expect(out).toContain('+        "${Jobs.Arn}"\n');
});

test.for([
  [['--diff', '--format', 'sam'], '--diff compares policies as JSON'],
  [['--diff', '--explain', 's3:GetObject'], "option '--diff' cannot be used with option '--explain <action>'"],
  [['--format', 'samm'], 'Allowed choices are terminal, json, iam-policy, sam, terraform'],
] as const)('wrong words: %j', async ([args, message]) => {
  const { code: exit, err } = await permissions(sam, ...args);
  expect(exit).toBe(2);
  expect(err).toContain(message);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});
