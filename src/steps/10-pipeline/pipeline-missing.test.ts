import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { withWorkflow, workflow } from './examples.ts';

const file = '.github/workflows/ci.yml';

type Row = [title: string, files: Files, expected: object];

test.for<Row>([
  [
    'a workflow of other things',
    withWorkflow(workflow(['uses: actions/stale@v9'])),
    { verdict: 'fail', severity: 'improvement', at: { file: 'template.yaml', line: 3 } },
  ],
  ['tests', withWorkflow(workflow(['run: pytest'])), { verdict: 'pass', at: { file } }],
  [
    'a file that may define one',
    withWorkflow(workflow(['uses: actions/stale@v9']), { 'infra/pipeline-stack.ts': '' }),
    { verdict: 'unknown', reason: 'external-code', at: { file: 'infra/pipeline-stack.ts' } },
  ],
  [
    'a build of what cannot be told',
    withWorkflow(workflow(['run: ./build-everything'])),
    { verdict: 'unknown', reason: 'external-code' },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('pipeline-missing', files)).toMatchObject([expected]);
});
