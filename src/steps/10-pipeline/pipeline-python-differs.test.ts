import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { withWorkflow, workflow } from './examples.ts';

const file = '.github/workflows/ci.yml';

type Row = [title: string, files: Files, expected: object];

const python = (version: string): string => `{ uses: actions/setup-python@v6, with: { python-version: ${version} } }`;

test.for<Row>([
  [
    'another',
    withWorkflow(workflow([python('"3.11"'), 'run: pytest'])),
    {
      verdict: 'fail',
      severity: 'risk',
      message: 'It is tested on Python 3.11 and runs on 3.13.',
      at: { file, line: 6 },
    },
  ],
  [
    'a range',
    withWorkflow(workflow([python('">=3.11"'), 'run: pytest'])),
    { verdict: 'unknown', reason: 'dynamic-value' },
  ],
  [
    'tox chooses',
    withWorkflow(workflow([python('"3.11"'), 'run: tox -e py313']), { 'tox.ini': '[testenv]\ncommands = pytest\n' }),
    { verdict: 'unknown', reason: 'external-code' },
  ],
  [
    'a job that only deploys',
    withWorkflow(workflow([python('"3.11"'), 'run: sam deploy'])),
    { verdict: 'not-applicable' },
  ],
  [
    'tests of what runs elsewhere',
    withWorkflow(workflow([python('"3.11"'), 'run: pytest tests/e2e'])),
    { verdict: 'not-applicable' },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('pipeline-python-differs', files)).toMatchObject([expected]);
});
