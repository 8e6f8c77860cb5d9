import type { Job, Step, Work } from '../../pipelines/index.ts';
import { concernsPython, type PlacedWork } from './works.ts';

/** Tools that report and never judge: their exit code says nothing. */
const reports = /^(coverage (report|html|xml|combine|erase)|radon|locust|asv|k6)/i;

/** True for a work that looks for faults in Python code or what it is made of. */
export function isChecking(placed: PlacedWork): boolean {
  const { purpose, tool } = placed.work;
  if (purpose !== 'test' && purpose !== 'analyse' && purpose !== 'audit') return false;
  return concernsPython(placed) && !reports.test(tool);
}

/** Words for tests of what runs already. */
const running =
  /e2e|end.?to.?end|smoke|integ|system|accept|playwright|selenium|browser|post.?deploy|after.?deploy|load|perf|canary|verif|health|live|stag|sanity|functional|automation|\burl\b/i;

/** True for a check that needs the deployment, as far as words tell: its own, and those of the step and the job around it. */
export function isAfterDeployment({ text, folder, through }: Work, step: Step, job: Job): boolean {
  const around = [text, folder, ...through, step.name ?? '', step.text, job.id, job.name ?? '', job.stage ?? ''];
  return running.test(around.join(' ')) || /deploy/i.test(step.name ?? '');
}

/** Jobs that deploy to try something on it, and deployments to what is thrown away. */
const trial = /test|e2e|check|lint|verify|preview|\bci\b|molecule/i;
const thrownAway = /\b(kind|minikube|k3d|k3s|microk8s|localstack|act)\b/i;

/** True for a deployment that nobody uses. */
export function isTrial({ work, step, job }: PlacedWork): boolean {
  const steps = job.steps.map(({ text }) => text).join('\n');
  return trial.test(`${job.id} ${job.name ?? ''} ${step.name ?? ''}`) || thrownAway.test(`${work.text}\n${steps}`);
}
