// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobs and reusing-workflow-configurations
import { joinPath } from '../../repository/paths.ts';
import { credentialsOfVariables, distinctCredentials } from '../credentials.ts';
import type { Known } from '../expressions/expression.ts';
import { outsideStep } from '../make-step.ts';
import type { Condition, Credential, Job, PythonSetup, Step, TokenPermissions } from '../model.ts';
import { distinctPythons, pythonOfImage } from '../python-setup.ts';
import type { Draft } from '../reading.ts';
import { entriesOf, get, type MapEntry, type PipelineNode, textIn, textsIn } from '../tree/node.ts';
import { record } from '../values.ts';
import { matrixIn, shownMatrix } from './matrix.ts';
import {
  type Contexts,
  conditionIn,
  labelIn,
  ownVariables,
  substituted,
  toleranceIn,
  valueOfNode,
  variablesIn,
} from './scope.ts';
import { referenceOf, stepsIn } from './steps.ts';
import { permissionsIn } from './triggers.ts';

/** What a workflow's jobs are read with; a called workflow's by its call. */
export interface JobContext {
  readonly contexts: Contexts;
  readonly root: PipelineNode | undefined;
  readonly prefix: string;
  readonly needs: readonly string[];
  readonly condition: Condition | null;
  readonly permissions: TokenPermissions | null;
  readonly credentials: readonly Credential[];
  readonly through: readonly string[];
}

const deepestCall = 10;
/** Combinations whose steps are read: those behind them differ in nothing that matters here. */
const mostRead = 40;

/** The jobs of a workflow in its order; those of workflows in the tree that it calls stand in the place of the call. */
export function jobsIn(draft: Draft, context: JobContext): Job[] {
  const jobs = entriesOf(get(context.root, 'jobs')).map((entry) => ({ entry, made: jobOf(draft, entry, context) }));
  const ends = new Map(jobs.map(({ entry, made }) => [context.prefix + entry.key, endsOf(made)]));
  const all = jobs.flatMap(({ made }) => made);
  return all.map((job) => ({ ...job, needs: [...new Set(job.needs.flatMap((need) => ends.get(need) ?? [need]))] }));
}

/** The jobs that nothing else among them waits for: who needs the call, needs these. */
function endsOf(jobs: readonly Job[]): string[] {
  const needed = new Set(jobs.flatMap(({ needs }) => needs));
  const ends = jobs.filter(({ id }) => !needed.has(id));
  return (ends.length > 0 ? ends : jobs).map(({ id }) => id);
}

function jobOf(draft: Draft, entry: MapEntry, context: JobContext): Job[] {
  if (draft.jobsLeft-- <= 0) return [];
  const { key, value: node } = entry;
  const needs = textsIn(get(node, 'needs')).map((need) => context.prefix + need);
  const own = conditionIn(get(node, 'if'), context.contexts);
  const inner = { ...context, needs: needs.length > 0 ? needs : context.needs, condition: own ?? context.condition };
  const uses = textIn(get(node, 'uses'));
  return uses === undefined ? [ownJob(draft, key, node, inner)] : calledJobs(draft, key, node, uses, inner);
}

function ownJob(draft: Draft, key: string, node: PipelineNode, context: JobContext): Job {
  const { tools } = draft.reading;
  const matrix = matrixIn(node, context.contexts);
  const workflowEnv = variablesIn(get(context.root, 'env'), context.contexts);
  const base = { ...context.contexts, env: workflowEnv };
  const combinations =
    matrix === null || matrix.combinations.length === 0 ? [undefined] : matrix.combinations.slice(0, mostRead);
  const pythons: PythonSetup[] = [];
  const read = combinations.map((combination): Step[] => {
    const contexts = { ...base, matrix: combination };
    const inner = { ...contexts, env: variablesIn(get(node, 'env'), contexts) };
    const folder =
      textIn(get(node, 'defaults', 'run', 'working-directory')) ??
      textIn(get(context.root, 'defaults', 'run', 'working-directory'));
    const value = folder === undefined ? undefined : substituted(folder, inner).value;
    const image = labelIn(imageNode(node), inner);
    pythons.push(...pythonOfImage(image, (imageNode(node) ?? node).place));
    return stepsIn(draft, get(node, 'steps'), {
      contexts: inner,
      folder: value?.known === true ? joinPath('.', value.value) : undefined,
      shell: textIn(get(node, 'defaults', 'run', 'shell')) ?? textIn(get(context.root, 'defaults', 'run', 'shell')),
      through: context.through,
      condition: null,
      tolerated: false,
      pythons,
    });
  });
  const contexts = { ...base, matrix: combinations.length === 1 ? combinations[0] : undefined };
  const env = ownVariables(get(node, 'env'), contexts);
  const environment = get(node, 'environment');
  return {
    id: context.prefix + key,
    name: textIn(get(node, 'name')) ?? null,
    stage: null,
    needs: context.needs,
    condition: context.condition,
    runner: labelIn(get(node, 'runs-on'), contexts),
    image: labelIn(imageNode(node), contexts),
    matrix: shownMatrix(matrix),
    environment: labelIn(get(environment, 'name') ?? environment, contexts),
    variables: variablesIn(get(node, 'env'), contexts),
    permissions:
      permissionsIn(get(node, 'permissions')) ?? permissionsIn(get(context.root, 'permissions')) ?? context.permissions,
    continueOnError: toleranceIn(get(node, 'continue-on-error'), contexts),
    steps: mergedSteps(read),
    python: distinctPythons(pythons),
    credentials: distinctCredentials([
      ...context.credentials,
      ...credentialsOfVariables(ownVariables(get(context.root, 'env'), context.contexts), tools, node.place),
      ...credentialsOfVariables(env, tools, node.place),
    ]),
    place: node.place,
    through: context.through,
  };
}

function imageNode(job: PipelineNode): PipelineNode | undefined {
  const container = get(job, 'container');
  return container?.kind === 'map' ? get(container, 'image') : container;
}

/** The steps of all combinations as one list: what differs by combination is told by all of them. */
function mergedSteps(lists: readonly (readonly Step[])[]): Step[] {
  const [first = [], ...others] = lists;
  const sameLength = others.filter((list) => list.length === first.length);
  return first.flatMap((step, at) => {
    const made: Step[] = [step];
    for (const list of sameLength) {
      const other = list[at] ?? step;
      const same = made.findIndex((one) => isSameUse(one, other));
      const one = made[same];
      if (one === undefined) made.push(other);
      else made[same] = mergedStep(one, other);
    }
    return made;
  });
}

/** Purposes of actions that do something with what their inputs name. */
const onInputs: ReadonlySet<string> = new Set(['analyse', 'build', 'package', 'scan', 'deploy', 'release', 'test']);

/** True unless two combinations give an action different things to work on: then each is a step of its own. */
function isSameUse(left: Step, right: Step): boolean {
  if (left.action === null || right.action === null || !left.purposes.some((one) => onInputs.has(one))) return true;
  return JSON.stringify(left.action.inputs) === JSON.stringify(right.action.inputs);
}

function keyOf({ purpose, text, place }: Step['works'][number]): string {
  return `${purpose} ${place.file}:${place.line} ${text}`;
}

function mergedStep(left: Step, right: Step): Step {
  const known = new Set(left.works.map(keyOf));
  const works = [...left.works, ...right.works.filter((work) => !known.has(keyOf(work)))];
  const purposes = [...new Set([...left.purposes, ...right.purposes])].filter(
    (purpose, _, all) => purpose !== 'other' || all.length === 1,
  );
  const agreed = left.condition?.value === right.condition?.value;
  return {
    ...left,
    works,
    purposes,
    condition: agreed || left.condition === null ? left.condition : { ...left.condition, value: null },
    continueOnError: left.continueOnError === right.continueOnError ? left.continueOnError : null,
  };
}

/** A job that is a call: of a workflow in the tree its jobs, of another one step that says so. */
function calledJobs(draft: Draft, key: string, node: PipelineNode, uses: string, context: JobContext): Job[] {
  const local = uses.startsWith('./');
  const circle = context.through.includes(uses) || context.through.length >= deepestCall;
  if (local && circle) draft.fault(node.place, `${uses} leads back to itself`);
  const root = local && !circle ? draft.part(joinPath('.', uses), uses, node.place) : undefined;
  const env = ownVariables(get(node, 'secrets'), context.contexts);
  const credentials = credentialsOfVariables(env, draft.reading.tools, node.place);
  const permissions =
    permissionsIn(get(node, 'permissions')) ?? permissionsIn(get(context.root, 'permissions')) ?? context.permissions;
  if (root === undefined) {
    const action = local ? null : referenceOf(uses, {});
    const call = outsideStep({ name: null, text: uses, place: node.place, through: context.through, action });
    const job = ownJob(draft, key, node, { ...context, permissions });
    return [{ ...job, steps: [{ ...call, credentials }] }];
  }
  const matrix = matrixIn(node, context.contexts)?.combinations.slice(0, mostRead) ?? [];
  const calls = matrix.length === 0 ? [undefined] : matrix;
  const [first = [], ...others] = calls.map((combination) =>
    jobsIn(draft, {
      ...context,
      root,
      contexts: {
        ...context.contexts,
        inputs: passedInputs(node, root, { ...context.contexts, matrix: combination }),
        matrix: undefined,
      },
      prefix: `${context.prefix}${key} / `,
      permissions,
      credentials: [...context.credentials, ...credentials],
      through: [...context.through, uses],
    }),
  );
  return first.map((job, at) => ({
    ...job,
    steps: mergedSteps([job.steps, ...others.map((jobs) => jobs[at]?.steps ?? job.steps)]),
  }));
}

/** What a call passes to a workflow, else what that takes by default. */
function passedInputs(call: PipelineNode, called: PipelineNode, contexts: Contexts): Record<string, Known> {
  return record(
    entriesOf(get(called, 'on', 'workflow_call', 'inputs')).flatMap((input): [string, Known][] => {
      const given = get(call, 'with', input.key) ?? get(input.value, 'default');
      const value = given === undefined ? undefined : valueOfNode(given, contexts);
      return value === undefined ? [] : [[input.key, value]];
    }),
  );
}
