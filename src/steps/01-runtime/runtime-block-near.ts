import type { MilestoneKind } from '../../catalogue/life-cycle.ts';
import { limit } from '../../catalogue/limits.ts';
import { type Day, daysBetween } from '../../evidence/day.ts';
import { defineCheck } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass } from '../judgement.ts';
import { judgeLifeCycle, managedRuntimes } from './managed-runtimes.ts';
import { upgradeFix } from './upgrade-fix.ts';

const refusals: Readonly<Record<MilestoneKind, string>> = {
  deprecated: 'support',
  'creation-blocked': 'create',
  'update-blocked': 'update',
};

function inDays(today: Day, day: Day): string {
  return `in ${daysBetween(today, day)} days`;
}

const functionOn = (runtime: string): Record<string, string> => ({
  'template.yaml': samTemplate(['Handler: app.handler', `Runtime: ${runtime}`]),
  'app.py': handlerModule,
});

export const check = defineCheck({
  id: 'runtime-block-near',
  scope: 'service',
  step: 'runtime',
  clouds: ['aws', 'azure', 'gcp'],
  severity: 'risk',
  title: 'Leave a Python runtime before the platform refuses it',
  docs: {
    why: 'On the announced days the platform deprecates a runtime, then refuses to create functions on it (a new stage, a new region, a restored stack), and then to update them, so that not even a fix can be shipped. This check speaks 180 days ahead, the notice that AWS gives. A deprecation that is near is an improvement, a refusal that is near a risk.',
    fix: 'Plan the move to a newer runtime now: run the tests on it, then change the runtime.',
    whenNone: 'It does not run on a managed Python runtime.',
    bad: [
      { title: 'Creation is refused in 72 days', today: '2026-11-21', files: functionOn('python3.10') },
      { title: 'Deprecation in 30 days', today: '2027-05-31', files: functionOn('python3.11') },
    ],
    good: [
      { title: 'Every announced day is more than 180 days away', today: '2026-11-21', files: functionOn('python3.12') },
      { title: 'Deprecation in 221 days', today: '2026-11-21', files: functionOn('python3.11') },
    ],
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
  },
  subjects: managedRuntimes,
  judge: (runtime, _service, { catalogue, today }) => {
    const { platform, id, statement } = runtime;
    return judgeLifeCycle(runtime, catalogue, (lifeCycle, title) => {
      const ahead = lifeCycle.milestones.filter((milestone) => milestone.day > today);
      const noticeDays = limit(catalogue, 'aws/lambda-limits', 'runtime.deprecation-notice');
      const near = ahead.filter((milestone) => daysBetween(today, milestone.day) <= noticeDays);
      const [next] = near;
      if (next === undefined) {
        const [first] = ahead;
        const message = first === undefined ? 'no further day is announced' : `the next announced day is ${first.day}`;
        return pass(`${id} on ${title}: ${message}.`, statement);
      }
      const [block, later] = near.filter((milestone) => milestone.kind !== 'deprecated');
      const message =
        block === undefined
          ? `${title} gives no more security patches for ${id} from ${next.day}, ${inDays(today, next.day)}.`
          : `${title} refuses to ${refusals[block.kind]} functions on ${id} from ${block.day}, ${inDays(today, block.day)}${later === undefined ? '' : `, and to ${refusals[later.kind]} them from ${later.day}`}.`;
      return fail(message, [statement], {
        severity: block === undefined ? 'improvement' : 'risk',
        fix: upgradeFix(catalogue, platform, today, statement),
      });
    });
  },
});
