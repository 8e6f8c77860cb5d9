// What the fixes write in formats other than templates of CloudFormation.
import { expect, test } from 'vitest';
import { type Files, findingsOn, fixedText } from '../../../tests/judge-files.ts';

const code = { 'app.py': 'def handler(event, context):\n    pass\n' };

const terraform = `resource "aws_sqs_queue" "jobs" {
  name = "jobs" # work
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  handler       = "app.handler"
  runtime       = "python3.8" # old
  timeout       = 60
}

resource "aws_lambda_event_source_mapping" "jobs" {
  function_name    = aws_lambda_function.worker.arn
  event_source_arn = aws_sqs_queue.jobs.arn
}
`;
const serverless = `service: s
provider: { name: aws, runtime: python3.8 } # old
functions:
  worker:
    handler: app.handler
    timeout: 60
    events:
      - sqs: { arn: !GetAtt Jobs.Arn }
resources:
  Resources:
    Jobs:
      Type: AWS::SQS::Queue
      Properties: # work
        QueueName: jobs
`;

test.for<[string, string, Files, string, [string, string][]]>([
  [
    'visibility time-out',
    'queue-visibility-too-short',
    { ...code, 'main.tf': terraform },
    'main.tf',
    [['# work\n', '# work\n  visibility_timeout_seconds = 360\n']],
  ],
  [
    'dead letters',
    'dead-letter-missing',
    { ...code, 'main.tf': terraform },
    'main.tf',
    [
      [
        '# work\n',
        '# work\n  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.jobs_dead_letters.arn, maxReceiveCount = 5 })\n',
      ],
      [
        'jobs.arn\n}\n',
        'jobs.arn\n}\n\nresource "aws_sqs_queue" "jobs_dead_letters" {\n  message_retention_seconds = 1209600\n}\n',
      ],
    ],
  ],
  [
    'runtime',
    'runtime-deprecated',
    { ...code, 'main.tf': terraform },
    'main.tf',
    [['"python3.8" # old', '"python3.14" # old']],
  ],
  [
    'visibility time-out',
    'queue-visibility-too-short',
    { ...code, 'serverless.yml': serverless },
    'serverless.yml',
    [['QueueName: jobs\n', 'QueueName: jobs\n        VisibilityTimeout: 360\n']],
  ],
  [
    'runtime',
    'runtime-deprecated',
    { ...code, 'serverless.yml': serverless },
    'serverless.yml',
    [['python3.8 }', 'python3.14 }']],
  ],
])('%s: %s', async ([, check, files, file, changes]) => {
  const [found] = await findingsOn(check, files);
  const before = String(files[file]);
  const after = changes.reduce((text, [old, now]) => text.replace(old, () => now), before);
  expect(found && fixedText(files, file, found)).toBe(after);
  expect(after).not.toBe(before);
});
