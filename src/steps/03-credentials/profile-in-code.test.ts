import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'profile-in-code';

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'a constant',
    functionFiles(
      'import boto3\nPROFILE = "dev"\nsession = boto3.Session(profile_name=PROFILE)\n\ndef handler(event, context):\n    return event\n',
    ),
    [{ verdict: 'fail', at: { line: 3 }, message: expect.stringContaining('the profile dev') }],
  ],
  [
    'only by hand',
    functionFiles(
      'import boto3\nif __name__ == "__main__":\n    boto3.Session(profile_name="dev")\n\ndef handler(event, context):\n    return event\n',
    ),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'of the event',
    functionFiles('import boto3\n\ndef handler(event, context):\n    return boto3.Session(profile_name=event["p"])\n'),
    [{ verdict: 'unknown', reason: 'dynamic-value' }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
