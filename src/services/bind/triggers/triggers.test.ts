import { describe, expect, test } from 'vitest';
import { servicesOf } from '../../../../tests/join-services.ts';
import type { Trigger } from '../../service.ts';

const events = async (text: string, resources = ''): Promise<readonly Trigger[]> => {
  const template = `Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: python3.13
      Events:
        E: ${text}
${resources}`;
  return (await servicesOf({ 'template.yaml': template }))[0]?.triggers ?? [];
};

describe("SAM's events", () => {
  test.for([
    ['S3', 'asynchronous', 'AWS::S3::Bucket'],
    ['SNS', 'asynchronous', 'AWS::SNS::Topic'],
    ['EventBridgeRule', 'asynchronous', 'AWS::Events::Rule'],
    ['Schedule', 'scheduled', 'AWS::Events::Rule'],
    ['ScheduleV2', 'scheduled', 'AWS::Scheduler::Schedule'],
    ['SQS', 'queue', 'AWS::SQS::Queue'],
    ['Kinesis', 'stream', 'AWS::Kinesis::Stream'],
    ['DynamoDB', 'stream', 'AWS::DynamoDB::Table'],
    ['MSK', 'stream', 'AWS::MSK::Cluster'],
  ] as const)('%s: %s', async ([type, invocation, sender]) => {
    expect(await events(`{ Type: ${type} }`)).toMatchObject([
      {
        name: 'E',
        resource: null,
        type: sender,
        invocation,
        evidence: { line: 8, text: expect.stringContaining('E') },
      },
    ]);
  });

  test.for([
    ['Api', 'ServerlessRestApi', 'AWS::Serverless::Api'],
    ['HttpApi', 'ServerlessHttpApi', 'AWS::Serverless::HttpApi'],
  ] as const)('%s that names no API comes from the one that SAM makes', async ([type, resource, sender]) => {
    expect(await events(`{ Type: ${type} }`)).toMatchObject([{ resource, type: sender, invocation: 'synchronous' }]);
  });

  test('one that is not known is left out', async () => expect(await events('{ Type: Carrier }')).toEqual([]));

  test.for([
    ['Ref', '!Ref Jobs'],
    ['GetAtt', '!GetAtt Jobs.Arn'],
    ['an interpolated ARN', "!Sub '${Jobs.Arn}'"],
    ['a joined ARN', "!Join ['', ['arn:aws:sqs:', !Ref AWS::Region, ':1:', !GetAtt Jobs.QueueName]]"],
  ] as const)('the sender by %s', async ([, queue]) => {
    const triggers = await events(
      `{ Type: SQS, Properties: { Queue: ${queue} } }`,
      '  Jobs: { Type: AWS::SQS::Queue }\n',
    );
    expect(triggers).toMatchObject([{ resource: 'Jobs', type: 'AWS::SQS::Queue' }]);
  });

  test('a sender of another type says which', async () => {
    const triggers = await events(
      '{ Type: Kinesis, Properties: { Stream: !Ref Firehose } }',
      '  Firehose: { Type: AWS::KinesisFirehose::DeliveryStream }\n',
    );
    expect(triggers).toMatchObject([{ resource: 'Firehose', type: 'AWS::KinesisFirehose::DeliveryStream' }]);
  });

  test.for([
    ['true', 'queue'],
    ['{ BatchSize: 5 }', 'queue'],
    ['false', 'asynchronous'],
  ] as const)('SNS with SqsSubscription %s: %s', async ([subscription, invocation]) => {
    const triggers = await events(
      `{ Type: SNS, Properties: { Topic: arn:aws:sns:a, SqsSubscription: ${subscription} } }`,
    );
    expect(triggers).toMatchObject([{ invocation }]);
  });
});

describe('resources that point at a function', () => {
  const pointing = async (resource: string): Promise<readonly Trigger[]> => {
    const template = `Resources:
  F: { Type: AWS::Lambda::Function, Properties: { Handler: app.handler, Runtime: python3.13, Code: src } }
  Jobs: { Type: AWS::SQS::Queue }
  P: ${resource}
`;
    return (await servicesOf({ 'template.yaml': template }))[0]?.triggers ?? [];
  };
  const mapping = (source: string): string =>
    `{ Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref F, ${source} } }`;

  test.for([
    [mapping('EventSourceArn: !GetAtt Jobs.Arn'), 'Jobs', 'AWS::SQS::Queue', 'queue'],
    [mapping('EventSourceArn: arn:aws:sqs:eu-west-1:1:q'), null, 'AWS::SQS::Queue', 'queue'],
    [
      mapping("EventSourceArn: 'arn:aws:dynamodb:eu-west-1:1:table/t/stream/1'"),
      null,
      'AWS::DynamoDB::Table',
      'stream',
    ],
    [mapping('EventSourceArn: !ImportValue s, StartingPosition: LATEST'), null, 'AWS::Kinesis::Stream', 'stream'],
    [mapping('EventSourceArn: !ImportValue b, Queues: [q]'), null, 'AWS::AmazonMQ::Broker', 'stream'],
    [
      '{ Type: AWS::Events::Rule, Properties: { ScheduleExpression: rate(1 day), Targets: [{ Arn: !GetAtt F.Arn }] } }',
      'P',
      'AWS::Events::Rule',
      'scheduled',
    ],
    [
      '{ Type: AWS::SNS::Subscription, Properties: { TopicArn: arn:aws:sns:t, Endpoint: !GetAtt F.Arn } }',
      null,
      'AWS::SNS::Topic',
      'asynchronous',
    ],
    [
      '{ Type: AWS::Logs::SubscriptionFilter, Properties: { LogGroupName: /a/b, DestinationArn: !GetAtt F.Arn } }',
      null,
      'AWS::Logs::LogGroup',
      'asynchronous',
    ],
    [
      '{ Type: AWS::IoT::TopicRule, Properties: { TopicRulePayload: { Actions: [{ Lambda: { FunctionArn: !GetAtt F.Arn } }] } } }',
      'P',
      'AWS::IoT::TopicRule',
      'asynchronous',
    ],
    [
      '{ Type: AWS::SNS::Subscription, Condition: IsProd, Properties: { TopicArn: arn:aws:sns:t, Endpoint: !GetAtt F.Arn } }',
      null,
      'AWS::SNS::Topic',
      'asynchronous',
    ],
  ] as const)('%s', async ([resource, sender, type, invocation]) => {
    expect(await pointing(resource)).toMatchObject([
      { name: 'P', resource: sender, type, invocation, evidence: { line: 4 } },
    ]);
  });

  test.for([
    ['its name', 'FunctionName: worker', ''],
    ['an alias', 'FunctionName: !Ref Live', 'Live: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref F } }'],
    [
      'a version',
      'FunctionName: !Ref V1',
      'V1: { Type: AWS::Lambda::Version, Properties: { FunctionName: !GetAtt F.Arn } }',
    ],
  ] as const)('by %s', async ([, name, resource]) => {
    const [service] = await servicesOf({
      'template.yaml': `Resources:
  F: { Type: AWS::Lambda::Function, Properties: { Handler: app.handler, Runtime: python3.13, Code: src, FunctionName: worker } }
  Jobs: { Type: AWS::SQS::Queue }
  M: { Type: AWS::Lambda::EventSourceMapping, Properties: { ${name}, EventSourceArn: !GetAtt Jobs.Arn } }
  ${resource}
`,
    });
    expect(service?.triggers).toMatchObject([{ name: 'M', resource: 'Jobs', invocation: 'queue' }]);
  });

  test.for([
    '{ Type: AWS::Events::Rule, Properties: { Targets: [{ Arn: !GetAtt Jobs.Arn }] } }',
    '{ Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: other, EventSourceArn: !GetAtt Jobs.Arn } }',
    '{ Type: AWS::S3::Bucket }',
    '{ Type: AWS::Logs::SubscriptionFilter, Properties: { LogGroupName: a, DestinationArn: !GetAtt Jobs.Arn } }',
    '{ Type: AWS::IoT::TopicRule, Properties: { TopicRulePayload: { Actions: [{ Sqs: { QueueUrl: !Ref Jobs } }] } } }',
  ])('not %s', async (resource) => expect(await pointing(resource)).toEqual([]));
});
