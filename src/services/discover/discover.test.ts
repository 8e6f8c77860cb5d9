import { describe, expect, test } from 'vitest';
import { servicesOf } from '../../../tests/join-services.ts';
import type { Files } from '../../../tests/judge-files.ts';
import { handlerModule } from '../../steps/examples.ts';

const functions = (...properties: string[]): string =>
  `Resources:\n${properties.map((text, index) => `  F${index}: { Type: AWS::Serverless::Function, Properties: { ${text} } }\n`).join('')}`;
const python = 'Handler: app.handler, Runtime: python3.13';

type Row = [title: string, files: Files, ...expected: object[]];

const rows: Row[] = [
  [
    'a function: its id by the logical name, its name by what is deployed',
    { 'infra/template.yaml': functions(`${python}, FunctionName: resize`), 'infra/app.py': handlerModule },
    {
      id: 'infra/template.yaml#F0',
      name: 'resize',
      cloud: 'aws',
      compute: 'function',
      artifact: 'zip',
      codeRoot: 'infra',
      runtime: { python: '3.13', managed: { platform: 'aws-lambda', id: 'python3.13' } },
      definedIn: { file: 'infra/template.yaml', line: 2, column: 3 },
    },
  ],
  [
    'a computed name is no name',
    { 'template.yaml': functions(`${python}, FunctionName: !Sub '\${AWS::StackName}-resize'`) },
    { name: 'F0' },
  ],
  [
    'functions of other languages are none of ours',
    {
      'template.yaml': functions('Handler: a.b, Runtime: nodejs22.x', 'Handler: a.b, Runtime: provided.al2023', python),
    },
    { id: 'template.yaml#F2' },
  ],
  [
    'a runtime that cannot be told: Python if its module is',
    {
      'template.yaml': functions('Handler: app.handler, Runtime: !Ref R', 'Handler: index.handler, Runtime: !Ref R'),
      'app.py': handlerModule,
      'index.js': '',
    },
    { id: 'template.yaml#F0', runtime: { python: null, managed: null } },
  ],
  [
    'plain CloudFormation, its layers as written',
    {
      'template.json': JSON.stringify({
        Resources: {
          Worker: {
            Type: 'AWS::Lambda::Function',
            Properties: {
              Handler: 'app.handler',
              Runtime: 'python3.12',
              Code: 'src',
              Layers: ['arn:aws:a', 'arn:aws:b'],
            },
          },
        },
      }),
    },
    { id: 'template.json#Worker', codeRoot: 'src', layers: ['arn:aws:a', 'arn:aws:b'] },
  ],
  [
    'Dockerfiles that run Python, one service each',
    {
      Containerfile: 'FROM python:3\n',
      'a/Dockerfile': 'FROM node:22 AS web\nFROM python:3.12-slim\nCMD ["python", "m.py"]\n',
      'b/Dockerfile': 'FROM node:22\nCMD ["node", "index.js"]\n',
      'c/Dockerfile.prod': 'FROM debian\nRUN apt-get install -y python3 && pip install flask\n',
    },
    { id: 'Containerfile#.', compute: 'container', artifact: 'image', cloud: 'none', runtime: { python: null } },
    { id: 'a/Dockerfile#a', name: 'a', codeRoot: 'a', runtime: { python: '3.12', managed: null } },
    { id: 'c/Dockerfile.prod#c' },
  ],
  [
    'an image that a function runs in is no service besides',
    {
      'app.py': handlerModule,
      Dockerfile: 'FROM public.ecr.aws/lambda/python:3.13\nCOPY app.py .\nCMD ["app.handler"]\n',
      'template.yaml': `Resources:
  Resize:
    Type: AWS::Serverless::Function
    Metadata: { DockerContext: . }
    Properties: { PackageType: Image }
`,
    },
    { id: 'template.yaml#Resize', artifact: 'image', runtime: { python: '3.13', managed: null } },
  ],
  [
    'code alone, by its project',
    { 'pyproject.toml': '[project]\nname = "jobs"\n', 'src/jobs.py': '' },
    { id: 'pyproject.toml#jobs', name: 'jobs', compute: null, artifact: 'source', codeRoot: '.' },
  ],
  ['code alone, without one', { 'jobs.py': '' }, { id: '#.', artifact: 'source' }],
  [
    'a package for others',
    { 'pyproject.toml': '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "jobs"\n', 'jobs.py': '' },
    { artifact: 'wheel' },
  ],
  [
    'one with a lock is deployed',
    {
      'pyproject.toml': '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "jobs"\n',
      'uv.lock': 'version = 1\n',
      'jobs.py': '',
    },
    { artifact: 'source' },
  ],
  ['tests alone', { 'tests/test_a.py': '', 'conftest.py': '', 'a_test.py': '' }],
  ['no Python', { 'index.js': '', 'readme.md': '' }],
  [
    'what stands among samples is told apart, and the code beside it is a service',
    { 'examples/template.yaml': functions(python), 'examples/app.py': handlerModule, 'lib.py': '' },
    { id: '#.', apart: false },
    { id: 'examples/template.yaml#F0', apart: true },
  ],
];

describe('services', () => {
  test.for(rows)('%s', async ([, files, ...expected]) => {
    expect(await servicesOf(files)).toMatchObject(expected);
  });
});
