import { expect, test } from 'vitest';
import { linesOf, provider } from '../../../tests/boto3-operations.ts';
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

test('annotations in a program', () => {
  const { found, expected } = linesOf(`
import boto3, botocore.session
from boto3.session import Session
from boto3.s3.transfer import S3Transfer
from botocore.client import BaseClient
from mypy_boto3_dynamodb.service_resource import Table
from mypy_boto3_s3 import S3Client
NAME = open('name').read()
def one(session: boto3.Session): session.client(NAME).assume_role(RoleArn='r') #> sts.assume_role(RoleArn=r)
def two(session: Session | None): session.client(NAME).assume_role(RoleArn='r') #> sts.assume_role(RoleArn=r)
def three(session: 'botocore.session.Session'): session.create_client(NAME).assume_role(RoleArn='r') #> sts.assume_role(RoleArn=r)
def four(client: boto3.client): client.assume_role(RoleArn='r') #> sts.assume_role(RoleArn=r)
def five(client: BaseClient): client.assume_role(RoleArn='r') #> sts.assume_role(RoleArn=r)
def six(client: S3Client): client.copy_object(Bucket='b') #> s3.copy_object(Bucket=b)
def seven(table: Table): table.scan() #> dynamodb.scan(TableName=?) through resource:Table.scan
def eight(resource: boto3.resource): resource.Bucket('b').delete() #> s3.delete_bucket(Bucket=b) through resource:Bucket.delete
def nine(transfer: S3Transfer): transfer.download_file('b', 'k', 'f') #> s3.head_object(Bucket=b, Key=k) through transfer:download_file + s3.get_object(Bucket=b, Key=k) through transfer:download_file
`);
  expect(found).toEqual(expected);
});
