import { describe, expect, test } from 'vitest';
import {
  type Expected,
  type Files,
  finding,
  findingsOn,
  fixedText,
  notApplicable,
} from '../../../tests/judge-files.ts';
import { cloudformation, jobs, event as namedEvent, sam } from '../../../tests/sam-files.ts';
import { handlerModule, samTemplate } from '../examples.ts';

const id = 'dead-letter-missing';

const lambda = ['Handler: app.handler', 'Runtime: python3.13'];
const event = (type: string, ...settings: string[]): string[] => namedEvent('Work', type, ...settings);
const fromJobs = event('SQS', 'Queue: !GetAtt Jobs.Arn');

const eventsOf = (severity: 'risk' | 'improvement', line: number, fragment: string): Expected[] => [
  finding('fail', severity, 'Resize', `template.yaml:${line}`, fragment),
];
const workerFails = (fragment: string | RegExp, severity: 'risk' | 'improvement' = 'risk'): Expected[] => [
  finding('fail', severity, 'Worker', 'template.yaml:2', fragment),
];

const cases: { title: string; files: Files; expected: Expected[] }[] = [
  {
    title: 'a queue without a redrive policy',
    files: sam(fromJobs, jobs('VisibilityTimeout: 90')),
    expected: [finding('fail', 'risk', 'Jobs', 'template.yaml:13', 'Jobs has no dead-letter queue')],
  },
  {
    title: 'a queue with one',
    files: sam(fromJobs, jobs('RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 }')),
    expected: [finding('pass', 'risk', 'Jobs', 'template.yaml:16', 'Jobs has a redrive policy')],
  },
  {
    title: 'a redrive policy that a condition leaves out',
    files: sam(fromJobs, jobs('RedrivePolicy: !Ref AWS::NoValue')),
    expected: [finding('fail', 'risk', 'Jobs', 'template.yaml:13', 'Jobs has no dead-letter queue')],
  },
  {
    title: 'a redrive policy on a condition',
    files: sam(fromJobs, jobs('RedrivePolicy: !If [IsProd, { maxReceiveCount: 3 }, !Ref AWS::NoValue]')),
    expected: [finding({ unknown: 'dynamic-value' }, 'risk', 'Jobs', 'template.yaml:16', 'on a condition only')],
  },
  {
    title: 'a queue of another stack may have one',
    files: sam(event('SQS', 'Queue: arn:aws:sqs:eu-west-1:123456789012:jobs')),
    expected: [finding({ unknown: 'external-code' }, 'risk', 'Work', 'template.yaml:9', 'Work reads a queue')],
  },
  {
    title: 'the dead-letter queue of another needs none',
    files: sam(fromJobs, [
      ...jobs(),
      'Main:',
      '  Type: AWS::SQS::Queue',
      '  Properties:',
      '    RedrivePolicy: { deadLetterTargetArn: !GetAtt Jobs.Arn, maxReceiveCount: 3 }',
    ]),
    expected: [finding('pass', 'risk', 'Jobs', 'template.yaml:18', 'a dead-letter queue itself')],
  },
  {
    title: 'an event source mapping to a queue',
    files: cloudformation(`  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt Jobs.Arn }
  Jobs:
    Type: AWS::SQS::Queue
`),
    expected: [finding('fail', 'risk', 'Jobs', 'template.yaml:8', 'Jobs has no dead-letter queue')],
  },
  ...(
    [
      ['S3', 'Bucket: !Ref Uploads'],
      ['SNS', 'Topic: arn:aws:sns:eu-west-1:123456789012:news'],
      ['EventBridgeRule', 'Pattern: { source: [orders] }'],
      ['CloudWatchEvent', 'Pattern: { source: [orders] }'],
      ['CloudWatchLogs', 'LogGroupName: orders'],
      ['IoTRule', "Sql: SELECT * FROM 'topic'"],
    ] as const
  ).map(([type, setting]) => ({
    title: `${type} invokes without waiting for the answer`,
    files: sam(event(type, setting)),
    expected: eventsOf('risk', 3, 'When Resize fails on an event of the'),
  })),
  ...['Schedule', 'ScheduleV2'].map((type) => ({
    title: `${type} alone is an improvement`,
    files: sam(event(type, 'Schedule: rate(5 minutes)')),
    expected: eventsOf('improvement', 3, 'When Resize fails on an event of the'),
  })),
  {
    title: 'a schedule beside a bucket is a risk, in one finding',
    files: sam(
      [
        'Events:',
        '  Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }',
        '  Upload: { Type: S3, Properties: { Bucket: !Ref Uploads, Events: s3:ObjectCreated:* } }',
      ],
      ['Uploads:', '  Type: AWS::S3::Bucket'],
    ),
    expected: eventsOf('risk', 3, 'an event of the schedule Nightly or the bucket Uploads'),
  },
  ...(
    [
      ['Api', 'Path: /'],
      ['HttpApi', 'Path: /'],
    ] as const
  ).map(([type, setting]) => ({
    title: `${type} is not about dead letters`,
    files: sam(event(type, setting)),
    expected: [notApplicable('nothing invokes it asynchronously')],
  })),
  {
    title: 'no events at all',
    files: sam([]),
    expected: [notApplicable('nothing invokes it asynchronously')],
  },
  {
    title: 'a topic with a queue between',
    files: sam(event('SNS', 'Topic: !Ref News', 'SqsSubscription: true'), ['News:', '  Type: AWS::SNS::Topic']),
    expected: [notApplicable('nothing invokes it asynchronously')],
  },
  {
    title: 'a dead-letter queue from Globals',
    files: {
      'app.py': handlerModule,
      'template.yaml': `Globals:
  Function:
    DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Dead.Arn }
${samTemplate([...lambda, ...event('S3', 'Bucket: !Ref Uploads')])}`,
    },
    expected: [finding('pass', 'risk', 'Resize', 'template.yaml:3', 'Resize keeps failed events')],
  },
  {
    title: 'a failure destination of SAM',
    files: sam([
      'EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: SNS } } }',
      ...event('S3', 'Bucket: !Ref Uploads'),
    ]),
    expected: [finding('pass', 'risk', 'Resize', 'template.yaml:8', 'Resize keeps failed events')],
  },
  {
    title: 'a dead-letter queue on a condition',
    files: sam(['DeadLetterQueue: !If [IsProd, { Type: SQS }, !Ref AWS::NoValue]', ...event('S3', 'Bucket: a')]),
    expected: [finding({ unknown: 'dynamic-value' }, 'risk', 'Resize', 'template.yaml:8', 'on a condition only')],
  },
  {
    title: 'a destination for successes alone',
    files: sam([
      'EventInvokeConfig: { DestinationConfig: { OnSuccess: { Type: SNS } } }',
      ...event('S3', 'Bucket: !Ref Uploads'),
    ]),
    expected: eventsOf('risk', 3, 'and then discards it'),
  },
  {
    title: 'retries alone keep nothing',
    files: sam(['EventInvokeConfig: { MaximumRetryAttempts: 2 }', ...event('S3', 'Bucket: !Ref Uploads')]),
    expected: eventsOf('risk', 3, 'and then discards it'),
  },
  {
    title: 'DeadLetterConfig in plain CloudFormation',
    files: cloudformation(
      `  Rule:
    Type: AWS::Events::Rule
    Properties: { EventPattern: { source: [a] }, Targets: [{ Id: a, Arn: !GetAtt Worker.Arn }] }
`,
      ', DeadLetterConfig: { TargetArn: !GetAtt Dead.Arn }',
    ),
    expected: [finding('pass', 'risk', 'Worker', 'template.yaml:4', 'Worker keeps failed events')],
  },
  {
    title: 'an EventInvokeConfig resource',
    files: cloudformation(`  Rule:
    Type: AWS::Events::Rule
    Properties: { EventPattern: { source: [a] }, Targets: [{ Id: a, Arn: !GetAtt Worker.Arn }] }
  Failures:
    Type: AWS::Lambda::EventInvokeConfig
    Properties:
      FunctionName: !Ref Worker
      Qualifier: $LATEST
      DestinationConfig: { OnFailure: { Destination: !GetAtt Dead.Arn } }
`),
    expected: [finding('pass', 'risk', 'Worker', 'template.yaml:13', 'Worker keeps failed events')],
  },
  {
    title: "another function's EventInvokeConfig",
    files: cloudformation(`  Rule:
    Type: AWS::Events::Rule
    Properties: { EventPattern: { source: [a] }, Targets: [{ Id: a, Arn: !GetAtt Worker.Arn }] }
  Other:
    Type: AWS::Lambda::Function
    Properties: { Handler: app.handler, Runtime: python3.13, Code: src }
  Failures:
    Type: AWS::Lambda::EventInvokeConfig
    Properties:
      FunctionName: !Ref Other
      DestinationConfig: { OnFailure: { Destination: !GetAtt Dead.Arn } }
`),
    expected: [notApplicable('nothing invokes it'), ...workerFails(/^When Worker fails on an event of the \w+ Rule,/)],
  },
  {
    title: 'a rule with a schedule',
    files: cloudformation(`  Rule:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: rate(1 day), Targets: [{ Id: a, Arn: !GetAtt Worker.Arn }] }
`),
    expected: workerFails(/^When Worker fails on an event of the \w+ Rule,/, 'improvement'),
  },
  {
    title: 'a schedule of EventBridge Scheduler',
    files: cloudformation(`  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties: { ScheduleExpression: rate(1 day), Target: { Arn: !GetAtt Worker.Arn } }
`),
    expected: workerFails(/^When Worker fails on an event of the \w+ Nightly,/, 'improvement'),
  },
  {
    title: 'a subscription to a topic',
    files: cloudformation(`  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { Protocol: lambda, Endpoint: !GetAtt Worker.Arn, TopicArn: !Ref News }
  News:
    Type: AWS::SNS::Topic
`),
    expected: workerFails(/^When Worker fails on an event of the \w+ News,/),
  },
  {
    title: 'subscriptions in the topic itself',
    files: cloudformation(`  News:
    Type: AWS::SNS::Topic
    Properties: { Subscription: [{ Protocol: lambda, Endpoint: !GetAtt Worker.Arn }] }
`),
    expected: workerFails(/^When Worker fails on an event of the \w+ News,/),
  },
  {
    title: 'notifications of a bucket, the function by an interpolated ARN',
    files: cloudformation(`  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: !Sub '\${Worker.Arn}' }]
`),
    expected: workerFails(/^When Worker fails on an event of the \w+ Uploads,/),
  },
];

test.for([
  [
    'Filter: { Type: AWS::Logs::SubscriptionFilter, Properties: { LogGroupName: a, DestinationArn: !GetAtt Worker.Arn } }',
    'log group Filter',
  ],
  [
    'Iot: { Type: AWS::IoT::TopicRule, Properties: { TopicRulePayload: { Actions: [{ Lambda: { FunctionArn: !GetAtt Worker.Arn } }] } } }',
    'IoT rule Iot',
  ],
  [
    'Sub: { Type: AWS::SNS::Subscription, Condition: P, Properties: { TopicArn: a, Endpoint: !GetAtt Worker.Arn } }',
    'topic Sub',
  ],
] as const)('%s is a sender', async ([resource, sender]) => {
  expect(await findingsOn(id, cloudformation(`  ${resource}\n`))).toMatchObject(workerFails(sender));
});

test.for(cases)('$title', async ({ files, expected }) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});

test('an absence is evidence at the place where the thing belongs', async () => {
  const [found] = await findingsOn(id, sam(fromJobs, jobs()));
  expect(found?.evidence).toMatchObject([
    { line: 9, text: expect.stringContaining('Work'), how: 'literal' },
    { line: 13, text: expect.stringContaining('RedrivePolicy'), how: 'absent' },
  ]);
});

describe('fix', () => {
  test('adds a dead-letter queue and the policy, and then passes', async () => {
    const files = sam(fromJobs, jobs());
    const [found] = await findingsOn(id, files);
    expect(found?.fix).toMatchObject({ safe: false });
    const text = fixedText(files, 'template.yaml', found!);
    expect(text).toContain('maxReceiveCount: 5');
    expect(text).toMatch(/\n {2}JobsDeadLetters:\n {4}Type: AWS::SQS::Queue\n/);
    expect(await findingsOn(id, { ...files, 'template.yaml': text })).toMatchObject([{ verdict: 'pass' }]);
  });

  test('the dead letters of a FIFO queue are FIFO too', async () => {
    const files = sam(fromJobs, jobs('FifoQueue: true'));
    const [found] = await findingsOn(id, files);
    expect(fixedText(files, 'template.yaml', found!)).toMatch(/JobsDeadLetters:[^]*FifoQueue: true/);
  });

  test('those of a queue that says it is none are not', async () => {
    const files = sam(fromJobs, jobs('FifoQueue: false'));
    const [found] = await findingsOn(id, files);
    expect(fixedText(files, 'template.yaml', found!)).not.toContain('FifoQueue: true');
  });

  test('leaves the destination of events to a person', async () => {
    const [found] = await findingsOn(id, sam(event('S3', 'Bucket: !Ref Uploads')));
    expect(found?.fix).toMatchObject({ title: expect.stringContaining('OnFailure'), edits: [] });
  });
});
