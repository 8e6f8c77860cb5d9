import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { withWorkflow, workflow } from './examples.ts';

const file = '.github/workflows/ci.yml';

type Row = [title: string, files: Files, expected: object];

test.for<Row>([
  [
    'tests alone',
    withWorkflow(workflow(['run: pytest'])),
    { verdict: 'fail', severity: 'improvement', at: { file, line: 1 } },
  ],
  ['an audit of another language', withWorkflow(workflow(['run: pytest', 'run: npm audit'])), { verdict: 'fail' }],
  ['an audit', withWorkflow(workflow(['run: pip-audit'])), { verdict: 'pass', at: { file, line: 6 } }],
  [
    'what watches from outside',
    withWorkflow(workflow(['run: pytest']), { '.snyk': '' }),
    { verdict: 'pass', at: { file: '.snyk' } },
  ],
  [
    'a review of what changes',
    withWorkflow(workflow(['run: pytest', 'uses: actions/dependency-review-action@v4'])),
    { verdict: 'pass' },
  ],
  [
    'the place is what ships it, no trial',
    {
      ...withWorkflow(workflow(['run: pytest'])),
      'experimental/cloudbuild.yaml': 'steps:\n  - { name: sam, entrypoint: sam, args: [deploy, -t, template.yaml] }\n',
    },
    { verdict: 'fail', at: { file, line: 1 } },
  ],
  [
    'nothing to audit',
    { ...withWorkflow(workflow(['run: pytest'])), 'requirements.txt': '' },
    { verdict: 'not-applicable' },
  ],
  [
    'a package that is published and brings nothing with it but extras',
    {
      '.github/workflows/ci.yml': workflow(['run: pytest', 'run: twine upload dist/*']),
      'setup.py':
        "from setuptools import setup\nsetup(name='files', packages=['files'], extras_require={'s3': ['boto3']})\n",
      'files/__init__.py': 'import boto3\n',
    },
    { verdict: 'not-applicable' },
  ],
  [
    'a package that is published with what it needs',
    {
      '.github/workflows/ci.yml': workflow(['run: pytest', 'run: twine upload dist/*']),
      'setup.py': "from setuptools import setup\nsetup(name='files', packages=['files'], install_requires=['boto3'])\n",
      'files/__init__.py': 'import boto3\n',
    },
    { verdict: 'fail' },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('pipeline-audit-missing', files)).toMatchObject([expected]);
});
