import { describe, expect, test } from 'vitest';
import { imports, inStack, plain, resourcesOf } from '../testing/cdk-stacks.ts';

const table =
  "self.table = dynamodb.Table(self, 'T', partition_key=dynamodb.Attribute(name='id', type=dynamodb.AttributeType.STRING))";
const queue = "queue = sqs.Queue(self, 'Q', visibility_timeout=Duration.minutes(2))";
const fn =
  "fn = lambda_.Function(self, 'Fn', code=lambda_.Code.from_asset('src'), handler='app.handler', runtime=lambda_.Runtime.PYTHON_3_12)";

describe('properties', () => {
  test.for<[string, string, string, Record<string, unknown>]>([
    ['a function', fn, 'fn', { Code: 'src', Handler: 'app.handler', Runtime: 'python3.12' }],
    [
      'units, enumerations and lists',
      "f = lambda_.Function(self, 'F', timeout=Duration.minutes(1), memory_size=256, architecture=lambda_.Architecture.ARM_64, tracing=lambda_.Tracing.ACTIVE)",
      'f',
      { Timeout: 60, MemorySize: 256, Architectures: ['arm64'], TracingConfig: { Mode: 'Active' } },
    ],
    [
      'environment with what constructs are called',
      `${table}\nf = lambda_.Function(self, 'F', environment={'TABLE': self.table.table_name, 'ARN': self.table.table_arn, 'MODE': 'fast', 'URL': f'https://{Aws.REGION}/x', 'KEY': os.environ.get('KEY', 'k')})`,
      'f',
      {
        Environment: {
          Variables: {
            TABLE: '<table>',
            ARN: '<table.Arn>',
            MODE: 'fast',
            URL: 'https://${AWS::Region}/x',
            KEY: { KEY: 'k' },
          },
        },
      },
    ],
    [
      'what is added to the environment',
      `${fn}\n${queue}\nfn.add_environment('QUEUE', queue.queue_url)`,
      'fn',
      { Code: 'src', Handler: 'app.handler', Runtime: 'python3.12', Environment: { Variables: { QUEUE: '<queue>' } } },
    ],
    [
      'what is added to one of two environments',
      `settings = {'A': 'a'} if flag() else {'B': 'b'}\nf = lambda_.Function(self, 'F', environment=settings)\nf.add_environment('C', 'c')`,
      'f',
      { Environment: { Variables: { A: 'a', B: 'b', C: 'c' } } },
    ],
    [
      'inline code',
      "f = lambda_.Function(self, 'F', code=lambda_.Code.from_inline('x = 1'))",
      'f',
      { Code: { ZipFile: 'x = 1' } },
    ],
    [
      'a queue with its dead letters',
      `${queue}\nmain = sqs.Queue(self, 'M', dead_letter_queue=sqs.DeadLetterQueue(max_receive_count=3, queue=queue))`,
      'main',
      { RedrivePolicy: { deadLetterTargetArn: '<queue.Arn>', maxReceiveCount: 3 } },
    ],
    [
      'a table',
      table,
      'table',
      {
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      },
    ],
    [
      'an L1 construct',
      "c = lambda_.CfnFunction(self, 'C', role='r', code=lambda_.CfnFunction.CodeProperty(s3_bucket='b', zip_file='z'), vpc_config=None)",
      'c',
      { Role: 'r', Code: { S3Bucket: 'b', ZipFile: 'z' } },
    ],
    [
      'a property with the name of an argument',
      "c = cdk.aws_wafv2.CfnWebACL(self, 'C', scope='REGIONAL', default_action={})",
      'c',
      { Scope: 'REGIONAL', DefaultAction: {} },
    ],
    ['scope and id by name', "c = sqs.Queue(scope=self, id='C', fifo=True)", 'c', { FifoQueue: true }],
    [
      'a role',
      "role = iam.Role(self, 'R', assumed_by=iam.ServicePrincipal('lambda.amazonaws.com'), managed_policies=[iam.ManagedPolicy.from_aws_managed_policy_name('Foo'), iam.ManagedPolicy.from_managed_policy_arn(self, 'P', 'arn:x')])",
      'role',
      {
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
        },
        ManagedPolicyArns: ['arn:${AWS::Partition}:iam::aws:policy/Foo', 'arn:x'],
      },
    ],
    [
      'a rule with targets',
      `${fn}\nrule = events.Rule(self, 'R', schedule=events.Schedule.rate(Duration.hours(2)))\nrule.add_target(targets.LambdaFunction(fn))`,
      'rule',
      { ScheduleExpression: 'rate(2 hours)', Targets: [{ Arn: '<fn.Arn>', Id: 'Target' }] },
    ],
    [
      'the settings of cdk.json',
      "q = sqs.Queue(self, 'Q', queue_name=self.node.try_get_context('name'))",
      'q',
      { QueueName: 'orders' },
    ],
    [
      'what cannot be told',
      "import lib\nq = sqs.Queue(self, 'Q', queue_name=lib.name())",
      'q',
      { QueueName: '?external-code' },
    ],
    [
      'a name that is one of two',
      "q = sqs.Queue(self, 'Q', queue_name='a' if lib() else 'b')",
      'q',
      { QueueName: { either: ['a', 'b'] } },
    ],
    [
      'a notification of a bucket',
      `${fn}\nbucket = s3.Bucket(self, 'B', versioned=True)\nbucket.add_event_notification(s3.EventType.OBJECT_CREATED, s3n.LambdaDestination(fn))`,
      'bucket',
      {
        VersioningConfiguration: { Status: 'Enabled' },
        NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: '<fn.Arn>' }] },
      },
    ],
    [
      'an ARN of components',
      "q = sqs.Queue(self, 'Q', queue_name=Arn.format(ArnComponents(service='kinesis', resource='stream', resource_name='s'), self))",
      'q',
      { QueueName: 'arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/s' },
    ],
  ])('%s', async ([, body, id, properties]) => {
    const found = await resourcesOf({
      'app.py': inStack(body),
      'cdk.json': '{"app": "python3 app.py", "context": {"name": "orders"}}',
    });
    expect(plain(found.get(id)?.properties)).toEqual(properties);
  });
});

describe('what methods make', () => {
  test.for<[string, string, string, string, Record<string, unknown>]>([
    [
      'an event source',
      `${fn}\n${queue}\nfn.add_event_source(sources.SqsEventSource(queue, batch_size=5))`,
      'fn.add_event_source',
      'AWS::Lambda::EventSourceMapping',
      { FunctionName: '<fn>', EventSourceArn: '<queue.Arn>', BatchSize: 5 },
    ],
    [
      'a stream',
      `${fn}\n${table}\nfn.add_event_source(sources.DynamoEventSource(self.table, starting_position=lambda_.StartingPosition.LATEST))`,
      'fn.add_event_source',
      'AWS::Lambda::EventSourceMapping',
      { FunctionName: '<fn>', EventSourceArn: '<table.StreamArn>', StartingPosition: 'LATEST' },
    ],
    [
      'a grant',
      `${fn}\n${table}\nself.table.grant_read_data(fn)`,
      'table.grant_read_data',
      'cdk:Grant',
      { Method: 'grant_read_data', Target: '<table>', Grantee: '<fn>' },
    ],
    [
      'a grant of actions',
      `${fn}\n${table}\nself.table.grant(fn, 'dynamodb:Scan')`,
      'table.grant',
      'cdk:Grant',
      { Method: 'grant', Target: '<table>', Grantee: '<fn>', Actions: ['dynamodb:Scan'] },
    ],
    [
      'a statement',
      `${fn}\nfn.add_to_role_policy(iam.PolicyStatement(actions=['s3:GetObject'], resources=['*']))`,
      'fn.add_to_role_policy',
      'cdk:Grant',
      {
        Method: 'add_to_role_policy',
        Grantee: '<fn>',
        Statement: { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] },
      },
    ],
    [
      'a subscription',
      `${queue}\ntopic = sns.Topic(self, 'T')\ntopic.add_subscription(subs.SqsSubscription(queue))`,
      'topic.add_subscription',
      'AWS::SNS::Subscription',
      { TopicArn: '<topic>', Endpoint: '<queue.Arn>', Protocol: 'sqs' },
    ],
    [
      'a method of an API',
      `${fn}\napi = apigw.RestApi(self, 'A')\norders = api.root.add_resource('orders')\norders.add_method('GET', apigw.LambdaIntegration(fn))`,
      'orders.add_method',
      'AWS::ApiGateway::Method',
      {
        HttpMethod: 'GET',
        ResourceId: '<orders>',
        Integration: { Uri: 'arn:aws:apigateway:lambda:path/2015-03-31/functions/<fn.Arn>/invocations' },
      },
    ],
    [
      'an API of one function',
      `${fn}\napi = apigw.LambdaRestApi(self, 'A', handler=fn)`,
      'api/Default/ANY',
      'AWS::ApiGateway::Method',
      {
        HttpMethod: 'ANY',
        ResourceId: '<api.RootResourceId>',
        RestApiId: '<api>',
        Integration: { Uri: 'arn:aws:apigateway:lambda:path/2015-03-31/functions/<fn.Arn>/invocations' },
      },
    ],
  ])('%s', async ([, body, id, type, properties]) => {
    const made = (await resourcesOf({ 'app.py': inStack(body) })).get(id);
    expect(made?.type).toBe(type);
    expect(plain(made?.properties)).toEqual(properties);
  });
});

test('stacks hand constructs to each other, and classes of the program make theirs', async () => {
  const files = {
    'app.py': `${imports}
from stacks.data import Data
from stacks.api import Api
app = App()
data = Data(app, 'Data')
Api(app, 'Api', table=data.table)
Tags.of(app).add('team', 'blue')
`,
    'stacks/__init__.py': '',
    'stacks/data.py': `${imports}
class Data(Stack):
    def __init__(self, scope: Construct, id: str, **kwargs) -> None:
        super().__init__(scope, id, **kwargs)
        ${table}
`,
    'stacks/api.py': `${imports}
class Worker(lambda_.Function):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, runtime=lambda_.Runtime.PYTHON_3_13, **kwargs)

class Api(Stack):
    def __init__(self, scope, id, table, **kwargs):
        super().__init__(scope, id, **kwargs)
        worker = Worker(self, 'Worker', handler='a.b', code=lambda_.Code.from_asset('worker'), environment={'TABLE': table.table_name})
        table.grant_read_data(worker)
`,
  };
  const found = await resourcesOf(files);
  const worker = found.get('worker');
  expect(worker?.key.file).toBe('stacks/api.py');
  expect(plain(worker?.properties)).toEqual({
    Runtime: 'python3.13',
    Handler: 'a.b',
    Code: '../worker',
    Environment: { Variables: { TABLE: '<stacks/data.py#table>' } },
  });
  expect(plain(found.get('table.grant_read_data')?.properties)).toMatchObject({
    Target: '<stacks/data.py#table>',
    Grantee: '<worker>',
  });
  expect(plain(found.get('table')?.tags ?? undefined)).toEqual({ team: 'blue' });
  expect(plain(worker?.metadata)).toEqual({ 'aws:cdk:path': 'Api/Worker' });
});

test('what stands under a test that is not known is there on that condition, and under one that fails it is not', async () => {
  const body =
    "if lib():\n    a = sqs.Queue(self, 'A')\nelse:\n    b = sqs.Queue(self, 'B')\nif False:\n    c = sqs.Queue(self, 'C')";
  const found = await resourcesOf({ 'app.py': inStack(body) });
  expect([...found].map(([id, { condition }]) => [id, condition])).toEqual([
    ['a', 'lib()'],
    ['b', 'not (lib())'],
  ]);
});

test('places are those of the tokens, and only own tokens can be replaced', async () => {
  const body = "name = 'a'\nq = sqs.Queue(self, 'Q', queue_name=name, fifo=True)";
  const properties = (await resourcesOf({ 'app.py': inStack(body) })).get('q')?.properties;
  expect(properties?.entries.get('QueueName')?.value).toMatchObject({ shared: true });
  expect(properties?.entries.get('FifoQueue')?.value).toMatchObject({
    shared: false,
    place: { line: 15, column: 56, endColumn: 60 },
  });
});

test('what is there already is named, and not made', async () => {
  const body =
    "t = dynamodb.Table.from_table_name(self, 'T', 'orders')\nf = lambda_.Function(self, 'F', environment={'T': t.table_name})\nt.grant_read_data(f)";
  const found = await resourcesOf({ 'app.py': inStack(body) });
  expect(found.get('t')).toMatchObject({ type: 'AWS::DynamoDB::Table', existing: true });
  expect(plain(found.get('t')?.properties)).toEqual({ TableName: 'orders' });
  expect(plain(found.get('f')?.properties)).toEqual({ Environment: { Variables: { T: 'orders' } } });
  expect(plain(found.get('t.grant_read_data')?.properties)).toMatchObject({ Target: '<t>', Grantee: '<f>' });
});

test.for<[string, string, Record<string, string>, string]>([
  ['a path from where the app is started', "'src'", { 'infra/s.py': '' }, '../src'],
  ['a path from the file', "os.path.join(HERE, '..', 'src')", {}, '../src'],
  ['a path of pathlib', "str(Path(__file__).parent / 'src')", {}, 'src'],
])('code: %s', async ([, path, more, code]) => {
  const source = inStack(`f = lambda_.Function(self, 'F', code=lambda_.Code.from_asset(${path}))`);
  const head = `from pathlib import Path\nimport os\nHERE = os.path.dirname(__file__)\n`;
  const found = await resourcesOf({
    ...more,
    'cdk.json': '{"app": "python infra/app.py"}',
    'infra/app.py': head + source,
  });
  expect(plain(found.get('f')?.properties)).toEqual({ Code: code });
});

test('a function of Python says its module and its function apart', async () => {
  const source = `from aws_cdk.aws_lambda_python_alpha import PythonFunction\n${inStack("f = PythonFunction(self, 'F', entry='src', index='app.py', handler='run', runtime=lambda_.Runtime.PYTHON_3_12)")}`;
  const found = (await resourcesOf({ 'app.py': source })).get('f');
  expect(found?.type).toBe('AWS::Lambda::Function');
  expect(plain(found?.properties)).toEqual({ Code: 'src', Handler: 'app.run', Runtime: 'python3.12' });
});

test('a function of an image names the folder of the image', async () => {
  const body =
    "f = lambda_.DockerImageFunction(self, 'F', code=lambda_.DockerImageCode.from_image_asset('image', cmd=['app.run']))";
  const found = (await resourcesOf({ 'app.py': inStack(body) })).get('f');
  expect(plain(found?.properties)).toEqual({ PackageType: 'Image', ImageConfig: { Command: ['app.run'] } });
  expect(plain(found?.metadata)).toEqual({ DockerContext: 'image', 'aws:cdk:path': 'S/F' });
});

test('arguments that CloudFormation has no property for are kept, with what they refer to', async () => {
  const body = `${fn}\napi = apigw.RestApi(self, 'A', default_integration=apigw.LambdaIntegration(fn, proxy=True))`;
  const found = (await resourcesOf({ 'app.py': inStack(body) })).get('api');
  expect(plain(found?.properties)).toEqual({ Name: 'A', 'cdk:default_integration': { 0: '<fn>', proxy: true } });
});

test('lists of lists of lists cost nothing', async () => {
  const lists = Array.from({ length: 50 }, (_, index) => `l${index + 1} = [l${index}, l${index}]`).join('\n');
  const body = `l0 = ['a']\n${lists}\nq = sqs.Queue(self, 'Q', queue_name=l50)`;
  const properties = (await resourcesOf({ 'app.py': inStack(body) })).get('q')?.properties;
  expect(properties?.entries.get('QueueName')?.value.kind).toBe('list');
});

test('version 1 of the library', async () => {
  const source = `
from aws_cdk import core, aws_sqs as sqs
class S(core.Stack):
    def __init__(self, scope: core.Construct, id: str) -> None:
        super().__init__(scope, id)
        q = sqs.Queue(self, 'Q', visibility_timeout=core.Duration.seconds(5))
`;
  expect(plain((await resourcesOf({ 'a.py': source })).get('q')?.properties)).toEqual({ VisibilityTimeout: 5 });
});
