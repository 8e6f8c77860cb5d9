import { expect, test } from 'vitest';
import { findingsOn } from '../../../tests/judge-files.ts';
import { withWorkflow, workflow } from '../../steps/10-pipeline/examples.ts';

const workflows = { '.github/workflows/ci.yml': workflow(['run: sam deploy']) };
const functions = (...names: string[]): string =>
  `Transform: AWS::Serverless-2016-10-31\nResources:\n${names
    .map(
      (name) =>
        `  ${name}: { Type: AWS::Serverless::Function, Properties: { CodeUri: ${name.toLowerCase()}, Handler: app.handler, Runtime: python3.13 } }\n`,
    )
    .join('')}`;
const app = 'def handler(event, context):\n    return event\n';

test.for<[title: string, file: string, expected: readonly string[]]>([
  ['its own', 'a/tests/test_app.py', ['a/tests', 'none']],
  ['beside its code', 'a/test_app.py', ['a', 'none']],
  ['those of all', 'tests/unit/test_a.py', ['tests', 'tests']],
  ['at the root, without a folder of their own', 'test_all.py', ['the root', 'the root']],
  ['support for tests that are not there', 'tests/conftest.py', ['none', 'none']],
  ['of another language', 'tests/app.spec.ts', ['none', 'none']],
  ['of installed packages', 'a/node_modules/gyp/test_x.py', ['none', 'none']],
])('%s', async ([, file, expected]) => {
  const files = { 'template.yaml': functions('A', 'B'), 'a/app.py': app, 'b/app.py': app, ...workflows, [file]: '' };
  const found = await findingsOn('pipeline-tests-missing', files);
  const told = found.map(({ message }) => /the tests in (.+)\.$/.exec(message)?.[1] ?? 'none');
  expect(told).toEqual(expected);
});

test('a deployment of another template of the folder is none of a function', async () => {
  const files = {
    'stacks/main.yaml': functions('A'),
    'stacks/other.yaml': functions('B'),
    'stacks/a/app.py': app,
    'stacks/b/app.py': app,
    '.github/workflows/ci.yml': workflow(['run: sam deploy -t stacks/other.yaml']),
  };
  expect(await findingsOn('pipeline-tests-missing', files)).toMatchObject([
    { verdict: 'not-applicable' },
    { verdict: 'fail', at: { file: 'stacks/other.yaml' } },
  ]);
  expect(await findingsOn('pipeline-analysis-missing', files)).toMatchObject([
    { verdict: 'not-applicable' },
    { verdict: 'fail', at: { file: '.github/workflows/ci.yml', line: 6 } },
  ]);
});

test('a function whose code is elsewhere has its tests there', async () => {
  const files = withWorkflow(workflow(['run: sam deploy']), {
    'template.yaml':
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  Resize:\n    Type: AWS::Serverless::Function\n    Properties: { CodeUri: s3://bucket/app.zip, Handler: app.handler, Runtime: python3.13 }\n',
  });
  expect(await findingsOn('pipeline-tests-missing', files)).toMatchObject([{ verdict: 'not-applicable' }]);
});
