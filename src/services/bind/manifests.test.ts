import { describe, expect, test } from 'vitest';
import { servicesOf } from '../../../tests/join-services.ts';
import type { Files } from '../../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../../steps/examples.ts';

/** The manifests of a function with its code in `svc/src`. */
async function manifestsFor(files: Files): Promise<string[]> {
  const [service] = await servicesOf({
    'svc/template.yaml': samTemplate(['CodeUri: src', 'Handler: app.handler', 'Runtime: python3.13']),
    'svc/src/app.py': handlerModule,
    ...files,
  });
  return (service?.manifests ?? []).map(({ file }) => file).sort();
}

const text = 'flask\n';
const pyproject = '[project]\nname = "svc"\ndependencies = ["flask"]\n';
const lock = 'version = 1\n';

const rows: [title: string, files: Files, expected: string[]][] = [
  ['beside the code', { 'svc/src/requirements.txt': text, 'requirements.txt': text }, ['svc/src/requirements.txt']],
  ['of the nearest folder above', { 'svc/requirements.txt': text, 'requirements.txt': text }, ['svc/requirements.txt']],
  ['at the root', { 'requirements.txt': text }, ['requirements.txt']],
  ['not beside it', { 'other/requirements.txt': text }, []],
  ['not for development', { 'svc/requirements-dev.txt': text, 'svc/test-requirements.txt': text }, []],
  ['for production', { 'svc/requirements-prod.txt': text }, ['svc/requirements-prod.txt']],
  [
    'not the settings of a tool',
    { 'svc/pyproject.toml': '[tool.ruff]\n', 'svc/setup.cfg': '[flake8]\n', 'requirements.txt': text },
    ['requirements.txt'],
  ],
  [
    'in a folder named requirements',
    { 'svc/requirements/base.txt': text, 'svc/requirements/dev.txt': text },
    ['svc/requirements/base.txt'],
  ],
  ['with its lock', { 'svc/pyproject.toml': pyproject, 'svc/uv.lock': lock }, ['svc/pyproject.toml', 'svc/uv.lock']],
  [
    'with the lock of the workspace above',
    { 'svc/pyproject.toml': pyproject, 'uv.lock': lock },
    ['svc/pyproject.toml', 'uv.lock'],
  ],
  [
    'with what it includes, wherever that is',
    {
      'svc/requirements.txt': '-r ../base.txt\n-c ../pins.txt\n',
      'base.txt': '-r more.txt\n',
      'more.txt': text,
      'pins.txt': 'flask==3\n',
    },
    ['base.txt', 'more.txt', 'pins.txt', 'svc/requirements.txt'],
  ],
];

const rowsOfLocks: typeof rows = [
  [
    'a lock above is not that of requirements',
    { 'svc/src/requirements.txt': text, 'pyproject.toml': pyproject, 'uv.lock': lock },
    ['svc/src/requirements.txt'],
  ],
  [
    "a lock is its own tool's",
    { 'svc/pyproject.toml': pyproject, 'svc/Pipfile.lock': '{"_meta": {}, "default": {}}' },
    ['svc/pyproject.toml'],
  ],
  [
    "Rye's",
    { 'svc/pyproject.toml': pyproject, 'svc/requirements.lock': text, 'svc/requirements-dev.lock': text },
    ['svc/pyproject.toml', 'svc/requirements.lock'],
  ],
  [
    'Pipfile with its own',
    { 'svc/Pipfile': '[packages]\nflask = "*"\n', 'svc/Pipfile.lock': '{"_meta": {}, "default": {}}' },
    ['svc/Pipfile', 'svc/Pipfile.lock'],
  ],
];

describe('the manifests of a service', () => {
  test.for([...rows, ...rowsOfLocks])('%s', async ([, files, expected]) =>
    expect(await manifestsFor(files)).toEqual(expected),
  );
});

test('what an image installs by name is one too', async () => {
  const [service] = await servicesOf({
    Dockerfile: 'FROM python:3.13\nCOPY . .\nRUN pip install boto3\n',
    'requirements.txt': text,
    'main.py': '',
  });
  expect(service?.manifests.map(({ file }) => file)).toEqual(['Dockerfile', 'requirements.txt']);
});

describe('the manifests of an image', () => {
  const files: Files = {
    'deps/worker.txt': '-r more.txt\n',
    'deps/more.txt': text,
    'requirements.txt': text,
    'pyproject.toml': pyproject,
    'uv.lock': lock,
    'main.py': '',
  };
  test.for([
    [
      'those that it installs by name',
      'COPY . .\nRUN pip install -r deps/worker.txt',
      ['Dockerfile', 'deps/more.txt', 'deps/worker.txt'],
    ],
    [
      'and its project',
      'COPY . .\nRUN pip install -r deps/worker.txt && pip install .',
      ['Dockerfile', 'deps/more.txt', 'deps/worker.txt', 'pyproject.toml', 'uv.lock'],
    ],
    ['by their names, where it names none', 'COPY . .', ['pyproject.toml', 'requirements.txt', 'uv.lock']],
    [
      'by their names, where one cannot be told',
      'COPY . .\nRUN pip install -r $FILE',
      ['Dockerfile', 'pyproject.toml', 'requirements.txt', 'uv.lock'],
    ],
  ] as const)('%s', async ([, run, expected]) => {
    const [service] = await servicesOf({ ...files, Dockerfile: `FROM python:3.13\n${run}\n` });
    expect(service?.manifests.map(({ file }) => file).sort()).toEqual(expected);
  });

  test('those of the folders that are copied', async () => {
    const [service] = await servicesOf({
      Dockerfile: 'FROM python:3.13\nCOPY backend /app\nCOPY main.py .\n',
      'backend/requirements.txt': text,
      'other/requirements.txt': text,
      'main.py': '',
    });
    expect(service?.manifests.map(({ file }) => file)).toEqual(['backend/requirements.txt']);
  });
});
