import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { type Job, jobsBefore, type Pipeline } from '../../pipelines/index.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { isAfterDeployment, isChecking, isTrial } from './checking.ts';
import { job, withWorkflow, workflow } from './examples.ts';
import { concernsPython, documentation, type PlacedWork, worksOf } from './works.ts';

interface CheckingPipeline extends Subject {
  readonly pipeline: Pipeline;
  readonly checking: readonly [PlacedWork, ...PlacedWork[]];
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
    why: 'A test that fails and is let pass (`|| true`, `continue-on-error`, a pipe whose last command succeeds), or that runs beside the deployment instead of before it, stops nothing: what is broken is shipped while the pipeline is green. For analysers this is an improvement.',
    fix: 'Remove what forgives the failure, and let the job that deploys need the job that tests.',
    whenNone: 'No pipeline that is about it runs a test, an analyser or an audit.',
    bad: [
      { title: 'Tests that may fail', files: withWorkflow(workflow(['run: pytest || true'])) },
      {
        title: 'A step that goes on after an error',
        files: withWorkflow(workflow(['{ run: pytest, continue-on-error: true }', 'run: sam deploy'])),
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
    ],
  },
  subjects: (service, facts): CheckingPipeline[] =>
    facts
      .pipelines()
      .of(service)
      .flatMap((pipeline) => {
        const [first, ...others] = worksOf(pipeline).filter((placed) => isChecking(placed));
        return first === undefined ? [] : [{ name: pipeline.file, pipeline, checking: [first, ...others] }];
      }),
  judge: ({ pipeline, checking }) => {
    const forgiven = checking.filter((placed) => isForgiven(placed, checking));
    const [first, ...others] = forgiven;
    if (first !== undefined) {
      const tests = forgiven.some(({ work }) => work.purpose === 'test');
      const what = `${toolsIn(forgiven)} may fail without stopping the pipeline`;
      return fail(
        `${what} (${[...new Set(forgiven.map(forgivenBy))].join(', ')}).`,
        [shown(first), ...others.map(shown)],
        {
          severity: tests ? 'risk' : 'improvement',
        },
      );
    }
    const beside = deploymentBeside(pipeline, checking);
    if (beside !== undefined) {
      const { deployment, test } = beside;
      const text = `The job ${deployment.job.id} deploys without waiting for ${test.job.id}, which tests.`;
      if (deployment.job.condition !== null || test.job.condition !== null) {
        return unknown('dynamic-value', `${text} Whether both run at once, conditions decide.`, shown(deployment));
      }
      return fail(text, [shown(deployment), shown(test)]);
    }
    return pass('What fails stops the pipeline.', shown(checking[0]));
  },
});

function shown({ work }: PlacedWork): Evidence {
  return evidence(work.place, work.text);
}

function toolsIn(works: readonly PlacedWork[]): string {
  return [...new Set(works.map(({ work }) => work.tool))].join(', ');
}

function forgivenBy({ work, step, job }: PlacedWork): string {
  if (work.tolerated !== null) return work.tolerated;
  return step.continueOnError === true ? 'continue-on-error' : `continue-on-error of ${job.id}`;
}

/** Jobs that are tried out, by what they are called. */
const tried =
  /experiment|nightly|canary|preview|next|dev-?version|allow(ed)?[-_ ]?(to[-_ ]?)?fail|optional|benchmark|coverage/i;

/** Steps that take results to where somebody looks at them. */
const reporting = /upload-sarif|PublishTestResults|test-reporter|publish-unit-test|junit|PublishSecurityAnalysis/i;

/** True where a check may fail and nothing notices: no other run of the tool counts, and no later step looks at the result. */
function isForgiven({ work, step, at, job }: PlacedWork, all: readonly PlacedWork[]): boolean {
  const forgiven = work.tolerated !== null || step.continueOnError === true || job.continueOnError === true;
  if (!forgiven || tried.test(`${job.id} ${job.name ?? ''} ${step.name ?? ''} ${work.text}`)) return false;
  const counts = all.some(
    (other) =>
      other.work.tool === work.tool &&
      other.work.tolerated === null &&
      other.step.continueOnError === false &&
      other.job.continueOnError === false,
  );
  if (counts) return false;
  const later = job.steps.slice(at + 1);
  return (
    !later.some(
      (next) =>
        /outcome|conclusion|failure\(\)|succeeded/i.test(next.condition?.text ?? '') ||
        /steps\.[\w-]+\.out|exit_?code|PIPESTATUS/i.test(next.text) ||
        reporting.test(`${next.text} ${next.action?.name ?? ''}`),
    ) && !/PIPESTATUS|\$\?|exit_?code|errorlevel/i.test(step.text)
  );
}

interface Beside {
  readonly deployment: PlacedWork;
  readonly test: PlacedWork;
}

/** A deployment for which no check runs before, though the same pipeline tests in a job that it could wait for. */
function deploymentBeside(pipeline: Pipeline, checking: readonly PlacedWork[]): Beside | undefined {
  const tests = checking.filter(
    ({ work, step, job }) => work.purpose === 'test' && !isAfterDeployment(work, step, job),
  );
  const deployments = worksOf(pipeline).filter(
    (placed) =>
      placed.work.purpose === 'deploy' &&
      !isTrial(placed) &&
      concernsPython(placed) &&
      !documentation.test(nameOf(placed.job)),
  );
  for (const deployment of deployments) {
    const before = jobsBefore(pipeline, deployment.job.id);
    if (tests.some(({ job }) => job.id === deployment.job.id || before.has(job.id))) continue;
    const test = tests.find(({ job }) => !jobsBefore(pipeline, job.id).has(deployment.job.id));
    if (test !== undefined) return { deployment, test };
  }
  return undefined;
}

function nameOf({ id, name }: Job): string {
  return `${id} ${name ?? ''}`;
}
