// Decorators and bindings by which code says what starts a function.
// Azure: https://learn.microsoft.com/azure/azure-functions/functions-triggers-bindings
// Google: https://github.com/GoogleCloudPlatform/functions-framework-python
// Chalice: https://aws.github.io/chalice/topics/events.html
import type { Invocation } from '../../service.ts';

/** What a decorator says. */
export interface CodeTrigger {
  readonly type: string;
  readonly invocation: Invocation;
  /** Arguments that name the sender, the first that is given. */
  readonly names?: readonly string[];
}

type Row = readonly [decorators: string, binding: string | null, type: string, invocation: Invocation, names?: string];

const azure: readonly Row[] = [
  ['route', 'httpTrigger', 'azure:http', 'synchronous', 'route'],
  ['schedule timer_trigger', 'timerTrigger', 'azure:timer', 'scheduled', 'schedule'],
  ['queue_trigger', 'queueTrigger', 'Microsoft.Storage/storageAccounts/queueServices/queues', 'queue', 'queue_name'],
  ['service_bus_queue_trigger', null, 'Microsoft.ServiceBus/namespaces/queues', 'queue', 'queue_name'],
  ['service_bus_topic_trigger', null, 'Microsoft.ServiceBus/namespaces/topics', 'queue', 'topic_name'],
  ['', 'serviceBusTrigger', 'Microsoft.ServiceBus/namespaces', 'queue', 'queue_name topic_name'],
  ['rabbit_mq_trigger', 'rabbitMQTrigger', 'RabbitMQ', 'queue', 'queue_name'],
  ['blob_trigger', 'blobTrigger', 'Microsoft.Storage/storageAccounts/blobServices/containers', 'asynchronous', 'path'],
  ['event_grid_trigger', 'eventGridTrigger', 'Microsoft.EventGrid/topics', 'asynchronous'],
  [
    'event_hub_message_trigger',
    'eventHubTrigger',
    'Microsoft.EventHub/namespaces/eventhubs',
    'stream',
    'event_hub_name',
  ],
  [
    'cosmos_db_trigger cosmos_db_trigger_v3',
    'cosmosDBTrigger',
    'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers',
    'stream',
    'container_name collection_name',
  ],
  ['sql_trigger', 'sqlTrigger', 'Microsoft.Sql/servers/databases', 'stream', 'table_name'],
  ['kafka_trigger', 'kafkaTrigger', 'Kafka', 'stream', 'topic'],
  ['mcp_tool_trigger mcp_tool', 'mcpToolTrigger', 'azure:mcp', 'synchronous', 'tool_name'],
  ['mcp_prompt_trigger', 'mcpPromptTrigger', 'azure:mcp', 'synchronous', 'prompt_name'],
  ['mcp_resource_trigger', 'mcpResourceTrigger', 'azure:mcp', 'synchronous', 'uri'],
  ['orchestration_trigger', 'orchestrationTrigger', 'azure:durable-orchestration', 'asynchronous', 'orchestration'],
  ['activity_trigger', 'activityTrigger', 'azure:durable-activity', 'asynchronous', 'activity'],
  ['entity_trigger', 'entityTrigger', 'azure:durable-entity', 'asynchronous', 'entity_name'],
];

const google: readonly Row[] = [
  ['http typed', null, 'google:http', 'synchronous'],
  ['cloud_event background_event', null, 'google:event', 'asynchronous'],
];

const chalice: readonly Row[] = [
  ['authorizer on_ws_connect on_ws_message on_ws_disconnect', null, 'AWS::ApiGateway::RestApi', 'synchronous'],
  ['on_s3_event', null, 'AWS::S3::Bucket', 'asynchronous', 'bucket'],
  ['on_sns_message', null, 'AWS::SNS::Topic', 'asynchronous', 'topic'],
  ['on_cw_event', null, 'AWS::Events::Rule', 'asynchronous'],
  ['on_sqs_message', null, 'AWS::SQS::Queue', 'queue', 'queue'],
  ['on_kinesis_record', null, 'AWS::Kinesis::Stream', 'stream', 'stream'],
  ['on_dynamodb_record', null, 'AWS::DynamoDB::Table', 'stream', 'stream_arn'],
];

const rows = [...azure, ...google, ...chalice];

function triggerOf([, , type, invocation, names]: Row): CodeTrigger {
  return { type, invocation, ...(names !== undefined && { names: names.split(' ') }) };
}

/** By the decorator's last name. */
export const codeTriggers: ReadonlyMap<string, CodeTrigger> = new Map(
  rows.flatMap((row) => row[0].split(' ').flatMap((name) => (name === '' ? [] : [[name, triggerOf(row)] as const]))),
);

/** By the type of a binding in function.json, in lower case. */
export const configuredTriggers: ReadonlyMap<string, CodeTrigger> = new Map(
  rows.flatMap((row) => (row[1] === null ? [] : [[row[1].toLowerCase(), triggerOf(row)] as const])),
);
