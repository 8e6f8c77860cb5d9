// https://docs.gitlab.com/ci/yaml/
import { startOf } from '../../evidence/place.ts';
import { outsideStep, usesStep } from '../make-step.ts';
import type { Job, Pipeline, Step, Trigger } from '../model.ts';
import type { Draft } from '../reading.ts';
import { get, type MapNode, type PipelineNode, textIn } from '../tree/node.ts';
import { record } from '../values.ts';
import { type Configuration, jobEntries, mergedConfiguration, type OutsideInclude } from './configuration.ts';
import { jobOf, stagesOf, variablesOf } from './jobs.ts';

/** Reads `.gitlab-ci.yml` with its includes of the tree. Faults are values in it. */
export function readGitlab(draft: Draft): Pipeline {
  const configuration = mergedConfiguration(draft, draft.root, draft.file);
  const { root } = configuration;
  const jobs = jobsOf(draft, configuration);
  return {
    system: 'gitlab-ci',
    file: draft.file,
    name: textIn(get(root, 'workflow', 'name')) ?? null,
    triggers: triggersOf(root, draft.file),
    permissions: null,
    variables: variablesOf(get(root, 'variables'), record([])),
    jobs,
    parts: draft.parts,
    faults: draft.faults,
  };
}

/** Jobs wait for what they need, else for all jobs of the stages before theirs. */
function jobsOf(draft: Draft, { root, outside }: Configuration): Job[] {
  const stages = stagesOf(root);
  const own = jobEntries(root)
    .slice(0, draft.jobsLeft)
    .map((entry) => jobOf(draft, root, entry));
  const all = [...own, ...outside.map((include) => ({ job: includedJob(draft, include), needs: null }))];
  const order = (job: Job): number => stages.indexOf(job.stage ?? 'test');
  return all.map(({ job, needs }) => {
    const before = all
      .filter(({ job: other }) => order(other) >= 0 && order(other) < order(job))
      .map(({ job: other }) => other.id);
    return { ...job, needs: needs ?? before };
  });
}

/** What a template of GitLab or another project brings: its jobs are not in the tree. */
function includedJob(draft: Draft, { text, node, template }: OutsideInclude): Job {
  const fact = template ? draft.reading.tools.template(text) : undefined;
  const given = { name: null, text, place: node.place, through: [] };
  const action = { name: text, version: null, pinned: false, inputs: record<never>([]) };
  const step: Step =
    fact === undefined
      ? outsideStep(given)
      : { ...usesStep(draft.reading, { ...given, action }, fact), kind: 'template' };
  return {
    id: `include ${text}`,
    name: null,
    stage: 'test',
    needs: [],
    condition: null,
    runner: null,
    image: null,
    matrix: null,
    environment: null,
    variables: {},
    permissions: null,
    continueOnError: null,
    steps: [step],
    python: [],
    credentials: [],
    place: node.place,
    through: [],
  };
}

const sources: readonly (readonly [RegExp, Trigger['event'], string])[] = [
  [/merge_request|CI_MERGE_REQUEST/, 'pull-request', 'merge_request_event'],
  [/CI_PIPELINE_SOURCE\s*==\s*["']schedule|^schedules$/, 'schedule', 'schedule'],
  [/CI_PIPELINE_SOURCE\s*==\s*["'](web|api|trigger)|^(web|api|triggers)$/, 'manual', 'web'],
];

/** A push starts the pipeline unless the rules of the workflow say otherwise; what else does, the rules of the jobs mention. */
function triggersOf(root: MapNode, file: string): Trigger[] {
  const place = root.entries.size > 0 ? root.place : startOf(file);
  const blank = { branches: null, tags: null, paths: null, cron: null, place };
  const found: Trigger[] = [{ ...blank, event: 'push', name: 'push' }];
  const texts: { text: string; node: PipelineNode }[] = [];
  collect(get(root, 'workflow', 'rules'), texts);
  for (const { value } of root.entries.values()) for (const key of ['rules', 'only']) collect(get(value, key), texts);
  for (const [pattern, event, name] of sources) {
    const mention = texts.find(({ text }) => pattern.test(text));
    if (mention !== undefined) found.push({ ...blank, event, name, place: mention.node.place });
  }
  return found;
}

function collect(node: PipelineNode | undefined, into: { text: string; node: PipelineNode }[], depth = 0): void {
  if (node === undefined || depth > 6 || into.length > 2000) return;
  if (node.kind === 'text') into.push({ text: node.text, node });
  else if (node.kind === 'list') for (const item of node.items) collect(item, into, depth + 1);
  else for (const { value } of node.entries.values()) collect(value, into, depth + 1);
}
