import { evidence } from '../../evidence/evidence.ts';
import { jobsBefore, type Pipeline } from '../../pipelines/index.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { isAfterDeployment, isChecking, isTrial } from './checking.ts';
import { job, withWorkflow, workflow } from './examples.ts';
import { concernsPython, documentation, type PlacedWork, worksOf } from './works.ts';

interface DeployingPipeline extends Subject {
  readonly pipeline: Pipeline;
  readonly deployment: PlacedWork;
  readonly checking: readonly [PlacedWork, ...PlacedWork[]];
}

const jobs = (...lines: string[][]): string => ['on: push', 'jobs:', ...lines.flat(), ''].join('\n');

export const check = defineCheck({
  id: 'check-after-deploy',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Test and analyse before the deployment',
  docs: {
    why: 'A check that runs after the deployment finds the fault when its users have it already. Tests of what is deployed (smoke tests, end-to-end tests) belong there; unit tests and analysers do not need it.',
    fix: 'Move the steps before the deployment, or into a job that it needs.',
    whenNone: 'No pipeline that is about it both checks and deploys.',
    bad: [
      {
        title: 'Unit tests behind the deployment',
        files: withWorkflow(workflow(['run: sam deploy', 'run: pytest tests/unit'])),
      },
      {
        title: 'A job of analysers that needs the deployment',
        files: withWorkflow(
          jobs(job('deploy', ['run: sam deploy']), job('analyse', ['run: ruff check .'], ['needs: deploy'])),
        ),
      },
    ],
    good: [
      { title: 'Tests before it', files: withWorkflow(workflow(['run: pytest', 'run: sam deploy'])) },
      {
        title: 'Smoke tests behind it',
        files: withWorkflow(workflow(['run: sam deploy', 'run: pytest tests/smoke'])),
      },
      {
        title: 'Tests behind it that may need it, so that it cannot be told',
        files: withWorkflow(workflow(['run: sam deploy', 'run: pytest'])),
      },
      {
        title: 'Tests before and behind it',
        files: withWorkflow(workflow(['run: pytest tests/unit', 'run: sam deploy', 'run: pytest tests/remote'])),
      },
      {
        title: 'A deployment to try it on before the tests and the one that counts',
        files: withWorkflow(
          jobs(
            job('trial', ['run: sam deploy --stack-name trial', 'run: pytest']),
            job('release', ['run: sam deploy'], ['needs: trial']),
          ),
        ),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/prescriptive-guidance/latest/strategy-cicd-litmus/cicd-best-practices.html',
      'https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idneeds',
    ],
  },
  subjects: (service, facts): DeployingPipeline[] =>
    facts
      .pipelines()
      .of(service)
      .flatMap((pipeline) => {
        const works = worksOf(pipeline);
        // The last deployment is the one that counts: what comes before it may be a trial.
        const deployment = works.findLast(
          (placed) =>
            placed.work.purpose === 'deploy' &&
            !isTrial(placed) &&
            concernsPython(placed) &&
            !documentation.test(placed.job.id),
        );
        const [first, ...others] = works.filter(isChecking);
        return deployment === undefined || first === undefined
          ? []
          : [{ name: pipeline.file, pipeline, deployment, checking: [first, ...others] }];
      }),
  judge: ({ pipeline, deployment, checking }) => {
    const works = worksOf(pipeline);
    const isBehind = ({ job, work, step }: PlacedWork): boolean => {
      if (isAfterDeployment(work, step, job)) return false;
      if (job.id !== deployment.job.id) return jobsBefore(pipeline, job.id).has(deployment.job.id);
      return works.findIndex((one) => one.work === work) > works.findIndex((one) => one.work === deployment.work);
    };
    const behind = checking.find(isBehind);
    const before = checking.some((placed) => placed.work.purpose === behind?.work.purpose && !isBehind(placed));
    const here = evidence(deployment.work.place, deployment.work.text);
    if (behind === undefined || before) return pass('What it checks does not wait for the deployment.', here);
    const there = evidence(behind.work.place, behind.work.text);
    if (behind.work.purpose === 'test' && !/unit/i.test(`${behind.work.text} ${behind.work.folder} ${behind.job.id}`)) {
      const text = `${behind.work.tool} runs only after ${deployment.work.tool}: whether it needs the deployment does not show.`;
      return unknown('conflicting-evidence', text, there, here);
    }
    return fail(`${behind.work.tool} runs only after ${deployment.work.tool}.`, [there, here]);
  },
});
