import { expect, test } from 'vitest';
import { provider } from '../../../tests/boto3-operations.ts';
import { botoOf } from './objects.ts';

test.for([
  ['mypy_boto3_s3.S3Client', { kind: 'client', service: 's3' }],
  ['mypy_boto3_s3.client.S3Client', { kind: 'client', service: 's3' }],
  ['mypy_boto3_s3.Client', { kind: 'client', service: 's3' }],
  ['types_boto3_dynamodb.client.DynamoDBClient', { kind: 'client', service: 'dynamodb' }],
  ['types_aiobotocore_secretsmanager.SecretsManagerClient', { kind: 'client', service: 'secretsmanager' }],
  ['mypy_boto3_lambda.LambdaClient', { kind: 'client', service: 'lambda' }],
  ['mypy_boto3_cognito_idp.CognitoIdentityProviderClient', { kind: 'client', service: 'cognito-idp' }],
  ['mypy_boto3_s3.S3ServiceResource', { kind: 'resource', type: 'ServiceResource', client: { service: 's3' } }],
  ['mypy_boto3_s3.service_resource.Bucket', { kind: 'resource', type: 'Bucket' }],
  ['mypy_boto3_dynamodb.service_resource.Table', { kind: 'resource', type: 'Table' }],
  ['mypy_boto3_s3.service_resource._Bucket', { kind: 'resource', type: 'Bucket' }],
  ['mypy_boto3_s3.paginator.ListObjectsV2Paginator', { kind: 'paginator', operation: 'list_objects_v2' }],
  ['mypy_boto3_s3.waiter.BucketExistsWaiter', { kind: 'waiter', name: 'bucket_exists' }],
  ['mypy_boto3_s3.type_defs.GetObjectOutputTypeDef', { kind: 'opaque' }],
  ['mypy_boto3_sts.type_defs.CredentialsTypeDef', { kind: 'credentials', identity: { kind: 'assumed-role' } }],
  ['boto3.Session', { kind: 'session' }],
  ['botocore.client.BaseClient', { kind: 'client', service: null }],
  ['botocore.client.S3', { kind: 'client', service: 's3' }],
  ['boto3.resources.factory.dynamodb.Table', { kind: 'resource', type: 'Table' }],
  ['boto3.resources.base.ServiceResource', { kind: 'resource', client: { service: null } }],
] as const)('%s', ([path, expected]) => {
  expect(botoOf(provider.annotated?.(path))).toMatchObject(expected);
});

test.for([
  'mypy_boto3_s3.literals.BucketLocationConstraintType',
  'mypy_boto3_nothing.NothingClient',
  'mypy_boto3_s3.EC2Client',
  'boto3.constructor',
  'boto3.resources.factory.s3.constructor',
  'flask.Flask',
])('%s is none', (path) => expect(provider.annotated?.(path)).toBeUndefined());
