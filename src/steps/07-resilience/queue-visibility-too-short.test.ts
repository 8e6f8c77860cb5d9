import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { jobs, sam } from '../../../tests/sam-files.ts';
import { handlerModule } from '../examples.ts';

const id = 'queue-visibility-too-short';

const fromJobs = ['Events:', '  FromJobs:', '    Type: SQS', '    Properties:', '      Queue: !GetAtt Jobs.Arn'];
const template = (text: string): Files => ({ 'app.py': handlerModule, 'template.yaml': text });

interface Case {
  readonly title: string;
  readonly files: Files;
  readonly expected: readonly Expected[];
}

const cases: Case[] = [
  {
    title: 'points at the visibility time-out that is stated',
    files: sam(['Timeout: 120', ...fromJobs], jobs('VisibilityTimeout: 90')),
    expected: [finding('fail', 'blocker', 'Jobs', 'template.yaml:17', /90 s.*Resize.*120 s/)],
  },
  {
    title: "points at the queue's name where nothing is stated",
    files: sam(['Timeout: 31', ...fromJobs], jobs()),
    expected: [finding('fail', 'blocker', 'Jobs', 'template.yaml:14', /30 s.*Resize.*31 s/)],
  },
  {
    title: 'a time-out from Globals',
    files: template(`Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Timeout: 60
    Runtime: python3.13
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Events:
        FromJobs: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
  Jobs:
    Type: AWS::SQS::Queue
`),
    expected: [finding('fail', 'blocker', 'Jobs', 'template.yaml:13', /Resize.*60 s/)],
  },
  {
    title: "a function's own time-out wins over Globals",
    files: template(`Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Timeout: 60
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: python3.13
      Timeout: 20
      Events:
        FromJobs: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
  Jobs:
    Type: AWS::SQS::Queue
`),
    expected: [finding('pass', 'blocker', 'Jobs', 'template.yaml:14', / 20 s/)],
  },
  {
    title: 'a parameter counts with its default',
    files: template(`Parameters:
  Seconds:
    Type: Number
    Default: 45
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: python3.13
      Timeout: !Ref Seconds
      Events:
        FromJobs: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
  Jobs:
    Type: AWS::SQS::Queue
`),
    expected: [finding('fail', 'blocker', 'Jobs', 'template.yaml:14', /Resize.*45 s/)],
  },
  {
    title: 'a parameter without a default cannot be told',
    files: template(`Parameters:
  Seconds:
    Type: Number
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: python3.13
      Timeout: !Ref Seconds
      Events:
        FromJobs: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
  Jobs:
    Type: AWS::SQS::Queue
`),
    expected: [finding({ unknown: 'dynamic-value' }, 'blocker', 'Jobs', 'template.yaml:13', 'Seconds')],
  },
  {
    title: 'branches of a condition that say the same',
    files: sam(['Timeout: !If [IsProd, 60, 60]', ...fromJobs], jobs()),
    expected: [finding('fail', 'blocker', 'Jobs', 'template.yaml:14', /Resize.*60 s/)],
  },
  {
    title: 'branches of a condition that differ cannot be told',
    files: sam(['Timeout: 60', ...fromJobs], jobs('VisibilityTimeout: !If [IsProd, 360, 30]')),
    expected: [finding({ unknown: 'dynamic-value' }, 'blocker', 'Jobs', 'template.yaml:17', '360 or 30')],
  },
  {
    title: 'a property that a condition leaves out',
    files: sam(['Timeout: 60', ...fromJobs], jobs('VisibilityTimeout: !Ref AWS::NoValue')),
    expected: [finding('fail', 'blocker', 'Jobs', 'template.yaml:14', / 30 s.*Resize/)],
  },
  {
    title: 'numbers in quotes and a text from !Sub',
    files: sam(['Timeout: "60"', ...fromJobs], jobs("VisibilityTimeout: !Sub '59'")),
    expected: [finding('fail', 'blocker', 'Jobs', 'template.yaml:17', /59 s.*Resize.*60 s/)],
  },
  {
    title: 'a value from a mapping',
    files: template(`Mappings:
  Stages:
    prod: { seconds: 90 }
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: python3.13
      Timeout: !FindInMap [Stages, prod, seconds]
      Events:
        FromJobs: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
  Jobs:
    Type: AWS::SQS::Queue
`),
    expected: [finding('fail', 'blocker', 'Jobs', 'template.yaml:13', /Resize.*90 s/)],
  },
  {
    title: 'a text that is no number cannot be told',
    files: sam(['Timeout: soon', ...fromJobs], jobs()),
    expected: [finding({ unknown: 'unsupported-construct' }, 'blocker', 'Jobs', 'template.yaml:14', 'soon')],
  },
  {
    title: 'a queue of another stack',
    files: sam(
      [
        'Timeout: 60',
        'Events:',
        '  FromJobs:',
        '    Type: SQS',
        '    Properties:',
        '      Queue: !ImportValue jobs-arn',
      ],
      [],
    ),
    expected: [finding({ unknown: 'external-code' }, 'blocker', 'FromJobs', 'template.yaml:10', 'declared elsewhere')],
  },
  {
    title: 'a queue by its ARN in a text',
    files: sam(
      ['Timeout: 60', 'Events:', '  FromJobs:', '    Type: SQS', '    Properties:', '      Queue: !Sub "${Jobs.Arn}"'],
      jobs(),
    ),
    expected: [finding('fail', 'blocker', 'Jobs', 'template.yaml:14', / 30 s.*Resize/)],
  },
  {
    title: 'several functions on one queue, each with its time-out',
    files: template(`Resources:
  Slow:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler, Runtime: python3.13, Timeout: 300, Events: { E: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } } } }
  Quick:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler, Runtime: python3.13, Timeout: 5, Events: { E: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } } } }
  Jobs:
    Type: AWS::SQS::Queue
`),
    expected: [
      finding('pass', 'blocker', 'Jobs', 'template.yaml:8', / 5 s/),
      finding('fail', 'blocker', 'Jobs', 'template.yaml:8', /Slow.*300 s/),
    ],
  },
  {
    title: 'two queues on one function',
    files: sam(
      [
        'Timeout: 60',
        'Events:',
        '  First: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }',
        '  Second: { Type: SQS, Properties: { Queue: !GetAtt Others.Arn } }',
      ],
      [...jobs('VisibilityTimeout: 360'), 'Others:', '  Type: AWS::SQS::Queue'],
    ),
    expected: [
      finding('pass', 'blocker', 'Jobs', 'template.yaml:15', / 360 s/),
      finding('fail', 'blocker', 'Others', 'template.yaml:16', / 30 s/),
    ],
  },
  {
    title: 'an event source mapping of its own, in plain CloudFormation and long forms',
    files: {
      'template.json': JSON.stringify(
        {
          Resources: {
            Worker: {
              Type: 'AWS::Lambda::Function',
              Properties: {
                Handler: 'app.handler',
                Runtime: 'python3.13',
                Timeout: 45,
                Code: { S3Bucket: 'b', S3Key: 'k' },
              },
            },
            Mapping: {
              Type: 'AWS::Lambda::EventSourceMapping',
              Properties: {
                FunctionName: { Ref: 'Worker' },
                EventSourceArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] },
              },
            },
            Jobs: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 40 } },
          },
        },
        null,
        2,
      ),
    },
    expected: [finding('fail', 'blocker', 'Jobs', 'template.json:32', /40 s.*Worker.*45 s/)],
  },
  {
    title: 'an event source mapping that names the function by its ARN',
    files: template(`Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties: { Handler: app.handler, Runtime: python3.13, Timeout: 45, Code: src }
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !GetAtt Worker.Arn
      EventSourceArn: !GetAtt Jobs.Arn
  Jobs:
    Type: AWS::SQS::Queue
`),
    expected: [finding('fail', 'blocker', 'Jobs', 'template.yaml:10', /Worker.*45 s/)],
  },
  {
    title: 'a stream is not a queue',
    files: sam(
      [
        'Timeout: 60',
        'Events:',
        '  S: { Type: Kinesis, Properties: { Stream: !GetAtt Clicks.Arn, StartingPosition: LATEST } }',
      ],
      ['Clicks:', '  Type: AWS::Kinesis::Stream', ...jobs()],
    ),
    expected: [notApplicable('No SQS queue triggers it.')],
  },
  {
    title: 'a visibility time-out that an include may state',
    files: sam(
      ['Timeout: 60', ...fromJobs],
      jobs('QueueName: jobs', 'Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://b/k } }'),
    ),
    expected: [finding({ unknown: 'external-code' }, 'blocker', 'Jobs', 'template.yaml:18', 'the macro AWS::Include')],
  },
  {
    title: 'one that is stated beside an include',
    files: sam(
      ['Timeout: 60', ...fromJobs],
      jobs('VisibilityTimeout: 90', 'Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://b/k } }'),
    ),
    expected: [finding('pass', 'blocker', 'Jobs', 'template.yaml:17', '90 s')],
  },
  {
    title: 'a queue that only the code writes to',
    files: sam(['Timeout: 60'], jobs()),
    expected: [notApplicable('No SQS queue triggers it.')],
  },
];

test.for(cases)('$title', async ({ files, expected }) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});

test('shows both sides as evidence', async () => {
  const [found] = await findingsOn(id, sam(['Timeout: 120', ...fromJobs], jobs('VisibilityTimeout: 90')));
  expect(found?.evidence).toMatchObject([
    { line: 8, text: 'Timeout: 120', how: 'literal' },
    { line: 17, text: 'VisibilityTimeout: 90', how: 'literal' },
  ]);
});

test('what is not stated is absent, at the resource', async () => {
  const [found] = await findingsOn(id, sam(['Timeout: 120', ...fromJobs], jobs()));
  expect(found?.evidence).toMatchObject([
    { line: 8, how: 'literal' },
    { line: 14, text: expect.stringMatching(/VisibilityTimeout.*30/), how: 'absent' },
  ]);
});
