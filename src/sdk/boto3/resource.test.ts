import { expect, test } from 'vitest';
import { linesOf } from '../../../tests/boto3-operations.ts';

test.for([
  [
    'actions fill in identifiers',
    `
import boto3
table = boto3.resource('dynamodb').Table('t')
table.put_item(Item={'a': 1}) #> dynamodb.put_item(TableName=t, Item={a: 1}) through resource:Table.put_item
queue = boto3.resource('sqs').Queue(url='u')
queue.send_message(MessageBody='m') #> sqs.send_message(QueueUrl=u, MessageBody=m) through resource:Queue.send_message
boto3.resource('ec2').Instance('i').terminate() #> ec2.terminate_instances(InstanceIds=[i]) through resource:Instance.terminate
boto3.resource('s3').ObjectVersion('b', 'k', 'v').delete() #> s3.delete_object(Bucket=b, Key=k, VersionId=v) through resource:ObjectVersion.delete
boto3.resource('iam').Role('r').Policy('p').put(PolicyDocument='d') #> iam.put_role_policy(RoleName=r, PolicyName=p, PolicyDocument=d) through resource:RolePolicy.put`,
  ],
  [
    'resources below others, and their names',
    `
import boto3
s3 = boto3.resource('s3')
bucket = s3.Bucket('b')
bucket.Object('k').put(Body='x') #> s3.put_object(Bucket=b, Key=k, Body=x) through resource:Object.put
bucket.Object('k').Acl().put(ACL='private') #> s3.put_object_acl(Bucket=b, Key=k, ACL=private) through resource:ObjectAcl.put
s3.Object(bucket.name, 'k').get() #> s3.get_object(Bucket=b, Key=k) through resource:Object.get
bucket.put_object(Key='new').delete() #> s3.put_object(Bucket=b, Key=new) through resource:Bucket.put_object + s3.delete_object(Bucket=b, Key=new) through resource:Object.delete
s3.create_bucket(Bucket='c').delete() #> s3.create_bucket(Bucket=c) through resource:ServiceResource.create_bucket + s3.delete_bucket(Bucket=c) through resource:Bucket.delete`,
  ],
  [
    'a resource whose identifiers a response tells',
    `
import boto3
queue = boto3.resource('sqs').get_queue_by_name(QueueName='q') #> sqs.get_queue_url(QueueName=q) through resource:ServiceResource.get_queue_by_name
for message in queue.receive_messages(MaxNumberOfMessages=1): #> sqs.receive_message(QueueUrl=?, MaxNumberOfMessages=1) through resource:Queue.receive_messages
    message.body.copy()
    message.delete() #> sqs.delete_message(QueueUrl=?, ReceiptHandle=?) through resource:Message.delete`,
  ],
  [
    'attributes are loaded, once for each place',
    `
import boto3
obj = boto3.resource('s3').Object('b', 'k')
print(obj.key, obj.bucket_name)
print(obj.content_length) #> s3.head_object(Bucket=b, Key=k) through resource:Object.load
obj.reload() #> s3.head_object(Bucket=b, Key=k) through resource:Object.reload
obj.metadata.copy() #> s3.head_object(Bucket=b, Key=k) through resource:Object.load
boto3.resource('s3').Bucket('b').creation_date #> s3.list_buckets() through resource:Bucket.load
boto3.resource('ec2').Instance('i').vpc.id #> ec2.describe_instances(InstanceIds=[i]) through resource:Instance.load`,
  ],
  [
    'waiters',
    `
import boto3
boto3.resource('s3').Bucket('b').wait_until_exists() #> s3.head_bucket(Bucket=b) through resource:Bucket.wait_until_exists
boto3.resource('dynamodb').create_table(TableName='t').wait_until_exists() #> dynamodb.create_table(TableName=t) through resource:ServiceResource.create_table + dynamodb.describe_table(TableName=?) through resource:Table.wait_until_exists`,
  ],
  [
    'what boto3 adds',
    `
import boto3
ec2 = boto3.resource('ec2')
ec2.create_tags(Resources=['i'], Tags=[]) #> ec2.create_tags(Resources=[i], Tags=[]) through resource:ServiceResource.create_tags
ec2.Instance('i').delete_tags(Tags=[]) #> ec2.delete_tags(Resources=[i], Tags=[]) through resource:Instance.delete_tags`,
  ],
  [
    'the client of a resource',
    `
import boto3
boto3.resource('s3').Bucket('b').meta.client.head_bucket(Bucket='b') #> s3.head_bucket(Bucket=b)
boto3.resource('s3').get_available_subresources().copy()`,
  ],
  [
    'a resource of an unknown service, by what only one service has',
    `
import boto3, sys
boto3.resource(sys.argv[1]).Table('t').scan() #> dynamodb.scan(TableName=t) through resource:Table.scan
boto3.resource(sys.argv[1]).Bucket('b').delete() #> s3.delete_bucket(Bucket=b) through resource:Bucket.delete`,
  ],
] as const)('%s', ([, text]) => {
  const { found, expected } = linesOf(text);
  expect(found).toEqual(expected);
});
