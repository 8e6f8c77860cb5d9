import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'work-at-import';

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'a resource is asked',
    functionFiles(
      'import boto3\ntable = boto3.resource("dynamodb").Table("t")\nrows = table.scan()\n\ndef handler(event, context):\n    return rows\n',
    ),
    [
      { verdict: 'pass' },
      { verdict: 'fail', at: { line: 3 }, message: expect.stringContaining('while the module is imported') },
    ],
  ],
  [
    'a request',
    functionFiles(
      'import requests\nKEYS = requests.get("https://example.com", timeout=3).json()\n\ndef handler(event, context):\n    return KEYS\n',
    ),
    [{ verdict: 'fail', at: { line: 2 }, message: expect.stringContaining('requests.get') }],
  ],
  [
    'attributes of a resource ask nobody',
    functionFiles(
      'import boto3\ntable = boto3.resource("dynamodb").Table("t")\n\ndef handler(event, context):\n    return table.scan()\n',
    ),
    [{ verdict: 'pass' }],
  ],
  [
    'what is taken out of an answer',
    functionFiles(
      'import boto3\nACCOUNT = boto3.client("sts").get_caller_identity().get("Account")\nNAME = boto3.client("sts").get_caller_identity()["Arn"].split("/")\nBODY = boto3.resource("s3").Object("b", "k").get()\n\ndef handler(event, context):\n    return ACCOUNT\n',
    ),
    [
      { verdict: 'fail', at: { line: 2 }, message: expect.stringContaining('get_caller_identity is asked') },
      { verdict: 'fail', at: { line: 3 }, message: expect.stringContaining('get_caller_identity is asked') },
      { verdict: 'pass' },
      { verdict: 'fail', at: { line: 4 } },
    ],
  ],
  [
    'only by hand',
    functionFiles(
      'import requests\nif __name__ == "__main__":\n    requests.get("https://example.com", timeout=3)\n\ndef handler(event, context):\n    return event\n',
    ),
    [{ verdict: 'not-applicable' }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
