import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { withWorkflow, workflow } from './examples.ts';

const file = '.github/workflows/ci.yml';

type Row = [title: string, files: Files, expected: object];

test.for<Row>([
  [
    'a deployment',
    withWorkflow(workflow(['run: sam deploy'])),
    { verdict: 'fail', severity: 'risk', at: { file, line: 6 } },
  ],
  [
    'nothing that ships',
    withWorkflow(workflow(['run: ruff check .'])),
    { verdict: 'fail', severity: 'improvement', at: { file, line: 1 } },
  ],
  ['tests', withWorkflow(workflow(['run: sam deploy', 'run: pytest'])), { verdict: 'pass', at: { line: 7 } }],
  [
    'a system that is not read',
    withWorkflow(workflow(['run: sam deploy']), { Jenkinsfile: '' }),
    { verdict: 'unknown', reason: 'unsupported-construct' },
  ],
  [
    'a container that somebody runs',
    withWorkflow(workflow(['run: sam deploy', 'run: docker run app'])),
    { verdict: 'unknown', reason: 'external-code' },
  ],
  [
    'tests of a tool whose page was not read',
    withWorkflow(workflow(['run: sam deploy', 'run: behave'])),
    { verdict: 'unknown', reason: 'not-in-catalogue' },
  ],
  ['a pipeline about nothing here', withWorkflow(workflow(['run: npm test'])), { verdict: 'not-applicable' }],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('pipeline-tests-missing', files)).toMatchObject([expected]);
});
