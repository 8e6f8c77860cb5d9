// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-policies
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, valueAt } from '../../infrastructure/model/resource.ts';
import type { MapValue, Value } from '../../infrastructure/model/value.ts';
import { itemsOf } from './alternatives.ts';
import { addActions, addFramework } from './framework-grants.ts';
import type { Collected } from './grant.ts';
import { addManagedPolicy, addReady } from './managed-policies.ts';
import { writtenText } from './resource-text.ts';
import { addDocument, addUnknown } from './statements.ts';
import { resourceAt, type Surroundings } from './surroundings.ts';

/** Collects what the role that SAM makes for a function is granted: its `Policies`, and what SAM adds by itself. */
export function addSamRole(into: Collected, resource: Resource, around: Surroundings): void {
  const policies = property(resource, 'Policies');
  if (policies !== undefined) addSamPolicies(into, policies, around);
  else if (resource.properties.open !== null) addUnknown(into, resource.properties.open, 'its policies');
  addFrameworkPolicies(into, resource, around);
}

/** Collects the entries of `Policies`: documents, names or ARNs of managed policies, and policy templates. */
export function addSamPolicies(into: Collected, policies: Value, around: Surroundings): void {
  for (const { value, sure } of itemsOf(policies)) {
    if (value.kind !== 'map') addManagedPolicy(into, value, around, sure);
    else if (value.entries.has('Statement')) addDocument(into, value, sure);
    else addTemplates(into, value, around, sure);
  }
}

function addTemplates(into: Collected, map: MapValue, { ready }: Surroundings, sure: boolean): void {
  if (map.open !== null) addUnknown(into, map.open, 'a policy');
  for (const [name, { key, value }] of map.entries) {
    const parameters = value.kind === 'map' ? parametersOf(value) : {};
    const statements = ready.samTemplate(name, parameters);
    if (statements === undefined) {
      into.unknown.push({ reason: 'not-in-catalogue', text: `the policy template ${name}`, place: key });
    } else addReady(into, statements, { kind: 'template', name, parameters }, key, name, sure);
  }
}

function parametersOf(map: MapValue): Record<string, string> {
  return Object.fromEntries([...map.entries].map(([name, { value }]) => [name, writtenText(value).text]));
}

/** What SAM gives the role that polls, by the type of an event. */
const pollers: Readonly<Record<string, string>> = {
  SQS: 'AWSLambdaSQSQueueExecutionRole',
  Kinesis: 'AWSLambdaKinesisExecutionRole',
  DynamoDB: 'AWSLambdaDynamoDBExecutionRole',
  MSK: 'AWSLambdaMSKExecutionRole',
};

function addFrameworkPolicies(into: Collected, resource: Resource, around: Surroundings): void {
  const add = (name: string, place = resource.key): void => addFramework(into, name, place, around);
  add('AWSLambdaBasicExecutionRole');
  if (property(resource, 'Tracing') !== undefined) add('AWSXRayDaemonWriteAccess');
  if (property(resource, 'VpcConfig') !== undefined) add('AWSLambdaVPCAccessExecutionRole');
  const events = property(resource, 'Events');
  for (const { key, value } of events?.kind === 'map' ? events.entries.values() : []) {
    const type = valueAt(value, 'Type');
    const settings = valueAt(value, 'Properties');
    const name = type === undefined ? '' : readText(type).text;
    if (pollers[name] !== undefined) add(pollers[name], key);
    if (name === 'SNS' && valueAt(settings, 'SqsSubscription') !== undefined)
      add('AWSLambdaSQSQueueExecutionRole', key);
    if (brokers.has(name) || valueAt(settings, 'SourceAccessConfigurations') !== undefined) {
      addActions(into, brokerActions, '*', name, key);
    }
    addDestination(into, valueAt(settings, 'DestinationConfig', 'OnFailure'), around);
  }
  addDestination(into, property(resource, 'DeadLetterQueue'), around, 'TargetArn');
  addDestination(into, property(resource, 'EventInvokeConfig', 'DestinationConfig', 'OnSuccess'), around);
  addDestination(into, property(resource, 'EventInvokeConfig', 'DestinationConfig', 'OnFailure'), around);
}

const brokers = new Set(['MQ', 'SelfManagedKafka', 'DocumentDB']);

/** What SAM grants for brokers and clusters, whose secrets and networks a function is given. */
const brokerActions = [
  'secretsmanager:GetSecretValue',
  'kms:Decrypt',
  'mq:DescribeBroker',
  'rds:DescribeDBClusters',
  'rds:DescribeDBClusterParameters',
  'rds:DescribeDBSubnetGroups',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
];

/** What SAM grants for where results go: by the type that is stated, else by that of the resource. */
function addDestination(
  into: Collected,
  destination: Value | undefined,
  around: Surroundings,
  key = 'Destination',
): void {
  if (destination === undefined) return;
  const target = valueAt(destination, key);
  const stated = valueAt(destination, 'Type');
  const id = target?.kind === 'reference' ? target.resource : undefined;
  const type = stated === undefined ? id && resourceAt(around, id)?.type : readText(stated).text;
  const actions = sending.find(([pattern]) => pattern.test(type ?? 'queue'))?.[1] ?? [];
  const text = target === undefined ? '*' : writtenText(target).text;
  for (const [action, suffix] of actions) {
    addActions(into, [action], text === '*' ? text : text + suffix, 'destination', destination.place);
  }
}

/** By the type of what is sent to: the actions, and what stands behind the ARN. */
const sending: readonly (readonly [RegExp, readonly (readonly [string, string])[]])[] = [
  [/sqs|queue/i, [['sqs:SendMessage', '']]],
  [/sns|topic/i, [['sns:Publish', '']]],
  [/lambda|function/i, [['lambda:InvokeFunction', '']]],
  [/event/i, [['events:PutEvents', '']]],
  [
    /s3|bucket/i,
    [
      ['s3:PutObject', '/*'],
      ['s3:ListBucket', ''],
    ],
  ],
];
