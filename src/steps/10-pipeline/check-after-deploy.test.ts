import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { job, withWorkflow, workflow } from './examples.ts';

const file = '.github/workflows/ci.yml';

type Row = [title: string, files: Files, expected: object];

test.for<Row>([
  [
    'tests in a browser, by what their step installs',
    withWorkflow(workflow(['run: sam deploy', '{ run: "playwright install && pytest tests/unit" }'])),
    { verdict: 'pass' },
  ],
  [
    'a cluster that is thrown away',
    withWorkflow(workflow(['run: kind create cluster', 'run: kubectl apply -f .', 'run: ruff check .'])),
    { verdict: 'not-applicable' },
  ],
  [
    'a step behind',
    withWorkflow(workflow(['run: sam deploy', 'run: pytest tests/unit'])),
    { verdict: 'fail', severity: 'risk', at: { file, line: 7 } },
  ],
  [
    'tests before, another check behind',
    withWorkflow(workflow(['run: pytest', 'run: sam deploy', 'run: ruff check .'])),
    { verdict: 'fail', message: 'ruff check runs only after sam deploy.' },
  ],
  [
    'tests of what runs',
    withWorkflow(workflow(['run: sam deploy', '{ name: Smoke test, run: pytest }'])),
    { verdict: 'pass' },
  ],
  [
    'jobs beside each other',
    withWorkflow(
      ['on: push', 'jobs:', ...job('ship', ['run: sam deploy']), ...job('test', ['run: pytest']), ''].join('\n'),
    ),
    { verdict: 'pass' },
  ],
  [
    'a job that waits',
    withWorkflow(
      [
        'on: push',
        'jobs:',
        ...job('ship', ['run: sam deploy']),
        ...job('unit', ['run: pytest'], ['needs: ship']),
        '',
      ].join('\n'),
    ),
    { verdict: 'fail', at: { line: 11 } },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('check-after-deploy', files)).toMatchObject([expected]);
});
