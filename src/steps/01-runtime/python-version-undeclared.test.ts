import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { handlerModule, imageFiles, samTemplate } from '../examples.ts';

const id = 'python-version-undeclared';
const decided = notApplicable('decides its Python');

const rows: [title: string, files: Files, ...expected: Expected[]][] = [
  [
    'a Procfile says what runs, not on which Python',
    { 'main.py': 'app = None\n', 'requirements.txt': 'gunicorn\n', Procfile: 'web: gunicorn main:app\n' },
    finding('fail', 'improvement', 'python', 'requirements.txt:1', 'state the Python'),
  ],
  [
    'an environment of conda',
    { 'main.py': 'import flask\n', 'environment.yml': 'dependencies:\n  - python=3.12\n  - flask\n' },
    finding('pass', 'improvement', 'python', 'environment.yml:2', 'environment.yml says'),
  ],
  [
    'a file of the folder above',
    { 'web/main.py': 'import flask\n', 'web/requirements.txt': 'flask\n', '.tool-versions': 'python 3.12.1\n' },
    finding('pass', 'improvement', 'python', '.tool-versions:1', 'says 3.12.1'),
  ],
  [
    'a dependency for each Python',
    {
      'main.py': 'import flask\n',
      'requirements.txt': "flask==3.1.0; python_version >= '3.9'\nflask==2.0.0; python_version < '3.9'\n",
    },
    finding('fail', 'improvement', 'python', 'requirements.txt:1', 'state the Python'),
  ],
  [
    'a buildpack that is told in a script beside it',
    {
      'web/main.py': 'import flask\n',
      'web/requirements.txt': 'flask\n',
      'web/setup.yaml': 'steps:\n  - args: [build, --env, "GOOGLE_PYTHON_VERSION=${_PYTHON}"]\n',
    },
    finding({ unknown: 'dynamic-value' }, 'improvement', 'python', 'web/setup.yaml:1', 'GOOGLE_PYTHON_VERSION'),
  ],
  [
    'a script of something else',
    {
      'web/main.py': 'import flask\n',
      'web/requirements.txt': 'flask\n',
      'other/setup.yaml': 'steps:\n  - args: [build, --env, "GOOGLE_PYTHON_VERSION=${_PYTHON}"]\n',
    },
    finding('fail', 'improvement', 'python', 'web/requirements.txt:1', 'state the Python'),
  ],
  ['a list of dependencies that is empty', { 'main.py': 'print()\n', 'requirements.txt': '# none yet\n' }, decided],
  ['nothing is installed', { 'main.py': 'print()\n' }, decided],
  ['an image', imageFiles('debian:12', ['RUN apt-get install -y python3'], { 'requirements.txt': 'flask\n' }), decided],
  [
    'a function whose runtime is known at deployment',
    {
      'app.py': handlerModule,
      'requirements.txt': 'flask\n',
      'template.yaml': `Parameters:\n  Python: { Type: String }\n${samTemplate(['Handler: app.handler', 'Runtime: !Ref Python'])}`,
    },
    decided,
  ],
  [
    'a manifest that cannot be read whole',
    { 'main.py': 'import flask\n', 'setup.py': 'from setuptools import setup\nsetup(**options())\n' },
    decided,
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
