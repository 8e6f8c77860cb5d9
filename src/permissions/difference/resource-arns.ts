import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource } from '../../infrastructure/model/resource.ts';
import { writtenText } from '../declared/resource-text.ts';

/** How the ARN of a type of resource is made from its name. */
export interface ArnShape {
  /** What stands before the name, without `arn:PARTITION:`. */
  readonly before: string;
  /** The property with its name. */
  readonly name: string;
  /** What CloudFormation's Ref (Terraform's `id`) gives is the ARN, not the name. */
  readonly refIsArn?: true;
  /** What stands behind the name in its ARN. */
  readonly after?: string;
}

const table: ArnShape = { before: 'dynamodb:*:*:table/', name: 'TableName' };
const lambda: ArnShape = { before: 'lambda:*:*:function:', name: 'FunctionName' };
const machine: ArnShape = { before: 'states:*:*:stateMachine:', name: 'StateMachineName', refIsArn: true };

/** By the provider's own type; regions and accounts are left open, since they say nothing of the resource. */
const shapes: Readonly<Record<string, ArnShape>> = {
  'AWS::S3::Bucket': { before: 's3:::', name: 'BucketName' },
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::Serverless::SimpleTable': table,
  'AWS::SQS::Queue': { before: 'sqs:*:*:', name: 'QueueName' },
  'AWS::SNS::Topic': { before: 'sns:*:*:', name: 'TopicName', refIsArn: true },
  'AWS::Lambda::Function': lambda,
  'AWS::Serverless::Function': lambda,
  'serverless:function': { ...lambda, name: 'name' },
  'AWS::StepFunctions::StateMachine': machine,
  'AWS::Serverless::StateMachine': { ...machine, name: 'Name' },
  'AWS::Kinesis::Stream': { before: 'kinesis:*:*:stream/', name: 'Name' },
  'AWS::KinesisFirehose::DeliveryStream': { before: 'firehose:*:*:deliverystream/', name: 'DeliveryStreamName' },
  'AWS::SecretsManager::Secret': {
    before: 'secretsmanager:*:*:secret:',
    name: 'Name',
    refIsArn: true,
    after: '-??????',
  },
  'AWS::SSM::Parameter': { before: 'ssm:*:*:parameter/', name: 'Name' },
  'AWS::KMS::Key': { before: 'kms:*:*:key/', name: 'KeyId' },
  'AWS::Events::EventBus': { before: 'events:*:*:event-bus/', name: 'Name' },
  'AWS::Logs::LogGroup': { before: 'logs:*:*:log-group:', name: 'LogGroupName', after: ':*' },
  'AWS::ECR::Repository': { before: 'ecr:*:*:repository/', name: 'RepositoryName' },
  'AWS::Cognito::UserPool': { before: 'cognito-idp:*:*:userpool/', name: 'UserPoolId' },
  'AWS::RDS::DBCluster': { before: 'rds:*:*:cluster:', name: 'DBClusterIdentifier' },
  'AWS::OpenSearchService::Domain': { before: 'es:*:*:domain/', name: 'DomainName' },
  'AWS::EFS::FileSystem': { before: 'elasticfilesystem:*:*:file-system/', name: 'FileSystemId' },
  'AWS::S3Files::FileSystem': { before: 's3files:*:*:file-system/', name: 'FileSystemId' },
  'AWS::IAM::Role': { before: 'iam::*:role/', name: 'RoleName' },
  aws_s3_bucket: { before: 's3:::', name: 'bucket' },
  aws_dynamodb_table: { ...table, name: 'name' },
  aws_sqs_queue: { before: 'sqs:*:*:', name: 'name' },
  aws_sns_topic: { before: 'sns:*:*:', name: 'name', refIsArn: true },
  aws_lambda_function: { ...lambda, name: 'function_name' },
  aws_sfn_state_machine: { ...machine, name: 'name' },
  aws_kinesis_stream: { before: 'kinesis:*:*:stream/', name: 'name', refIsArn: true },
  aws_kinesis_firehose_delivery_stream: { before: 'firehose:*:*:deliverystream/', name: 'name', refIsArn: true },
  aws_secretsmanager_secret: { before: 'secretsmanager:*:*:secret:', name: 'name', refIsArn: true, after: '-??????' },
  aws_ssm_parameter: { before: 'ssm:*:*:parameter/', name: 'name' },
  aws_kms_key: { before: 'kms:*:*:key/', name: 'key_id' },
  aws_cloudwatch_event_bus: { before: 'events:*:*:event-bus/', name: 'name' },
  aws_cloudwatch_log_group: { before: 'logs:*:*:log-group:', name: 'name', after: ':*' },
  aws_ecr_repository: { before: 'ecr:*:*:repository/', name: 'name' },
  aws_efs_file_system: { before: 'elasticfilesystem:*:*:file-system/', name: 'id' },
  aws_iam_role: { before: 'iam::*:role/', name: 'name' },
};

/** How the ARN of a resource is made; undefined for a type of which we do not know it. */
export function shapeOf({ type }: Resource): ArnShape | undefined {
  return shapes[type.replace(/^data\./, '')];
}

/**
 * The literal or composed name of a resource, in the words of its template, as it stands in its ARN; undefined where the
 * platform makes one up.
 */
export function statedName(resource: Resource, shape: ArnShape): string | undefined {
  const name = writtenName(resource, shape);
  return shape.before.endsWith('/') ? name?.replace(/^\//, '') : name;
}

/** The name as it is written; undefined where the platform makes one up. */
export function writtenName(resource: Resource, { name }: ArnShape): string | undefined {
  const value = property(resource, name);
  if (value === undefined || value.kind === 'choice') return undefined;
  const reading = readText(value);
  if (reading.known && value.kind !== 'parameter' && value.kind !== 'joined') return reading.value;
  const written = writtenText(value);
  return written.known ? written.text : undefined;
}
