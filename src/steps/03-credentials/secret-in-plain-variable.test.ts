import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';
import { withUsagePlan } from './secret-in-plain-variable.ts';

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
    [{ verdict: 'fail', at: { line: 2 }, message: expect.stringContaining('The default of Key') }],
  ],
  [
    'the default of the parameter of a stack around it',
    {
      'outer.yaml': `Parameters:
  Key: { Type: String, Default: 88b43c36-802e-11eb }
Resources:
  Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: template.yaml, Parameters: { Key: !Ref Key } } }
`,
      ...functionFiles('', 'Environment:', '  Variables:', '    API_KEY: !Ref Key'),
      'template.yaml': `Parameters:
  Key: { Type: String }
${functionFiles('', 'Environment:', '  Variables:', '    API_KEY: !Ref Key')['template.yaml']}`,
    },
    [{ verdict: 'fail', at: { file: 'outer.yaml', line: 2 } }],
  ],
  ['a usage plan, by an authorizer', withUsagePlan('AUTHORIZER'), [{ verdict: 'pass' }]],
  ['a usage plan, by whoever calls', withUsagePlan('HEADER'), [{ verdict: 'unknown', reason: 'dynamic-value' }]],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
