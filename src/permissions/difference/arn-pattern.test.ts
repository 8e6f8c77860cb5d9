import { describe, expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { kindsOf } from '../../infrastructure/model/kinds.ts';
import type { Stack } from '../../infrastructure/model/resource.ts';
import { readInfrastructure } from '../../infrastructure/readers.ts';
import { memoryRepository } from '../../repository/memory.ts';
import { coversArn, isWide, type Match, patternOf } from './arn-pattern.ts';

async function stackOf(files: Record<string, string>): Promise<Stack> {
  const { stacks } = await readInfrastructure({
    repository: memoryRepository(files),
    kindOf: kindsOf(openCatalogue()),
  });
  const [stack] = stacks;
  if (stack === undefined) throw new Error('no stack');
  return stack;
}

const template = await stackOf({
  'template.yaml': `AWSTemplateFormatVersion: '2010-09-09'
Parameters: { Name: { Type: String }, Other: { Type: String } }
Resources:
  Table: { Type: AWS::DynamoDB::Table }
  Elsewhere: { Type: AWS::DynamoDB::Table, Properties: { TableName: !ImportValue name } }
  Users: { Type: AWS::DynamoDB::Table, Properties: { TableName: users } }
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "\${AWS::StackName}-data" } }
  Topic: { Type: AWS::SNS::Topic }
  Given: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref Name } }
  Thing: { Type: AWS::Some::Thing }
  Work: { Type: AWS::Lambda::Function }
  Logs: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /aws/lambda/f } }
  Setting: { Type: AWS::SSM::Parameter, Properties: { Name: /app/key } }
`,
});

const arn = (service: string, resource: string): string =>
  `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}`;

describe('what is granted, against what is needed', () => {
  test.for<[string, string, Match]>([
    ['*', '${Table.Arn}', 'yes'],
    ['${Table.Arn}', '${Table.Arn}', 'yes'],
    ['arn:aws:dynamodb:eu-west-1:123456789012:table/${Table}', '${Table.Arn}', 'yes'],
    [arn('dynamodb', 'table/${Table}'), '${Table.Arn}', 'yes'],
    ['arn:aws:dynamodb:*:*:table/*', '${Table.Arn}', 'yes'],
    ['arn:aws:dynamodb:*', '${Table.Arn}', 'yes'],
    ['${Table.Arn}', '${Table.Arn}/index/*', 'no'],
    ['${Table.Arn}*', '${Table.Arn}/index/*', 'yes'],
    ['${Table.Arn}/index/*', '${Table.Arn}', 'no'],
    ['${Users.Arn}', '${Table.Arn}', 'no'],
    ['${Table.Arn}', arn('dynamodb', 'table/orders'), 'no'],
    ['${Elsewhere.Arn}', arn('dynamodb', 'table/orders'), 'maybe'],
    ['${Elsewhere.Arn}', '${Elsewhere.Arn}', 'yes'],
    ['arn:aws:dynamodb:*:*:table/users', '${Users.Arn}', 'yes'],
    ['arn:aws:dynamodb:*:*:table/users', '${Table.Arn}', 'no'],
    ['arn:aws:dynamodb:*:*:table/stack-*', '${Table.Arn}', 'maybe'],
    ['${Table.StreamArn}', '${Table.Arn}/stream/*', 'yes'],
    ['arn:aws:dynamodb:eu-west-1:*:table/users', 'arn:aws:dynamodb:us-east-1:1:table/users', 'no'],
    ['arn:aws:s3:::${AWS::StackName}-data/*', '${Bucket.Arn}/in/*', 'yes'],
    ['arn:aws:s3:::${Name}/*', '${Bucket.Arn}/in/*', 'maybe'],
    ['arn:aws:s3:::${Name}/*', 'arn:aws:s3:::${Name}/*', 'yes'],
    ['arn:aws:s3:::${Name}', 'arn:aws:s3:::${Name}/*', 'no'],
    ['arn:aws:s3:::data/in/*', 'arn:aws:s3:::data/*', 'maybe'],
    ['arn:aws:s3:::data-?/*', 'arn:aws:s3:::data-1/k', 'yes'],
    ['arn:aws:s3:::data-?/*', 'arn:aws:s3:::data-10/k', 'no'],
    ['${Topic}', '${Topic.TopicArn}', 'yes'],
    ['arn:aws:sns:*:*:${Topic.TopicName}', '${Topic}', 'yes'],
    ['${Given.Arn}', arn('sqs', '${Name}'), 'yes'],
    ['${Given.Arn}', arn('sqs', '${Other}'), 'maybe'],
    ['${Thing}', '${Thing.Arn}', 'yes'],
    [arn('lambda', 'function:${AWS::StackName}-*'), '${Work.Arn}', 'yes'],
    [arn('lambda', 'function:${AWS::StackName}-Work-*'), '${Work.Arn}', 'yes'],
    [arn('lambda', 'function:${AWS::StackName}-Other-*'), '${Work.Arn}', 'no'],
    [arn('lambda', 'function:${Name}-*'), '${Work.Arn}', 'maybe'],
    [arn('lambda', 'function:${Work}'), '${Work.Arn}', 'yes'],
    ['${Thing.Arn}', '${Table.Arn}', 'maybe'],
    ['${Logs.Arn}', arn('logs', 'log-group:/aws/lambda/f:log-stream:*'), 'yes'],
    [arn('ssm', 'parameter/app/*'), '${Setting.Arn}', 'yes'],
    [arn('ssm', 'parameter${Setting}'), '${Setting.Arn}', 'yes'],
    ['arn:aws:sqs:*:*:jobs', 'arn:aws:sns:*:*:jobs', 'no'],
  ])('%s for %s: %s', ([granted, needed, match]) => {
    expect(coversArn(patternOf(granted, template), patternOf(needed, template))).toBe(match);
  });
});

test('names of Terraform, by id, name and ARN', async () => {
  const stack = await stackOf({
    'main.tf': `variable "app" {}
resource "aws_sqs_queue" "q" { name = "\${var.app}-jobs" }
resource "aws_sfn_activity" "a" { name = "a" }
`,
  });
  const pattern = (text: string): string => patternOf(text, stack);
  expect(coversArn(pattern('arn:aws:sqs:*:*:${app}-jobs'), pattern('${aws_sqs_queue.q.arn}'))).toBe('yes');
  expect(coversArn(pattern('${aws_sfn_activity.a.id}'), pattern('${aws_sfn_activity.a.arn}'))).toBe('yes');
});

test.for<[string, boolean]>([
  ['*', true],
  ['arn:aws:dynamodb:*:*:table/*', true],
  ['arn:aws:s3:::*', true],
  ['arn:aws:s3:::*/*', true],
  ['arn:aws:s3:::data/*', false],
  ['arn:aws:s3:::*/*.mp3', true],
  ['arn:aws:sqs:*:*:jobs-*', false],
  ['arn:aws:sqs:*:*:*', true],
])('%s is wide: %s', ([text, wide]) => {
  expect(isWide(patternOf(text, null))).toBe(wide);
});
