import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../examples.ts';

const id = 'sdk-undeclared';

type Row = [title: string, files: Files, ...expected: Expected[]];

/** A function with its code in `src/`, whose handler stands below `imports`. */
const lambda = (imports: string, files: Files = {}, properties: string[] = []): Files => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13', ...properties]),
  'src/app.py': `${imports}\n${handlerModule}`,
  ...files,
});
const image = (main: string, files: Files, run = 'pip install -r requirements.txt'): Files => ({
  Dockerfile: `FROM python:3.13-slim\nCOPY . .\nRUN ${run}\nCMD ["python", "main.py"]\n`,
  'main.py': `${main}\n`,
  ...files,
});
const flask = { 'requirements.txt': 'flask==3.1.0\n' };
const none = notApplicable('Its code imports no cloud SDK');
const undeclared = (sdk: string, place: string, rest = `${sdk} is imported, and`): Expected =>
  finding('fail', 'risk', sdk, place, rest);
const declared = (sdk: string, place: string): Expected => finding('pass', 'risk', sdk, place, `${sdk} is declared.`);
const sagemaker = 'import sagemaker';

const unread = (file: string, line: number): Expected =>
  finding({ unknown: 'unreadable-file' }, 'risk', file, `${file}:${line}`, 'could not be read in full');

const rows: Row[] = [
  [
    'names the manifest that lacks it',
    lambda(sagemaker, { 'src/requirements.txt': 'requests==2.32.3\n' }),
    undeclared('sagemaker', 'src/app.py:1', 'src/requirements.txt does not declare it'),
  ],
  [
    'no manifest at all',
    lambda(sagemaker),
    undeclared('sagemaker', 'src/app.py:1', 'nothing that is installed with it declares it'),
  ],
  [
    'declared above the code',
    lambda(sagemaker, { 'requirements.txt': 'sagemaker==2.1\n' }),
    declared('sagemaker', 'src/app.py:1'),
  ],
  [
    'another distribution that holds the same import path',
    lambda('from google.cloud import functions_v1', { 'src/requirements.txt': 'functions-framework==3.1\n' }),
    finding('pass', 'risk', 'google-cloud-functions', 'src/app.py:1', 'comes with functions-framework'),
  ],
  [
    'declared in a file that another includes',
    lambda(sagemaker, { 'src/requirements.txt': '-r ../base.txt\n', 'base.txt': 'SageMaker[local]\n' }),
    declared('sagemaker', 'src/app.py:1'),
  ],
  [
    'declared for development alone',
    lambda(sagemaker, { 'src/requirements.txt': 'x==1\n', 'src/requirements-dev.txt': 'sagemaker==2.1\n' }),
    undeclared('sagemaker', 'src/app.py:1', 'src/requirements.txt does not declare it'),
  ],
  [
    'an include that is missing may declare it',
    lambda(sagemaker, { 'src/requirements.txt': '-r missing.txt\n' }),
    finding({ unknown: 'dynamic-value' }, 'risk', 'sagemaker', 'src/app.py:1', 'src/missing.txt'),
    unread('src/requirements.txt', 1),
  ],
  [
    'a script of the build installs it by name',
    lambda(sagemaker, { 'scripts/build.sh': 'python -m pip install --target out \\\n  "sagemaker>=2"\n' }),
    finding({ unknown: 'external-code' }, 'risk', 'sagemaker', 'src/app.py:1', 'scripts/build.sh installs it'),
  ],
  [
    'a makefile installs a file that names it',
    lambda(sagemaker, {
      'src/Makefile': 'build:\n\tpip install -r ../deps/requirements-all.txt -t .\n',
      'deps/requirements-all.txt': 'sagemaker\n',
    }),
    finding({ unknown: 'external-code' }, 'risk', 'sagemaker', 'src/app.py:1', 'src/Makefile installs it'),
  ],
  [
    'a script of another folder',
    lambda(sagemaker, { 'other/build.sh': 'pip install sagemaker\n' }),
    undeclared('sagemaker', 'src/app.py:1', 'nothing that is installed with it declares it'),
  ],
  [
    'the next command names it',
    lambda(sagemaker, { 'build.sh': 'pip install flask\npython -c "import sagemaker"\n' }),
    undeclared('sagemaker', 'src/app.py:1', 'nothing that is installed with it declares it'),
  ],
  [
    'an image that installs files which are constraints for others',
    image(sagemaker, { 'requirements.txt': 'sagemaker==2.1\n', 'requirements-test.in': '-c requirements.txt\nmoto\n' }),
    declared('sagemaker', 'main.py:1'),
  ],
  [
    'a layer may bring it',
    lambda(sagemaker, {}, ['Layers: [!Ref Libraries]']),
    finding({ unknown: 'external-code' }, 'risk', 'sagemaker', 'src/app.py:1', 'a layer (Libraries'),
  ],
  ['boto3 comes with the runtime', lambda('import boto3'), finding('pass', 'risk', 'boto3', 'src/app.py:1', 'runtime')],
  [
    'the base of clients, which another library may bring',
    image('import google.auth', { 'requirements.txt': 'earthengine-api==1.5.9\n' }),
    finding({ unknown: 'external-code' }, 'risk', 'google-auth', 'main.py:1', 'such as earthengine-api'),
  ],
  [
    'the base of clients, where nothing is declared that brings it',
    image('import google.auth', { 'requirements.txt': '' }),
    undeclared('google-auth', 'main.py:1', 'imported'),
  ],
  ['it does not come with an image', image('import boto3', flask), undeclared('boto3', 'main.py:1')],
  [
    'what it brings is declared with it',
    image('import botocore', { 'requirements.txt': 's3fs==2026.1\n' }),
    finding('pass', 'risk', 'botocore', 'main.py:1', /s3fs/),
  ],
  [
    'installed by name in the Dockerfile',
    image('import boto3', {}, 'pip install --no-cache-dir flask boto3'),
    declared('boto3', 'main.py:1'),
  ],
  [
    'declared by a lock',
    image('import boto3', {
      'pyproject.toml': '[project]\nname = "jobs"\ndependencies = []\n',
      'uv.lock': 'version = 1\n\n[[package]]\nname = "boto3"\nversion = "1.44.5"\n',
    }),
    declared('boto3', 'main.py:1'),
  ],
  [
    'one namespace, several distributions, sorted by place',
    image(
      'from google.cloud import storage, bigquery\nimport azure.storage.blob as blobs\nfrom azure.identity import ClientSecretCredential',
      flask,
    ),
    undeclared('google-cloud-bigquery', 'main.py:1'),
    undeclared('google-cloud-storage', 'main.py:1'),
    undeclared('azure-storage-blob', 'main.py:2'),
    undeclared('azure-identity', 'main.py:3'),
  ],
  [
    'several modules import it: the first place counts',
    image('import boto3', { 'jobs.py': 'import boto3\n', ...flask }),
    undeclared('boto3', 'jobs.py:1'),
  ],
  [
    'a module that the handler reaches',
    lambda('from lib import store', { 'src/lib/__init__.py': '', 'src/lib/store.py': `\n${sagemaker}\n` }),
    undeclared('sagemaker', 'src/lib/store.py:2'),
  ],
  ['a module that it does not reach', lambda('', { 'src/other.py': `${sagemaker}\n` }), none],
  ['an import in a function', lambda('def train():\n    import sagemaker'), undeclared('sagemaker', 'src/app.py:2')],
  ['a module of its own of that name', lambda(sagemaker, { 'src/sagemaker.py': '' }), none],
  ['a relative import', lambda('from .sagemaker import train'), none],
  ['the name in a text', lambda('"""\nimport sagemaker\n"""'), none],
  ['under TYPE_CHECKING', lambda('from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import sagemaker'), none],
  ['caught where it fails', lambda('try:\n    import sagemaker\nexcept ImportError:\n    sagemaker = None'), none],
  [
    'in a try that catches something else',
    lambda('try:\n    import sagemaker\nexcept ValueError:\n    pass'),
    undeclared('sagemaker', 'src/app.py:2'),
  ],
  [
    'tests are not deployed',
    image('import flask', { 'tests/test_store.py': 'import boto3\n', 'test_jobs.py': 'import boto3\n', ...flask }),
    none,
  ],
  [
    'a file that the image installs under any name',
    image('import boto3', { 'deps/worker.txt': 'boto3\n' }, 'pip install -r deps/worker.txt'),
    declared('boto3', 'main.py:1'),
  ],
  [
    'a file that it does not install',
    image(
      'import boto3',
      { 'deps/worker.txt': 'flask\n', 'requirements.txt': 'boto3\n' },
      'pip install -r deps/worker.txt',
    ),
    undeclared('boto3', 'main.py:1', 'deps/worker.txt does not declare it'),
  ],
  [
    'a constraint declares nothing',
    image('import boto3', { ...flask, 'pins.txt': 'boto3==1.44.5\n' }, 'pip install -r requirements.txt -c pins.txt'),
    undeclared('boto3', 'main.py:1', 'requirements.txt does not declare it'),
  ],
  [
    'installed in a way that is not read',
    image('import boto3', flask, 'pip install -r requirements.txt && conda install boto3'),
    finding({ unknown: 'dynamic-value' }, 'risk', 'boto3', 'main.py:1', 'conda install boto3'),
  ],
  [
    'installed in the stage that it copies from',
    {
      Dockerfile:
        'FROM python:3.13 AS build\nRUN pip install --prefix=/install boto3\nFROM python:3.13-slim\nCOPY --from=build /install /usr/local\nCOPY main.py .\nCMD ["python", "main.py"]\n',
      'main.py': 'import boto3\n',
    },
    declared('boto3', 'main.py:1'),
  ],
  [
    "AWS's base image may hold it",
    {
      Dockerfile: 'FROM public.ecr.aws/lambda/python:3.13\nCOPY main.py .\nCMD ["main.handler"]\n',
      'main.py': 'import boto3\nimport sagemaker\ndef handler(event, context): ...\n',
    },
    finding(
      { unknown: 'external-code' },
      'risk',
      'boto3',
      'main.py:1',
      'public.ecr.aws/lambda/python:3.13 may bring it',
    ),
    undeclared('sagemaker', 'main.py:2'),
  ],
  [
    'any other base image may too',
    { Dockerfile: 'FROM acme/python:3\nCOPY main.py .\nCMD ["python", "main.py"]\n', 'main.py': 'import boto3\n' },
    finding({ unknown: 'external-code' }, 'risk', 'boto3', 'main.py:1', 'acme/python:3 may bring it'),
  ],
  [
    'beside a syntax error',
    image('import boto3\njobs = (', flask),
    undeclared('boto3', 'main.py:1'),
    unread('main.py', 2),
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});

test('the import is literal evidence, the missing declaration absent', async () => {
  const [found] = await findingsOn(id, lambda(sagemaker, { 'src/requirements.txt': 'requests==2.32.3\n' }));
  expect(found).toMatchObject({
    evidence: [
      { file: 'src/app.py', line: 1, text: sagemaker, how: 'literal' },
      { file: 'src/requirements.txt', line: 1, text: 'sagemaker', how: 'absent' },
    ],
    fix: { safe: false, title: expect.stringContaining('Add sagemaker to src/requirements.txt'), edits: [] },
  });
});
