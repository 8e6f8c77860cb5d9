import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles, imageFiles } from '../examples.ts';

const id = 'print-in-service';

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'several are one finding',
    functionFiles('import json\n\ndef handler(event, context):\n    print(event)\n    print(context)\n'),
    [
      {
        verdict: 'fail',
        message: expect.stringContaining('prints 2 times in app.py'),
        evidence: [{ line: 4 }, { line: 5 }],
      },
    ],
  ],
  [
    'in a route of a web application, and not in the tools beside it',
    imageFiles('python:3.13', ['COPY . .'], {
      'app.py':
        'from flask import Flask\nimport tool\n\napp = Flask(__name__)\nprint("starts")\n\n@app.get("/")\ndef read():\n    print("asked")\n    return tool.run()\n',
      'tool.py': 'def run():\n    print("done")\n',
    }),
    [{ verdict: 'fail', message: expect.stringContaining('prints once in app.py'), evidence: [{ line: 9 }] }],
  ],
  [
    'in a job that has no web framework',
    imageFiles('python:3.13', ['COPY . .'], { 'app.py': 'def work():\n    print("done")\n\nwork()\n' }),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'a function of that name',
    functionFiles('from rich import print\n\ndef handler(event, context):\n    print(event)\n'),
    [{ verdict: 'pass' }],
  ],
  [
    'a method of that name',
    functionFiles('import report\n\ndef handler(event, context):\n    report.print(event)\n'),
    [{ verdict: 'pass' }],
  ],
  [
    'under the main clause',
    functionFiles(
      'import sys\nif __name__ == "__main__":\n    print(1)\n\ndef handler(event, context):\n    return event\n',
    ),
    [{ verdict: 'pass' }],
  ],
  [
    'in functions that only another entry point or the command line calls',
    functionFiles(
      'def usage():\n    print("usage")\n\ndef other(event, context):\n    print(event)\n\ndef handler(event, context):\n    return event\n\nif __name__ == "__main__":\n    usage()\n',
    ),
    [{ verdict: 'pass' }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
