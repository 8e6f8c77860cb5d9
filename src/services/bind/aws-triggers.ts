// How each sender hands work to a Lambda function: https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html
import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, referredTo, type Stack, valueAt } from '../../infrastructure/model/resource.ts';
import type { MapValue, Value } from '../../infrastructure/model/value.ts';
import type { Invocation, Trigger } from '../service.ts';

/** An event type of SAM: the property that names the sender, the sender's type, and how it invokes. */
interface EventType {
  readonly sender: string | null;
  readonly type: string;
  readonly invocation: Invocation;
}

const events: Readonly<Record<string, EventType>> = {
  Api: { sender: 'RestApiId', type: 'AWS::ApiGateway::RestApi', invocation: 'synchronous' },
  HttpApi: { sender: 'ApiId', type: 'AWS::ApiGatewayV2::Api', invocation: 'synchronous' },
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

/** Everything in a stack that starts a function: SAM's events, and the resources that point at it. */
export function awsTriggers(resource: Resource, stack: Stack): Trigger[] {
  const own = property(resource, 'Events');
  const declared = own?.kind === 'map' ? eventsOf(own, stack) : [];
  const target = targetOf(resource, stack);
  const pointing = [...stack.resources.values()].flatMap((other) => pointers[other.type]?.(other, target, stack) ?? []);
  return [...declared, ...pointing];
}

function eventsOf(map: MapValue, stack: Stack): Trigger[] {
  return [...map.entries].flatMap(([name, { key, value }]) => {
    const stated = valueAt(value, 'Type');
    const type = stated === undefined ? undefined : readText(stated);
    if (type?.known !== true) return [];
    const shape = events[type.value];
    if (shape === undefined) return [];
    const settings = valueAt(value, 'Properties');
    const sender = shape.sender === null ? undefined : valueAt(settings, shape.sender);
    return [
      {
        name,
        ...senderOf(sender, shape.type, stack),
        ...invocationOf(type.value, shape, settings),
        evidence: evidence(key, `event ${name}`),
      },
    ];
  });
}

/** SAM puts a queue between a topic and its function where `SqsSubscription` asks for it. */
function invocationOf(event: string, shape: EventType, settings: Value | undefined): { invocation: Invocation } {
  const subscription = event === 'SNS' ? valueAt(settings, 'SqsSubscription') : undefined;
  const withQueue = subscription !== undefined && !(subscription.kind === 'literal' && subscription.value === false);
  return { invocation: withQueue ? 'queue' : shape.invocation };
}

function senderOf(sender: Value | undefined, type: string, stack: Stack): Pick<Trigger, 'resource' | 'type'> {
  const id = sender === undefined ? undefined : referredTo(sender);
  const resource = id === undefined ? undefined : stack.resources.get(id);
  return resource === undefined ? { resource: null, type } : { resource: resource.id, type: resource.type };
}

/** Resource types that point at a function, each with how it invokes. */
const pointers: Readonly<Record<string, (other: Resource, target: Target, stack: Stack) => Trigger[]>> = {
  'AWS::Lambda::EventSourceMapping': eventSourceMapping,
  'AWS::SNS::Subscription': (other, target, stack) => {
    if (!pointsAt(property(other, 'Endpoint'), target)) return [];
    const sender = senderOf(property(other, 'TopicArn'), 'AWS::SNS::Topic', stack);
    return [trigger(other, sender, 'asynchronous')];
  },
  'AWS::SNS::Topic': (other, target) => {
    const list = property(other, 'Subscription');
    const hit = list?.kind === 'list' && list.items.some((item) => pointsAt(valueAt(item, 'Endpoint'), target));
    return hit ? [trigger(other, { resource: other.id, type: other.type }, 'asynchronous')] : [];
  },
  'AWS::Events::Rule': (other, target) => {
    const targets = property(other, 'Targets');
    const hit = targets?.kind === 'list' && targets.items.some((item) => pointsAt(valueAt(item, 'Arn'), target));
    const scheduled = property(other, 'ScheduleExpression') !== undefined;
    return hit
      ? [trigger(other, { resource: other.id, type: other.type }, scheduled ? 'scheduled' : 'asynchronous')]
      : [];
  },
  'AWS::Scheduler::Schedule': (other, target) =>
    pointsAt(property(other, 'Target', 'Arn'), target)
      ? [trigger(other, { resource: other.id, type: other.type }, 'scheduled')]
      : [],
  'AWS::Logs::SubscriptionFilter': (other, target, stack) => {
    if (!pointsAt(property(other, 'DestinationArn'), target)) return [];
    const sender = senderOf(property(other, 'LogGroupName'), 'AWS::Logs::LogGroup', stack);
    return [trigger(other, sender, 'asynchronous')];
  },
  'AWS::IoT::TopicRule': (other, target) => {
    const list = property(other, 'TopicRulePayload', 'Actions');
    const hit =
      list?.kind === 'list' && list.items.some((item) => pointsAt(valueAt(item, 'Lambda', 'FunctionArn'), target));
    return hit ? [trigger(other, { resource: other.id, type: other.type }, 'asynchronous')] : [];
  },
  'AWS::S3::Bucket': (other, target) => {
    const list = property(other, 'NotificationConfiguration', 'LambdaConfigurations');
    const hit = list?.kind === 'list' && list.items.some((item) => pointsAt(valueAt(item, 'Function'), target));
    return hit ? [trigger(other, { resource: other.id, type: other.type }, 'asynchronous')] : [];
  },
};

function eventSourceMapping(other: Resource, target: Target, stack: Stack): Trigger[] {
  if (!pointsAt(property(other, 'FunctionName'), target)) return [];
  const source = property(other, 'EventSourceArn');
  const sender = senderOf(source, sourceType(other, source), stack);
  return [trigger(other, sender, sender.type === 'AWS::SQS::Queue' ? 'queue' : 'stream')];
}

/** The type of a source outside the stack, by its ARN or by the settings that only some sources take. */
function sourceType(other: Resource, source: Value | undefined): string {
  const arn = source === undefined ? '' : readText(source).text;
  if (arn.includes(':dynamodb:')) return 'AWS::DynamoDB::Table';
  if (arn.includes(':kinesis:')) return 'AWS::Kinesis::Stream';
  if (property(other, 'Queues') !== undefined) return 'AWS::AmazonMQ::Broker';
  if (property(other, 'Topics') !== undefined) return 'AWS::MSK::Cluster';
  // A starting position is required for streams and refused for queues.
  return property(other, 'StartingPosition') === undefined ? 'AWS::SQS::Queue' : 'AWS::Kinesis::Stream';
}

function trigger(other: Resource, sender: Pick<Trigger, 'resource' | 'type'>, invocation: Invocation): Trigger {
  return {
    name: other.id,
    ...sender,
    invocation,
    evidence: evidence(other.key, `${other.type} ${other.id}`),
  };
}

/** What stands for a function: the resource itself, its aliases and versions, and its literal name. */
interface Target {
  readonly ids: ReadonlySet<string>;
  readonly name: string | undefined;
}

function targetOf(resource: Resource, stack: Stack): Target {
  const named = property(resource, 'FunctionName');
  const itself: Target = { ids: new Set([resource.id]), name: named?.kind === 'literal' ? named.text : undefined };
  const others = [...stack.resources.values()].filter(
    (other) =>
      (other.type === 'AWS::Lambda::Alias' || other.type === 'AWS::Lambda::Version') &&
      pointsAt(property(other, 'FunctionName'), itself),
  );
  return { ids: new Set([resource.id, ...others.map((other) => other.id)]), name: itself.name };
}

function pointsAt(value: Value | undefined, { ids, name }: Target): boolean {
  if (value === undefined) return false;
  if (value.kind === 'literal') return name !== undefined && value.text === name;
  const id = referredTo(value);
  return id !== undefined && ids.has(id);
}
