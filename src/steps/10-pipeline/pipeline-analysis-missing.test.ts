import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { withWorkflow, workflow } from './examples.ts';

const file = '.github/workflows/ci.yml';

type Row = [title: string, files: Files, expected: object];

test.for<Row>([
  [
    'spelling is no analysis of code',
    withWorkflow(workflow(['run: pytest', 'run: codespell'])),
    { verdict: 'fail', severity: 'improvement' },
  ],
  [
    'CodeQL for another language',
    withWorkflow(
      workflow(['run: pytest', '{ uses: github/codeql-action/analyze@v3, with: { languages: javascript } }']),
    ),
    { verdict: 'fail' },
  ],
  [
    'a script that is run by hand',
    withWorkflow(workflow(['run: pytest']), { 'scripts/deploy.sh': 'pylint -E src\nsam deploy\n' }),
    { verdict: 'fail', message: expect.stringContaining('; scripts/deploy.sh:1 does') },
  ],
  ['a linter', withWorkflow(workflow(['run: flake8'])), { verdict: 'pass', at: { file, line: 6 } }],
  [
    'an action that may do it',
    withWorkflow(workflow(['run: pytest', 'uses: some/lint-action@v1'])),
    { verdict: 'unknown', reason: 'not-in-catalogue' },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('pipeline-analysis-missing', files)).toMatchObject([expected]);
});
