import { defineCheck } from '../define.ts';
import { job, withWorkflow, workflow } from './examples.ts';
import { judgePurpose, pipelinesAsOne } from './purpose-missing.ts';

export const check = defineCheck({
  id: 'pipeline-tests-missing',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Run the tests in the pipeline that ships a service',
  docs: {
    why: 'What no pipeline tests is broken by a change that nobody ran. A pipeline that ships it puts that change before its users. Where no pipeline ships it, this is an improvement.',
    fix: 'Run the tests in a job that the deployment waits for.',
    whenNone: 'No pipeline of the repository is about it.',
    bad: [
      { title: 'A deployment without tests', files: withWorkflow(workflow(['run: sam deploy'])) },
      {
        title: 'Tests of the user interface alone',
        files: withWorkflow(workflow(['run: npm ci && npx jest', 'run: sam deploy'])),
      },
    ],
    good: [
      { title: 'Tests before the deployment', files: withWorkflow(workflow(['run: pytest', 'run: sam deploy'])) },
      {
        title: 'Tests in another workflow',
        files: withWorkflow(workflow(['run: sam deploy']), {
          '.github/workflows/test.yml': workflow(['run: python -m pytest'], ['on: pull_request']),
        }),
      },
      {
        title: 'Tests that a Makefile starts',
        files: withWorkflow(workflow(['run: make check', 'run: sam deploy']), {
          Makefile: 'check:\n\tpython -m unittest discover\n',
        }),
      },
      {
        title: 'A script of elsewhere, of which it cannot be told',
        files: withWorkflow(
          ['on: push', 'jobs:', ...job('all', ['run: ./tools/run-tests', 'run: sam deploy']), ''].join('\n'),
        ),
      },
    ],
    sources: [
      'https://docs.github.com/actions/tutorials/build-and-test-code/python',
      'https://docs.aws.amazon.com/wellarchitected/latest/framework/ops_dev_integ_test_val_chg.html',
    ],
  },
  subjects: (service, facts) => pipelinesAsOne('tests', service, facts),
  judge: (subject, _, facts) =>
    judgePurpose(
      subject,
      { purposes: ['test'], words: /test|check|verif|\bspec|\bqa\b|\bci\b/i, does: 'runs its tests' },
      facts,
      'risk',
    ),
});
