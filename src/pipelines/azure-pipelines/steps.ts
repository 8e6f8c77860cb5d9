// https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/steps
import { joinPath } from '../../repository/paths.ts';
import { scriptOf } from '../commands/script.ts';
import { credentialsOfAction } from '../credentials.ts';
import { outsideStep, runStep, usesStep } from '../make-step.ts';
import type { Condition, PipelineValue, PipelineVariables, PythonSetup, Step } from '../model.ts';
import type { Draft } from '../reading.ts';
import { entriesOf, get, type PipelineNode, textIn } from '../tree/node.ts';
import { known, record, unknown } from '../values.ts';
import type { Located } from './templates.ts';

const scripts = ['script', 'bash', 'pwsh', 'powershell'] as const;
/** Steps that move files of the pipeline itself. */
const moves = ['checkout', 'download', 'downloadBuild', 'publish', 'getPackage', 'reviewApp'] as const;

/** One step of a job, with the Pythons that it sets up added to `pythons`. */
export function stepOf(
  draft: Draft,
  { node, through }: Located,
  around: PipelineVariables,
  pythons: PythonSetup[],
): Step[] {
  if (draft.stepsLeft-- <= 0) return [];
  const env = record(
    entriesOf(get(node, 'env')).map(({ key, value }) => [key, macros(textIn(value) ?? '', around)] as const),
  );
  const variables = record([...Object.entries(around), ...Object.entries(env)]);
  const folder =
    textIn(get(node, 'workingDirectory')) ??
    textIn(get(node, 'inputs', 'workingDirectory')) ??
    textIn(get(node, 'inputs', 'cwd'));
  const workingFolder = folder === undefined ? null : macros(folder, around);
  const inner = workingFolder?.known === true ? joinPath('.', workingFolder.value) : undefined;
  const given = {
    name: textIn(get(node, 'displayName')) ?? null,
    variables,
    workingFolder,
    condition: conditionOf(node),
    continueOnError: toleranceOf(node),
    place: node.place,
    through,
  };
  for (const kind of scripts) {
    const script = get(node, kind);
    const text = textIn(script);
    if (script !== undefined && text !== undefined) {
      const written = scriptOf(script, scriptText(text, around));
      const powershell = kind === 'pwsh' || kind === 'powershell';
      return [
        runStep(
          draft.reading,
          { ...given, text },
          powershell ? { ...written, language: 'powershell' } : written,
          inner ?? '.',
        ),
      ];
    }
  }
  const task = textIn(get(node, 'task'));
  if (task !== undefined) return [taskStep(draft, node, task, { ...given, text: task }, around, pythons, inner)];
  const moved = moves.find((key) => get(node, key) !== undefined);
  const text = textIn(get(node, 'template')) ?? moved;
  if (text === undefined) {
    draft.fault(node.place, 'a step of no known kind');
    return [];
  }
  if (moved === undefined) return [outsideStep({ ...given, text })];
  return [
    usesStep(
      draft.reading,
      { ...given, text, action: { name: text, version: null, pinned: false, inputs: record<never>([]) } },
      draft.reading.tools.task(text),
    ),
  ];
}

function taskStep(
  draft: Draft,
  node: PipelineNode,
  task: string,
  given: Parameters<typeof outsideStep>[0],
  around: PipelineVariables,
  pythons: PythonSetup[],
  folder: string | undefined,
): Step {
  const { tools } = draft.reading;
  const [name = '', version = null] = task.split('@', 2);
  const written = get(node, 'inputs');
  const inputs: PipelineVariables = record(
    entriesOf(written).map(({ key, value }) => [key, macros(textIn(value) ?? '', around)] as const),
  );
  const fact = tools.task(name);
  const any = tools.task('*');
  const own = credentialsOfAction(fact, inputs, node.place);
  const credentials = own.length > 0 ? own : credentialsOfAction(any, inputs, node.place);
  const pythonInput = fact?.python;
  const setup =
    pythonInput === undefined
      ? undefined
      : Object.entries(inputs).find(([key]) => key.toLowerCase() === pythonInput.toLowerCase());
  if (setup !== undefined)
    pythons.push({ version: setup[1], from: 'task', file: null, place: (get(written, setup[0]) ?? node).place });
  const step = usesStep(
    draft.reading,
    { ...given, credentials, action: { name, version, pinned: false, inputs } },
    fact,
    folder,
  );
  return step;
}

/** A text with `$(name)` put in where the variable is known; an unknown one leaves the whole unknown. */
export function macros(text: string, variables: PipelineVariables): PipelineValue {
  let whole = !/\$\[|\$\{\{/.test(text);
  const made = text.replaceAll(/\$\(([\w.-]+)\)/g, (written, name: string) => {
    const value = variables[name];
    if (value?.known === true && value.value.length < 5000) return value.value;
    if (/^(Build\.SourcesDirectory|System\.DefaultWorkingDirectory|Pipeline\.Workspace\/s)$/i.test(name)) return '.';
    whole = false;
    return written;
  });
  return whole ? known(made) : unknown(text);
}

/** A script with known variables put in; what only a run can tell becomes a variable of the shell. */
function scriptText(text: string, variables: PipelineVariables): string {
  return text.replaceAll(/\$\{\{.*?\}\}/gs, '$${DYNAMIC}').replaceAll(/\$\(([\w.-]+)\)/g, (written, name: string) => {
    const value = variables[name];
    if (value?.known === true) return value.value;
    if (/^(Build\.SourcesDirectory|System\.DefaultWorkingDirectory)$/i.test(name)) return '.';
    return name.includes('.') || variables[name] !== undefined ? '${DYNAMIC}' : written;
  });
}

/** `condition:`; what a run alone can tell is null. */
export function conditionOf(node: PipelineNode | undefined): Condition | null {
  const found = get(node, 'condition');
  const text = textIn(found);
  if (found === undefined || text === undefined)
    return textIn(get(node, 'enabled')) === 'false' && node !== undefined
      ? { text: 'enabled: false', value: false, place: node.place }
      : null;
  const value =
    /^\s*false\s*$/i.test(text) || textIn(get(node, 'enabled')) === 'false'
      ? false
      : /^\s*(true|always\(\))\s*$/i.test(text)
        ? true
        : null;
  return { text, value, place: found.place };
}

/** `continueOnError`; null where an expression decides. */
export function toleranceOf(node: PipelineNode | undefined): boolean | null {
  const text = textIn(get(node, 'continueOnError'));
  return text === undefined || /^false$/i.test(text) ? false : /^true$/i.test(text) ? true : null;
}
