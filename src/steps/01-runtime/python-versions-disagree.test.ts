import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../examples.ts';

const id = 'python-versions-disagree';

const on = (runtime: string, files: Files): Files => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate(['Handler: app.handler', `Runtime: ${runtime}`]),
  ...files,
});
const image = (dockerfile: string, files: Files): Files => ({
  'app.py': 'print("ready")\n',
  Dockerfile: `${dockerfile}\nCMD ["python", "app.py"]\n`,
  ...files,
});
const project = (requiresPython: string): Files => ({
  'pyproject.toml': `[project]\nname = "resize"\nrequires-python = "${requiresPython}"\n`,
});
const few = [notApplicable('Fewer than two places state a version of Python.')];

type Row = [title: string, files: Files, ...expected: Expected[]];

const requires = (verdict: 'pass' | 'fail', specifier: string, title: string): Row => [
  `requires-python ${specifier}: ${title}`,
  on('python3.12', project(specifier)),
  finding(verdict, 'risk', 'pyproject.toml', 'pyproject.toml:3', verdict === 'pass' ? 'allows the 3.12' : specifier),
];
const versionFile = (verdict: 'pass' | 'fail', file: string, line: number, text: string, fragment: string): Row => [
  `${file} ${JSON.stringify(text)}`,
  on('python3.12', { [file]: text }),
  finding(verdict, verdict === 'pass' ? 'risk' : 'improvement', file, `${file}:${line}`, fragment),
];

const rows: Row[] = [
  requires('pass', '>=3.11', 'a lower bound'),
  requires('pass', '~=3.11', 'compatible releases'),
  requires('pass', '==3.12.*', 'any patch release'),
  requires('pass', '>=3.12.4,<3.13', 'a lower bound within the release'),
  requires('pass', '!=3.11.*', 'another release left out'),
  requires('fail', '<3.12', 'an upper bound'),
  requires('fail', '>=3.13', 'a newer lower bound'),
  requires('fail', '==3.11', 'another release'),
  requires('fail', '>=3.9,!=3.12.*', 'this release left out'),
  [
    'a text that is no version cannot be told',
    on('python3.12', project('soon')),
    finding({ unknown: 'unsupported-construct' }, 'risk', 'pyproject.toml', 'pyproject.toml:3', '“soon”'),
  ],
  [
    "Poetry's caret",
    on('python3.12', {
      'pyproject.toml': '[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\npython = "^3.13"\nrequests = "*"\n',
    }),
    finding('fail', 'risk', 'pyproject.toml', 'pyproject.toml:4', 'runs Python 3.12'),
  ],
  [
    "a Pipfile's requires",
    on('python3.12', { Pipfile: '[packages]\nrequests = "*"\n[requires]\npython_version = "3.11"\n' }),
    finding('fail', 'risk', 'Pipfile', 'Pipfile:4', 'Pipfile says 3.11'),
  ],
  versionFile('pass', '.python-version', 1, '3.12.4\n', 'allows the 3.12'),
  versionFile('fail', '.python-version', 1, 'cpython-3.11\n', 'says 3.11'),
  versionFile('fail', '.python-version', 2, '# local\n3.11\n3.12\n', 'says 3.11'),
  versionFile('fail', 'runtime.txt', 1, 'python-3.11.4\n', 'says 3.11.4'),
  versionFile('fail', '.tool-versions', 2, 'nodejs 20\npython 3.11.9\n', 'says 3.11.9'),
  ['the name of an environment is no version', on('python3.12', { '.python-version': 'thumbnails\n' }), ...few],
  [
    'the nearest version file holds',
    {
      'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.12']),
      'src/app.py': handlerModule,
      'src/.python-version': '3.12\n',
      '.python-version': '3.13\n',
    },
    finding('pass', 'risk', 'src/.python-version', 'src/.python-version:1', 'allows the 3.12'),
  ],
  ['a lock repeats its project', on('python3.12', { 'uv.lock': 'version = 1\nrequires-python = ">=3.13"\n' }), ...few],
  ['the runtime alone', on('python3.12', {}), ...few],
  [
    'each statement is a finding of its own',
    on('python3.12', { ...project('>=3.13'), '.python-version': '3.13\n', 'runtime.txt': 'python-3.12.1\n' }),
    finding('fail', 'improvement', '.python-version', '.python-version:1', 'runs Python 3.12'),
    finding('fail', 'risk', 'pyproject.toml', 'pyproject.toml:3', 'runs Python 3.12'),
    finding('pass', 'risk', 'runtime.txt', 'runtime.txt:1', 'allows the 3.12'),
  ],
  [
    'of several stages the last counts',
    image('FROM python:3.13 AS build\nRUN pip install .\nFROM python:3.11-slim\nCOPY --from=build /a /a', {
      '.python-version': '3.11\n',
    }),
    finding('pass', 'risk', '.python-version', '.python-version:1', 'allows the 3.11 of Dockerfile'),
  ],
  [
    'a stage that builds on another',
    image('FROM python:3.13 AS base\nFROM base', { '.python-version': '3.12\n' }),
    finding('fail', 'improvement', '.python-version', '.python-version:1', 'Dockerfile runs Python 3.13'),
  ],
  [
    'a build argument with a default',
    image('ARG VERSION=3.12\nFROM python:${VERSION}-slim', { '.python-version': '3.13\n' }),
    finding('fail', 'improvement', '.python-version', '.python-version:1', 'Dockerfile runs Python 3.12'),
  ],
  ['one without', image('ARG VERSION\nFROM python:${VERSION}-slim', { '.python-version': '3.13\n' }), ...few],
  ['a tag without a feature release', image('FROM python:3-slim', { '.python-version': '3.13\n' }), ...few],
  ['a digest', image(`FROM python@sha256:${'a'.repeat(64)}`, { '.python-version': '3.13\n' }), ...few],
  [
    "uv's image",
    image('FROM ghcr.io/astral-sh/uv:python3.12-bookworm-slim', { '.python-version': '3.13\n' }),
    finding('fail', 'improvement', '.python-version', '.python-version:1', 'Dockerfile runs Python 3.12'),
  ],
  [
    'where nothing is deployed the first exact version is held against the rest',
    { 'app.py': 'print()\n', '.python-version': '3.13\n', ...project('<3.13') },
    finding('fail', 'risk', 'pyproject.toml', 'pyproject.toml:3', 'but .python-version says 3.13'),
  ],
  ['two ranges cannot disagree', { 'app.py': 'print()\n', ...project('<3.13') }, ...few],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});

test('a disagreement shows both places, and leaves the choice to a person', async () => {
  const [found] = await findingsOn(id, on('python3.12', project('>=3.13')));
  expect(found).toMatchObject({
    evidence: [
      { file: 'pyproject.toml', line: 3, text: '>=3.13' },
      { file: 'template.yaml', line: 7, text: 'python3.12' },
    ],
    fix: { safe: false, edits: [] },
  });
});
