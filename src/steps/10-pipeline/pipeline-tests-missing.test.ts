import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { withWorkflow, workflow } from './examples.ts';

const file = '.github/workflows/ci.yml';

type Row = [title: string, files: Files, expected: object];

test.for<Row>([
  [
    'a deployment of what has no tests',
    withWorkflow(workflow(['run: sam deploy'])),
    { verdict: 'fail', severity: 'improvement', at: { file: 'template.yaml', line: 3 } },
  ],
  [
    'a deployment that leaves out the tests that there are',
    withWorkflow(workflow(['run: sam deploy']), { 'tests/test_app.py': '' }),
    { verdict: 'fail', severity: 'risk', at: { file, line: 6 }, message: 'No pipeline runs the tests in tests.' },
  ],
  [
    'tests that are commented out',
    withWorkflow(workflow(['run: sam deploy', 'run: |\n          # python -m pytest tests\n          echo done'])),
    { severity: 'improvement', message: expect.stringContaining('commented out: .github/workflows/ci.yml:8') },
  ],
  ['no tests, and nothing that ships', withWorkflow(workflow(['run: ruff check .'])), { verdict: 'not-applicable' }],
  [
    'tests, and nothing that ships',
    withWorkflow(workflow(['run: ruff check .']), { 'tests/test_app.py': '' }),
    { verdict: 'fail', severity: 'improvement', at: { file, line: 1 } },
  ],
  ['infrastructure alone', withWorkflow(workflow(['run: azd provision'])), { verdict: 'not-applicable' }],
  [
    'a deployment to try something on it',
    withWorkflow(workflow(['run: sam deploy', 'run: kind create cluster'])),
    { verdict: 'not-applicable' },
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
