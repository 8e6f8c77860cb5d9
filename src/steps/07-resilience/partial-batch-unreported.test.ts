import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { event, jobs, sam } from '../../../tests/sam-files.ts';

const id = 'partial-batch-unreported';

const reporting = 'def handler(event, context):\n    return {"batchItemFailures": []}\n';
const queue = (...settings: string[]): Files =>
  sam(event('FromJobs', 'SQS', 'Queue: !GetAtt Jobs.Arn', ...settings), jobs());
const stream = (...settings: string[]): Files =>
  sam(event('Clicks', 'Kinesis', 'Stream: !GetAtt Clicks.Arn', ...settings));
const terraform = (...lines: string[]): Files => ({
  'app.py': 'def handler(event, context):\n    pass\n',
  'main.tf': `resource "aws_lambda_function" "worker" {
  function_name = "worker"
  handler       = "app.handler"
  runtime       = "python3.13"
  filename      = data.archive_file.code.output_path
}
data "archive_file" "code" {
  type        = "zip"
  source_file = "app.py"
  output_path = "app.zip"
}
resource "aws_sqs_queue" "jobs" {}
resource "aws_lambda_event_source_mapping" "jobs" {
  function_name    = aws_lambda_function.worker.arn
  event_source_arn = aws_sqs_queue.jobs.arn
${lines.map((line) => `  ${line}\n`).join('')}}
`,
});

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'ten messages',
    queue(),
    [{ verdict: 'fail', severity: 'improvement', message: expect.stringContaining('10 messages') }],
  ],
  [
    'a number of messages',
    queue('BatchSize: 5'),
    [{ verdict: 'fail', message: expect.stringContaining('5 messages') }],
  ],
  ['a report that nobody asks for', { ...queue(), 'app.py': reporting }, [{ verdict: 'fail', severity: 'risk' }]],
  ['the same of a stream', { ...stream(), 'app.py': reporting }, [{ verdict: 'fail', severity: 'risk' }]],
  ['a stream without a report', stream(), [{ verdict: 'pass' }]],
  [
    'a parameter',
    queue('FunctionResponseTypes: !If [A, [ReportBatchItemFailures], !Ref AWS::NoValue]'),
    [{ verdict: 'unknown' }],
  ],
  ['a mapping of Terraform', terraform(), [{ verdict: 'fail', at: { file: 'main.tf', line: 13 } }]],
  [
    'one that asks in vain',
    terraform('function_response_types = ["ReportBatchItemFailures"]'),
    [{ verdict: 'fail', at: { line: 16 } }],
  ],
  ['one message at a time', terraform('batch_size = 1'), [{ verdict: 'pass' }]],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
