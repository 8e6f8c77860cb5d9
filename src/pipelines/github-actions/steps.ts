// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsteps and metadata-syntax
import { joinPath } from '../../repository/paths.ts';
import { type Script, scriptOf } from '../commands/script.ts';
import { credentialsOfAction, credentialsOfVariables, distinctCredentials, secretsIn } from '../credentials.ts';
import type { Known } from '../expressions/expression.ts';
import { outsideStep, runStep, usesStep } from '../make-step.ts';
import type { ActionReference, Condition, Credential, PythonSetup, Step } from '../model.ts';
import type { Draft } from '../reading.ts';
import { entriesOf, get, itemsOf, type PipelineNode, textIn } from '../tree/node.ts';
import { known, record, unknown } from '../values.ts';
import { type Contexts, conditionIn, ownVariables, substituted, toleranceIn, variablesIn } from './scope.ts';

/** What a list of steps is read with. */
export interface StepContext {
  readonly contexts: Contexts;
  readonly folder: string | undefined;
  /** The shell of steps that name none. */
  readonly shell: string | undefined;
  readonly through: readonly string[];
  readonly condition: Condition | null;
  readonly tolerated: boolean | null;
  readonly pythons: PythonSetup[];
}

const deepestAction = 9;

/** The steps of a job or a composite action; those of actions in the tree stand in the place of their call. */
export function stepsIn(draft: Draft, list: PipelineNode | undefined, context: StepContext): Step[] {
  return itemsOf(list).flatMap((node) => (draft.stepsLeft-- > 0 ? stepOf(draft, node, context) : []));
}

function stepOf(draft: Draft, node: PipelineNode, context: StepContext): Step[] {
  const { tools } = draft.reading;
  const own = ownVariables(get(node, 'env'), context.contexts);
  const contexts = { ...context.contexts, env: variablesIn(get(node, 'env'), context.contexts) };
  const name = textIn(get(node, 'name'));
  const given = {
    name: name === undefined ? null : name,
    variables: contexts.env,
    condition: joined(context.condition, conditionIn(get(node, 'if'), contexts)),
    continueOnError: either(context.tolerated, toleranceIn(get(node, 'continue-on-error'), contexts)),
    place: node.place,
    through: context.through,
    credentials: credentialsOfVariables(own, tools, node.place),
  };
  const run = get(node, 'run');
  const text = textIn(run);
  if (run !== undefined && text !== undefined) {
    const written = textIn(get(node, 'working-directory'));
    const folder = written === undefined ? context.folder : folderIn(written, contexts);
    const workingFolder =
      written === undefined
        ? context.folder === undefined
          ? null
          : known(context.folder)
        : substituted(written, contexts).value;
    const secrets: Credential[] = secretsIn(text).map((secret) => ({
      kind: 'secret',
      cloud: tools.cloudOfVariable(secret) ?? null,
      name: secret,
      place: run.place,
    }));
    const credentials = distinctCredentials([...given.credentials, ...secrets]);
    const shell = textIn(get(node, 'shell')) ?? context.shell ?? '';
    const script = inShell(scriptOf(run, substituted(text, contexts).script), shell);
    return [runStep(draft.reading, { ...given, text, workingFolder, credentials }, script, folder ?? '.')];
  }
  const uses = textIn(get(node, 'uses'));
  if (uses === undefined) {
    draft.fault(node.place, 'a step has neither run nor uses');
    return [];
  }
  return usedAction(
    draft,
    node,
    uses,
    { ...given, text: uses },
    { ...context, contexts, condition: given.condition, tolerated: given.continueOnError },
  );
}

function usedAction(
  draft: Draft,
  node: PipelineNode,
  uses: string,
  given: Parameters<typeof outsideStep>[0],
  context: StepContext,
): Step[] {
  const inputs = ownVariables(get(node, 'with'), context.contexts);
  if (/^\.{1,2}\//.test(uses)) return compositeSteps(draft, node, uses, given, context);
  const { tools } = draft.reading;
  const action = referenceOf(uses, inputs);
  const docker = action.name.startsWith('docker://');
  const fact = docker ? tools.image(action.name.slice('docker://'.length)) : tools.action(action.name);
  const inInputs: Credential[] = Object.entries(inputs).flatMap(([name, value]) =>
    value.known
      ? []
      : secretsIn(value.text).map((secret) => ({
          kind: 'secret' as const,
          cloud: tools.cloudOfVariable(secret) ?? tools.cloudOfVariable(name) ?? null,
          name: secret,
          place: node.place,
        })),
  );
  const own = credentialsOfAction(fact, inputs, node.place);
  const others =
    own.length > 0 && own[0]?.kind === 'federated' ? inInputs.filter(({ cloud }) => cloud !== null) : inInputs;
  const covered = others.filter((credential) => !own.some(({ name }) => name === credential.name));
  context.pythons.push(...pythonsOf(fact?.id, inputs, node, get(node, 'with')));
  const credentials = distinctCredentials([...(given.credentials ?? []), ...own, ...covered]);
  return [
    usesStep(
      draft.reading,
      { ...given, action, credentials },
      fact,
      folderIn(textIn(get(node, 'with', 'working-directory')), context.contexts) ?? context.folder,
    ),
  ];
}

/** A script as the shell named reads it; `bash` by name sets `pipefail`, which no default does. */
function inShell(script: Script, shell: string): Script {
  if (/^(pwsh|powershell)\b/.test(shell)) return { ...script, language: 'powershell' };
  if (/^(python|cmd|node|perl)\b/.test(shell)) return { ...script, language: 'other' };
  return { ...script, pipefail: /^bash\b/.test(shell) };
}

/** What `uses:` names: `owner/name/folder@version`, or `docker://image:tag@digest`. */
export function referenceOf(uses: string, inputs: ActionReference['inputs']): ActionReference {
  const [name = '', version = null] = uses.split('@', 2);
  const pinned = version !== null && /^([\da-f]{40}|[\da-f]{64}|sha256:[\da-f]{64})$/.test(version);
  return { name, version, pinned, inputs };
}

function compositeSteps(
  draft: Draft,
  node: PipelineNode,
  uses: string,
  given: Parameters<typeof outsideStep>[0],
  context: StepContext,
): Step[] {
  const folder = joinPath('.', uses);
  const file = ['action.yml', 'action.yaml']
    .flatMap((name) => joinPath(folder ?? '', name) ?? [])
    .find((path) => draft.reading.repository.has(path));
  if (context.through.includes(uses) || context.through.length >= deepestAction) {
    draft.fault(node.place, `${uses} leads back to itself`);
    return [outsideStep(given)];
  }
  const root = draft.part(file ?? (folder && `${folder}/action.yml`), uses, node.place);
  if (root === undefined || get(root, 'runs', 'steps') === undefined) return [outsideStep(given)];
  const passed = get(node, 'with');
  const inputs = record(
    entriesOf(get(root, 'inputs')).flatMap(({ key, value }): [string, Known][] => {
      const written = textIn(get(passed, key)) ?? textIn(get(value, 'default')) ?? '';
      const found = substituted(written, context.contexts).value;
      return found.known ? [[key, found.value]] : [];
    }),
  );
  const contexts = { ...context.contexts, inputs };
  const credentials = given.credentials ?? [];
  const steps = stepsIn(draft, get(root, 'runs', 'steps'), {
    ...context,
    contexts,
    through: [...context.through, uses],
  });
  return steps.map((step) => ({ ...step, credentials: distinctCredentials([...step.credentials, ...credentials]) }));
}

const pythonInputs: Readonly<Record<string, string>> = {
  'actions/setup-python': 'python-version',
  'astral-sh/setup-uv': 'python-version',
  'conda-incubator/setup-miniconda': 'python-version',
  'pdm-project/setup-pdm': 'python-version',
  'mamba-org/setup-micromamba': 'python-version',
};

function pythonsOf(
  action: string | undefined,
  inputs: ActionReference['inputs'],
  node: PipelineNode,
  given: PipelineNode | undefined,
): PythonSetup[] {
  const input = action === undefined || !Object.hasOwn(pythonInputs, action) ? undefined : pythonInputs[action];
  if (input === undefined) return [];
  const place = (get(given, input) ?? node).place;
  const value = inputs[input];
  const file = inputs[`${input}-file`];
  if (value === undefined) {
    return file === undefined
      ? []
      : [{ version: unknown('', 'unreadable-file'), from: 'action', file: file.known ? file.value : file.text, place }];
  }
  if (!value.known) return [{ version: value, from: 'action', file: null, place }];
  return value.value
    .split(/[\n,]/)
    .flatMap((line) =>
      line.trim() === '' ? [] : [{ version: known(line.trim()), from: 'action' as const, file: null, place }],
    );
}

function folderIn(written: string | undefined, contexts: Contexts): string | undefined {
  const value = written === undefined ? undefined : substituted(written, contexts).value;
  return value?.known === true ? joinPath('.', value.value) : undefined;
}

/** Both conditions must hold. */
function joined(outer: Condition | null, inner: Condition | null): Condition | null {
  if (outer === null || inner === null) return inner ?? outer;
  const value =
    outer.value === false || inner.value === false ? false : outer.value === null || inner.value === null ? null : true;
  return { text: `(${outer.text}) && (${inner.text})`, value, place: inner.place };
}

function either(outer: boolean | null, inner: boolean | null): boolean | null {
  return outer === true || inner === true ? true : outer === null || inner === null ? null : false;
}
