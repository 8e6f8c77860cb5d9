import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'secret-in-plain-variable';

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'shown by its first letter',
    functionFiles('', 'Environment:', '  Variables:', '    DB_PASSWORD: k7Vq-29xLw'),
    [
      {
        verdict: 'fail',
        subject: 'DB_PASSWORD',
        at: { file: 'template.yaml', line: 10 },
        message: expect.stringContaining('k… (10 characters)'),
      },
    ],
  ],
  [
    'the ARN of one',
    functionFiles('', 'Environment:', '  Variables:', '    API_KEY: arn:aws:secretsmanager:eu-west-1:1:secret:a'),
    [{ verdict: 'pass' }],
  ],
  [
    'its name is another kind of thing',
    functionFiles('', 'Environment:', '  Variables:', '    SECRET_NAME: orders', '    TOKEN_TABLE: tokens'),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'the default of a parameter',
    {
      ...functionFiles('', 'Environment:', '  Variables:', '    API_KEY: !Ref Key'),
      'template.yaml': `Parameters:
  Key: { Type: String, Default: 88b43c36-802e-11eb }
${functionFiles('', 'Environment:', '  Variables:', '    API_KEY: !Ref Key')['template.yaml']}`,
    },
    [{ verdict: 'fail', message: expect.stringContaining('The default of Key') }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
