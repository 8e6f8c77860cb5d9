import { expect, test } from 'vitest';
import { linesOf } from '../../../tests/boto3-operations.ts';

test.for([
  [
    'an operation of a client',
    `
import boto3
s3 = boto3.client('s3')
s3.get_object(Bucket='a', Key='b') #> s3.get_object(Bucket=a, Key=b)
s3.get_object #
s3.no_such_operation(Bucket='a')
s3.describe_instances()`,
  ],
  [
    'names of operations that collide with other things',
    `
import boto3
boto3.client('lambda').invoke(FunctionName='f') #> lambda.invoke(FunctionName=f)
boto3.client('sns').publish(Message='m') #> sns.publish(Message=m)
boto3.client('dynamodb').scan(TableName='t') #> dynamodb.scan(TableName=t)`,
  ],
  [
    'what performs nothing',
    `
import boto3
s3 = boto3.client('s3')
s3.can_paginate('list_objects_v2')
s3.close()
s3.meta.region_name.copy()
s3.meta.events.register('before-call.s3.*', print)
s3.exceptions.NoSuchKey().copy()
s3.waiter_names.copy()`,
  ],
  [
    'arguments in a dictionary',
    `
import boto3
arguments = {'Bucket': 'a', 'Key': 'b'}
boto3.client('s3').get_object(**arguments) #> s3.get_object(Bucket=a, Key=b)`,
  ],
  [
    'a method by its name',
    `
import boto3
s3 = boto3.client('s3')
get = s3.get_object
get(Bucket='a', Key='b') #> s3.get_object(Bucket=a, Key=b)
s3.list_buckets() #> s3.list_buckets()`,
  ],
  [
    'a client of an unknown service whose method only one service has',
    `
import boto3, sys
client = boto3.client(sys.argv[1])
client.assume_role(RoleArn='r') #> sts.assume_role(RoleArn=r)
client.tag_resource(ResourceArn='r', Tags={}) #> unresolved
client.list_tables(project_id='r')
client.get_object(Bucket='b', Key='k') #> ~s3.get_object(Bucket=b, Key=k)
client.copy
client.upload_file(Filename='f', Bucket='b', Key='k') #> s3.put_object(Bucket=b, Key=k) through transfer:upload_file + s3.create_multipart_upload(Bucket=b, Key=k) through transfer:upload_file + s3.upload_part(Bucket=b, Key=k) through transfer:upload_file + s3.complete_multipart_upload(Bucket=b, Key=k) through transfer:upload_file`,
  ],
  [
    'a service that the catalogue does not have',
    `
import boto3
client = boto3.client('no-such-service')
client.get_object(Bucket='a', Key='b') #> unresolved
client.tag_resource(ResourceArn='r', Tags={}) #> unresolved
client.get_object(project_id=1)
client.no_such_method()`,
  ],
  [
    'tokens that are signed without asking anybody',
    `
import boto3
boto3.client('rds').generate_db_auth_token('host', 5432, 'me') #> rds.generate_db_auth_token(DBHostname=host, Port=5432, DBUsername=me)
boto3.client('dsql').generate_db_connect_admin_auth_token(Hostname='host') #> dsql.generate_db_connect_admin_auth_token(Hostname=host)
boto3.client('s3').generate_db_auth_token('host', 5432, 'me')`,
  ],
  [
    'what all methods call',
    `
import boto3, sys
client = boto3.client('dynamodb')
client._make_api_call('GetItem', {'TableName': 't'}) #> dynamodb.get_item(TableName=t)
client._make_api_call(sys.argv[1], {}) #> unresolved`,
  ],
] as const)('%s', ([, text]) => {
  const { found, expected } = linesOf(text);
  expect(found).toEqual(expected);
});
