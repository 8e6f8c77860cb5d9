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

/** True for a check that needs the deployment, as far as words tell. */
export function isAfterDeployment({ text, folder, through }: Work, { name }: Step, job: Job): boolean {
  return running.test([text, folder, ...through, name ?? '', job.id, job.name ?? '', job.stage ?? ''].join(' '));
}
