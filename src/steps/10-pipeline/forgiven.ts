import type { PlacedWork } from './works.ts';

/** Jobs that are tried out, by what they are called. */
const tried =
  /experiment|nightly|canary|preview|next|dev-?version|allow(ed)?[-_ ]?(to[-_ ]?)?fail|optional|benchmark|coverage/i;

/** Steps that take results to where somebody looks at them. */
const reporting = /upload-sarif|PublishTestResults|test-reporter|publish-unit-test|junit|PublishSecurityAnalysis/i;

/** What lets a check fail unnoticed; not sure where its results are reported in one repository alone, which may be this one. */
export interface Forgiven {
  readonly by: string;
  readonly sure: boolean;
}

/**
 * What lets a check fail and nothing notice; undefined where it counts: nothing forgives it, another run of the tool does
 * not, or a later step looks at the result.
 */
export function forgivenBy(placed: PlacedWork, all: readonly PlacedWork[]): Forgiven | undefined {
  const { work, step, at, job } = placed;
  const by = excuseOf(placed);
  // The version of an action (`@preview`) says nothing of the job.
  const called = `${job.id} ${job.name ?? ''} ${step.name ?? ''} ${work.text.replace(/@\S+$/, '')}`;
  if (by === undefined || tried.test(called)) return undefined;
  if (all.some((other) => other.work.tool === work.tool && counts(other))) return undefined;
  const later = job.steps.slice(at + 1);
  const isLookedAt =
    /PIPESTATUS|\$\?|exit_?code|errorlevel/i.test(step.text) ||
    later.some(
      (next) =>
        /outcome|conclusion|failure\(\)|succeeded/i.test(next.condition?.text ?? '') ||
        /steps\.[\w-]+\.out|exit_?code|PIPESTATUS/i.test(next.text),
    );
  if (isLookedAt) return undefined;
  const reports = later.filter((next) => reporting.test(`${next.text} ${next.action?.name ?? ''}`));
  if (reports.some(({ condition }) => !onlyIn.test(condition?.text ?? ''))) return undefined;
  return { by, sure: reports.length === 0 };
}

/** A condition that holds in one repository, of which the tree does not tell whether it is this one. */
const onlyIn = /github\.repository\s*==/;

function excuseOf({ work, step, job }: PlacedWork): string | undefined {
  if (work.tolerated !== null) return work.tolerated;
  if (step.continueOnError === true) return 'continue-on-error';
  if (job.continueOnError === true) return `continue-on-error of ${job.id}`;
  return undefined;
}

/** True for a check whose failure stops its job for sure. */
function counts({ work, step, job }: PlacedWork): boolean {
  return work.tolerated === null && step.continueOnError === false && job.continueOnError === false;
}
