import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Pipeline } from '../../pipelines/index.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass } from '../judgement.ts';
import { withWorkflow, workflow } from './examples.ts';
import { fitsAny } from './path-filter.ts';

interface Filtered extends Subject {
  readonly pipeline: Pipeline;
  readonly triggers: Pipeline['triggers'];
}

const onPaths = (paths: string, more = ''): Record<string, string> =>
  withWorkflow(workflow(['run: pytest'], [`on: { push: { paths: [${paths}] }${more} }`]));

export const check = defineCheck({
  id: 'pipeline-never-runs',
  scope: 'repository',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Let a workflow start on files that are there',
  docs: {
    why: 'A folder was renamed or a path is misspelt: the workflow is kept to files that do not exist, so no change starts it, and what it tests or deploys is neither tested nor deployed. Nothing tells so: it is not red, it is not there.',
    fix: 'Name the paths as they are in `paths`, or leave the filter out.',
    whenNone: 'No workflow of GitHub is kept to changes of certain paths.',
    bad: [
      { title: 'A folder that is not there', files: onPaths('source/**') },
      { title: 'The same, and it can be started by hand', files: onPaths('source/**', ', workflow_dispatch: {}') },
    ],
    good: [
      { title: 'A folder with files', files: onPaths('app.py, source/**') },
      { title: 'Files of a kind at any depth', files: onPaths('"**.py"') },
      {
        title: 'A folder that is not there, and a schedule',
        files: onPaths('source/**', ', schedule: [{ cron: "0 3 * * *" }]'),
      },
      { title: 'The workflow itself', files: onPaths('.github/workflows/ci.yml') },
    ],
    sources: [
      'https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore',
    ],
  },
  subjects: (facts): Filtered[] =>
    facts
      .pipelines()
      .all.filter(({ system }) => system === 'github-actions')
      .map((pipeline) => ({
        name: pipeline.file,
        pipeline,
        triggers: pipeline.triggers.filter(({ paths }) => paths !== null && paths.include.length > 0),
      }))
      .filter(({ triggers }) => triggers.length > 0),
  judge: ({ pipeline, triggers }, facts) => {
    const idle = triggers.filter(({ paths }) => paths?.include.every((one) => !fitsAny(one, facts.paths)) === true);
    const [first] = idle;
    const starting = pipeline.triggers.find((one) => one.event !== 'manual' && !idle.includes(one));
    if (first === undefined || starting !== undefined) {
      return pass(
        'A change or something else starts it.',
        evidence(startOf(pipeline.file), (starting ?? pipeline).name ?? 'on'),
      );
    }
    const patterns = first.paths?.include.join(', ') ?? '';
    return fail(`No change starts ${pipeline.file}: ${patterns} fits no file of the repository.`, [
      evidence(first.place, `${first.name}: paths: ${patterns}`),
    ]);
  },
});
