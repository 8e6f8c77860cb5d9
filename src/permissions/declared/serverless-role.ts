// https://www.serverless.com/framework/docs/providers/aws/guide/iam
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, valueAt } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { itemsOf } from './alternatives.ts';
import { addActions, addFramework } from './framework-grants.ts';
import type { Collected } from './grant.ts';
import { addManagedPolicies } from './managed-policies.ts';
import { addStatements, addUnknown } from './statements.ts';
import type { Surroundings } from './surroundings.ts';

/** The role that Serverless makes for all functions that state none. */
const sharedRole = 'IamRoleLambdaExecution';

/** True if a function has a role of its own: by the framework's mode, or by the plugin for a role for each function. */
export function hasOwnRole(unit: Resource): boolean {
  return (
    property(unit, 'iamRoleStatements') !== undefined ||
    property(unit, 'iam', 'role') !== undefined ||
    textOf(valueAt(unit.metadata, 'provider', 'iam', 'role', 'mode')) === 'perFunction'
  );
}

/** Collects what a function is granted that states no role: the statements of its own or the shared role, and the framework's. */
export function addServerlessRole(into: Collected, unit: Resource, around: Surroundings): void {
  const own = property(unit, 'iamRoleStatements') ?? property(unit, 'iam', 'role', 'statements');
  if (own !== undefined) addStatements(into, own);
  const managed = property(unit, 'iam', 'role', 'managedPolicies');
  if (managed !== undefined) addManagedPolicies(into, managed, around);
  if (!hasOwnRole(unit) || inherits(unit)) addShared(into, unit, around);
  addFrameworkGrants(into, unit, around);
}

function inherits(unit: Resource): boolean {
  const stated = property(unit, 'iamRoleStatementsInherit') ?? property(unit, 'iam', 'role', 'inheritStatements');
  const standard = valueAt(unit.metadata, 'custom', 'serverless-iam-roles-per-function', 'defaultInherit');
  return textOf(stated ?? standard) === 'true';
}

/** The statements of the provider, in the words of any version of the framework. */
function addShared(into: Collected, unit: Resource, around: Surroundings): void {
  const provider = valueAt(unit.metadata, 'provider');
  const role = valueAt(provider, 'iam', 'role');
  for (const statements of [valueAt(role, 'statements'), valueAt(provider, 'iamRoleStatements')]) {
    if (statements !== undefined) addStatements(into, statements);
  }
  for (const managed of [valueAt(role, 'managedPolicies'), valueAt(provider, 'iamManagedPolicies')]) {
    if (managed !== undefined) addManagedPolicies(into, managed, around);
  }
  for (const value of [provider, valueAt(provider, 'iam'), role]) {
    if (value?.kind === 'map' && value.open !== null) addUnknown(into, value.open, 'the role of the provider');
    else if (value?.kind === 'unknown') addUnknown(into, value, 'the role of the provider');
  }
  for (const { id, type, key } of around.stack.resources.values()) {
    if (type === 'serverless:construct')
      into.unknown.push({ reason: 'external-code', text: `what the construct ${id} grants`, place: key });
  }
  const changed = around.stack.resources.get(`resources.Resources.${sharedRole}`);
  if (changed !== undefined)
    into.unknown.push({ reason: 'unsupported-construct', text: changed.id, place: changed.key });
}

/** The actions that the framework grants for a stream or queue that a function reads. */
const sources: Readonly<Record<string, readonly string[]>> = {
  sqs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  stream: [
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:DescribeStream',
    'dynamodb:ListStreams',
    'kinesis:GetRecords',
    'kinesis:GetShardIterator',
    'kinesis:DescribeStream',
    'kinesis:DescribeStreamSummary',
    'kinesis:ListShards',
    'kinesis:ListStreams',
    'kinesis:SubscribeToShard',
  ],
  msk: ['kafka:DescribeCluster', 'kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers'],
  activemq: ['mq:DescribeBroker', 'secretsmanager:GetSecretValue'],
  rabbitmq: ['mq:DescribeBroker', 'secretsmanager:GetSecretValue'],
  kafka: ['secretsmanager:GetSecretValue'],
};

/** What the framework adds to every role: logs, and what the function's settings ask for. */
function addFrameworkGrants(into: Collected, unit: Resource, around: Surroundings): void {
  addActions(into, ['logs:CreateLogStream', 'logs:CreateLogGroup', 'logs:TagResource'], '*', 'logs', unit.key);
  addActions(into, ['logs:PutLogEvents'], '*', 'logs', unit.key);
  const provider = valueAt(unit.metadata, 'provider');
  if (property(unit, 'vpc') !== undefined) addFramework(into, 'AWSLambdaVPCAccessExecutionRole', unit.key, around);
  if (property(unit, 'tracing') !== undefined || valueAt(provider, 'tracing', 'lambda') !== undefined) {
    addActions(into, ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*', 'tracing', unit.key);
  }
  const failed = property(unit, 'onError') ?? property(unit, 'destinations');
  if (failed !== undefined) addActions(into, destinations, '*', 'destination', failed.place);
  if (property(unit, 'kmsKeyArn') !== undefined) addActions(into, ['kms:Decrypt'], '*', 'key', unit.key);
  const events = property(unit, 'events');
  for (const { value } of events === undefined ? [] : itemsOf(events)) {
    for (const name of value.kind === 'map' ? value.entries.keys() : []) {
      const actions = sources[name];
      if (actions !== undefined) addActions(into, actions, '*', name, value.place);
    }
  }
}

const destinations = ['sns:Publish', 'sqs:SendMessage', 'lambda:InvokeFunction', 'events:PutEvents'];

function textOf(value: Value | undefined): string {
  return value === undefined ? '' : readText(value).text;
}
