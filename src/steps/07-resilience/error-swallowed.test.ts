import { expect, test } from 'vitest';
import { findingsOn } from '../../../tests/judge-files.ts';
import { event, sam } from '../../../tests/sam-files.ts';

const id = 'error-swallowed';

const code = (...lines: string[]): string =>
  `def handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`;
const swallowing = code('try:', '    work(event)', 'except Exception:', '    pass');
const upload = event('Upload', 'S3', 'Bucket: !Ref Uploads');

test.for<[title: string, events: string[], text: string, expected: object[]]>([
  ['an upload', upload, swallowing, [{ verdict: 'fail', at: { file: 'app.py', line: 4 } }]],
  ['a queue', event('Jobs', 'SQS', 'Queue: !GetAtt Jobs.Arn'), swallowing, [{ verdict: 'fail' }]],
  [
    'of the code before the try nothing is said',
    upload,
    swallowing.replace('    try:', '    check(event)\n    try:'),
    [{ verdict: 'fail', message: expect.stringContaining('every error that reaches it from line 4:') }],
  ],
  [
    'each message of a queue',
    event('Jobs', 'SQS', 'Queue: !GetAtt Jobs.Arn'),
    code(
      'for record in event["Records"]:',
      '    try:',
      '        work(record)',
      '    except Exception as e:',
      '        print(e)',
    ),
    [{ verdict: 'fail', at: { line: 5 } }],
  ],
  ['somebody waits for the answer', event('Api', 'HttpApi'), swallowing, [{ verdict: 'not-applicable' }]],
  ['one kind of error', upload, swallowing.replace('Exception', 'KeyError'), [{ verdict: 'not-applicable' }]],
  ['work goes on behind it', upload, `${swallowing}    work_again(event)\n`, [{ verdict: 'pass' }]],
  [
    'nothing that could fail is tried',
    upload,
    swallowing.replace('work(event)', 'print(event)'),
    [{ verdict: 'pass' }],
  ],
  [
    'failures of a batch are returned',
    event('Jobs', 'SQS', 'Queue: !GetAtt Jobs.Arn'),
    `${swallowing}    return {"batchItemFailures": []}\n`,
    [{ verdict: 'pass' }],
  ],
])('%s', async ([, events, text, expected]) => {
  expect(await findingsOn(id, { ...sam(events), 'app.py': text })).toMatchObject(expected);
});
