import { expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { findPermissions } from './permissions.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  One:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.one, Runtime: python3.13, CodeUri: src }
  Two:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.two, Runtime: python3.13, CodeUri: src }
`;

/** What two functions of one module need beside their logs. */
async function needs(files: Readonly<Record<string, string>>): Promise<string[][]> {
  const { services } = await findPermissions(memoryRepository({ 'template.yaml': template, ...files }));
  return services.map(({ needed }) =>
    needed
      .filter(({ action }) => !action.startsWith('logs:'))
      .map(
        ({ action, certainty, resources }) =>
          `${action}${certainty === 'guessed' ? '?' : ''} ${resources.map((one) => one.replace(/.*:/, '')).join(' ')}`,
      ),
  );
}

const entries = (one: string, two: string): string => `
def one(event, context):
    ${one}

def two(event, context):
    ${two}
`;

test.for<[string, string, string[], string[]]>([
  [
    'an operation by its name',
    `import boto3
def call(client, name, **given):
    return getattr(client, name)(**given)
${entries('call(boto3.client("s3"), "get_object", Bucket="a", Key="k")', 'call(boto3.client("sqs"), "send_message", QueueUrl=event["q"], MessageBody="")')}`,
    ['s3:GetObject a/k'],
    ['sqs:SendMessage *'],
  ],
  [
    'the method, of which a paginator is made',
    `import boto3
athena, glue = boto3.client("athena"), boto3.client("glue")
def paginate(client, method, **given):
    paginator = client.get_paginator(method.__name__)
    for page in paginator.paginate(**given):
        yield page
${entries('return list(paginate(athena, athena.list_work_groups))', 'return list(paginate(glue, glue.get_crawlers))')}`,
    ['athena:ListWorkGroups *'],
    ['glue:GetCrawlers *'],
  ],
  [
    'what a function passes on that it got',
    `import boto3
s3 = boto3.client("s3")
def read(bucket, key):
    return s3.get_object(Bucket=bucket, Key=key)
def text(bucket):
    return read(bucket, "k")["Body"].read()
${entries('text("a")', 'text("b")')}`,
    ['s3:GetObject a/k'],
    ['s3:GetObject b/k'],
  ],
  [
    'a function that calls itself',
    `import boto3
s3 = boto3.client("s3")
def pages(bucket, token=None):
    page = s3.list_objects_v2(Bucket=bucket)
    return page["Contents"] + pages(bucket, page["NextContinuationToken"])
${entries('pages("a")', 'pages("b")')}`,
    ['s3:ListBucket a'],
    ['s3:ListBucket b'],
  ],
  [
    'objects of a class',
    `import boto3
class Store:
    def __init__(self, name):
        self.table = boto3.resource("dynamodb").Table(name)
    def save(self, item):
        self.table.put_item(Item=item)
${entries('Store("a").save(event)', 'store = Store("b"); store.save(event)')}`,
    ['dynamodb:PutItem table/a'],
    ['dynamodb:PutItem table/b'],
  ],
  [
    'a callback: whoever hands it over may have it called with anything',
    `import boto3
import elsewhere
s3 = boto3.client("s3")
def read(bucket):
    return s3.get_object(Bucket=bucket, Key="k")
${entries('read("a")', 'elsewhere.run(read); read("b")')}`,
    ['s3:GetObject a/k'],
    ['s3:GetObject a/k b/k'],
  ],
  [
    'a caller that no entry point reaches',
    `import boto3
s3 = boto3.client("s3")
def read(bucket):
    return s3.get_object(Bucket=bucket, Key="k")
def unused():
    read("c")
${entries('read("a")', 'read("b")')}`,
    ['s3:GetObject a/k'],
    ['s3:GetObject b/k'],
  ],
  [
    'an entry point that others call too',
    `import boto3
s3 = boto3.client("s3")
def one(event, context, bucket="a"):
    s3.get_object(Bucket=bucket, Key="k")
def two(event, context):
    one(event, context, "b")`,
    ['s3:GetObject a/k b/k'],
    ['s3:GetObject b/k'],
  ],
  [
    'what the module does only where it is started as a script',
    `import boto3
s3 = boto3.client("s3")
s3.list_buckets()
def read(bucket):
    return s3.get_object(Bucket=bucket, Key="k")
${entries('pass', 'read("b")')}
if __name__ == "__main__":
    read("c")
    one({}, None)`,
    ['s3:ListAllMyBuckets *'],
    ['s3:GetObject b/k', 's3:ListAllMyBuckets *'],
  ],
  [
    'a method by a name that is put together, or not known at all',
    `import boto3
s3 = boto3.client("s3")
class Work:
    def on_read(self):
        s3.get_object(Bucket="a", Key="k")
    def on_list(self):
        s3.list_objects_v2(Bucket="a")
    def other(self):
        s3.delete_object(Bucket="a", Key="k")
    def run(self, event):
        getattr(self, "on_" + event["do"])()
    def any(self, event):
        getattr(self, event["do"])()
${entries('Work().run(event)', 'Work().any(event)')}`,
    ['s3:GetObject a/k', 's3:ListBucket a'],
    ['s3:DeleteObject? a/k', 's3:GetObject? a/k', 's3:ListBucket? a'],
  ],
  [
    'functions that register with what starts them',
    `import boto3
from cfn_resource import Resource
from crhelper import CfnResource
from aws_lambda_powertools.event_handler import APIGatewayRestResolver, AppSyncResolver
s3 = boto3.client("s3")
one, helper, app, fields = Resource(), CfnResource(), APIGatewayRestResolver(), AppSyncResolver()
@one.create
def create(event, context):
    s3.get_object(Bucket="a", Key="k")
@helper.create
@helper.update
def update(event, context):
    s3.list_objects_v2(Bucket="b")
@app.get("/things")
def things():
    s3.delete_object(Bucket="b", Key="k")
@fields.resolver(type_name="Query")
def field():
    s3.put_object(Bucket="b", Key="k", Body=b"")
def two(event, context):
    helper(event, context)
    fields.resolve(event, context)
    return app.resolve(event, context)
`,
    ['s3:GetObject a/k'],
    ['s3:DeleteObject b/k', 's3:ListBucket b', 's3:PutObject b/k'],
  ],
])('%s', async ([, app, one, two]) => {
  expect(await needs({ 'src/app.py': app })).toEqual([one, two]);
});

test.for<[string, string, string, string, string[]]>([
  [
    'what tests alone are seen to pass is no value',
    'H = {"read": store.read}\ndef run(name, event):\n    H.get(name)(event["b"])',
    'def read(bucket):\n    return boto3.client("s3").get_object(Bucket=bucket, Key="k")\n',
    'def test_read():\n    store.read("of-a-test")\n',
    ['s3:GetObject */k'],
  ],
  [
    'a class of tests takes the place of none',
    'def run(name, event):\n    store.Base().work()',
    'class Base:\n    def work(self):\n        self.step()\n    def step(self):\n        boto3.client("s3").list_buckets()\n',
    'class Fake(store.Base):\n    def step(self):\n        boto3.client("sqs").list_queues()\n',
    ['s3:ListAllMyBuckets *'],
  ],
])('tests in a layer are not deployed: %s', async ([, run, store, tests, one]) => {
  const layered = template.replaceAll('CodeUri: src }', 'CodeUri: src, Layers: [!Ref Shared] }');
  const files = {
    'template.yaml': `${layered}  Shared:\n    Type: AWS::Serverless::LayerVersion\n    Properties: { ContentUri: shared }\n`,
    'src/app.py': `import store\n${run}\n${entries('run(event["n"], event)', 'pass')}`,
    'shared/python/store.py': `import boto3\n${store}`,
    'shared/python/tests/test_store.py': `import boto3, store\n${tests}`,
  };
  const [found] = await needs(files);
  expect(found).toEqual(one);
});
