import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'import-unused-at-start';

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'a submodule',
    {
      ...functionFiles('import matplotlib.pyplot as plt\n\ndef handler(event, context):\n    return event\n'),
      'requirements.txt': 'matplotlib\n',
    },
    [{ verdict: 'fail', at: { line: 1 }, message: expect.stringContaining('matplotlib') }],
  ],
  [
    'a library that is not there fails instead',
    functionFiles('import pandas\n\ndef handler(event, context):\n    return event\n'),
    [{ verdict: 'unknown', reason: 'external-code' }],
  ],
  [
    'what the runtime brings',
    functionFiles('import boto3\n\ndef handler(event, context):\n    return event\n'),
    [{ verdict: 'fail', message: expect.stringContaining('boto3') }],
  ],
  [
    'named in a text counts as used',
    functionFiles('import pandas as pd\n\ndef handler(event, context):\n    return eval("pd")\n'),
    [{ verdict: 'pass' }],
  ],
  [
    'for type checkers only',
    functionFiles(
      'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pandas\n\ndef handler(event, context):\n    return event\n',
    ),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'another library loads it anyway',
    functionFiles(
      'import numpy\nimport pandas as pd\n\ndef handler(event, context):\n    return pd.DataFrame(event).to_json()\n',
    ),
    [{ verdict: 'pass' }, { verdict: 'pass' }],
  ],
  [
    'a comment says that it is meant',
    functionFiles('import boto3  # noqa: F401\n\ndef handler(event, context):\n    return event\n'),
    [{ verdict: 'pass' }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
