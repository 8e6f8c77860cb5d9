import { readText } from '../../infrastructure/model/reading.ts';
import type { Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';

/** Types of resources that hold policies of other resources, by the prefix of the actions that they grant. */
const types: Readonly<Record<string, string>> = {
  'AWS::S3::BucketPolicy': 's3',
  'AWS::SQS::QueuePolicy': 'sqs',
  'AWS::SNS::TopicPolicy': 'sns',
  'AWS::SecretsManager::ResourcePolicy': 'secretsmanager',
  'AWS::Lambda::Permission': 'lambda',
  'AWS::KMS::Key': 'kms',
  'AWS::ECR::Repository': 'ecr',
  'AWS::Events::EventBusPolicy': 'events',
  'AWS::DynamoDB::Table': 'dynamodb',
  aws_s3_bucket_policy: 's3',
  aws_sqs_queue_policy: 'sqs',
  aws_sns_topic_policy: 'sns',
  aws_secretsmanager_secret_policy: 'secretsmanager',
  aws_lambda_permission: 'lambda',
  aws_kms_key: 'kms',
  aws_ecr_repository_policy: 'ecr',
  'AWS::IAM::Role': 'sts',
  aws_iam_role: 'sts',
};

/** The prefixes of actions that policies of resources in a stack may grant to a role, and not to services of AWS alone. */
export function resourcePolicyPrefixes(stack: Stack): Set<string> {
  const found = new Set<string>();
  for (const { type, properties } of stack.resources.values()) {
    const prefix = types[type];
    if (prefix !== undefined && !found.has(prefix) && mayNameRole(properties)) found.add(prefix);
  }
  return found;
}

const mostValues = 3000;

/** True if some principal below a value is not a service of AWS. Terraform keeps policies in texts and documents: any counts. */
function mayNameRole(root: Value): boolean {
  const open: Value[] = [root];
  for (let left = mostValues, value = open.pop(); value !== undefined && left > 0; left--, value = open.pop()) {
    if (value.kind === 'list') open.push(...value.items);
    if (value.kind === 'choice') open.push(...value.options);
    if (value.kind !== 'map') continue;
    for (const [name, entry] of value.entries) {
      if (/^principals?$/i.test(name)) {
        if (isOther(entry.value)) return true;
      } else if (name === 'policy') return true;
      else if (name === 'assume_role_policy' && /"AWS"\s*:/.test(readText(entry.value).text)) return true;
      else open.push(entry.value);
    }
  }
  return false;
}

function isOther(principal: Value): boolean {
  if (principal.kind === 'map') return [...principal.entries.keys()].some((name) => name !== 'Service');
  return !/\.amazonaws\.com(?:\.cn)?$/.test(readText(principal).text);
}
