import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { withWorkflow, workflow } from './examples.ts';

const file = '.github/workflows/ci.yml';

type Row = [title: string, files: Files, expected: object];

test.for<Row>([
  [
    'tests alone',
    withWorkflow(workflow(['run: pytest'])),
    { verdict: 'fail', severity: 'improvement', at: { file, line: 1 } },
  ],
  ['an audit of another language', withWorkflow(workflow(['run: pytest', 'run: npm audit'])), { verdict: 'fail' }],
  ['an audit', withWorkflow(workflow(['run: pip-audit'])), { verdict: 'pass', at: { file, line: 6 } }],
  [
    'what watches from outside',
    withWorkflow(workflow(['run: pytest']), { '.snyk': '' }),
    { verdict: 'pass', at: { file: '.snyk' } },
  ],
  [
    'a review of what changes',
    withWorkflow(workflow(['run: pytest', 'uses: actions/dependency-review-action@v4'])),
    { verdict: 'pass' },
  ],
  [
    'nothing to audit',
    { ...withWorkflow(workflow(['run: pytest'])), 'requirements.txt': '' },
    { verdict: 'not-applicable' },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('pipeline-audit-missing', files)).toMatchObject([expected]);
});
