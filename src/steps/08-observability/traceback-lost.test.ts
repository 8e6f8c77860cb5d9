import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

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
