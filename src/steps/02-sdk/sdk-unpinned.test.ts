import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../examples.ts';

const id = 'sdk-unpinned';

type Row = [title: string, files: Files, ...expected: Expected[]];

/** A function with `src/requirements.txt`. */
const lambda = (requirements: string, files: Files = {}): Files => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13']),
  'src/app.py': `import aws_lambda_powertools\n${handlerModule}`,
  'src/requirements.txt': requirements,
  ...files,
});
const image = (files: Files, run = 'pip install .'): Files => ({
  Dockerfile: `FROM python:3.13-slim\nCOPY . .\nRUN ${run}\nCMD ["python", "main.py"]\n`,
  'main.py': 'import boto3\n',
  ...files,
});
const project = (dependencies: string): Files => ({
  'pyproject.toml': `[project]\nname = "jobs"\ndependencies = ${dependencies}\n`,
});
const poetry: Files = {
  'pyproject.toml': '[tool.poetry]\nname = "jobs"\n[tool.poetry.dependencies]\nboto3 = "^1.44"\n',
};
const none = notApplicable('It declares no cloud SDK that is deployed with it.');
const requirement = (verdict: 'pass' | 'fail', severity: 'risk' | 'improvement', text: string): Row => [
  text,
  lambda(`flask\n${text}\n`),
  finding(
    verdict,
    severity,
    'aws-lambda-powertools',
    'src/requirements.txt:2',
    verdict === 'pass' ? 'is pinned' : 'is declared',
  ),
];

const rows: Row[] = [
  [
    'a library that the service does not import is no risk of it',
    lambda('aws-xray-sdk\n'),
    finding('fail', 'improvement', 'aws-xray-sdk', 'src/requirements.txt:1', 'does not import it'),
  ],
  [
    'what the runtime brings along floats there too',
    lambda('boto3\n', { 'src/app.py': `import boto3\n${handlerModule}` }),
    finding('fail', 'improvement', 'boto3', 'src/requirements.txt:1', "the platform's own runtime moves it too"),
  ],
  [
    'imported by code of its layer',
    {
      'template.yaml': `${samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13', 'Layers: [!Ref Shared]'])}  Shared:\n    Type: AWS::Serverless::LayerVersion\n    Properties: { ContentUri: shared/ }\n`,
      'src/app.py': `import search\n${handlerModule}`,
      'shared/search.py': 'from requests_aws4auth import AWS4Auth\n',
      'shared/requirements.txt': 'requests-aws4auth\n',
    },
    finding('fail', 'improvement', 'requests-aws4auth', 'shared/requirements.txt:1', 'may install another version.'),
  ],
  [
    'imported by code whose entry point was not found',
    lambda('google-cloud-storage\n', { 'src/app.py': 'from google.cloud import storage\n' }),
    finding(
      'fail',
      'improvement',
      'google-cloud-storage',
      'src/requirements.txt:1',
      'without a version: each build may install another version.',
    ),
  ],
  [
    'imported where the code goes on without it',
    lambda('aws-xray-sdk\n', {
      'src/app.py': `try:\n    import aws_xray_sdk\nexcept ImportError:\n    pass\n${handlerModule}`,
    }),
    finding('fail', 'improvement', 'aws-xray-sdk', 'src/requirements.txt:1', 'may install another version.'),
  ],
  requirement('fail', 'risk', 'aws-lambda-powertools'),
  requirement('fail', 'risk', 'aws-lambda-powertools>=1.44'),
  requirement('fail', 'risk', 'aws-lambda-powertools>1.44,!=1.44.3'),
  requirement('fail', 'risk', 'AWS_Lambda.Powertools[tracer] ; python_version > "3.10"'),
  requirement('fail', 'improvement', 'aws-lambda-powertools>=1.44,<2'),
  requirement('fail', 'improvement', 'aws-lambda-powertools~=1.44'),
  requirement('fail', 'improvement', 'aws-lambda-powertools==1.44.*'),
  requirement('pass', 'risk', 'aws-lambda-powertools==1.44.5'),
  requirement('pass', 'risk', 'aws-lambda-powertools===1.44.5'),
  requirement(
    'pass',
    'risk',
    `aws-lambda-powertools[tracer]==1.44.5 ; python_version > "3.10" --hash=sha256:${'0'.repeat(64)}`,
  ),
  ['a commit is not from the index', lambda('boto3 @ git+https://github.com/boto/boto3@0123456\n'), none],
  ['what is no SDK is not judged', lambda('flask\n'), none],
  [
    'a constraint that pins',
    lambda('-c ../constraints.txt\nboto3\n', { 'constraints.txt': 'boto3==1.44.5\n' }),
    finding('pass', 'risk', 'boto3', 'src/requirements.txt:2', 'pinned by constraints.txt'),
  ],
  [
    'compiled from requirements.in',
    lambda('boto3==1.44.5\n', { 'src/requirements.in': 'boto3\n' }),
    finding('pass', 'risk', 'boto3', 'src/requirements.txt:1', 'is pinned'),
  ],
  [
    'included from elsewhere',
    lambda('-r ../base.txt\n', { 'base.txt': 'aws-lambda-powertools\n' }),
    finding('fail', 'risk', 'aws-lambda-powertools', 'base.txt:1', 'without a version'),
  ],
  [
    'what the platform brings would float without a pin too',
    lambda('boto3\n'),
    finding('fail', 'improvement', 'boto3', 'src/requirements.txt:1', 'without a version'),
  ],
  [
    'an image may float with it as well',
    image({ 'requirements.txt': 'boto3\n' }),
    finding('fail', 'improvement', 'boto3', 'requirements.txt:1', 'may install another version.'),
  ],
  ['requirements for development', lambda('flask==3.1.0\n', { 'src/requirements-dev.txt': 'boto3\n' }), none],
  [
    'pyproject.toml with uv.lock',
    image({
      ...project('["boto3>=1.44"]'),
      'uv.lock': 'version = 1\n\n[[package]]\nname = "boto3"\nversion = "1.44.5"\n',
    }),
    finding('pass', 'risk', 'boto3', 'pyproject.toml:3', 'pinned by uv.lock'),
  ],
  [
    'a lock that lacks it',
    image({
      ...project('["boto3>=1.44"]'),
      'uv.lock': 'version = 1\n\n[[package]]\nname = "flask"\nversion = "3.1.0"\n',
    }),
    finding('fail', 'improvement', 'boto3', 'pyproject.toml:3', 'as >=1.44'),
  ],
  [
    'a lock that cannot be read',
    image({ ...project('["boto3"]'), 'uv.lock': 'version = 1\n[[package]\n' }),
    finding({ unknown: 'unreadable-file' }, 'risk', 'boto3', 'pyproject.toml:3', 'uv.lock, which may pin boto3'),
    finding({ unknown: 'unreadable-file' }, 'risk', 'uv.lock', 'uv.lock:2', 'could not be read in full'),
  ],
  [
    "Poetry's caret with poetry.lock",
    image({
      ...poetry,
      'poetry.lock': '[[package]]\nname = "boto3"\nversion = "1.44.5"\n\n[metadata]\nlock-version = "2.1"\n',
    }),
    finding('pass', 'risk', 'boto3', 'pyproject.toml:4', 'pinned by poetry.lock'),
  ],
  [
    "Poetry's caret alone",
    image(poetry),
    finding('fail', 'improvement', 'boto3', 'pyproject.toml:4', 'as >=1.44,<2.0'),
  ],
  [
    'Pipfile with its lock',
    image({
      Pipfile: '[packages]\nboto3 = "*"\n',
      'Pipfile.lock': JSON.stringify({ _meta: {}, default: { boto3: { version: '==1.44.5' } }, develop: {} }),
    }),
    finding('pass', 'risk', 'boto3', 'Pipfile:2', 'pinned by Pipfile.lock'),
  ],
  [
    'a pin for development alone',
    image({
      'pyproject.toml':
        '[project]\nname = "jobs"\ndependencies = ["boto3"]\n[dependency-groups]\ndev = ["boto3==1.44.5"]\n',
    }),
    finding('fail', 'improvement', 'boto3', 'pyproject.toml:3', 'without a version'),
  ],
  [
    "conda's release",
    image({ 'environment.yml': 'dependencies:\n  - boto3=1.34.0\n  - google-cloud-storage=3.4\n' }),
    finding('pass', 'risk', 'boto3', 'environment.yml:2', 'is pinned'),
    finding('fail', 'improvement', 'google-cloud-storage', 'environment.yml:3', 'as ==3.4.*'),
  ],
  [
    'an extra is not deployed by itself',
    image({
      'pyproject.toml':
        '[project]\nname = "jobs"\ndependencies = []\n[project.optional-dependencies]\naws = ["boto3"]\n',
    }),
    none,
  ],
  [
    'installed by name in the Dockerfile',
    image({}, 'pip install boto3 google-cloud-storage==3.4.0'),
    finding('fail', 'improvement', 'boto3', 'Dockerfile:3', 'without a version'),
    finding('pass', 'risk', 'google-cloud-storage', 'Dockerfile:3', 'is pinned'),
  ],
  [
    'a package keeps its ranges open',
    {
      'pyproject.toml':
        '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "jobs"\ndependencies = ["boto3"]\n',
      'src/jobs/__init__.py': 'import boto3\n',
    },
    none,
  ],
  [
    'an application that is a package as well',
    image({
      'pyproject.toml':
        '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "jobs"\ndependencies = ["boto3"]\n',
    }),
    finding('fail', 'improvement', 'boto3', 'pyproject.toml:5', 'without a version'),
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});

test('the version to pin is left to a person', async () => {
  const [found] = await findingsOn(id, lambda('boto3\n'));
  expect(found?.fix).toMatchObject({ safe: false, title: expect.stringContaining('Pin boto3'), edits: [] });
});
