import { describe, expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { cloudformation, jobs, event as namedEvent, sam } from '../../../tests/sam-files.ts';

const id = 'dead-letter-missing';

const event = (type: string, ...settings: string[]): string[] => namedEvent('Work', type, ...settings);
const fromJobs = event('SQS', 'Queue: !GetAtt Jobs.Arn');

const rule = `  Rule:
    Type: AWS::Events::Rule
    Properties: { EventPattern: { source: [a] }, Targets: [{ Id: a, Arn: !GetAtt Worker.Arn }] }
`;

const onlySometimes: [title: string, files: Files][] = [
  [
    'EventInvokeConfig behind a choice',
    sam([
      'EventInvokeConfig: !If [IsProd, { DestinationConfig: { OnFailure: { Type: SQS } } }, !Ref AWS::NoValue]',
      ...event('S3', 'Bucket: a'),
    ]),
  ],
  [
    'DestinationConfig behind a choice',
    sam([
      'EventInvokeConfig: { DestinationConfig: !If [P, { OnFailure: { Type: SQS } }, { OnSuccess: { Type: SQS } }] }',
      ...event('S3', 'Bucket: a'),
    ]),
  ],
  [
    'a target behind a choice',
    cloudformation(rule, ', DeadLetterConfig: { TargetArn: !If [IsProd, !GetAtt Dead.Arn, !Ref AWS::NoValue] }'),
  ],
  [
    'an EventInvokeConfig on a condition',
    cloudformation(`${rule}  Failures:
    Type: AWS::Lambda::EventInvokeConfig
    Condition: IsProd
    Properties: { FunctionName: !Ref Worker, DestinationConfig: { OnFailure: { Destination: !GetAtt Dead.Arn } } }
`),
  ],
];

test.for(onlySometimes)('on a condition only: %s', async ([, files]) => {
  expect(await findingsOn(id, files)).toMatchObject([
    { verdict: 'unknown', reason: 'dynamic-value', message: expect.stringContaining('on a condition only') },
  ]);
});

test('an EventInvokeConfig on the condition of its function keeps events', async () => {
  const text = `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Condition: IsProd
    Properties: { Handler: app.handler, Runtime: python3.13, Code: src }
${rule}  Failures:
    Type: AWS::Lambda::EventInvokeConfig
    Condition: IsProd
    Properties: { FunctionName: !Ref Worker, DestinationConfig: { OnFailure: { Destination: !GetAtt Dead.Arn } } }
`;
  expect(await findingsOn(id, { 'template.yaml': text })).toMatchObject([{ verdict: 'pass' }]);
});

describe('a choice of event settings', () => {
  const choosing = (first: string, second: string): Files =>
    sam([`EventInvokeConfig: !If [IsProd, ${first}, ${second}]`, ...event('S3', 'Bucket: a')]);
  const kept = '{ DestinationConfig: { OnFailure: { Type: SQS } } }';

  test('all with a destination', async () =>
    expect(await findingsOn(id, choosing(kept, kept))).toMatchObject([{ verdict: 'pass' }]));

  test('none with one', async () => {
    const [found] = await findingsOn(id, choosing('{ MaximumRetryAttempts: 0 }', '{ MaximumRetryAttempts: 1 }'));
    expect(found).toMatchObject({ verdict: 'fail', message: expect.stringContaining('Lambda discards it') });
  });
});

describe('what an include may add', () => {
  const include = 'Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://b/k } }';

  test.for<[string, Files]>([
    ['a queue', sam(fromJobs, jobs('QueueName: jobs', include))],
    ['a queue, with nothing besides', sam(fromJobs, jobs(include))],
    ['a function', sam([include, ...event('S3', 'Bucket: a')])],
  ])('to %s cannot be told', async ([, files]) => {
    expect(await findingsOn(id, files)).toMatchObject([
      { verdict: 'unknown', reason: 'external-code', message: expect.stringContaining('the macro AWS::Include') },
    ]);
  });

  test('does not matter where the policy is stated', async () => {
    const files = sam(fromJobs, jobs(include, 'RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn }'));
    expect(await findingsOn(id, files)).toMatchObject([{ verdict: 'pass' }]);
  });
});
