// https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { typeInArn } from '../../services/bind/triggers/event-sources.ts';
import { firstAt, referencesIn, valuesAt } from '../../services/bind/values-at.ts';
import type { Trigger } from '../../services/service.ts';
import type { BoundValue } from '../bound-value.ts';
import { settingValues } from '../setting-value.ts';
import { mountedBy } from './file-systems.ts';
import type { UsedFeature } from './platform-use.ts';
import { targetKind } from './targets.ts';

/** Where a type of function keeps what the platform does for it. Paths are as `valuesAt` reads them. */
interface FunctionSettings {
  /** The property that holds its name, where a reference to it is no name. */
  readonly name?: string;
  readonly logGroup: readonly string[];
  readonly tracing: readonly string[];
  readonly network: readonly string[];
  readonly fileSystem: readonly string[];
  readonly key: readonly string[];
  readonly deadLetter: readonly string[];
  readonly destinations: readonly string[];
  readonly secrets: readonly string[];
}

const cloudFormation: FunctionSettings = {
  logGroup: ['LoggingConfig.LogGroup'],
  tracing: ['TracingConfig.Mode', 'TracingConfig'],
  network: ['VpcConfig', 'cdk:vpc'],
  fileSystem: ['FileSystemConfigs.Arn'],
  key: ['KmsKeyArn', 'cdk:environment_encryption'],
  deadLetter: ['DeadLetterConfig.TargetArn', 'cdk:dead_letter_queue', 'cdk:dead_letter_topic'],
  destinations: ['cdk:on_success', 'cdk:on_failure'],
  secrets: [],
};

const functions: Readonly<Record<string, FunctionSettings>> = {
  'AWS::Lambda::Function': cloudFormation,
  'AWS::Serverless::Function': {
    ...cloudFormation,
    tracing: ['Tracing'],
    deadLetter: ['DeadLetterQueue.TargetArn'],
    destinations: [
      'EventInvokeConfig.DestinationConfig.OnSuccess.Destination',
      'EventInvokeConfig.DestinationConfig.OnFailure.Destination',
      'Events.*.Properties.DestinationConfig.OnFailure.Destination',
    ],
    secrets: ['Events.*.Properties.SourceAccessConfigurations'],
  },
  'serverless:function': {
    logGroup: ['logs.logGroup'],
    tracing: ['tracing'],
    network: ['vpc'],
    fileSystem: ['fileSystemConfig.arn'],
    key: ['kmsKeyArn'],
    deadLetter: ['deadLetter.targetArn', 'onError'],
    destinations: ['destinations.onSuccess', 'destinations.onFailure', 'events.stream.destinations.onFailure'],
    secrets: [],
  },
  aws_lambda_function: {
    name: 'function_name',
    logGroup: ['logging_config.log_group'],
    tracing: ['tracing_config.mode'],
    network: ['vpc_config'],
    fileSystem: ['file_system_config.arn'],
    key: ['kms_key_arn'],
    deadLetter: ['dead_letter_config.target_arn'],
    destinations: [],
    secrets: [],
  },
  'module:terraform-aws-modules/lambda/aws': {
    name: 'lambda_function_name',
    logGroup: ['logging_log_group'],
    tracing: ['tracing_mode'],
    network: ['vpc_subnet_ids'],
    fileSystem: ['file_system_arn'],
    key: ['kms_key_arn'],
    deadLetter: ['dead_letter_target_arn'],
    destinations: ['destination_on_success', 'destination_on_failure'],
    secrets: [],
  },
};

/** Resources that configure a function from outside: what names it, and where they say so. */
const besides: Readonly<Record<string, Pick<FunctionSettings, 'destinations' | 'secrets'> & { readonly of: string }>> =
  {
    'AWS::Lambda::EventInvokeConfig': {
      of: 'FunctionName',
      destinations: ['DestinationConfig.OnSuccess.Destination', 'DestinationConfig.OnFailure.Destination'],
      secrets: [],
    },
    'AWS::Lambda::EventSourceMapping': {
      of: 'FunctionName',
      destinations: ['DestinationConfig.OnFailure.Destination'],
      secrets: ['SourceAccessConfigurations'],
    },
    aws_lambda_function_event_invoke_config: {
      of: 'function_name',
      destinations: ['destination_config.on_success.destination', 'destination_config.on_failure.destination'],
      secrets: [],
    },
    aws_lambda_event_source_mapping: {
      of: 'function_name',
      destinations: ['destination_config.on_failure.destination_arn'],
      secrets: ['source_access_configuration'],
    },
  };

/** The features of the catalogue by the type of what Lambda reads. */
const sources: Readonly<Record<string, string>> = {
  'AWS::SQS::Queue': 'sqs',
  'AWS::Kinesis::Stream': 'kinesis',
  'AWS::Kinesis::StreamConsumer': 'kinesis-consumer',
  'AWS::DynamoDB::Table': 'dynamodb',
  'AWS::DynamoDB::GlobalTable': 'dynamodb',
  'AWS::Serverless::SimpleTable': 'dynamodb',
  'AWS::MSK::Cluster': 'msk',
  'AWS::MSK::ServerlessCluster': 'msk',
  'AWS::AmazonMQ::Broker': 'mq',
  'AWS::DocDB::DBCluster': 'documentdb',
  aws_sqs_queue: 'sqs',
  aws_kinesis_stream: 'kinesis',
  aws_kinesis_stream_consumer: 'kinesis-consumer',
  aws_dynamodb_table: 'dynamodb',
  aws_msk_cluster: 'msk',
  aws_msk_serverless_cluster: 'msk',
  aws_mq_broker: 'mq',
  aws_docdb_cluster: 'documentdb',
};

/** What Lambda does in the name of a function, by the settings of it; undefined if the resource is no function of Lambda. */
export function functionFeatures(
  resource: Resource,
  stack: Stack,
  triggers: readonly Trigger[],
): UsedFeature[] | undefined {
  const settings = functions[resource.type.replace(/^(module:terraform-aws-modules\/lambda\/aws).*$/, '$1')];
  if (settings === undefined) return undefined;
  const own = evidence(resource.key, resource.id);
  const at = (paths: readonly string[]): Value[] => paths.flatMap((path) => valuesAt(resource.properties, path));
  const found: UsedFeature[] = [
    { feature: 'lambda.logs', values: new Map([['logGroup', logGroups(resource, stack, settings)]]), evidence: own },
  ];
  const put = (feature: string, values: UsedFeature['values'], value: Value, maybe = false): void => {
    found.push({ feature, values, evidence: evidence(value.place, readText(value).text), maybe });
  };
  const add = (feature: string, parameter: string | null, value: Value, maybe = false): void => {
    const own = parameter === null ? [] : settingValues(value, stack);
    if (parameter !== null && own.length === 0) return; // it is left empty
    put(feature, new Map(parameter === null ? [] : [[parameter, own] as const]), value, maybe);
  };
  const isChosen = (names: readonly string[]): boolean =>
    names.some((name) => resource.properties.entries.get(name)?.value.kind === 'choice');
  const [mode] = at(settings.tracing).map((value) => ({ value, text: readText(value).text }));
  if (mode !== undefined && /\bactive$/i.test(mode.text)) add('lambda.tracing', null, mode.value);
  for (const value of at(settings.network).slice(0, 1)) add('lambda.vpc', null, value, isChosen(settings.network));
  // Without a policy of its own a file system lets in whoever connects: https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html
  for (const value of at(settings.fileSystem)) {
    if (settingValues(value, stack).length === 0) continue;
    const { service, fileSystem } = mountedBy(value, stack);
    const feature = service === 's3files' ? 'lambda.file-system.s3files' : 'lambda.file-system';
    put(feature, new Map([['fileSystem', [fileSystem]]]), value, service === 'elasticfilesystem');
  }
  // Whoever deploys may have a grant of the key made for the role: https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
  for (const value of at(settings.key)) add('lambda.environment-key', 'key', value, true);
  for (const value of at(settings.deadLetter)) {
    const kind = targetKind(value, stack) ?? firstText(resource, 'DeadLetterQueue.Type').toLowerCase();
    add(kind === 'sns' ? 'lambda.dead-letter.sns' : 'lambda.dead-letter.sqs', 'target', value);
  }
  for (const [from, { destinations, secrets }] of configurations(resource, stack, settings)) {
    for (const value of destinations.flatMap((path) => valuesAt(from.properties, path))) {
      const kind = targetKind(value, stack);
      if (kind !== undefined) add(`lambda.destination.${kind}`, 'target', value);
    }
    for (const value of secrets.flatMap((path) => valuesAt(from.properties, path))) {
      const secret = ['URI', 'uri'].flatMap((key) => valuesAt(value, key)).find((one) => isSecret(one, stack));
      if (secret !== undefined) add('lambda.source.secret', 'secret', secret);
    }
  }
  return [...found, ...triggers.flatMap((trigger) => sourceFeature(trigger, stack))];
}

function firstText(resource: Resource, path: string): string {
  const value = firstAt(resource, path);
  return value === undefined ? '' : readText(value).text;
}

type Configuration = Pick<FunctionSettings, 'destinations' | 'secrets'>;

/** The function itself, and the resources that name it. */
function configurations(resource: Resource, stack: Stack, own: Configuration): [Resource, Configuration][] {
  const others = [...stack.resources.values()].flatMap((other): [Resource, Configuration][] => {
    const settings = besides[other.type];
    const named = settings && firstAt(other, settings.of);
    if (settings === undefined || named === undefined) return [];
    return referencesIn(named).some(({ resource: id }) => id === resource.id) ? [[other, settings]] : [];
  });
  return [[resource, own], ...others];
}

function logGroups(resource: Resource, stack: Stack, { logGroup, name }: FunctionSettings): BoundValue[] {
  const stated = logGroup.flatMap((path) => valuesAt(resource.properties, path));
  if (stated.length > 0) return stated.flatMap((value) => settingValues(value, stack));
  const reference = name === undefined ? resource.id : `${resource.id}.${name}`;
  return [{ text: `/aws/lambda/\${${reference}}` }];
}

function sourceFeature(trigger: Trigger, stack: Stack): UsedFeature[] {
  const { invocation, type, resource, evidence: where } = trigger;
  const source = invocation === 'queue' || invocation === 'stream' ? sources[type] : undefined;
  if (source === undefined || isPresumed(trigger, stack)) return [];
  const values = new Map([['source', [sourceValue(resource, source, stack)]]]);
  return [{ feature: `lambda.source.${source}`, values, evidence: where }];
}

/** True where a mapping reads a stream of which nothing tells the kind: a table's, as well as Kinesis'. */
function isPresumed({ type, resource, evidence: where }: Trigger, stack: Stack): boolean {
  if (resource !== null || type !== 'AWS::Kinesis::Stream') return false;
  const mapping = [...stack.resources.values()].find(({ key }) => key.file === where.file && key.line === where.line);
  const arn = ['EventSourceArn', 'event_source_arn'].flatMap((path) => (mapping && firstAt(mapping, path)) ?? [])[0];
  return arn !== undefined && typeInArn(readText(arn).text) === undefined;
}

/** A table is read by its stream. */
function sourceValue(resource: string | null, source: string, { format }: Stack): BoundValue {
  if (resource === null) return { unknown: 'dynamic-value' };
  const [arn, stream] = format === 'terraform' ? ['arn', 'stream_arn'] : ['Arn', 'StreamArn'];
  return { arn: `\${${resource}.${source === 'dynamodb' ? stream : arn}}` };
}

function isSecret(value: Value, stack: Stack): boolean {
  return namesType(value, stack, /Secret$|_secret$/) || /:secretsmanager:/.test(readText(value).text);
}

/** True if a value refers to a resource of such a type. */
function namesType(value: Value, stack: Stack, type: RegExp): boolean {
  return referencesIn(value).some(({ resource: id }) => type.test(stack.resources.get(id)?.type ?? ''));
}
