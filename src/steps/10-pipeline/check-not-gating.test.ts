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
    'a pipe of what a makefile runs',
    withWorkflow(workflow(['run: make check | tee log']), { Makefile: 'check:\n\tpytest\n' }),
    {
      verdict: 'fail',
      message: expect.stringContaining('(| without pipefail, run by make check)'),
      evidence: [
        { file, line: 6 },
        { file: 'Makefile', line: 2 },
      ],
    },
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
  [
    'an action whose version is called preview',
    withWorkflow(workflow(['{ uses: microsoft/security-devops-action@preview, continue-on-error: true }'])),
    { verdict: 'fail', severity: 'improvement', at: { file, line: 6 } },
  ],
  [
    'results that are reported in one repository alone',
    withWorkflow(
      workflow([
        'run: bandit -r . || true',
        "{ if: github.repository == 'a/b', uses: github/codeql-action/upload-sarif@v3 }",
      ]),
    ),
    { verdict: 'unknown', reason: 'dynamic-value' },
  ],
  [
    'a formatter',
    withWorkflow(workflow(['run: python -m black src', 'run: pytest'])),
    { verdict: 'fail', severity: 'improvement', message: expect.stringContaining('black rewrites'), at: { line: 6 } },
  ],
  [
    'a formatter whose changes somebody commits',
    withWorkflow(workflow(['run: black .', 'uses: stefanzweifel/git-auto-commit-action@v5'])),
    { verdict: 'pass' },
  ],
  [
    'a formatter that looks elsewhere too',
    withWorkflow(workflow(['run: black .', 'run: black --check .'])),
    { verdict: 'pass' },
  ],
  [
    'a formatter as a hook, which fails where it changes something',
    withWorkflow(workflow(['run: pre-commit run -a']), {
      '.pre-commit-config.yaml': 'repos:\n  - repo: local\n    hooks: [{ id: form, entry: ruff format }]\n',
    }),
    { verdict: 'pass' },
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

const pushOf = (branches: string): string[] => ['on:', `  push: { branches: ${branches} }`];

const besideTests = (deploying: string, tests = workflow(['run: pytest'], pushOf('[main]'))): Files => ({
  ...withWorkflow(deploying),
  '.github/workflows/tests.yml': tests,
});

test.for<Row>([
  [
    'another workflow on the same push',
    besideTests(workflow(['run: sam deploy'], pushOf('[main, next]'))),
    { verdict: 'fail', severity: 'risk', subject: `${file} all`, at: { file, line: 7 } },
  ],
  [
    'a job in the repository alone',
    besideTests(
      [...pushOf('[main]'), 'jobs:', ...job('ship', ['run: sam deploy'], ["if: github.repository == 'a/b'"]), ''].join(
        '\n',
      ),
    ),
    { verdict: 'fail', at: { file, line: 8 } },
  ],
  [
    'tests on some systems of a matrix',
    besideTests(
      workflow(['run: sam deploy'], pushOf('[main]')),
      workflow(["{ run: pytest, if: runner.os != 'windows' }"], pushOf('[main]')),
    ),
    { verdict: 'fail', at: { file, line: 7 } },
  ],
  [
    'an environment that may have rules',
    besideTests(
      [...pushOf('[main]'), 'jobs:', ...job('ship', ['run: sam deploy'], ['environment: production']), ''].join('\n'),
    ),
    { verdict: 'unknown', reason: 'needs-probe' },
  ],
])('a deployment beside %s', async ([, files, expected]) => {
  const found = await findingsOn('check-not-gating', files);
  expect(found.filter(({ subject }) => subject?.includes(' '))).toMatchObject([expected]);
});

test.for<[title: string, files: Files]>([
  ['other branches', besideTests(workflow(['run: sam deploy'], pushOf('[release]')))],
  ['tags', besideTests(workflow(['run: sam deploy'], ['on: { push: { tags: ["v*"] } }']))],
  [
    'tests of pull requests alone',
    besideTests(workflow(['run: sam deploy']), workflow(['run: pytest'], ['on: pull_request'])),
  ],
  [
    'tests of some files alone',
    besideTests(workflow(['run: sam deploy']), workflow(['run: pytest'], ['on: { push: { paths: ["tests/**"] } }'])),
  ],
  ['tests of its own', besideTests(workflow(['run: pytest', 'run: sam deploy']))],
  ['a step that waits', besideTests(workflow(['uses: lewagon/wait-on-check-action@v1', 'run: sam deploy']))],
  ['end-to-end tests alone', besideTests(workflow(['run: sam deploy']), workflow(['run: pytest tests/e2e']))],
  ['a run by hand', besideTests(workflow(['run: sam deploy'], ['on: workflow_dispatch']))],
])('no deployment beside other workflows: %s', async ([, files]) => {
  const found = await findingsOn('check-not-gating', files);
  expect(found.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown')).toEqual([]);
});
