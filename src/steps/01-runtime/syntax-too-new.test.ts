import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { imageFiles, samTemplate } from '../examples.ts';

const id = 'syntax-too-new';

const lambda = (runtime: string, files: Files): Files => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', `Runtime: ${runtime}`]),
  ...files,
});

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'a module that the handler imports',
    lambda('python3.10', {
      'src/app.py': 'import store\n\ndef handler(event, context):\n    return event\n',
      'src/store.py': 'try:\n    pass\nexcept* ValueError:\n    pass\n',
    }),
    [
      {
        verdict: 'fail',
        at: { file: 'src/store.py', line: 3 },
        message: expect.stringMatching(/except\*.*3\.11.*runs 3\.10/),
      },
    ],
  ],
  [
    'a module that is imported on a condition',
    lambda('python3.10', {
      'src/app.py':
        'try:\n    import store\nexcept ImportError:\n    store = None\n\ndef handler(event, context):\n    return event\n',
      'src/store.py': 'try:\n    pass\nexcept* ValueError:\n    pass\n',
    }),
    [{ verdict: 'pass' }],
  ],
  [
    'the newest of several',
    lambda('python3.9', {
      'src/app.py':
        'import asyncio\nimport tomllib\nfrom itertools import batched\n\ndef handler(event, context):\n    return asyncio.TaskGroup()\n',
    }),
    [
      {
        verdict: 'fail',
        at: { line: 3 },
        message: expect.stringMatching(/^itertools\.batched needs Python 3\.12, as 2 more/),
      },
    ],
  ],
  [
    'a builtin',
    lambda('python3.10', {
      'src/app.py': 'def handler(event, context):\n    raise ExceptionGroup("all", [ValueError()])\n',
    }),
    [{ verdict: 'fail', at: { line: 2 }, message: expect.stringContaining('ExceptionGroup needs Python 3.11') }],
  ],
  [
    'a name of another library that is like a builtin',
    lambda('python3.10', {
      'src/app.py':
        'from exceptiongroup import ExceptionGroup\n\ndef handler(event, context):\n    raise ExceptionGroup("all", [ValueError()])\n',
    }),
    [{ verdict: 'pass' }],
  ],
  [
    'in a function that nothing calls',
    lambda('python3.9', {
      'src/app.py':
        'import typing\n\ndef later():\n    return typing.Self\n\ndef handler(event, context):\n    return event\n',
    }),
    [{ verdict: 'pass' }],
  ],
  [
    'an image',
    imageFiles('python:3.10-slim', [], { 'app.py': 'from enum import StrEnum\n' }),
    [{ verdict: 'fail', message: expect.stringContaining('enum.StrEnum') }],
  ],
  [
    'for type checkers',
    lambda('python3.9', {
      'src/app.py':
        'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from typing import Self\n\ndef handler(event, context):\n    return event\n',
    }),
    [{ verdict: 'pass' }],
  ],
  [
    'a range that allows an older one',
    {
      Dockerfile: 'FROM ubuntu:24.04\nCOPY . .\nRUN pip install .\nCMD ["python3", "main.py"]\n',
      'pyproject.toml': '[project]\nname = "a"\nversion = "1"\nrequires-python = ">=3.9"\n',
      'main.py': 'import tomllib\n',
    },
    [
      {
        verdict: 'fail',
        message: expect.stringContaining('pyproject.toml (>=3.9) allows 3.9'),
        severity: 'improvement',
      },
    ],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
