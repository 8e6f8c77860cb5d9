import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles, imageFiles } from '../examples.ts';

const id = 'traceback-lost';

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'with a return',
    functionFiles(
      'import logging\n\ndef handler(event, context):\n    try:\n        return work(event)\n    except Exception as e:\n        logging.error(e)\n        return None\n',
    ),
    [{ verdict: 'fail', at: { line: 6 }, message: expect.stringContaining('no traceback of it') }],
  ],
  [
    'in a route of a web application, and not in a tool',
    imageFiles('python:3.13', ['COPY . .'], {
      'app.py':
        'import logging\nfrom flask import Flask\nimport tool\n\napp = Flask(__name__)\n\n@app.get("/")\ndef read():\n    try:\n        return tool.run()\n    except Exception as e:\n        logging.error(e)\n        return "", 500\n',
      'tool.py': 'def run():\n    try:\n        return work()\n    except Exception as e:\n        print(e)\n',
    }),
    [{ verdict: 'fail', evidence: [{ file: 'app.py', line: 11 }] }],
  ],
  [
    'nothing is logged',
    functionFiles(
      'import logging\n\ndef handler(event, context):\n    try:\n        return work(event)\n    except Exception:\n        return None\n',
    ),
    [{ verdict: 'pass' }],
  ],
  [
    'reported elsewhere',
    functionFiles(
      'import logging\nimport sentry_sdk\n\ndef handler(event, context):\n    try:\n        return work(event)\n    except Exception as e:\n        logging.error(e)\n        sentry_sdk.capture_exception(e)\n',
    ),
    [{ verdict: 'pass' }],
  ],
  [
    'one kind of error',
    functionFiles(
      'import logging\n\ndef handler(event, context):\n    try:\n        return work(event)\n    except KeyError as e:\n        logging.error(e)\n',
    ),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'a clause that the handler does not reach',
    functionFiles(
      'def other(event):\n    try:\n        work(event)\n    except Exception as e:\n        print(e)\n\ndef handler(event, context):\n    return 1\n',
    ),
    [{ verdict: 'not-applicable' }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
