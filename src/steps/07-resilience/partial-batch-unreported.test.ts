import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { event, jobs, sam } from '../../../tests/sam-files.ts';

const id = 'partial-batch-unreported';

const reporting = 'def handler(event, context):\n    return {"batchItemFailures": []}\n';
const each = 'def handler(event, context):\n    for record in event["Records"]:\n        work(record)\n';
const queue = (...settings: string[]): Files => ({
  ...sam(event('FromJobs', 'SQS', 'Queue: !GetAtt Jobs.Arn', ...settings), jobs()),
  'app.py': each,
});
const doing = (...lines: string[]): Files => ({
  ...queue(),
  'app.py': `def handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`,
});
const stream = (...settings: string[]): Files =>
  sam(event('Clicks', 'Kinesis', 'Stream: !GetAtt Clicks.Arn', ...settings));
const terraform = (...lines: string[]): Files => ({
  'app.py': each,
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
  [
    'the first message alone',
    doing('work(event["Records"][0]["body"])'),
    [{ verdict: 'fail', severity: 'risk', at: { file: 'app.py', line: 2 }, message: expect.stringContaining('lost') }],
  ],
  [
    'messages that are deleted one by one',
    doing('for r in event["Records"]:', '    work(r)', '    sqs.delete_message(ReceiptHandle=r["receiptHandle"])'),
    [{ verdict: 'pass' }],
  ],
  [
    'every error of a message is caught',
    doing(
      'for r in event["Records"]:',
      '    try:',
      '        work(r)',
      '    except Exception as e:',
      '        print(e)',
    ),
    [{ verdict: 'pass' }],
  ],
  [
    'some errors of a message are raised again',
    doing(
      'for r in event["Records"]:',
      '    try:',
      '        work(r)',
      '    except ValueError:',
      '        raise',
      '    except Exception as e:',
      '        print(e)',
    ),
    [{ verdict: 'fail', at: { file: 'template.yaml' } }],
  ],
  [
    'a function of the file that ends every error',
    {
      ...queue(),
      'app.py': `def work(r):\n    try:\n        put(r)\n    except Exception as e:\n        print(e)\n\n${each}`,
    },
    [{ verdict: 'pass' }],
  ],
  [
    'messages under another name, handed to a function of the file',
    {
      ...queue(),
      'app.py':
        'def run(records):\n    return [work(r) for r in records]\n\ndef handler(event, context):\n    records = event.get("Records", [])\n    run(records)\n',
    },
    [{ verdict: 'fail' }],
  ],
  ['the batch as a whole', doing('put(Data=json.dumps(event))'), [{ verdict: 'pass' }]],
  ['printed alone', doing('for r in event["Records"]:', '    print(r["body"])'), [{ verdict: 'pass' }]],
  ['what others do with it is not seen', doing('app.run(event)'), [{ verdict: 'unknown', reason: 'external-code' }]],
  [
    'nothing that is asked for can fail',
    { ...queue('FunctionResponseTypes: [ReportBatchItemFailures]'), 'app.py': each.replace('work', 'print') },
    [{ verdict: 'pass' }],
  ],
  ['one message at a time', terraform('batch_size = 1'), [{ verdict: 'pass' }]],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
