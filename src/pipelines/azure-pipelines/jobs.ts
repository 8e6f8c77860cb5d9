// https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/jobs and process/deployment-jobs
import type { Condition, Job, Matrix, PipelineValue, PipelineVariables, PythonSetup } from '../model.ts';
import { distinctPythons, pythonOfImage } from '../python-setup.ts';
import type { Draft } from '../reading.ts';
import { entriesOf, get, itemsOf, type PipelineNode, textIn, textsIn } from '../tree/node.ts';
import { record } from '../values.ts';
import type { ExpansionBudget } from './expand.ts';
import { conditionOf, macros, stepOf, toleranceOf } from './steps.ts';
import { itemsThrough, type Located } from './templates.ts';

/** The stage that a job stands in. */
export interface StageContext {
  readonly id: string | null;
  readonly condition: Condition | null;
  readonly variables: PipelineVariables;
  readonly pool: PipelineNode | undefined;
}

const lifeCycle = ['preDeploy', 'deploy', 'routeTraffic', 'postRouteTraffic', 'on.success'] as const;

/** A job or deployment with its steps; the jobs that it names as `dependsOn` are those of its own stage. */
export function jobOf(draft: Draft, at: Located, stage: StageContext, budget: ExpansionBudget): Job {
  const { node } = at;
  const own = textIn(get(node, 'job')) ?? textIn(get(node, 'deployment')) ?? 'job';
  const variables = variablesOf(get(node, 'variables'), stage.variables);
  const matrix = matrixOf(get(node, 'strategy', 'matrix'));
  const python: PythonSetup[] = [];
  const image = imageOf(get(node, 'container'), variables);
  const combinations =
    matrix === null || matrix.combinations.length === 0 ? [record<string>([])] : matrix.combinations.slice(0, 40);
  const lists = combinations.map((combination) => {
    const inner = record([
      ...Object.entries(variables),
      ...Object.entries(combination).map(([name, value]) => [name, { known: true, value }] as const),
    ]);
    return stepLists(node).flatMap((list) =>
      itemsThrough(draft, list, at, 'steps', budget).flatMap((item) => stepOf(draft, item, inner, python)),
    );
  });
  const environment = get(node, 'environment');
  const environmentText = textIn(get(environment, 'name')) ?? textIn(environment);
  const pool = get(node, 'pool') ?? stage.pool;
  const runner = textIn(get(pool, 'vmImage')) ?? textIn(get(pool, 'name')) ?? textIn(pool);
  return {
    id: stage.id === null ? own : `${stage.id} / ${own}`,
    name: textIn(get(node, 'displayName')) ?? null,
    stage: stage.id,
    needs: textsIn(get(node, 'dependsOn')).map((need) => (stage.id === null ? need : `${stage.id} / ${need}`)),
    condition: conditionOf(node) ?? stage.condition,
    runner: runner === undefined ? null : macros(runner, variables),
    image,
    matrix,
    environment: environmentText === undefined ? null : macros(environmentText, variables),
    variables,
    permissions: null,
    continueOnError: toleranceOf(node),
    steps: lists[0] ?? [],
    python: distinctPythons([...python, ...pythonOfImage(image, (get(node, 'container') ?? node).place)]),
    credentials: [],
    place: node.place,
    through: at.through,
  };
}

/** The lists of steps of a job, or of a deployment's strategy in the order in which they run. */
function stepLists(node: PipelineNode): (PipelineNode | undefined)[] {
  const strategies = ['runOnce', 'canary', 'rolling'].map((name) => get(node, 'strategy', name));
  const hooks = strategies.flatMap((strategy) => lifeCycle.map((hook) => get(strategy, ...hook.split('.'), 'steps')));
  return [get(node, 'steps'), ...hooks].filter((list) => list !== undefined);
}

/** Variables as a list of names and values, or as a mapping; those of groups and templates stand elsewhere. */
export function variablesOf(node: PipelineNode | undefined, around: PipelineVariables): PipelineVariables {
  const made = record(Object.entries(around));
  const set = (name: string | undefined, value: PipelineNode | undefined): void => {
    const text = textIn(value);
    if (name !== undefined && text !== undefined) made[name] = macros(text, made);
  };
  if (node?.kind === 'list') for (const item of itemsOf(node)) set(textIn(get(item, 'name')), get(item, 'value'));
  else for (const { key, value } of entriesOf(node)) set(key, value);
  return made;
}

function imageOf(container: PipelineNode | undefined, variables: PipelineVariables): PipelineValue | null {
  const text = textIn(get(container, 'image')) ?? textIn(container);
  return text === undefined ? null : macros(text, variables);
}

/** `strategy.matrix`: a name for each combination. */
function matrixOf(node: PipelineNode | undefined): Matrix | null {
  if (node === undefined) return null;
  const combinations = entriesOf(node).map(({ value }) =>
    record(entriesOf(value).map((entry) => [entry.key, textIn(entry.value) ?? ''] as const)),
  );
  return { combinations, complete: node.kind === 'map' && !entriesOf(node).some(({ key }) => key.includes('${{')) };
}
