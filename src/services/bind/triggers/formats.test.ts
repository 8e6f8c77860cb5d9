// What starts a function, in the formats besides CloudFormation.
import { describe, expect, test } from 'vitest';
import { servicesOf } from '../../../../tests/join-services.ts';
import type { Files } from '../../../../tests/judge-files.ts';

const code = 'def handler(event, context):\n    pass\n';

async function startsOf(files: Files): Promise<string[]> {
  const [service] = await servicesOf(files);
  return (service?.triggers ?? []).map(({ resource, type, invocation }) => `${resource} ${type} ${invocation}`);
}

const terraform = (more: string): Files => ({
  'src/app.py': code,
  'main.tf': `data "archive_file" "code" {
  type = "zip"
  source_dir = "src"
  output_path = "code.zip"
}
resource "aws_lambda_function" "work" {
  function_name = "work"
  filename      = data.archive_file.code.output_path
  handler       = "app.handler"
  runtime       = "python3.13"
  role          = "arn:aws:iam::123456789012:role/work"
}
${more}`,
});
const work = 'aws_lambda_function.work';

describe('Terraform', () => {
  test.for<[string, string[]]>([
    [
      `resource "aws_cloudwatch_event_rule" "r" { schedule_expression = "rate(1 day)" }
resource "aws_cloudwatch_event_target" "t" {
  rule = aws_cloudwatch_event_rule.r.name
  arn  = ${work}.arn
}`,
      ['aws_cloudwatch_event_rule.r aws_cloudwatch_event_rule scheduled'],
    ],
    [
      `resource "aws_cloudwatch_event_rule" "r" { event_pattern = "{}" }
resource "aws_cloudwatch_event_target" "t" {
  rule = aws_cloudwatch_event_rule.r.name
  arn  = ${work}.arn
}
resource "aws_lambda_permission" "p" {
  function_name = ${work}.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.r.arn
}`,
      ['aws_cloudwatch_event_rule.r aws_cloudwatch_event_rule asynchronous'],
    ],
    [
      `resource "aws_s3_bucket" "b" {}
resource "aws_lambda_permission" "p" {
  function_name = ${work}.function_name
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.b.arn
}`,
      ['aws_s3_bucket.b aws_s3_bucket asynchronous'],
    ],
    [
      `resource "aws_sns_topic" "t" {}
resource "aws_sns_topic_subscription" "s" {
  topic_arn = aws_sns_topic.t.arn
  protocol  = "lambda"
  endpoint  = ${work}.arn
}`,
      ['aws_sns_topic.t aws_sns_topic asynchronous'],
    ],
    [
      `resource "aws_apigatewayv2_api" "a" {
  name          = "a"
  protocol_type = "HTTP"
}
resource "aws_apigatewayv2_integration" "i" {
  api_id           = aws_apigatewayv2_api.a.id
  integration_type = "AWS_PROXY"
  integration_uri  = ${work}.invoke_arn
}`,
      ['aws_apigatewayv2_api.a aws_apigatewayv2_api synchronous'],
    ],
    [
      `resource "aws_dynamodb_table" "t" { name = "t" }
resource "aws_lambda_event_source_mapping" "m" {
  function_name     = ${work}.arn
  event_source_arn  = aws_dynamodb_table.t.stream_arn
  starting_position = "LATEST"
}`,
      ['aws_dynamodb_table.t aws_dynamodb_table stream'],
    ],
    [
      `resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = ${work}.arn
  function_version = "1"
}
resource "aws_lambda_function_url" "u" {
  function_name      = aws_lambda_alias.live.arn
  authorization_type = "NONE"
}`,
      ['aws_lambda_function_url.u aws_lambda_function_url synchronous'],
    ],
    [
      `resource "aws_sfn_state_machine" "m" {
  name       = "m"
  role_arn   = "arn:aws:iam::123456789012:role/m"
  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Task", Resource = ${work}.arn, End = true } } })
}`,
      ['aws_sfn_state_machine.m aws_sfn_state_machine synchronous'],
    ],
    ['resource "aws_s3_bucket" "b" {}', []],
  ])('%s', async ([more, expected]) => expect(await startsOf(terraform(more))).toEqual(expected));

  test("the community's module: what it reads and who may start it", async () => {
    const files = {
      'src/app.py': code,
      'main.tf': `resource "aws_sqs_queue" "q" {}
module "work" {
  source        = "terraform-aws-modules/lambda/aws"
  function_name = "work"
  handler       = "app.handler"
  runtime       = "python3.13"
  source_path   = "src"
  event_source_mapping = { q = { event_source_arn = aws_sqs_queue.q.arn } }
  allowed_triggers     = { api = { service = "apigateway", source_arn = "arn:aws:execute-api:x" } }
}
`,
    };
    expect(await startsOf(files)).toEqual([
      'aws_sqs_queue.q aws_sqs_queue queue',
      'null AWS::ApiGateway::RestApi synchronous',
    ]);
  });
});

describe('Serverless', () => {
  test.for([
    ['http: GET /', 'ApiGatewayRestApi serverless:api synchronous'],
    ['httpApi: "*"', 'HttpApi serverless:api synchronous'],
    ['websocket: $connect', 'WebsocketsApi serverless:api synchronous'],
    ['schedule: rate(1 day)', 'null AWS::Events::Rule scheduled'],
    ['eventBridge: { schedule: rate(1 day) }', 'null AWS::Events::Rule scheduled'],
    ['eventBridge: { pattern: { source: [a] } }', 'null AWS::Events::Rule asynchronous'],
    ['s3: all-uploads', 'Uploads AWS::S3::Bucket asynchronous'],
    ['sns: { arn: !Ref News }', 'News AWS::SNS::Topic asynchronous'],
    ['sqs: !GetAtt Jobs.Arn', 'Jobs AWS::SQS::Queue queue'],
    ['stream: { type: dynamodb, arn: "arn:aws:x" }', 'null AWS::DynamoDB::Table stream'],
    ['stream: arn:aws:kinesis:eu-west-1:1:stream/a', 'null AWS::Kinesis::Stream stream'],
  ] as const)('%s', async ([event, expected]) => {
    const text = `service: s
provider: { name: aws, runtime: python3.13 }
functions:
  work:
    handler: app.handler
    events:
      - ${event}
resources:
  Resources:
    Uploads: { Type: AWS::S3::Bucket, Properties: { BucketName: all-uploads } }
    News: { Type: AWS::SNS::Topic }
    Jobs: { Type: AWS::SQS::Queue }
`;
    expect(await startsOf({ 'app.py': code, 'serverless.yml': text })).toEqual([expected]);
  });
});

test('Serverless: a function that an API asks first', async () => {
  const text = `service: s
provider: { name: aws, runtime: python3.13 }
functions:
  auth: { handler: app.handler }
  work:
    handler: app.handler
    events: [{ http: { path: /, method: get, authorizer: auth } }]
`;
  expect(await startsOf({ 'app.py': code, 'serverless.yml': text })).toEqual([
    'ApiGatewayRestApi serverless:api synchronous',
  ]);
});

test.for([
  [
    'fn.add_event_source(sources.S3EventSource(bucket, events=[s3.EventType.OBJECT_CREATED]))',
    'bucket AWS::S3::Bucket asynchronous',
  ],
  ['apigw.LambdaRestApi(self, "Api", handler=fn)', 'Api AWS::ApiGateway::RestApi synchronous'],
  [
    'fn.add_function_url(auth_type=lambda_.FunctionUrlAuthType.NONE)',
    'fn.add_function_url AWS::Lambda::Url synchronous',
  ],
  [
    'sfn.StateMachine(self, "M", definition_body=sfn.DefinitionBody.from_chainable(tasks.LambdaInvoke(self, "A", lambda_function=fn).next(sfn.Pass(self, "B"))))',
    'M AWS::StepFunctions::StateMachine synchronous',
  ],
  [
    'rule = events.Rule(self, "R", schedule=events.Schedule.rate(cdk.Duration.hours(1)))\n        rule.add_target(targets.LambdaFunction(fn))',
    'rule AWS::Events::Rule scheduled',
  ],
] as const)('the AWS CDK: %s', async ([line, expected]) => {
  const app = `import aws_cdk as cdk
from aws_cdk import (aws_apigateway as apigw, aws_events as events, aws_events_targets as targets, aws_lambda as lambda_,
    aws_lambda_event_sources as sources, aws_s3 as s3, aws_stepfunctions as sfn, aws_stepfunctions_tasks as tasks)


class Main(cdk.Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        bucket = s3.Bucket(self, 'B')
        fn = lambda_.Function(self, 'Fn', runtime=lambda_.Runtime.PYTHON_3_13, handler='work.handler', code=lambda_.Code.from_asset('src'))
        ${line}


app = cdk.App()
Main(app, 'main')
`;
  const files = { 'cdk.json': '{"app": "python3 app.py"}', 'app.py': app, 'src/work.py': code };
  expect(await startsOf(files)).toContain(expected);
});
