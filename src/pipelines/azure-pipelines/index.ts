// https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/pipeline
import { outsideStep } from '../make-step.ts';
import type { Job, Pipeline, PipelineVariables } from '../model.ts';
import type { Draft } from '../reading.ts';
import { get, mapNode, type PipelineNode, textIn, textsIn } from '../tree/node.ts';
import { knownVariables, record } from '../values.ts';
import type { ExpansionBudget } from './expand.ts';
import { jobOf, type StageContext, variablesOf } from './jobs.ts';
import { conditionOf } from './steps.ts';
import { itemsThrough, type Located, openTemplate, scopeOf } from './templates.ts';
import { triggersIn } from './triggers.ts';

const mostNodes = 100_000;

/** Reads a pipeline with its templates of the tree. Faults are values in it. */
export function readAzurePipeline(draft: Draft): Pipeline {
  const { root, file } = draft;
  const variables = variablesOf(get(root, 'variables'), record([]));
  const budget: ExpansionBudget = { left: mostNodes };
  const jobs = root === undefined ? [] : jobsOf(draft, bodyOf(draft, root, variables), variables, budget);
  return {
    system: 'azure-pipelines',
    file,
    name: textIn(get(root, 'name')) ?? null,
    triggers: triggersIn(root, file),
    permissions: null,
    variables,
    jobs,
    parts: draft.parts,
    faults: draft.faults,
  };
}

/** The pipeline itself, or what it extends. */
function bodyOf(draft: Draft, root: PipelineNode, variables: PipelineVariables): Located {
  const known = knownVariables(variables);
  const own = { node: root, file: draft.file, scope: scopeOf(root, undefined, known), through: [] };
  const base = get(root, 'extends');
  const template = textIn(get(base, 'template'));
  if (base === undefined || template === undefined) return own;
  const found = openTemplate(draft, template, own, base.place);
  if (found === undefined) return own;
  return {
    node: found.root,
    file: found.file,
    scope: scopeOf(found.root, get(base, 'parameters'), known),
    through: [template],
  };
}

/** Stages with jobs, jobs alone, or steps alone. A stage without `dependsOn` waits for the one before it. */
function jobsOf(draft: Draft, body: Located, variables: PipelineVariables, budget: ExpansionBudget): Job[] {
  const { node } = body;
  const pool = get(node, 'pool');
  const bare: StageContext = { id: null, condition: null, variables, pool };
  if (get(node, 'stages') === undefined) {
    if (get(node, 'jobs') !== undefined) return stageJobs(draft, body, bare, budget);
    if (get(node, 'steps') !== undefined) return [jobOf(draft, body, bare, budget)];
    const template = textIn(get(node, 'extends', 'template'));
    return template === undefined
      ? []
      : [outsideJob(draft, { ...body, node: mapNode([], node.place) }, template, bare, budget)];
  }
  const made: { id: string; jobs: Job[]; after: readonly string[] }[] = [];
  for (const stage of itemsThrough(draft, get(node, 'stages'), body, 'stages', budget)) {
    const id = textIn(get(stage.node, 'stage')) ?? textIn(get(stage.node, 'template')) ?? `stage ${made.length + 1}`;
    const depends = get(stage.node, 'dependsOn');
    const before = made.at(-1);
    const after = depends === undefined ? (before === undefined ? [] : [before.id]) : textsIn(depends);
    const context = {
      id,
      condition: conditionOf(stage.node),
      variables: variablesOf(get(stage.node, 'variables'), variables),
      pool: get(stage.node, 'pool') ?? pool,
    };
    const outside = textIn(get(stage.node, 'template'));
    const jobs =
      outside === undefined
        ? stageJobs(draft, stage, context, budget)
        : [outsideJob(draft, stage, outside, context, budget)];
    made.push({ id, jobs, after });
  }
  return made.flatMap(({ jobs, after }) => {
    const earlier = made.filter(({ id }) => after.includes(id)).flatMap((stage) => stage.jobs.map(({ id }) => id));
    return jobs.map((job) => ({ ...job, needs: job.needs.length > 0 ? job.needs : earlier }));
  });
}

function stageJobs(draft: Draft, at: Located, stage: StageContext, budget: ExpansionBudget): Job[] {
  const items = itemsThrough(draft, get(at.node, 'jobs'), at, 'jobs', budget).slice(0, Math.max(0, draft.jobsLeft));
  draft.jobsLeft -= items.length;
  const jobs = items.map((item) => {
    const template = textIn(get(item.node, 'template'));
    return template === undefined
      ? jobOf(draft, item, stage, budget)
      : outsideJob(draft, item, template, stage, budget);
  });
  return jobs.map((job) =>
    jobs.filter(({ id }) => id === job.id).length > 1 ? { ...job, id: `${job.id}:${job.place.line}` } : job,
  );
}

/** The call of a template that is not in the tree. */
function outsideJob(draft: Draft, at: Located, text: string, stage: StageContext, budget: ExpansionBudget): Job {
  const job = jobOf(draft, at, stage, budget);
  const id = stage.id === null ? text : `${stage.id} / ${text}`;
  return { ...job, id, steps: [outsideStep({ name: null, text, place: at.node.place, through: at.through })] };
}
