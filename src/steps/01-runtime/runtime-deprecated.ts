import { daysBetween } from '../../evidence/day.ts';
import { defineCheck } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass } from '../judgement.ts';
import { judgeLifeCycle, managedRuntimes } from './managed-runtimes.ts';
import { upgradeFix } from './upgrade-fix.ts';

const functionOn = (runtime: string): Record<string, string> => ({
  'template.yaml': samTemplate(['Handler: app.handler', `Runtime: ${runtime}`]),
  'app.py': handlerModule,
});

export const check = defineCheck({
  id: 'runtime-deprecated',
  scope: 'service',
  step: 'runtime',
  clouds: ['aws', 'azure', 'gcp'],
  severity: 'risk',
  title: 'Run on a Python runtime that the platform still supports',
  docs: {
    why: 'A deprecated runtime gets no security patches and no support. Later the platform refuses to create functions on it, and then to update them: from then on this is a blocker.',
    fix: 'Move to a supported runtime, the newest that the tests pass on. Native packages need wheels for that Python.',
    whenNone: 'It does not run on a managed Python runtime.',
    bad: [
      { title: 'A runtime after its deprecation', today: '2026-11-21', files: functionOn('python3.9') },
      {
        title: 'A runtime on which nothing can be created any more',
        today: '2026-11-21',
        files: functionOn('python3.7'),
      },
    ],
    good: [
      { title: 'A supported runtime', today: '2026-11-21', files: functionOn('python3.13') },
      { title: 'The day before the deprecation', today: '2025-12-14', files: functionOn('python3.9') },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
      'https://learn.microsoft.com/azure/azure-functions/supported-languages',
      'https://cloud.google.com/functions/docs/runtime-support',
    ],
  },
  subjects: managedRuntimes,
  judge: (runtime, _service, { catalogue, today }) => {
    const { platform, id, statement } = runtime;
    return judgeLifeCycle(runtime, catalogue, (lifeCycle, title) => {
      const dayOf = (kind: string): string | undefined =>
        lifeCycle.milestones.find((milestone) => milestone.kind === kind)?.day;
      const blocked = dayOf('creation-blocked');
      const deprecated = dayOf('deprecated');
      const fix = upgradeFix(catalogue, platform, today, statement);
      if (blocked !== undefined && blocked <= today) {
        const message = `${title} has refused to create functions on ${id} since ${blocked}.`;
        return fail(message, [statement], { severity: 'blocker', fix });
      }
      if (deprecated !== undefined && deprecated <= today) {
        const days = daysBetween(deprecated, today);
        const message = `${title} deprecated ${id} on ${deprecated}, ${days} days ago: it gets no security patches.`;
        return fail(message, [statement], { fix });
      }
      const until = deprecated === undefined ? 'no end is announced' : `supported until ${deprecated}`;
      return pass(`${id} on ${title}: ${until}.`, statement);
    });
  },
});
