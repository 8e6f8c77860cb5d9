import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { showSkills } from './skills.ts';

type Files = Readonly<Record<string, string>>;

async function skillsIn(files: Files): Promise<Record<string, string>> {
  const { skills } = await showSkills([{ root: '.', repository: memoryRepository(files) }]);
  return Object.fromEntries(
    skills.map(({ id, strength, evidence: [best] }) => [id, `${strength} ${best?.file}:${best?.line}`]),
  );
}

const template = `
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: python3.12
`;

describe('strength', () => {
  const steps: [string, Files, string, string][] = [
    ['a manifest alone', { 'requirements.txt': 'redis==5.0\n' }, 'redis', 'declared requirements.txt:1'],
    ['an import', { 'app.py': 'import redis\n' }, 'redis', 'imported app.py:1'],
    ['a use', { 'app.py': 'import redis\n\nstore = redis.Redis()\n' }, 'redis', 'exercised app.py:3'],
    [
      'a use that a test imports',
      { 'shop/cart.py': 'import redis\nstore = redis.Redis()\n', 'tests/test_it.py': 'from shop.cart import store\n' },
      'redis',
      'tested shop/cart.py:2',
    ],
    [
      'a use by way of a module of the project',
      {
        'shop/compat.py': 'try:\n    import redis\nexcept ImportError:\n    redis = None\n',
        'shop/cart.py': 'from .compat import redis\nredis.Redis()\n',
      },
      'redis',
      'exercised shop/cart.py:2',
    ],
    [
      'a use of what is taken of a module',
      { 'app.py': 'import functools\n\n@functools.lru_cache\ndef f(): pass\n' },
      'caching',
      'exercised app.py:3',
    ],
    [
      'a use of a distribution that a manifest declares',
      {
        'requirements.txt': 'dbt-artifacts-parser\n',
        'app.py': 'from dbt_artifacts_parser import parser\nparser.parse()\n',
      },
      'dbt',
      'exercised app.py:2',
    ],
    [
      'a version that is asked for',
      { 'app.py': 'import redis\nprint(redis.__version__)\n' },
      'redis',
      'imported app.py:1',
    ],
    [
      'a use that a test imports by way of a package',
      {
        'shop/__init__.py': 'from .cart import *\n',
        'shop/cart.py': 'import redis\nstore = redis.Redis()\n',
        'tests/test_it.py': 'import shop\n',
      },
      'redis',
      'tested shop/cart.py:2',
    ],
    [
      'a use that a test is named after',
      { 'shop/cart.py': 'import redis\nstore = redis.Redis()\n', 'tests/test_cart.py': 'x = 1\n' },
      'redis',
      'tested shop/cart.py:2',
    ],
    [
      'a use in a folder with a test of something else',
      { 'tools/cart.py': 'import redis\nstore = redis.Redis()\n', 'tools/test_else.py': 'x = 1\n' },
      'redis',
      'exercised tools/cart.py:2',
    ],
    [
      'a command line in a function that a template deploys',
      {
        'template.yaml': template,
        'src/app.py': 'import argparse\nargparse.ArgumentParser()\ndef handler(e, c): pass\n',
      },
      'cli-tools',
      'exercised src/app.py:2',
    ],
    [
      'a use in a function of which a script makes an archive',
      {
        'template.yaml': template
          .replace('CodeUri: src/', 'CodeUri:\n        Bucket: b\n        Key: x')
          .replace('Key: x', 'S3Key: !Sub "${Path}/shop_resizer.zip"'),
        'src/resizer/app.py': 'import redis\nstore = redis.Redis()\n',
      },
      'redis',
      'deployed src/resizer/app.py:2',
    ],
    [
      'a use in a function that a template deploys',
      { 'template.yaml': template, 'src/app.py': 'import redis\nstore = redis.Redis()\ndef handler(e, c): pass\n' },
      'redis',
      'deployed src/app.py:2',
    ],
    [
      'a use in samples',
      { 'examples/app.py': 'import redis\nstore = redis.Redis()\n' },
      'redis',
      'exercised examples/app.py:2',
    ],
    [
      'tests, for a skill of testing',
      { 'tests/test_a.py': 'import pytest\npytest.raises\n' },
      'pytest',
      'tested tests/test_a.py:2',
    ],
    ['a resource', { 'template.yaml': template }, 'aws-lambda', 'deployed template.yaml:5'],
    [
      'a resource of a sample',
      { 'examples/template.yaml': template },
      'aws-lambda',
      'exercised examples/template.yaml:5',
    ],
    ['a client of AWS', { 'a.py': 'import boto3\nq = boto3.client("sqs")\n' }, 'messaging', 'exercised a.py:2'],
    [
      'no more than it can have by what a part shows',
      {
        'template.yaml': template,
        'src/locustfile.py': 'import locust\nclass U(locust.HttpUser): pass\n',
        'src/app.py': '',
      },
      'testing',
      'tested src/locustfile.py:2',
    ],
    ['what a part shows', { 'a.py': 'import psycopg\npsycopg.connect()\n' }, 'sql', 'exercised a.py:2'],
  ];

  test.for(steps)('%s', async ([, files, skill, expected]) => {
    expect(await skillsIn(files)).toMatchObject({ [skill]: expected });
  });
});

describe('what shows nothing', () => {
  const cases: [string, Files, string][] = [
    ['vendored code', { 'vendor/x.py': 'import redis\nredis.Redis()\n' }, 'redis'],
    ['generated code', { 'a.py': '# Generated by tool. DO NOT EDIT.\nimport grpc\ngrpc.aio\n' }, 'grpc'],
    ['a lock', { 'poetry.lock': '[[package]]\nname = "redis"\nversion = "5"\n' }, 'redis'],
    ['an import line in a text', { 'a.py': 'x = """\nimport redis\n"""\n' }, 'redis'],
    [
      'a schedule, as an event',
      {
        'template.yaml':
          'Resources:\n  Tick: { Type: AWS::Events::Rule, Properties: { ScheduleExpression: rate(1 day) } }\n',
      },
      'event-driven',
    ],
    ['what a tool resolved', { 'requirements.txt': '# autogenerated by pip-compile\nredis==5.0\n' }, 'redis'],
    ['a browser that is declared, as tests want it', { 'requirements-dev.txt': 'playwright\n' }, 'web-scraping'],
    [
      'an object that no cluster keeps',
      { 'components/store.yaml': 'apiVersion: dapr.io/v1alpha1\nkind: Component\nmetadata:\n  name: store\n' },
      'kubernetes',
    ],
    ['a resource of tests', { 'tests/template.yaml': template }, 'aws-lambda'],
    [
      'a module of Bicep that nobody calls',
      {
        'infra/main.bicep': "resource q 'Microsoft.ServiceBus/namespaces@2022-10-01-preview' = {\n  name: 'q'\n}\n",
        'infra/core/storage.bicep': "resource s 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 's'\n}\n",
      },
      'object-storage',
    ],
  ];

  test.for(cases)('%s', async ([, files, skill]) => {
    expect(await skillsIn(files)).not.toHaveProperty(skill);
  });
});

test('evidence of several repositories names its root, and is joined', async () => {
  const one = memoryRepository({ 'a.py': 'import redis\n' });
  const other = memoryRepository({ 'b.py': 'import redis\nredis.Redis()\n' });
  const { skills, roots } = await showSkills([
    { root: 'one', repository: one },
    { root: 'other', repository: other },
  ]);
  expect(roots).toEqual(['one', 'other']);
  expect(skills.find(({ id }) => id === 'redis')).toMatchObject({
    strength: 'exercised',
    evidence: [
      { root: 'other', file: 'b.py', line: 2 },
      { root: 'one', file: 'a.py', line: 1 },
    ],
    notSeen: ['tested', 'deployed'],
  });
});

test('siblings that were looked for are named, and nothing of no family', async () => {
  const { notSeen } = await showSkills([
    { root: '.', repository: memoryRepository({ 'requirements.txt': 'celery\n' }) },
  ]);
  expect(notSeen).toEqual([]);
  const tested = memoryRepository({ 'tests/test_a.py': 'import pytest\npytest.raises\n' });
  expect((await showSkills([{ root: '.', repository: tested }])).notSeen).toContain('property-testing');
});

test('a repository of nothing shows nothing', async () => {
  const { skills, notSeen, unreadable } = await showSkills([{ root: '.', repository: memoryRepository({}) }]);
  expect([skills, notSeen, unreadable]).toEqual([[], [], []]);
});

test('code that an app of the CDK in TypeScript ships is deployed', async () => {
  const found = await skillsIn({
    'cdk.json': '{ "app": "npx ts-node bin/app.ts" }',
    'lib/api.ts': `import * as lambda from 'aws-cdk-lib/aws-lambda';
      lambda.Code.fromAsset(path.join(__dirname, '../backend'));`,
    'backend/app.py': 'import redis\nredis.Redis()\n',
  });
  expect(found).toMatchObject({
    redis: 'deployed backend/app.py:2',
    'aws-lambda': 'deployed lib/api.ts:1',
    'aws-cdk': 'deployed cdk.json:1',
  });
});

test('containers of one file are a system of services, two are none', async () => {
  const service = (name: string): string => `  ${name}:\n    build: ./${name}\n`;
  const files = (names: readonly string[]): Files => ({
    'docker-compose.yml': `services:\n${names.map(service).join('')}`,
    '.github/workflows/deploy.yml': `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: actions/checkout@v4
      - run: docker compose up -d
`,
    ...Object.fromEntries(names.map((name) => [`${name}/Dockerfile`, 'FROM python:3.13\nCMD ["python", "app.py"]\n'])),
    ...Object.fromEntries(names.map((name) => [`${name}/app.py`, 'import flask\napp = flask.Flask("x")\n'])),
  });
  expect(await skillsIn(files(['one', 'two', 'three']))).toMatchObject({
    microservices: 'deployed docker-compose.yml:2',
    flask: 'deployed one/app.py:2',
  });
  expect(await skillsIn(files(['one', 'two']))).not.toHaveProperty('microservices');
});

test('a file of GitLab below the root is read by nobody', async () => {
  const job = 'test:\n  script: pytest\n';
  expect(await skillsIn({ '.gitlab-ci.yml': job })).toMatchObject({ 'gitlab-ci': 'deployed .gitlab-ci.yml:1' });
  expect(await skillsIn({ 'lib/.gitlab-ci.yml': job })).toMatchObject({ 'gitlab-ci': 'imported lib/.gitlab-ci.yml:1' });
});

test('of pipelines, those that test and deploy come first', async () => {
  const workflow = (run: string): string =>
    `on: push\njobs:\n  work:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`;
  const files = {
    '.github/workflows/release.yml': workflow('terraform apply'),
    '.github/workflows/add-label.yml': workflow('gh issue edit 1 --add-label x'),
    '.github/workflows/test.yml': workflow('pytest'),
    '.github/workflows/build.yml': workflow('docker build .'),
  };
  const { skills } = await showSkills([{ root: '.', repository: memoryRepository(files) }]);
  const found = skills.find(({ id }) => id === 'github-actions');
  expect(found?.evidence.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([
    '.github/workflows/release.yml:3 work:',
    '.github/workflows/test.yml:3 work:',
    '.github/workflows/build.yml:3 work:',
    '.github/workflows/add-label.yml:3 work:',
  ]);
});

test('files of a skill are counted beyond those that are looked at one by one', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [`app/m${at}.py`, 'async def run():\n    pass\n']),
  );
  const { skills } = await showSkills([{ root: '.', repository: memoryRepository(files) }]);
  expect(skills.find(({ id }) => id === 'async-python')?.evidenceCount).toBe(100);
});

test.each(['global-requirements.txt', 'tool/glue_4_0_requirements.txt'])(
  'what %s lists is for others',
  async (file) => {
    expect(await skillsIn({ [file]: 'redis==5.0\n' })).not.toHaveProperty('redis');
  },
);
