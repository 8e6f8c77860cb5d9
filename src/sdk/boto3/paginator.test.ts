import { expect, test } from 'vitest';
import { linesOf } from '../../../tests/boto3-operations.ts';

test.for([
  [
    'pages of an operation',
    `
import boto3
ec2 = boto3.client('ec2')
paginator = ec2.get_paginator('describe_instances') #> ?ec2.describe_instances() through paginator:describe_instances
pages = paginator.paginate(Filters=[], PaginationConfig={'PageSize': 5}) #> ec2.describe_instances(Filters=[]) through paginator:describe_instances
for page in pages:
    page['Reservations'].copy()
pages.search('Reservations[].Instances[]')
pages.build_full_result().copy()`,
  ],
  [
    'names that are given by others',
    `
import boto3, random
iam = boto3.client('iam')
for name in ('list_users', 'list_roles'):
    iam.get_paginator(name).paginate() #> iam.list_users() through paginator:list_users + iam.list_roles() through paginator:list_roles`,
  ],
  [
    'a name that is not known',
    `
import boto3, sys
boto3.client('iam').get_paginator(sys.argv[1]).paginate(MaxItems=1) #> unresolved`,
  ],
  [
    'a client that is not known: by the arguments',
    `
import boto3, sys
client = boto3.client(sys.argv[1])
client.get_paginator('list_objects_v2').paginate(Bucket='b') #> s3.list_objects_v2(Bucket=b) through paginator:list_objects_v2 + ?s3.list_objects_v2() through paginator:list_objects_v2
client.get_paginator('list_executions').paginate(stateMachineArn='a') #> ~stepfunctions.list_executions(stateMachineArn=a) through paginator:list_executions
client.get_paginator('list_tags_for_resource').paginate(ResourceArn='a') #> unresolved`,
  ],
] as const)('%s', ([, text]) => {
  const { found, expected } = linesOf(text);
  expect(found).toEqual(expected);
});
