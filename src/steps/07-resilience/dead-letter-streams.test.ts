import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { event, sam } from '../../../tests/sam-files.ts';

const onStream = (...settings: string[]): Files =>
  sam(event('Work', 'DynamoDB', 'Stream: !GetAtt Table.StreamArn', 'StartingPosition: LATEST', ...settings));

const onTerraform = (settings: string): Files => ({
  'app.py': 'def handler(event, context):\n    return event\n',
  'main.tf': `resource "aws_kinesis_stream" "clicks" {
  name = "clicks"
}

resource "aws_lambda_function" "count" {
  function_name = "count"
  handler       = "app.handler"
  runtime       = "python3.13"
  filename      = "app.zip"
  role          = "arn:aws:iam::123456789012:role/count"
}

resource "aws_lambda_event_source_mapping" "clicks" {
  event_source_arn  = aws_kinesis_stream.clicks.arn
  function_name     = aws_lambda_function.count.arn
  starting_position = "LATEST"
${settings}}
`,
});

const onCdk = (settings: string): Files => ({
  'cdk.json': '{"app": "python3 app.py"}',
  'src/app.py': 'def handler(event, context):\n    return event\n',
  'app.py': `from aws_cdk import App, Stack, aws_dynamodb as ddb, aws_lambda as lambda_, aws_sqs as sqs
from aws_cdk import aws_lambda_event_sources as sources


class Shop(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        table = ddb.Table(self, "Table", stream=ddb.StreamViewType.NEW_IMAGE)
        failed = sqs.Queue(self, "Failed")
        fn = lambda_.Function(
            self, "Fn", runtime=lambda_.Runtime.PYTHON_3_13, handler="app.handler", code=lambda_.Code.from_asset("src")
        )
        fn.add_event_source(
            sources.DynamoEventSource(table, starting_position=lambda_.StartingPosition.LATEST${settings})
        )


app = App()
Shop(app, "Shop")
`,
});

test.for<[title: string, files: Files, expected: object]>([
  [
    'no limit and no destination',
    onStream(),
    { verdict: 'fail', severity: 'risk', subject: 'Work', message: expect.stringContaining('until it expires') },
  ],
  [
    'a limit and no destination',
    onStream('MaximumRetryAttempts: 3'),
    { verdict: 'fail', message: expect.stringContaining('nothing keeps it') },
  ],
  ['no limit, by its number', onStream('MaximumRetryAttempts: -1'), { message: expect.stringContaining('expires') }],
  ['a destination', onStream('DestinationConfig: { OnFailure: { Destination: !Ref Failed } }'), { verdict: 'pass' }],
  [
    'a destination on a condition',
    onStream('DestinationConfig: !If [Kept, { OnFailure: { Destination: a } }, !Ref AWS::NoValue]'),
    { verdict: 'unknown', reason: 'dynamic-value' },
  ],
  ['Terraform', onTerraform(''), { verdict: 'fail', at: { file: 'main.tf', line: 13 } }],
  [
    'Terraform with a destination',
    onTerraform('  destination_config {\n    on_failure {\n      destination_arn = "a"\n    }\n  }\n'),
    { verdict: 'pass' },
  ],
  ['an app of the CDK', onCdk(''), { verdict: 'fail', at: { file: 'app.py', line: 13 } }],
  [
    'an app of the CDK with a destination',
    onCdk(', retry_attempts=3, on_failure=sources.SqsDlq(failed)'),
    { verdict: 'pass' },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('dead-letter-missing', files)).toMatchObject([expected]);
});
