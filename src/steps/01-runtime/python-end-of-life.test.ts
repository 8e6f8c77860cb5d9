import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { handlerModule, imageFiles, samTemplate } from '../examples.ts';

const id = 'python-end-of-life';

const code = (files: Files): Files => ({ 'app.py': 'print()\n', 'requirements.txt': 'flask\n', ...files });

const rows: [title: string, today: string, files: Files, ...expected: Expected[]][] = [
  [
    'on the day of its end',
    '2025-10-31',
    imageFiles('python:3.9'),
    finding('fail', 'risk', 'Dockerfile', 'Dockerfile:1', 'since 2025-10-31, 0 days ago'),
  ],
  [
    'older than all that the catalogue knows',
    '2026-11-21',
    imageFiles('python:3.4-alpine'),
    finding('fail', 'risk', 'Dockerfile', 'Dockerfile:1', 'Python 3.4 has had no security fixes for longer than'),
  ],
  [
    'newer than all of them',
    '2026-11-21',
    imageFiles('python:3.99'),
    finding({ unknown: 'not-in-catalogue' }, 'risk', 'Dockerfile', 'Dockerfile:1', '3.99'),
  ],
  [
    'the runtime of App Engine',
    '2026-11-21',
    { 'main.py': 'app = None\n', 'app.yaml': 'runtime: python38\n' },
    finding('fail', 'risk', 'app.yaml', 'app.yaml:1', 'Python 3.8'),
  ],
  [
    'a version file alone',
    '2026-11-21',
    code({ 'runtime.txt': 'python-3.8.1\n' }),
    finding('fail', 'improvement', 'runtime.txt', 'runtime.txt:1', 'Python 3.8'),
  ],
  [
    'a managed runtime ends by its own rule',
    '2026-11-21',
    {
      'app.py': handlerModule,
      'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.8']),
      '.python-version': '3.8\n',
    },
    notApplicable('a managed runtime or environment has an end of its own'),
  ],
  [
    'a range has no end',
    '2026-11-21',
    code({ 'pyproject.toml': '[project]\nname = "a"\nrequires-python = ">=3.7"\n' }),
    notApplicable('states its Python'),
  ],
];

test.for(rows)('%s', async ([, today, files, ...expected]) => {
  expect(await findingsOn(id, files, { today })).toMatchObject(expected);
});
