import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../examples.ts';

const id = 'sdk-from-runtime';

const lambda = (code: string, files: Files = {}, properties: string[] = [], resources: string[] = []): Files => ({
  'template.yaml': samTemplate(
    ['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13', ...properties],
    resources,
  ),
  'src/app.py': `${code}\n${handlerModule}`,
  ...files,
});
const layer = ['Deps:', '  Type: AWS::Serverless::LayerVersion', '  Properties: { ContentUri: layer/ }'];
const none = notApplicable('imports no SDK');

const rows: [title: string, files: Files, ...expected: Expected[]][] = [
  [
    'botocore goes with boto3',
    lambda('import botocore\nimport boto3'),
    finding('fail', 'improvement', 'boto3', 'src/app.py:2', 'boto3 is not declared'),
  ],
  [
    'for development alone',
    lambda('import boto3', { 'src/requirements.txt': 'flask\n', 'src/requirements-dev.txt': 'boto3\n' }),
    finding('fail', 'improvement', 'boto3', 'src/app.py:1', 'not declared'),
  ],
  [
    'a layer of the stack declares it',
    lambda('import boto3', { 'layer/requirements.txt': 'boto3==1.44.5\n' }, ['Layers: [!Ref Deps]'], layer),
    finding('pass', 'improvement', 'boto3', 'src/app.py:1', 'is declared'),
  ],
  [
    'a layer of the stack declares others',
    lambda('import boto3', { 'layer/requirements.txt': 'flask==3.1.0\n' }, ['Layers: [!Ref Deps]'], layer),
    finding('fail', 'improvement', 'boto3', 'src/app.py:1', 'not declared'),
  ],
  [
    'a layer of the stack without a manifest',
    lambda('import boto3', { 'layer/readme.md': '' }, ['Layers: [!Ref Deps]'], layer),
    finding({ unknown: 'external-code' }, 'improvement', 'boto3', 'src/app.py:1', 'a layer (Deps) may bring it'),
  ],
  [
    'a layer with an extension alone',
    lambda('import boto3', {}, ['Layers: ["arn:aws:lambda:eu-west-1:580247275435:layer:LambdaInsightsExtension:14"]']),
    finding('fail', 'improvement', 'boto3', 'src/app.py:1', 'not declared'),
  ],
  [
    'a manifest that cannot be read whole',
    lambda('import boto3', { 'src/setup.py': 'from setuptools import setup\nsetup(install_requires=read())\n' }),
    finding({ unknown: 'dynamic-value' }, 'improvement', 'boto3', 'src/app.py:1', 'where we could read'),
  ],
  ['an SDK that the runtime does not have', lambda('import aws_lambda_powertools'), none],
  [
    'code in the template can bring nothing',
    {
      'template.yaml': samTemplate([
        'Handler: index.handler',
        'Runtime: python3.13',
        'InlineCode: |',
        '  import boto3',
      ]),
    },
    none,
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
