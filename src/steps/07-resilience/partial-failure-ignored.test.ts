import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'partial-failure-ignored';

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'records of a stream',
    functionFiles(
      'import boto3\nkinesis = boto3.client("kinesis")\n\ndef handler(event, context):\n    kinesis.put_records(StreamName="s", Records=event["r"])\n',
    ),
    [{ verdict: 'fail', at: { line: 5 }, message: expect.stringContaining('FailedRecordCount') }],
  ],
  [
    'a client that a class keeps',
    functionFiles(
      'import boto3\n\nclass Sender:\n    def __init__(self):\n        self.sqs = boto3.client("sqs")\n\n    def send(self, entries):\n        self.sqs.send_message_batch(QueueUrl="q", Entries=entries)\n\n\ndef handler(event, context):\n    Sender().send(event)\n',
    ),
    [{ verdict: 'fail', at: { line: 8 }, message: expect.stringContaining('Failed') }],
  ],
  [
    'its answer is a condition',
    functionFiles(
      'import boto3\nsqs = boto3.client("sqs")\n\ndef handler(event, context):\n    if sqs.send_message_batch(QueueUrl="q", Entries=event)["Failed"]:\n        raise RuntimeError\n',
    ),
    [{ verdict: 'pass' }],
  ],
  [
    'a method of the same name with other arguments',
    functionFiles('import boto3\n\ndef handler(event, context):\n    queue.put_events(event)\n'),
    [{ verdict: 'not-applicable' }],
  ],
  ...(
    [
      ['whose rest is asked for', 'keys = found.get("UnprocessedKeys")\n    return found["Responses"]', 'pass'],
      ['that is handed on as a whole', 'log(found["Responses"])\n    return found', 'pass'],
      ['that another function looks at', 'check(found)\n    return found["Responses"]', 'pass'],
      ['of which what was read is taken', 'return found["Responses"]["t"]', 'fail'],
    ] as const
  ).map(([title, after, verdict]): [string, Files, object[]] => [
    `a batch that is read, ${title}`,
    functionFiles(
      `import boto3\nd = boto3.client("dynamodb")\n\ndef handler(event, context):\n    found = d.batch_get_item(RequestItems=event)\n    ${after}\n`,
    ),
    [{ verdict }],
  ]),
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
