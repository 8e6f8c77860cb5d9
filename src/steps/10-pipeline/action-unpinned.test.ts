import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { withWorkflow, workflow } from './examples.ts';

const file = '.github/workflows/ci.yml';

type Row = [title: string, files: Files, expected: object];

test.for<Row>([
  [
    'a tag',
    withWorkflow(workflow(['run: pytest', 'uses: some/one@v1', 'uses: other/two@main'])),
    {
      verdict: 'fail',
      severity: 'improvement',
      at: { file, line: 7 },
      message: expect.stringContaining('some/one, other/two:'),
    },
  ],
  ["GitHub's own", withWorkflow(workflow(['run: pytest', 'uses: actions/checkout@v5'])), { verdict: 'not-applicable' }],
  ['a commit', withWorkflow(workflow(['run: pytest', `uses: some/one@${'a'.repeat(40)}`])), { verdict: 'pass' }],
  ['an image', withWorkflow(workflow(['run: pytest', 'uses: docker://alpine:3'])), { verdict: 'not-applicable' }],
  [
    'a workflow that a job calls',
    withWorkflow(`${workflow(['run: pytest'])}  publish:\n    uses: some/one/.github/workflows/publish.yml@v1\n`),
    { verdict: 'fail', message: expect.stringContaining('some/one/.github/workflows/publish.yml:') },
  ],
  [
    'one that its tag alone proves',
    withWorkflow(
      `${workflow(['run: pytest'])}  prove:\n    uses: slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@v2.0.0\n`,
    ),
    { verdict: 'not-applicable' },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('action-unpinned', files)).toMatchObject([expected]);
});

test('what stands in the file of a called workflow is told there', async () => {
  const files = withWorkflow(
    `${workflow(['run: pytest', 'uses: some/one@v1'])}  deploy:\n    uses: ./.github/workflows/deploy.yml\n`,
    {
      '.github/workflows/deploy.yml':
        'on: workflow_call\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: other/two@v2\n',
    },
  );
  const deploy = '.github/workflows/deploy.yml';
  expect(await findingsOn('action-unpinned', files)).toMatchObject([
    { at: { file }, message: expect.stringMatching(/^some\/one:/) },
    { at: { file: deploy, line: 6 }, message: expect.stringMatching(/^other\/two:/) },
  ]);
});
