import { expect, test } from 'vitest';
import { linesOf } from '../../../tests/boto3-operations.ts';

test.for([
  [
    'the ways to a client',
    `
import boto3, botocore.session
from boto3.session import Session
boto3.client('s3').list_buckets() #> s3.list_buckets()
boto3.client(service_name='s3', region_name='eu-west-1').list_buckets() #> s3.list_buckets()
boto3.Session().client('s3').list_buckets() #> s3.list_buckets()
Session(region_name='x').client('s3', config=None).list_buckets() #> s3.list_buckets()
boto3.DEFAULT_SESSION.client('s3').list_buckets() #> s3.list_buckets()
botocore.session.get_session().create_client('s3').list_buckets() #> s3.list_buckets()
botocore.session.Session().create_client('s3').list_buckets() #> s3.list_buckets()
boto3.resource('s3').meta.client.list_buckets() #> s3.list_buckets()`,
  ],
  [
    'one client for each service that the name can be',
    `
import boto3, random
name = 'sns' if random.random() else 'sqs'
client = boto3.client(name)
client.add_permission(Label='l') #> sns.add_permission(Label=l) + sqs.add_permission(Label=l)`,
  ],
  [
    'an older name of a service',
    `
import boto3
boto3.client('runtime.sagemaker').invoke_endpoint(EndpointName='e') #> sagemaker-runtime.invoke_endpoint(EndpointName=e)`,
  ],
  [
    'asynchronous clients',
    `
import aioboto3
from aiobotocore.session import get_session
async def handler():
    async with get_session().create_client('s3') as s3:
        response = await s3.get_object(Bucket='a', Key='b') #> s3.get_object(Bucket=a, Key=b)
        async with response['Body'] as stream:
            await stream.read()
        async for page in s3.get_paginator('list_objects_v2').paginate(Bucket='a'): #> ?s3.list_objects_v2() through paginator:list_objects_v2 + s3.list_objects_v2(Bucket=a) through paginator:list_objects_v2
            page.copy()
    client = await aioboto3.Session().client('sqs').__aenter__()
    await client.list_queues() #> sqs.list_queues()
    async with aioboto3.Session().resource('dynamodb') as dynamodb:
        table = await dynamodb.Table('t')
        await table.put_item(Item={}) #> dynamodb.put_item(TableName=t, Item={}) through resource:Table.put_item`,
  ],
  [
    'what a session tells performs nothing',
    `
import boto3
session = boto3.Session()
session.get_credentials().get_frozen_credentials()
session.get_available_regions('s3').copy()
session.events.register('x', print)`,
  ],
  [
    'a session that is not known',
    `
def handler(session, name):
    session.client('s3').list_buckets() #> s3.list_buckets()
    session.resource('dynamodb').Table('t').scan() #> dynamodb.scan(TableName=t) through resource:Table.scan
    session().create_client(service_name='sqs').list_queues() #> sqs.list_queues()
    session.client('events').listen(port=1)
    session.client('nothing').list_buckets()
    session.client(name).list_buckets()
    session.resource('ec3').instances.all()
    session.make('s3').list_buckets()`,
  ],
  [
    'a factory that loses the name of the service',
    `
import boto3, functools, sys
def lost(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*change(args), **change(kwargs))
    return wrapper
class Factory:
    @staticmethod
    @lost
    def client(service_name):
        return boto3.Session(profile_name='p').client(service_name)
Factory.client('s3').list_buckets() #> s3.list_buckets() as profile p`,
  ],
  [
    'a name that no service has is not meant where another one is',
    `
import boto3
def make(name):
    return boto3.client(name.lower() if not name.islower() else name)
make('EC2').describe_instances() #> ec2.describe_instances()
for name in ('EC2', 'ec2', 'None', None):
    boto3.client(name).describe_instances() #> ec2.describe_instances()`,
  ],
] as const)('%s', ([, text]) => {
  const { found, expected } = linesOf(text);
  expect(found).toEqual(expected);
});
