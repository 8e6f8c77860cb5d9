import { evidence } from '../../evidence/evidence.ts';
import { defineCheck } from '../define.ts';
import { fail } from '../judgement.ts';
import { job, withWorkflow, workflow } from './examples.ts';
import { judgePurpose, pipelinesAsOne, shippingOf } from './purpose-missing.ts';

export const check = defineCheck({
  id: 'pipeline-tests-missing',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Run the tests in the pipeline that ships a service',
  docs: {
    why: 'What no pipeline tests is broken by a change that nobody ran. A pipeline that ships it puts that change before its users. Where no pipeline ships it, or there are no tests yet, this is an improvement.',
    fix: 'Run the tests in a job that the deployment waits for. Where there are none, begin with one that calls the entry point.',
    whenNone:
      'No pipeline of the repository is about it, its code is not in the repository, or it has no Python tests there and no pipeline ships it.',
    bad: [
      { title: 'A deployment of what has no tests', files: withWorkflow(workflow(['run: sam deploy'])) },
      {
        title: 'A deployment that does not wait for the tests that there are',
        files: withWorkflow(workflow(['run: sam deploy']), { 'tests/test_app.py': 'import app\n' }),
      },
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
  subjects: (service, facts) => {
    const [subject] = pipelinesAsOne('tests', service, facts);
    const tests = facts.pipelines().testsOf(service);
    if (subject === undefined || tests === null) return [];
    return tests.length > 0 || shippingOf(subject, service, facts) !== undefined ? [subject] : [];
  },
  judge: (subject, service, facts) => {
    const { testsOf, silencedTests } = facts.pipelines();
    const folders = testsOf(service) ?? [];
    const lacks = folders.length === 0 ? undefined : `No pipeline runs ${testsIn(folders)}.`;
    const wanted = { purposes: ['test'], words: testWords, does: 'runs its tests', lacks } as const;
    const judged = judgePurpose(subject, wanted, service, facts, 'risk');
    if (judged.verdict !== 'fail') return judged;
    const silenced = subject.pipelines.flatMap((pipeline) => silencedTests(pipeline) ?? []);
    const [line] = silenced;
    const also = line === undefined ? '' : ` A line that runs tests is commented out: ${line.file}:${line.line}.`;
    if (folders.length > 0) {
      return fail(`${judged.message}${also}`, [...judged.evidence, ...silenced], {
        severity: judged.severity ?? 'risk',
      });
    }
    const absent = evidence(service.definedIn, 'tests', 'absent');
    const message = `It has no Python tests, and ${judged.evidence[0].file} ships it without any.${also}`;
    return fail(message, [absent, ...judged.evidence, ...silenced], { severity: 'improvement' });
  },
});

/** Words by which a step that is not understood may run tests. */
const testWords = /test|check|verif|\bspec|\bqa\b|\bci\b/i;

function testsIn(folders: readonly string[]): string {
  const shown = folders.slice(0, 3).map((folder) => (folder === '.' ? 'the root' : folder));
  const more = folders.length > 3 ? ` and ${folders.length - 3} more folders` : '';
  return `the tests in ${shown.join(', ')}${more}`;
}
