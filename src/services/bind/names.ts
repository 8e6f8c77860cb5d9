import { addTo } from '../../evidence/add-to.ts';
import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { firstAt } from './values-at.ts';

/** The property that holds the deployed name of a resource, by the kind of resource that code or policies call by its name. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Kinesis::Stream': 'Name',
  'AWS::KinesisFirehose::DeliveryStream': 'DeliveryStreamName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::Serverless::Function': 'FunctionName',
  'AWS::Serverless::SimpleTable': 'TableName',
  'AWS::Serverless::StateMachine': 'Name',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
  aws_cloudwatch_event_bus: 'name',
  aws_dynamodb_table: 'name',
  aws_kinesis_firehose_delivery_stream: 'name',
  aws_kinesis_stream: 'name',
  aws_lambda_function: 'function_name',
  aws_s3_bucket: 'bucket',
  aws_secretsmanager_secret: 'name',
  aws_sfn_state_machine: 'name',
  aws_sns_topic: 'name',
  aws_sqs_queue: 'name',
  aws_ssm_parameter: 'name',
  google_bigquery_dataset: 'dataset_id',
  google_firestore_database: 'name',
  google_pubsub_subscription: 'name',
  google_pubsub_topic: 'name',
  google_secret_manager_secret: 'secret_id',
  google_storage_bucket: 'name',
};

/** Services as ARNs name them, and which types of resources they have. */
const arnTypes: Readonly<Record<string, RegExp>> = {
  dynamodb: /Table$|_table$/,
  events: /EventBus$|event_bus$/,
  firehose: /DeliveryStream$|delivery_stream$/,
  kinesis: /Kinesis::Stream$|kinesis_stream$/,
  lambda: /Function$|lambda_function$/,
  s3: /Bucket$|s3_bucket$/,
  secretsmanager: /Secret$|_secret$/,
  sns: /Topic$|_topic$/,
  sqs: /Queue$|_queue$/,
  ssm: /SSM::Parameter$|ssm_parameter$/,
  states: /StateMachine$|state_machine$/,
};

/**
 * A value as a text in which whatever only a deployment knows stands by its name (`${Stage}-orders`), so that two values
 * that are the same whatever is deployed give the same text; undefined where a part cannot be told.
 */
export function nameText(value: Value, depth = 0): string | undefined {
  if (depth > 8) return undefined;
  switch (value.kind) {
    case 'literal':
      return value.value === null ? undefined : value.text;
    case 'parameter':
      return `\${${value.name.replaceAll(':', '.')}}`; // ARNs are cut at colons
    case 'reference':
      return `\${${value.resource}.${value.attribute ?? ''}}`;
    case 'unknown':
      // A pseudo-parameter is the same wherever it stands; without the colons that ARNs are cut at.
      return /^AWS::\w+$/.test(value.text) ? `\${${value.text.slice('AWS::'.length)}}` : undefined;
    case 'joined': {
      const parts = value.parts.map((part) => nameText(part, depth + 1));
      return parts.includes(undefined) ? undefined : parts.join('');
    }
    default:
      return undefined;
  }
}

type Names = ReadonlyMap<string, readonly Resource[]>;
const known = new WeakMap<Stack, Names>();

function namesOf(stack: Stack): Names {
  let names = known.get(stack);
  if (names === undefined) {
    const found = new Map<string, Resource[]>();
    for (const resource of stack.resources.values()) {
      const path = nameProperties[resource.type];
      const value = path === undefined ? undefined : firstAt(resource, path);
      const text = value === undefined ? undefined : nameText(value);
      if (text !== undefined && text.length >= shortest) addTo(found, text, resource);
    }
    known.set(stack, (names = found));
  }
  return names;
}

/** Names shorter than this are words that stand for many things (`dev`, `db`). */
const shortest = 4;

/**
 * The resource of a stack that a value names by its deployed name or by an ARN with that name in it; undefined where none
 * or several have it.
 */
export function resourceNamed(value: Value, stack: Stack): Resource | undefined {
  const text = value.kind === 'reference' ? undefined : nameText(value);
  if (text === undefined) return undefined;
  if (!text.startsWith('arn:')) return only(namesOf(stack).get(text));
  const [, , service = '', , , ...rest] = text.split(':');
  const types = arnTypes[service];
  if (types === undefined) return undefined;
  const last = rest.join(':');
  const bare = last.replace(/^[^/:]*[/:]/, '');
  for (const name of [last, bare, last.replace(/[/:].*$/, ''), bare.replace(/[/:].*$/, '')]) {
    const found = only(
      namesOf(stack)
        .get(name)
        ?.filter(({ type }) => types.test(type)),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function only(resources: readonly Resource[] | undefined): Resource | undefined {
  return resources?.length === 1 ? resources[0] : undefined;
}
