import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { withWorkflow, workflow } from './examples.ts';

const file = '.github/workflows/ci.yml';

type Row = [title: string, files: Files, expected: object];

const keys =
  '{ uses: aws-actions/configure-aws-credentials@v5, with: { aws-access-key-id: "${{ secrets.KEY_ID }}", aws-secret-access-key: "${{ secrets.KEY }}" } }';

test.for<Row>([
  [
    'a key',
    withWorkflow(workflow([keys, 'run: sam deploy'])),
    { verdict: 'fail', severity: 'risk', at: { file, line: 6 }, message: expect.stringContaining('KEY_ID') },
  ],
  [
    'a key beside the right to a token',
    withWorkflow(workflow([keys, 'run: sam deploy'], ['on: push', 'permissions: write-all'])),
    { verdict: 'unknown', reason: 'conflicting-evidence' },
  ],
  [
    'a secret that is no key of a cloud',
    withWorkflow(workflow(['{ run: sam deploy, env: { TOKEN: "${{ secrets.NPM_TOKEN }}" } }'])),
    { verdict: 'not-applicable' },
  ],
  [
    'the role of the build',
    { ...withWorkflow(''), 'buildspec.yml': 'version: 0.2\nphases: { build: { commands: [sam deploy] } }\n' },
    { verdict: 'pass', at: { file: 'buildspec.yml' } },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('long-lived-credentials', files)).toMatchObject([expected]);
});
