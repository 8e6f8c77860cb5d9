// The same faults in the formats that spell them otherwise.
import { expect, test } from 'vitest';
import { type Files, findingsOn, fixedText } from '../../../tests/judge-files.ts';

const code = 'def handler(event, context):\n    pass\n';

function terraform(queue: string, functionSettings: string, more = ''): Files {
  return {
    'src/app.py': code,
    'main.tf': `data "archive_file" "code" {
  type        = "zip"
  source_dir  = "src"
  output_path = "code.zip"
}
resource "aws_lambda_function" "worker" {
  function_name = "worker"
  filename      = data.archive_file.code.output_path
  handler       = "app.handler"
  runtime       = "python3.13"
  role          = "arn:aws:iam::123456789012:role/worker"
  ${functionSettings}
}
resource "aws_sqs_queue" "jobs" {
  ${queue}
}
resource "aws_sqs_queue" "dead" {}
${more}`,
  };
}

const mapping = `resource "aws_lambda_event_source_mapping" "jobs" {
  function_name    = aws_lambda_function.worker.arn
  event_source_arn = aws_sqs_queue.jobs.arn
}
`;
const upload = `resource "aws_s3_bucket" "uploads" {}
resource "aws_s3_bucket_notification" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  lambda_function {
    lambda_function_arn = aws_lambda_function.worker.arn
    events              = ["s3:ObjectCreated:*"]
  }
}
`;

function serverless(settings: string, more = ''): Files {
  return {
    'app.py': code,
    'serverless.yml': `service: s
provider: { name: aws, runtime: python3.13 }
functions:
  worker:
    handler: app.handler
    ${settings}
    events:
      - sqs: { arn: !GetAtt Jobs.Arn }
      - s3: uploads
resources:
  Resources:
    Dead: { Type: AWS::SQS::Queue }
    Jobs:
      Type: AWS::SQS::Queue
      Properties: { VisibilityTimeout: 5${more} }
`,
  };
}

const redrive = 'redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 3 })';

test.for<[string, Files, 'pass' | 'fail', string]>([
  ['too short in Terraform', terraform('', 'timeout = 60', mapping), 'fail', '30 s, but worker may run for 60 s'],
  [
    'long enough in Terraform',
    terraform('visibility_timeout_seconds = 90', 'timeout = 60', mapping),
    'pass',
    'is 90 s, the function runs for 60 s at most',
  ],
  ['the 6 seconds that Serverless gives', serverless('memorySize: 128'), 'fail', 'is 5 s, but worker may run for 6 s'],
  ['stated in serverless.yml', serverless('timeout: 4'), 'pass', 'the function runs for 4 s at most'],
])('visibility time-out: %s', async ([, files, verdict, fragment]) => {
  const [found] = await findingsOn('queue-visibility-too-short', files);
  expect(found).toMatchObject({ verdict, message: expect.stringContaining(fragment) });
  expect(found?.fix?.edits ?? []).toHaveLength(found?.verdict === 'fail' ? 1 : 0);
});

test.for<[string, Files, string[]]>([
  ['none in Terraform', terraform('', '', mapping), ['fail aws_sqs_queue.jobs']],
  ['a redrive policy in Terraform', terraform(redrive, '', mapping), ['pass aws_sqs_queue.jobs']],
  [
    'a redrive policy beside the queue',
    terraform(
      '',
      '',
      `${mapping}resource "aws_sqs_queue_redrive_policy" "jobs" {
  queue_url      = aws_sqs_queue.jobs.id
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 3 })
}
`,
    ),
    ['pass aws_sqs_queue.jobs'],
  ],
  ['events in Terraform', terraform('', '', upload), ['fail aws_lambda_function.worker']],
  [
    'a dead-letter queue of the function in Terraform',
    terraform('', 'dead_letter_config { target_arn = aws_sqs_queue.dead.arn }', upload),
    ['pass aws_lambda_function.worker'],
  ],
  [
    'a destination beside the function in Terraform',
    terraform(
      '',
      '',
      `${upload}resource "aws_lambda_function_event_invoke_config" "worker" {
  function_name = aws_lambda_function.worker.function_name
  destination_config {
    on_failure { destination = aws_sqs_queue.dead.arn }
  }
}
`,
    ),
    ['pass aws_lambda_function.worker'],
  ],
  ['none in serverless.yml', serverless('memorySize: 128'), ['fail Jobs', 'fail worker']],
  [
    'both in serverless.yml',
    serverless(
      'onError: !GetAtt Dead.Arn',
      ', RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 }',
    ),
    ['pass Jobs', 'pass worker'],
  ],
])('dead letters: %s', async ([, files, expected]) => {
  const found = await findingsOn('dead-letter-missing', files);
  expect(found.map(({ verdict, subject }) => `${verdict} ${subject}`).sort()).toEqual(expected);
});

test('the queue that a fix adds to serverless.yml stands among its resources', async () => {
  const files = serverless('onError: !GetAtt Dead.Arn');
  const found = (await findingsOn('dead-letter-missing', files)).find(({ verdict }) => verdict === 'fail');
  expect(fixedText(files, 'serverless.yml', found!)).toMatch(/\n {4}JobsDeadLetters:\n {6}Type: AWS::SQS::Queue\n/);
});

test.for([
  ['a custom resource', 'Made: { Type: Custom::Made, Properties: { ServiceToken: !GetAtt Worker.Arn } }'],
  [
    'a rotation',
    'Made: { Type: AWS::SecretsManager::RotationSchedule, Properties: { RotationLambdaARN: !GetAtt Worker.Arn, SecretId: a } }',
  ],
] as const)('%s notices by itself that the function failed', async ([, resource]) => {
  const files = {
    'app.py': code,
    'template.yaml': `Resources:
  Worker: { Type: AWS::Lambda::Function, Properties: { Handler: app.handler, Runtime: python3.13, Code: . } }
  ${resource}
`,
  };
  expect(await findingsOn('dead-letter-missing', files)).toMatchObject([{ verdict: 'not-applicable' }]);
});
