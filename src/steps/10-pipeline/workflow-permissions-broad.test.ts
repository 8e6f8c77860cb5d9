import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { job, withWorkflow, workflow } from './examples.ts';

const file = '.github/workflows/ci.yml';

type Row = [title: string, files: Files, expected: object];

test.for<Row>([
  [
    'all',
    withWorkflow(workflow(['run: pytest'], ['on: push', 'permissions: write-all'])),
    { verdict: 'fail', severity: 'risk', at: { file, line: 2 } },
  ],
  [
    'nothing',
    withWorkflow(workflow(['run: pytest'])),
    { verdict: 'fail', severity: 'improvement', at: { file, line: 1 } },
  ],
  [
    'one job of two',
    withWorkflow(
      ['on: push', 'jobs:', ...job('a', ['run: pytest'], ['permissions: {}']), ...job('b', ['run: pytest']), ''].join(
        '\n',
      ),
    ),
    {
      verdict: 'fail',
      severity: 'improvement',
      at: { file, line: 9 },
      message: expect.stringContaining('The job b does not say'),
    },
  ],
  [
    'a workflow that others call',
    withWorkflow(workflow(['run: pytest'], ['on: workflow_call'])),
    { verdict: 'not-applicable' },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('workflow-permissions-broad', files)).toMatchObject([expected]);
});
