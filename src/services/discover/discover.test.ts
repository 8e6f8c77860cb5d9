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
    'or a package',
    { 'template.yaml': functions('Handler: app.handler, Runtime: !Ref R'), 'app/__init__.py': handlerModule },
    { id: 'template.yaml#F0', entryPoints: [{ found: true, file: 'app/__init__.py' }] },
  ],
  [
    'a runtime in the wrong case',
    { 'template.yaml': functions('Handler: app.handler, Runtime: Python3.13'), 'app.py': handlerModule },
    { id: 'template.yaml#F0', runtime: { python: '3.13', managed: { id: 'Python3.13' } } },
  ],
  [
    'images that are built elsewhere: Python if something says so',
    {
      'template.yaml': functions(
        'PackageType: Image, ImageUri: acme/api, ImageConfig: { Command: [app.handler] }',
        'PackageType: Image, ImageUri: public.ecr.aws/lambda/python:3.13',
        'PackageType: Image, ImageUri: acme/web, ImageConfig: { Command: [index.handler] }',
        'PackageType: Image, ImageUri: acme/other',
      ),
      'app.py': handlerModule,
    },
    {
      id: 'template.yaml#F0',
      artifact: 'image',
      codeRoot: null,
      entryPoints: [{ found: false, problem: 'external-code' }],
      sdkImports: { unread: { reason: 'external-code' } },
    },
    { id: 'template.yaml#F1', entryPoints: [] },
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
      Containerfile: 'FROM python:3\nCMD ["python", "-m", "app"]\n',
      'a/Dockerfile': 'FROM node:22 AS web\nFROM python:3.12-slim\nCMD ["python", "m.py"]\n',
      'b/Dockerfile': 'FROM node:22\nCMD ["node", "index.js"]\n',
      'c/Dockerfile.prod': 'FROM debian\nRUN apt-get install -y python3 && pip install flask\nCMD flask run\n',
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
  [
    'code alone, in folders with manifests of their own',
    {
      'backend/requirements.txt': 'boto3\n',
      'backend/app/main.py': 'import boto3\n',
      'backend/lib/requirements.txt': 'flask\n',
      'backend/lib/a.py': '',
      'jobs/pyproject.toml': '[project]\nname = "nightly"\n',
      'jobs/requirements.txt': 'x\n',
      'jobs/main.py': '',
      'web/requirements/base.txt': 'x\n',
      'web/main.py': '',
      'docs/requirements.txt': 'sphinx\n',
      'docs/conf.py': '',
      'empty/requirements.txt': 'x\n',
      'tool.py': '',
    },
    {
      id: 'backend/requirements.txt#backend',
      name: 'backend',
      codeRoot: 'backend',
      compute: null,
      manifests: [{ file: 'backend/requirements.txt' }],
      sdkImports: { imports: [{ distribution: 'boto3' }] },
    },
    { id: 'jobs/pyproject.toml#nightly', name: 'nightly', codeRoot: 'jobs' },
    { id: 'web/requirements/base.txt#web', codeRoot: 'web' },
  ],
  [
    'beside a root that has its own',
    {
      'pyproject.toml': '[project]\nname = "all"\n',
      'a.py': '',
      'packages/b/pyproject.toml': '[project]\nname = "b"\n',
      'packages/b/b.py': '',
    },
    { id: 'packages/b/pyproject.toml#b' },
    { id: 'pyproject.toml#all' },
  ],
  [
    'settings of tools are no project',
    { 'pyproject.toml': '[tool.ruff]\n', 'backend/requirements.txt': 'x\n', 'backend/a.py': '' },
    { id: 'backend/requirements.txt#backend' },
  ],
  [
    'what a package holds is no project, nor what is hidden',
    {
      'pyproject.toml': '[project]\nname = "tool"\n',
      'tool/__init__.py': '',
      'tool/templates/new/requirements.txt': 'x\n',
      'tool/templates/new/app.py': '',
      'src/lib/__init__.py': '',
      'src/lib/setup.py': 'from setuptools import setup\nsetup(install_requires=["x"])\n',
      '.hooks/requirements.txt': 'x\n',
      '.hooks/a.py': '',
    },
    { id: 'pyproject.toml#tool' },
  ],
  ['a root with samples alone', { 'a.py': '', 'examples/requirements.txt': 'x\n', 'examples/a.py': '' }, { id: '#.' }],
  [
    'an image reads what is copied into it, projects of their own too',
    {
      Dockerfile: 'FROM python:3.13\nCOPY backend /app\nCMD ["python", "/app/main.py"]\n',
      'backend/requirements.txt': 'x\n',
      'backend/main.py': 'import boto3\n',
    },
    { sdkImports: { imports: [{ distribution: 'boto3' }] }, manifests: [{ file: 'backend/requirements.txt' }] },
  ],
  [
    'and those that it installs',
    {
      Dockerfile: 'FROM python:3.13\nCOPY . .\nRUN pip install -r backend/requirements.txt\n',
      'backend/requirements.txt': 'x\n',
      'backend/main.py': 'import boto3\n',
      'other/requirements.txt': 'x\n',
      'other/main.py': 'import sagemaker\n',
    },
    { sdkImports: { imports: [{ distribution: 'boto3' }] } },
  ],
  ['tests alone', { 'tests/test_a.py': '', 'conftest.py': '', 'a_test.py': '' }],
  ['no Python', { 'index.js': '', 'readme.md': '' }],
  [
    'what stands among samples is told apart, and the code beside it is a service',
    { 'examples/template.yaml': functions(python), 'examples/app.py': handlerModule, 'lib.py': '' },
    { id: '#.', apart: false },
    { id: 'examples/template.yaml#F0', apart: true },
  ],
  [
    'what stands in a test harness is told apart',
    { 'test_harness/template.yaml': functions(python), 'test_harness/app.py': handlerModule, 'lib.py': '' },
    { id: '#.', apart: false },
    { id: 'test_harness/template.yaml#F0', apart: true },
  ],
];

describe('services', () => {
  test.for(rows)('%s', async ([, files, ...expected]) => {
    expect(await servicesOf(files)).toMatchObject(expected);
  });
});
