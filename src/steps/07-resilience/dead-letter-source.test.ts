import { describe, expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { cloudformation } from '../../../tests/sam-files.ts';

const id = 'dead-letter-missing';

/** A worker on the queue `Jobs`, with another resource. */
const named = (resource: string): Files =>
  cloudformation(`  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt Jobs.Arn }
  Jobs: { Type: AWS::SQS::Queue }
  Other: ${resource}
`);
const onFailure = '{ OnFailure: { Destination: !GetAtt Jobs.Arn } }';

describe('a dead-letter queue itself', () => {
  test.for([
    '{ Type: AWS::SQS::Queue, Properties: { RedrivePolicy: { deadLetterTargetArn: !Sub "${Jobs.Arn}" } } }',
    `{ Type: AWS::SQS::Queue, Properties: { RedrivePolicy: !Sub '{"deadLetterTargetArn": "\${Jobs.Arn}"}' } }`,
    "{ Type: AWS::SQS::Queue, Properties: { RedrivePolicy: { deadLetterTargetArn: !Join ['', ['arn:', !GetAtt Jobs.QueueName]] } } }",
    '{ Type: AWS::Lambda::Function, Properties: { DeadLetterConfig: { TargetArn: !GetAtt Jobs.Arn } } }',
    '{ Type: AWS::Serverless::Function, Properties: { DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Jobs.Arn } } }',
    `{ Type: AWS::Serverless::Function, Properties: { EventInvokeConfig: { DestinationConfig: ${onFailure} } } }`,
    `{ Type: AWS::Lambda::EventInvokeConfig, Properties: { FunctionName: f, DestinationConfig: ${onFailure} } }`,
    `{ Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: f, DestinationConfig: ${onFailure} } }`,
    '{ Type: AWS::Events::Rule, Properties: { Targets: [{ Arn: a, DeadLetterConfig: { Arn: !GetAtt Jobs.Arn } }] } }',
    '{ Type: AWS::Scheduler::Schedule, Properties: { Target: { DeadLetterConfig: { Arn: !GetAtt Jobs.Arn } } } }',
    '{ Type: AWS::SNS::Subscription, Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt Jobs.Arn } } }',
  ])('of %s', async (resource) => {
    expect(await findingsOn(id, named(resource))).toMatchObject([
      { verdict: 'pass', subject: 'Jobs', at: { line: 9 }, message: expect.stringContaining('itself') },
    ]);
  });

  test.for([
    '{ Type: AWS::SQS::Queue, Condition: P, Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt Jobs.Arn } } }',
    `{ Type: AWS::Lambda::EventSourceMapping, Condition: P, Properties: { FunctionName: f, DestinationConfig: ${onFailure} } }`,
    '{ Type: AWS::SQS::Queue, Properties: { RedrivePolicy: !If [P, { deadLetterTargetArn: !GetAtt Jobs.Arn }, !Ref AWS::NoValue] } }',
    '{ Type: AWS::SQS::Queue, Properties: { RedrivePolicy: { deadLetterTargetArn: !If [P, !GetAtt Jobs.Arn, a] } } }',
  ])('on a condition, of %s', async (resource) => {
    expect(await findingsOn(id, named(resource))).toMatchObject([
      { verdict: 'unknown', reason: 'dynamic-value', message: expect.stringContaining('itself on a condition only') },
    ]);
  });

  test.for([
    '{ Type: AWS::SNS::Subscription, Properties: { Protocol: sqs, Endpoint: !GetAtt Jobs.Arn } }',
    '{ Type: AWS::Lambda::EventInvokeConfig, Properties: { DestinationConfig: { OnSuccess: { Destination: !GetAtt Jobs.Arn } } } }',
  ])('not of %s', async (resource) => {
    expect(await findingsOn(id, named(resource))).toMatchObject([{ verdict: 'fail', subject: 'Jobs' }]);
  });
});
