// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
import { evidence } from '../../../evidence/evidence.ts';
import { readText } from '../../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack, valueAt } from '../../../infrastructure/model/resource.ts';
import type { Value } from '../../../infrastructure/model/value.ts';
import type { Invocation, Trigger } from '../../service.ts';
import { senderOf } from './sender.ts';

/** An event type of SAM: the property that names the sender, the sender's type, and how it invokes. */
interface EventType {
  readonly sender: string | null;
  readonly type: string;
  readonly invocation: Invocation;
  /** What SAM makes as the sender where the event names none. */
  readonly implicit?: string;
}

const events: Readonly<Record<string, EventType>> = {
  Api: {
    sender: 'RestApiId',
    type: 'AWS::ApiGateway::RestApi',
    invocation: 'synchronous',
    implicit: 'ServerlessRestApi',
  },
  HttpApi: {
    sender: 'ApiId',
    type: 'AWS::ApiGatewayV2::Api',
    invocation: 'synchronous',
    implicit: 'ServerlessHttpApi',
  },
  AlexaSkill: { sender: null, type: 'Alexa::ASK::Skill', invocation: 'synchronous' },
  Cognito: { sender: 'UserPool', type: 'AWS::Cognito::UserPool', invocation: 'synchronous' },
  CloudWatchEvent: { sender: 'EventBusName', type: 'AWS::Events::Rule', invocation: 'asynchronous' },
  CloudWatchLogs: { sender: 'LogGroupName', type: 'AWS::Logs::LogGroup', invocation: 'asynchronous' },
  DocumentDB: { sender: 'Cluster', type: 'AWS::DocDB::DBCluster', invocation: 'stream' },
  DynamoDB: { sender: 'Stream', type: 'AWS::DynamoDB::Table', invocation: 'stream' },
  EventBridgeRule: { sender: 'EventBusName', type: 'AWS::Events::Rule', invocation: 'asynchronous' },
  IoTRule: { sender: null, type: 'AWS::IoT::TopicRule', invocation: 'asynchronous' },
  Kinesis: { sender: 'Stream', type: 'AWS::Kinesis::Stream', invocation: 'stream' },
  MQ: { sender: 'Broker', type: 'AWS::AmazonMQ::Broker', invocation: 'stream' },
  MSK: { sender: 'Stream', type: 'AWS::MSK::Cluster', invocation: 'stream' },
  S3: { sender: 'Bucket', type: 'AWS::S3::Bucket', invocation: 'asynchronous' },
  Schedule: { sender: null, type: 'AWS::Events::Rule', invocation: 'scheduled' },
  ScheduleV2: { sender: null, type: 'AWS::Scheduler::Schedule', invocation: 'scheduled' },
  SelfManagedKafka: { sender: null, type: 'Kafka', invocation: 'stream' },
  SNS: { sender: 'Topic', type: 'AWS::SNS::Topic', invocation: 'asynchronous' },
  SQS: { sender: 'Queue', type: 'AWS::SQS::Queue', invocation: 'queue' },
};

/** The events that a function of SAM states, and its own address. */
export function samEvents(resource: Resource, stack: Stack): Trigger[] {
  const map = property(resource, 'Events');
  if (map?.kind !== 'map') return [];
  return [...map.entries].flatMap(([name, { key, value }]) => {
    const stated = valueAt(value, 'Type');
    const type = stated === undefined ? undefined : readText(stated);
    const shape = type?.known === true ? events[type.value] : undefined;
    if (type === undefined || shape === undefined) return [];
    const settings = valueAt(value, 'Properties');
    const sender = shape.sender === null ? undefined : valueAt(settings, shape.sender);
    const made = sender === undefined ? stack.resources.get(shape.implicit ?? '') : undefined;
    return [
      {
        name,
        ...(made === undefined ? senderOf(sender, shape.type, stack) : { resource: made.id, type: made.type }),
        invocation: invocationOf(type.text, shape, settings),
        evidence: evidence(key, `event ${name}`),
      },
    ];
  });
}

/** SAM puts a queue between a topic and its function where `SqsSubscription` asks for it. */
function invocationOf(event: string, shape: EventType, settings: Value | undefined): Invocation {
  const subscription = event === 'SNS' ? valueAt(settings, 'SqsSubscription') : undefined;
  const withQueue = subscription !== undefined && !(subscription.kind === 'literal' && subscription.value === false);
  return withQueue ? 'queue' : shape.invocation;
}
