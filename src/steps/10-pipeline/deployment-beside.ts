import { type Job, jobsBefore, type Pipeline, type Trigger } from '../../pipelines/index.ts';
import { isAfterDeployment, isChecking, isTrial } from './checking.ts';
import { fitsAny } from './path-filter.ts';
import { concernsPython, documentation, type PlacedWork, worksOf } from './works.ts';

/** A deployment and tests that it does not wait for. */
export interface Beside {
  readonly deployment: PlacedWork;
  readonly test: PlacedWork;
}

/** A deployment for which no check runs before, though the same pipeline tests in a job that it could wait for. */
export function deploymentBeside(pipeline: Pipeline): Beside | undefined {
  const tests = testsOf(pipeline);
  for (const deployment of worksOf(pipeline).filter((placed) => isDeployment(placed))) {
    if (isTestedBefore(pipeline, deployment.job, tests)) continue;
    const test = tests.find(({ job }) => !jobsBefore(pipeline, job.id).has(deployment.job.id));
    if (test !== undefined) return { deployment, test };
  }
  return undefined;
}

/** A deployment, and the workflow that tests the same push. */
export interface BesideWorkflow extends Beside {
  readonly tests: Pipeline;
}

/**
 * The deployments of a workflow that tests nothing by itself, one for each job, where another workflow tests the same
 * push: nothing makes the one wait for the other. Workflows of other systems wait by what is set up elsewhere.
 */
export function deploymentsBesideWorkflows(
  pipeline: Pipeline,
  all: readonly Pipeline[],
  isWanted: (placed: PlacedWork) => boolean,
): BesideWorkflow[] {
  const pushed = pushOf(pipeline);
  if (pushed === undefined || testsOf(pipeline).length > 0 || waits(pipeline)) return [];
  const deployments = worksOf(pipeline).filter(
    (placed) => isDeployment(placed) && isOnPush(placed) && isWanted(placed),
  );
  if (deployments.length === 0) return [];
  const [elsewhere] = all.flatMap((other) => {
    const trigger = other === pipeline ? undefined : pushOf(other);
    if (trigger === undefined || !isStartedTogether(pushed, trigger)) return [];
    const test = testsOf(other).find((placed) => isOnPush(placed) && isWanted(placed));
    return test === undefined ? [] : [{ tests: other, test }];
  });
  if (elsewhere === undefined) return [];
  const firsts = new Map(deployments.toReversed().map((placed) => [placed.job.id, placed]));
  return [...firsts.values()].toReversed().map((deployment) => ({ ...elsewhere, deployment }));
}

/** The tests of a pipeline that need no deployment. */
function testsOf(pipeline: Pipeline): PlacedWork[] {
  return worksOf(pipeline).filter(
    (placed) =>
      placed.work.purpose === 'test' && isChecking(placed) && !isAfterDeployment(placed.work, placed.step, placed.job),
  );
}

function isDeployment(placed: PlacedWork): boolean {
  const { work, job } = placed;
  const deploys = work.purpose === 'deploy' || work.tool === 'docker push';
  return deploys && !isTrial(placed) && concernsPython(placed) && !documentation.test(`${job.id} ${job.name ?? ''}`);
}

function isTestedBefore(pipeline: Pipeline, { id }: Job, tests: readonly PlacedWork[]): boolean {
  const before = jobsBefore(pipeline, id);
  return tests.some(({ job }) => job.id === id || before.has(job.id));
}

/** Steps that wait for other workflows. */
const waiting = /wait-?(on|for)|workflow-run|gh run (watch|list)|check-(suites|runs)|commits\/.*\/status/i;

function waits({ jobs }: Pipeline): boolean {
  return jobs.some(({ steps }) => steps.some(({ text, action }) => waiting.test(`${text} ${action?.name ?? ''}`)));
}

/** The trigger by which a push to a branch starts a workflow of GitHub; undefined where only tags or other events do. */
function pushOf({ system, triggers }: Pipeline): Trigger | undefined {
  if (system !== 'github-actions') return undefined;
  return triggers.find(({ event, branches, tags }) => event === 'push' && (branches !== null || tags === null));
}

/** Conditions that a push to a branch fulfils, in the repository itself. */
const fulfilled =
  /^(\s|&&|\$\{\{|\}\}|success\(\)|github\.repository(_owner)?\s*==\s*'[^']*'|github\.ref\s*==\s*'refs\/heads\/[^']*'|github\.actor\s*!=\s*'[^']*'|runner\.os\s*[!=]=\s*'[^']*'|matrix\.[\w-]+\s*[!=]=\s*'[^']*'|github\.event_name\s*(==\s*'push'|!=\s*'(?!push)\w+'))*$/;

function isOnPush({ step, job }: PlacedWork): boolean {
  return [step.condition, job.condition].every(
    (condition) => condition === null || condition.value === true || fulfilled.test(condition.text),
  );
}

/** True where one push starts both for sure: on a branch that both name, whatever files it changes that the first asks for. */
function isStartedTogether(first: Trigger, second: Trigger): boolean {
  const asked = first.branches?.include ?? [];
  const given = second.branches;
  const both = (branch: string): boolean =>
    given === null ||
    ((given.include.length === 0 || fitsAnyOf(given.include, branch)) && !fitsAnyOf(given.exclude, branch));
  const onBranch =
    asked.length === 0
      ? given === null || (given.include.length === 0 && given.exclude.length === 0)
      : asked.some(both);
  return onBranch && asksForNoOther(first, second);
}

function fitsAnyOf(patterns: readonly string[], branch: string): boolean {
  return patterns.some((pattern) => pattern === branch || fitsAny(pattern, [branch]));
}

/** True where the second workflow asks for no files, or for all that the first asks for. */
function asksForNoOther({ paths: first }: Trigger, { paths: second }: Trigger): boolean {
  if (second === null || second.include.length === 0) return true;
  return first !== null && first.include.length > 0 && first.include.every((path) => second.include.includes(path));
}
