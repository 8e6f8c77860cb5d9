import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Pipeline } from '../../pipelines/index.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, type Judgement, pass, unknown } from '../judgement.ts';
import { isChecking } from './checking.ts';
import { type BesideWorkflow, deploymentBeside, deploymentsBesideWorkflows } from './deployment-beside.ts';
import { job, withWorkflow, workflow } from './examples.ts';
import { forgivenBy } from './forgiven.ts';
import { rewritingIn } from './formatting.ts';
import { type PlacedWork, worksOf } from './works.ts';

/** A pipeline that checks, or a job that deploys what another workflow tests. */
type Gate = CheckingPipeline | DeployingJob;

interface CheckingPipeline extends Subject {
  readonly kind: 'checks';
  readonly pipeline: Pipeline;
  readonly checking: readonly [PlacedWork, ...PlacedWork[]];
}

interface DeployingJob extends Subject {
  readonly kind: 'deploys';
  readonly beside: BesideWorkflow;
}

const jobs = (...lines: string[][]): string => ['on: push', 'jobs:', ...lines.flat(), ''].join('\n');

export const check = defineCheck({
  id: 'check-not-gating',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Let a failing test or analysis stop the pipeline',
  docs: {
    why: 'A test that fails and is let pass (`|| true`, `continue-on-error`, a pipe whose last command succeeds), or that runs beside the deployment instead of before it, in another job or in another workflow of the same push, stops nothing: what is broken is shipped while the pipeline is green. A formatter without `--check` rewrites the checkout and succeeds. For analysers this is an improvement.',
    fix: 'Remove what forgives the failure, and let the job that deploys need the job that tests: across workflows, call the one that tests (`workflow_call`), or start after it (`workflow_run`).',
    whenNone: 'No pipeline that is about it runs a test, an analyser or an audit.',
    bad: [
      { title: 'Tests that may fail', files: withWorkflow(workflow(['run: pytest || true'])) },
      {
        title: 'A step that goes on after an error',
        files: withWorkflow(workflow(['{ run: pytest, continue-on-error: true }', 'run: sam deploy'])),
      },
      {
        title: 'A formatter that formats instead of looking',
        files: withWorkflow(workflow(['run: ruff format .', 'run: pytest'])),
      },
      {
        title: 'A deployment that the same push starts beside the tests of another workflow',
        files: withWorkflow(workflow(['run: sam deploy']), {
          '.github/workflows/tests.yml': workflow(['run: pytest']),
        }),
      },
      {
        title: 'A deployment that does not wait for the tests',
        files: withWorkflow(jobs(job('test', ['run: pytest']), job('deploy', ['run: sam deploy']))),
      },
    ],
    good: [
      {
        title: 'A deployment that needs the tests',
        files: withWorkflow(jobs(job('test', ['run: pytest']), job('deploy', ['run: sam deploy'], ['needs: test']))),
      },
      {
        title: 'A second look by the same tool, beside one that counts',
        files: withWorkflow(workflow(['run: flake8 --select=E9', 'run: flake8 --max-complexity=10 || true'])),
      },
      {
        title: 'A failure that a later step looks at',
        files: withWorkflow(
          workflow([
            '{ id: tests, run: pytest, continue-on-error: true }',
            "{ if: steps.tests.outcome == 'failure', run: exit 1 }",
          ]),
        ),
      },
      {
        title: 'Tests against what was deployed',
        files: withWorkflow(
          jobs(
            job('unit', ['run: pytest tests/unit']),
            job('deploy', ['run: sam deploy'], ['needs: unit']),
            job('smoke', ['run: pytest tests/smoke'], ['needs: deploy']),
          ),
        ),
      },
      {
        title: 'A workflow that starts when the tests are through',
        files: withWorkflow(workflow(['run: sam deploy'], ['on:', '  workflow_run: { workflows: [tests] }']), {
          '.github/workflows/tests.yml': workflow(['run: pytest'], ['name: tests', 'on: push']),
        }),
      },
      {
        title: 'A formatter that only looks',
        files: withWorkflow(workflow(['run: ruff format --check .', 'run: pytest'])),
      },
      {
        title: 'A formatter whose changes a later step looks at',
        files: withWorkflow(workflow(['run: black .', 'run: git diff --exit-code', 'run: pytest'])),
      },
      {
        title: 'Results that code scanning shows',
        files: withWorkflow(
          workflow([
            'run: bandit -r . -f sarif -o bandit.sarif || true',
            '{ uses: github/codeql-action/upload-sarif@v3, with: { sarif_file: bandit.sarif } }',
            'run: pytest',
          ]),
        ),
      },
    ],
    sources: [
      'https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepscontinue-on-error',
      'https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idneeds',
      'https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflow_run',
      'https://docs.astral.sh/ruff/formatter/#exit-codes',
      'https://black.readthedocs.io/en/stable/usage_and_configuration/the_basics.html',
    ],
  },
  subjects: (service, facts): Gate[] => {
    const { of, isAbout } = facts.pipelines();
    const own = of(service);
    return own.flatMap((pipeline): Gate[] => {
      const [first, ...others] = worksOf(pipeline).filter((placed) => isChecking(placed));
      const deploying = deploymentsBesideWorkflows(pipeline, own, ({ work }) => isAbout(work, service));
      return [
        ...(first === undefined
          ? []
          : [{ kind: 'checks' as const, name: pipeline.file, pipeline, checking: [first, ...others] as const }]),
        ...deploying.map((beside) => ({
          kind: 'deploys' as const,
          name: `${pipeline.file} ${beside.deployment.job.id}`,
          beside,
        })),
      ];
    });
  },
  judge: (subject) => (subject.kind === 'checks' ? judgeChecks(subject) : judgeDeployment(subject.beside)),
});

function judgeChecks({ pipeline, checking }: CheckingPipeline): Judgement {
  const rewriting = rewritingIn(checking);
  const forgiven = checking.flatMap((placed) => {
    const found = forgivenBy(placed, checking);
    return found === undefined ? [] : [{ placed, ...found }];
  });
  const [first, ...others] = forgiven.filter(({ sure }) => sure);
  if (first !== undefined) {
    const all = [first, ...others];
    const what = `${toolsIn(all.map(({ placed }) => placed))} may fail without stopping the pipeline`;
    const calls = all.flatMap(({ placed: { work, step } }) =>
      work.through.slice(0, 1).map((text) => evidence(step.place, text)),
    );
    const called = calls.length === 0 ? '' : `, run by ${[...new Set(calls.map(({ text }) => text))].join(', ')}`;
    return fail(
      `${what} (${[...new Set(all.map(({ by }) => by))].join(', ')}${called}).`,
      [shown(first.placed), ...others.map(({ placed }) => shown(placed)), ...calls, ...rewriting.map(shown)],
      { severity: all.some(({ placed }) => placed.work.purpose === 'test') ? 'risk' : 'improvement' },
    );
  }
  const beside = deploymentBeside(pipeline);
  if (beside !== undefined) {
    const { deployment, test } = beside;
    const text = `The job ${deployment.job.id} deploys without waiting for ${test.job.id}, which tests.`;
    if (deployment.job.condition !== null || test.job.condition !== null) {
      return unknown('dynamic-value', `${text} Whether both run at once, conditions decide.`, shown(deployment));
    }
    return fail(text, [shown(deployment), shown(test)]);
  }
  const [written, ...more] = rewriting;
  if (written !== undefined) {
    const text = `${toolsIn(rewriting)} rewrites the checkout and succeeds: what is not formatted does not stop the pipeline.`;
    return fail(text, [shown(written), ...more.map(shown)], { severity: 'improvement' });
  }
  const [open] = forgiven;
  if (open !== undefined) {
    const text = `${open.placed.work.tool} may fail (${open.by}), and its results are reported in one repository alone.`;
    return unknown('dynamic-value', text, shown(open.placed));
  }
  return pass('What fails stops the pipeline.', shown(checking[0]));
}

function judgeDeployment({ deployment, tests, test }: BesideWorkflow): Judgement {
  const { job } = deployment;
  const text = `The job ${job.id} releases what is pushed while ${tests.file} still tests it: nothing in the repository makes it wait`;
  if (job.environment !== null) {
    return unknown('needs-probe', `${text}; the rules of its environment may.`, shown(deployment));
  }
  return fail(`${text}, and a commit whose tests fail is released.`, [shown(deployment), shown(test)]);
}

function shown({ work }: PlacedWork): Evidence {
  return evidence(work.place, work.text);
}

function toolsIn(works: readonly PlacedWork[]): string {
  return [...new Set(works.map(({ work }) => work.tool))].join(', ');
}
