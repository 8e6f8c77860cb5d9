import { expect, test } from 'vitest';
import { linesOf } from '../../../tests/boto3-operations.ts';

test.for([
  [
    'listing',
    `
import boto3
bucket = boto3.resource('s3').Bucket('b')
for summary in bucket.objects.filter(Prefix='p'): #> s3.list_objects(Bucket=b, Prefix=p) through resource:Bucket.objects
    print(summary.size, summary.key)
    summary.delete() #> s3.delete_object(Bucket=b, Key=?) through resource:ObjectSummary.delete
    summary.Object().content_type #> s3.head_object(Bucket=b, Key=?) through resource:Object.load
for page in bucket.objects.pages(): #> s3.list_objects(Bucket=b) through resource:Bucket.objects
    for summary in page:
        summary.get() #> s3.get_object(Bucket=b, Key=?) through resource:ObjectSummary.get`,
  ],
  [
    'a chain lists once',
    `
import boto3
list(boto3.resource('ec2').instances.filter(Filters=[]).limit(5).page_size(2)) #> ec2.describe_instances(Filters=[]) through resource:ServiceResource.instances`,
  ],
  [
    'limits are no parameters',
    `
import boto3
boto3.resource('s3').buckets.limit(count=5) #> s3.list_buckets() through resource:ServiceResource.buckets`,
  ],
  [
    'a collection that is only named',
    `
import boto3
buckets = boto3.resource('s3').buckets`,
  ],
  [
    'something for all',
    `
import boto3
boto3.resource('s3').Bucket('b').objects.all().delete() #> s3.list_objects(Bucket=b) through resource:Bucket.objects + s3.delete_objects(Bucket=b, Delete={Objects: [{Key: ?}]}) through resource:Bucket.objects.delete
boto3.resource('ec2').instances.stop() #> ec2.describe_instances() through resource:ServiceResource.instances + ec2.stop_instances(InstanceIds=[?]) through resource:ServiceResource.instances.stop`,
  ],
] as const)('%s', ([, text]) => {
  const { found, expected } = linesOf(text);
  expect(found).toEqual(expected);
});
