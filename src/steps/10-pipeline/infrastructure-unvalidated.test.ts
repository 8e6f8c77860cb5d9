import { expect, test } from 'vitest';
import { findingsOn } from '../../../tests/judge-files.ts';
import { withWorkflow, workflow } from './examples.ts';

test.for<[steps: string[], expected: object]>([
  [
    ['run: sam build', 'run: sam deploy'],
    {
      verdict: 'fail',
      severity: 'improvement',
      subject: '.github/workflows/ci.yml',
      at: { line: 7 },
      message: 'sam deploy deploys infrastructure code that no step validates, lints or plans.',
    },
  ],
  [['run: terraform validate', 'run: terraform apply'], { verdict: 'pass' }],
  [['run: pre-commit run --all-files', 'run: sam deploy'], { verdict: 'pass' }],
  [['uses: aws-actions/aws-cloudformation-github-deploy@v1'], { verdict: 'fail', at: { line: 6 } }],
  [['run: cdk deploy'], { verdict: 'not-applicable' }],
  [['run: sam build'], { verdict: 'not-applicable' }],
])('%j', async ([steps, expected]) => {
  expect(await findingsOn('infrastructure-unvalidated', withWorkflow(workflow(steps)))).toMatchObject([expected]);
});
