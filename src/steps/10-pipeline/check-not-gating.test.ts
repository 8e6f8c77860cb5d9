import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { job, withWorkflow, workflow } from './examples.ts';

const file = '.github/workflows/ci.yml';

type Row = [title: string, files: Files, expected: object];

const beside = (id: string, ...more: string[]): string =>
  ['on: push', 'jobs:', ...job(id, ['run: pytest'], more), ...job('ship', ['run: sam deploy']), ''].join('\n');

test.for<Row>([
  [
    'tests',
    withWorkflow(workflow(['run: pytest || true'])),
    { verdict: 'fail', severity: 'risk', at: { file, line: 6 } },
  ],
  [
    'an analyser',
    withWorkflow(workflow(['run: mypy . || true', 'run: pytest'])),
    { verdict: 'fail', severity: 'improvement', message: expect.stringContaining('mypy may fail') },
  ],
  [
    'a pipe',
    withWorkflow(workflow(['run: pytest | tee log'])),
    { verdict: 'fail', message: expect.stringContaining('pipefail') },
  ],
  [
    'a pipe in a shell that looks',
    withWorkflow(workflow(['{ run: pytest | tee log, shell: bash }'])),
    { verdict: 'pass' },
  ],
  ['what is tried out', withWorkflow(workflow(['{ name: nightly, run: pytest || true }'])), { verdict: 'pass' }],
  [
    'a job beside',
    withWorkflow(beside('test')),
    { verdict: 'fail', at: { file, line: 10 }, message: expect.stringContaining('without waiting for test') },
  ],
  ['end-to-end tests beside', withWorkflow(beside('e2e')), { verdict: 'pass' }],
  [
    'jobs that conditions choose',
    withWorkflow(beside('test', "if: github.event_name == 'pull_request'")),
    { verdict: 'unknown', reason: 'dynamic-value' },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('check-not-gating', files)).toMatchObject([expected]);
});
