// https://www.serverless.com/framework/docs/providers/aws/guide/events
import { evidence } from '../../../evidence/evidence.ts';
import type { Cloud } from '../../../evidence/vocabulary.ts';
import { property, type Resource, referredTo, type Stack, valueAt } from '../../../infrastructure/model/resource.ts';
import type { Value } from '../../../infrastructure/model/value.ts';
import type { Invocation, Trigger } from '../../service.ts';
import { nameText } from '../names.ts';
import { isQueue, readBy, typeInArn } from './event-sources.ts';
import { type Sender, senderOf } from './sender.ts';

/** An event of Serverless: the keys that may hold the sender (the event itself, where it is a text), and how it invokes. */
interface EventShape {
  readonly type: string;
  readonly invocation: Invocation;
  readonly sender?: readonly string[];
  /** The resource that Serverless makes for all such events. */
  readonly made?: string;
  /** With this key it is a schedule. */
  readonly scheduledBy?: string;
}

const synchronous = (type: string, made?: string): EventShape => ({
  type,
  invocation: 'synchronous',
  ...(made !== undefined && { made }),
});
const asynchronous = (type: string, ...sender: string[]): EventShape => ({ type, invocation: 'asynchronous', sender });
const stream = (type: string, ...sender: string[]): EventShape => ({ type, invocation: 'stream', sender });

const aws: Readonly<Record<string, EventShape>> = {
  activemq: stream('AWS::AmazonMQ::Broker', 'arn'),
  alb: synchronous('AWS::ElasticLoadBalancingV2::Listener'),
  alexaSkill: synchronous('Alexa::ASK::Skill'),
  alexaSmartHome: synchronous('Alexa::ASK::Skill'),
  cloudFront: synchronous('AWS::CloudFront::Distribution'),
  cloudwatchEvent: asynchronous('AWS::Events::Rule'),
  cloudwatchLog: asynchronous('AWS::Logs::LogGroup', 'logGroup'),
  cognitoUserPool: { ...synchronous('AWS::Cognito::UserPool'), sender: ['pool'] },
  eventBridge: { ...asynchronous('AWS::Events::Rule', 'eventBus'), scheduledBy: 'schedule' },
  http: synchronous('AWS::ApiGateway::RestApi', 'ApiGatewayRestApi'),
  httpApi: synchronous('AWS::ApiGatewayV2::Api', 'HttpApi'),
  iot: asynchronous('AWS::IoT::TopicRule'),
  iotFleetProvisioning: synchronous('AWS::IoT::ProvisioningTemplate'),
  kafka: stream('Kafka'),
  msk: stream('AWS::MSK::Cluster', 'arn'),
  rabbitmq: stream('AWS::AmazonMQ::Broker', 'arn'),
  s3: asynchronous('AWS::S3::Bucket', 'bucket'),
  schedule: { type: 'AWS::Events::Rule', invocation: 'scheduled' },
  sns: asynchronous('AWS::SNS::Topic', 'arn', 'topicName'),
  sqs: { type: 'AWS::SQS::Queue', invocation: 'queue', sender: ['arn'] },
  stream: stream('AWS::Kinesis::Stream', 'arn'),
  websocket: synchronous('AWS::ApiGatewayV2::Api', 'WebsocketsApi'),
};

/** https://www.serverless.com/framework/docs-providers-google */
const google: Readonly<Record<string, EventShape>> = {
  event: asynchronous('google:event', 'resource'),
  http: synchronous('google:http'),
};

/** https://github.com/serverless/serverless-azure-functions */
const azure: Readonly<Record<string, EventShape>> = {
  blob: asynchronous('Microsoft.Storage/storageAccounts/blobServices/containers', 'path'),
  cosmosDB: stream('Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers', 'collectionName'),
  eventGrid: asynchronous('Microsoft.EventGrid/topics'),
  eventHub: stream('Microsoft.EventHub/namespaces/eventhubs', 'name'),
  http: synchronous('azure:http'),
  queue: { type: 'Microsoft.Storage/storageAccounts/queueServices/queues', invocation: 'queue', sender: ['name'] },
  serviceBus: { type: 'Microsoft.ServiceBus/namespaces', invocation: 'queue', sender: ['name'] },
  timer: { type: 'azure:timer', invocation: 'scheduled' },
};

const byCloud: Partial<Record<Cloud, Readonly<Record<string, EventShape>>>> = { aws, azure, gcp: google };

/** The APIs that ask a function whether a request may go to another one: `authorizer: auth`. */
function authorized({ id }: Resource, stack: Stack): Trigger[] {
  return [...stack.resources.values()].flatMap((other) => {
    const list = other.type === 'serverless:function' && other.id !== id ? property(other, 'events') : undefined;
    if (list?.kind !== 'list') return [];
    return list.items.flatMap((item) => {
      if (item.kind !== 'map') return [];
      return [...item.entries].flatMap(([name, { value }]): Trigger[] => {
        const shape = aws[name];
        const by = valueAt(value, 'authorizer');
        const named = by?.kind === 'map' ? (valueAt(by, 'name') ?? valueAt(by, 'arn')) : by;
        const isMeant =
          named !== undefined && ((named.kind === 'literal' && named.text === id) || referredTo(named) === id);
        return shape === undefined || by === undefined || !isMeant
          ? []
          : [
              {
                ...triggerOf(name, value, shape, stack),
                name: `authorizer of ${other.id}`,
                evidence: evidence(by.place, 'authorizer'),
              },
            ];
      });
    });
  });
}

/** The events that a function of a serverless.yml states, and its own address. */
export function serverlessEvents(resource: Resource, stack: Stack): Trigger[] {
  if (resource.type !== 'serverless:function') return [];
  const shapes = byCloud[resource.cloud] ?? {};
  const list = property(resource, 'events');
  const items = list?.kind === 'list' ? list.items : [];
  const url = resource.cloud === 'aws' ? property(resource, 'url') : undefined;
  return [
    ...items.flatMap((item) => eventsIn(item, shapes, stack)),
    ...authorized(resource, stack),
    ...(url === undefined || (url.kind === 'literal' && url.value === false)
      ? []
      : [
          {
            name: 'url',
            resource: null,
            type: 'AWS::Lambda::Url',
            invocation: 'synchronous' as const,
            evidence: evidence(url.place, 'url'),
          },
        ]),
  ];
}

/** An item is a map with one event, or an event's name alone. */
function eventsIn(item: Value, shapes: Readonly<Record<string, EventShape>>, stack: Stack): Trigger[] {
  if (item.kind === 'literal') {
    const shape = shapes[item.text];
    return shape === undefined ? [] : [triggerOf(item.text, item, shape, stack)];
  }
  if (item.kind !== 'map') return [];
  return [...item.entries].flatMap(([name, { value }]) => {
    const shape = shapes[name];
    return shape === undefined ? [] : [triggerOf(name, value, shape, stack)];
  });
}

function triggerOf(name: string, value: Value, shape: EventShape, stack: Stack): Trigger {
  const stated =
    value.kind === 'map' ? shape.sender?.map((key) => valueAt(value, key)).find((one) => one !== undefined) : value;
  const sender = madeFor(shape, stack) ?? sourceOf(name, shape, stated, value, stack);
  const isScheduled = shape.scheduledBy !== undefined && valueAt(value, shape.scheduledBy) !== undefined;
  return {
    name: stated?.kind === 'literal' && shape.sender !== undefined ? stated.text : name,
    ...sender,
    invocation: isScheduled
      ? 'scheduled'
      : shape.invocation === 'stream' && isQueue(sender.type)
        ? readBy(sender.type)
        : shape.invocation,
    evidence: evidence(value.place, `event ${name}`),
  };
}

function madeFor({ made }: EventShape, stack: Stack): Sender | undefined {
  const resource = made === undefined ? undefined : stack.resources.get(made);
  return resource && { resource: resource.id, type: resource.type };
}

/** A stream says by its type or ARN what it is of; what names nothing of the tree stands outside. */
function sourceOf(name: string, shape: EventShape, stated: Value | undefined, value: Value, stack: Stack): Sender {
  const own = name === 'stream' ? valueAt(value, 'type') : undefined;
  const isTable = own?.kind === 'literal' && own.text === 'dynamodb';
  const inArn = stated === undefined ? undefined : typeInArn(nameText(stated) ?? '');
  const type = isTable
    ? 'AWS::DynamoDB::Table'
    : name === 'stream' || name === 'sqs'
      ? (inArn ?? shape.type)
      : shape.type;
  return shape.sender === undefined ? { resource: null, type } : senderOf(stated, type, stack);
}
