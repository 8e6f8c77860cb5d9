import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'sdk-python-incompatible';
const handler = 'def handler(event, context):\n    return event\n';

const on = (python: string, requirements: string): Files => {
  const files = functionFiles(handler);
  return {
    ...files,
    'template.yaml': String(files['template.yaml']).replace('python3.13', python),
    'requirements.txt': requirements,
  };
};

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'a pin',
    on('python3.8', 'boto3==1.42.0\n'),
    [
      {
        verdict: 'fail',
        subject: 'boto3',
        at: { file: 'requirements.txt', line: 1 },
        message: expect.stringContaining('1.37.38'),
      },
    ],
  ],
  ['each SDK', on('python3.9', 'boto3==1.43.0\nazure-core==1.41.0\n'), [{ verdict: 'fail' }, { verdict: 'fail' }]],
  ['any release', on('python3.9', 'boto3\n'), [{ verdict: 'pass' }]],
  ['a compatible release', on('python3.9', 'boto3~=1.43.1\n'), [{ verdict: 'fail' }]],
  ['a library of which nothing is known', on('python3.9', 'requests==99\n'), [{ verdict: 'not-applicable' }]],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
