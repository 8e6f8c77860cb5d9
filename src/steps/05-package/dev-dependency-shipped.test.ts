import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { handlerModule, imageFiles, samTemplate } from '../examples.ts';

const id = 'dev-dependency-shipped';

const lambda = (requirements: string, code = '', files: Files = {}): Files => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13']),
  'src/app.py': `${code}\n${handlerModule}`,
  'src/requirements.txt': requirements,
  ...files,
});
const shipped = (name: string, line = 1): Expected =>
  finding('fail', 'improvement', name, `src/requirements.txt:${line}`, `${name}, which is for development`);
const none = notApplicable('names no tool for development');
const resolved = Array.from({ length: 20 }, (_, index) => `library-${index}==1.0\n`).join('');

const rows: [title: string, files: Files, ...expected: Expected[]][] = [
  ['each by itself', lambda('mypy\nrequests\npytest-mock\n'), shipped('mypy'), shipped('pytest-mock', 3)],
  ['stubs', lambda('types-requests\nboto3-stubs[s3]\n'), shipped('types-requests'), shipped('boto3-stubs', 2)],
  ['on every Python that is left', lambda('pytest==8.3.4; python_version >= "3.10"\n'), shipped('pytest')],
  [
    'on some systems',
    lambda('pytest; sys_platform == "darwin"\n'),
    finding({ unknown: 'dynamic-value' }, 'improvement', 'pytest', 'src/requirements.txt:1', 'sys_platform'),
  ],
  [
    'all of a file for tests that the image installs',
    {
      ...imageFiles('python:3.13', ['COPY . .', 'RUN pip install -r requirements.txt -r requirements-test.txt']),
      'requirements.txt': 'flask==3.1.0\n',
      'requirements-test.txt': 'pytest==8.3.4\npytest-mock==3.14.0\n',
      'docker-compose-deploy.yaml': 'services:\n  web:\n    build: .\n',
    },
    finding('fail', 'improvement', 'requirements-test.txt', 'requirements-test.txt:1', 'pytest among the rest'),
  ],
  [
    'among all that a resolver wrote',
    lambda(`${resolved}pytest==8.3.4\n`),
    finding({ unknown: 'external-code' }, 'improvement', 'pytest', 'src/requirements.txt:21', 'another dependency'),
  ],
  [
    'imported by the code',
    lambda('pytest==8.3.4\n', 'import pytest'),
    finding('pass', 'improvement', 'pytest', 'src/requirements.txt:1', 'imports pytest'),
  ],
  [
    'imported by tests alone',
    lambda('pytest==8.3.4\n', '', { 'src/test_app.py': 'import pytest\n' }),
    shipped('pytest'),
  ],
  ['a library', lambda('requests\nstubs\ntyping-extensions\n'), none],
  ['in a file of its own', lambda('requests\n', '', { 'src/requirements-dev.txt': 'pytest\n' }), none],
  [
    'above the folder that is packaged',
    { ...lambda(''), 'src/requirements.txt': 'requests\n', 'requirements.txt': 'pytest\n' },
    none,
  ],
  [
    'above it, with a layer of elsewhere',
    {
      ...lambda(''),
      'template.yaml': samTemplate([
        'CodeUri: src/',
        'Handler: app.handler',
        'Runtime: python3.13',
        'Layers: [!Ref L]',
      ]),
      'requirements.in': 'pytest\n',
      'src/requirements.txt': 'requests\n',
    },
    none,
  ],
  [
    'an image that is there to run it',
    imageFiles('python:3.13', ['RUN pip install yapf flake8'], { 'app.py': 'print()\n' }),
    none,
  ],
  ['code that nothing deploys', { 'app.py': 'print()\n', 'requirements.txt': 'pytest\n' }, none],
  [
    'an image to work on the code',
    imageFiles('python:3.13', ['COPY . .', 'RUN pip install -r requirements-test.txt'], {
      'requirements-test.txt': 'pytest\n',
    }),
    none,
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
