import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { handlerModule, imageFiles, samTemplate } from '../examples.ts';

const id = 'stdlib-module-removed';

const lambda = (runtime: string, code: string, files: Files = {}): Files => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', `Runtime: ${runtime}`]),
  'src/app.py': `${code}\n${handlerModule}`,
  ...files,
});
const project = (python: string, files: Files = {}): Files => ({
  'jobs.py': 'import imp\n',
  'pyproject.toml': `[project]\nname = "jobs"\nrequires-python = "${python}"\n`,
  ...files,
});
const none = notApplicable('imports no module that was taken out');

const rows: [title: string, files: Files, ...expected: Expected[]][] = [
  [
    'at the start of the entry point',
    lambda('python3.12', 'import imp'),
    finding('fail', 'blocker', 'imp', 'src/app.py:1', 'was removed in Python 3.12, and this runs 3.12'),
  ],
  [
    'in a function of it',
    lambda('python3.13', 'def page():\n    from cgi import escape'),
    finding('fail', 'risk', 'cgi', 'src/app.py:2', 'removed in Python 3.13'),
  ],
  [
    'in a module that it imports',
    lambda('python3.13', 'import page', { 'src/page.py': 'import telnetlib\n' }),
    finding('fail', 'risk', 'telnetlib', 'src/page.py:1', 'removed in Python 3.13'),
  ],
  ['in a module that it does not', lambda('python3.13', '', { 'src/page.py': 'import telnetlib\n' }), none],
  ['a module of the repository has that name', lambda('python3.13', 'import chunk', { 'lib/chunk.py': '' }), none],
  ['of a package', lambda('python3.13', 'from . import cgi\nfrom web import cgi', { 'src/web.py': '' }), none],
  [
    'where the version decides',
    lambda('python3.13', 'import sys\nif sys.version_info < (3, 13):\n    import cgi'),
    none,
  ],
  [
    'setuptools may come along',
    lambda('python3.12', 'import distutils', { 'src/requirements.txt': 'flask\n' }),
    finding({ unknown: 'external-code' }, 'risk', 'distutils', 'src/app.py:1', 'setuptools'),
  ],
  [
    'a lock without setuptools',
    {
      ...imageFiles('python:3.12', ['COPY . .', 'RUN uv sync'], {
        'app.py': 'import distutils\n',
        'pyproject.toml': '[project]\nname = "jobs"\ndependencies = ["flask"]\n',
        'uv.lock': 'version = 1\n\n[[package]]\nname = "flask"\nversion = "3.1.0"\n',
      }),
    },
    finding('fail', 'blocker', 'distutils', 'app.py:1', 'this runs 3.12'),
  ],
  [
    'setuptools for development alone',
    imageFiles('python:3.12', ['COPY . .', 'RUN uv sync'], {
      'app.py': 'import distutils\n',
      'pyproject.toml':
        '[project]\nname = "jobs"\ndependencies = []\n[dependency-groups]\ndev = ["setuptools==80.0.0"]\n',
      'uv.lock': 'version = 1\n',
    }),
    finding('fail', 'blocker', 'distutils', 'app.py:1', 'this runs 3.12'),
  ],
  [
    'a project that allows the release',
    project('>=3.9'),
    finding('fail', 'risk', 'imp', 'jobs.py:1', 'pyproject.toml allows Python 3.12 (>=3.9)'),
  ],
  [
    'a function of a project for several versions',
    project('>=3.9', { 'jobs.py': 'def f():\n    import imp\n' }),
    finding('pass', 'risk', 'imp', 'jobs.py:2', 'may not do on Python 3.12'),
  ],
  ['a project that leaves it out', project('>=3.9,<3.12'), finding('pass', 'risk', 'imp', 'jobs.py:1', 'leaves out')],
  [
    'nobody says which Python it is',
    { 'jobs.py': 'import imp\n', 'requirements.txt': 'flask\n' },
    finding({ unknown: 'external-code' }, 'risk', 'imp', 'jobs.py:1', 'nothing says which Python'),
  ],
  [
    'the runtime of App Engine',
    { 'main.py': 'import cgi\napp = None\n', 'app.yaml': 'runtime: python312\n' },
    finding('pass', 'risk', 'cgi', 'main.py:1', 'until Python 3.13; this runs 3.12'),
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
