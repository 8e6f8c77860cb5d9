// https://docs.gitlab.com/ci/yaml/#job-keywords
import { joinedScripts, scriptOf } from '../commands/script.ts';
import { outsideStep, runStep } from '../make-step.ts';
import type { Condition, Credential, Job, Matrix, PipelineValue, PipelineVariables, Step } from '../model.ts';
import { pythonOfImage } from '../python-setup.ts';
import type { Draft } from '../reading.ts';
import {
  entriesOf,
  get,
  itemsOf,
  type MapEntry,
  type MapNode,
  type PipelineNode,
  textIn,
  textsIn,
} from '../tree/node.ts';
import { known, record, unknown } from '../values.ts';
import { extended, laidOut } from './configuration.ts';

const builtInStages = ['build', 'test', 'deploy'];
const mostCombinations = 200;

/** The stages in their order, with those that GitLab puts around them. */
export function stagesOf(root: MapNode): string[] {
  const listed = textsIn(get(root, 'stages'));
  return ['.pre', ...(listed.length > 0 ? listed : builtInStages), '.post'];
}

/** Variables with those around them; a text that reads others is known where they are. */
export function variablesOf(node: PipelineNode | undefined, around: PipelineVariables): PipelineVariables {
  const made = record(Object.entries(around));
  for (const { key, value } of entriesOf(node)) {
    const text = textIn(value) ?? textIn(get(value, 'value'));
    if (text !== undefined) made[key] = expanded(text, made);
  }
  return made;
}

/** A text with `$NAME` and `${NAME}` put in. */
function expanded(text: string, variables: PipelineVariables): PipelineValue {
  let whole = true;
  const made = text.replaceAll(/\$\{?([A-Za-z_]\w*)\}?/g, (written, name: string) => {
    const value = variables[name];
    if (value?.known === true && value.value.length < 5000) return value.value;
    whole = false;
    return written;
  });
  return whole ? known(made) : unknown(text);
}

/** A job with its defaults, and the ids that it needs; null where its stage decides. */
export function jobOf(draft: Draft, root: MapNode, { key, value }: MapEntry): { job: Job; needs: string[] | null } {
  const node = extended(root, value);
  const setting = (name: string): PipelineNode | undefined =>
    get(node, name) ?? get(root, 'default', name) ?? get(root, name);
  const variables = variablesOf(get(node, 'variables'), variablesOf(get(root, 'variables'), record([])));
  const imageNode = get(setting('image'), 'name') ?? setting('image');
  const imageText = textIn(imageNode);
  const image = imageText === undefined ? null : expanded(imageText, variables);
  const environment = textIn(get(node, 'environment', 'name')) ?? textIn(get(node, 'environment'));
  const needs = get(node, 'needs') ?? get(node, 'dependencies');
  const job: Job = {
    id: key,
    name: null,
    stage: textIn(get(node, 'stage')) ?? 'test',
    needs: [],
    condition: conditionOf(root, node),
    runner: textsIn(setting('tags')).length > 0 ? known(textsIn(setting('tags')).join(', ')) : null,
    image,
    matrix: matrixOf(get(node, 'parallel', 'matrix')),
    environment: environment === undefined ? null : expanded(environment, variables),
    variables,
    permissions: null,
    continueOnError: toleranceOf(node),
    steps: stepsOf(draft, root, node, setting, variables),
    python: pythonOfImage(image, (imageNode ?? node).place),
    credentials: tokensOf(setting('id_tokens')),
    place: value.place,
    through: value.place.file === draft.file ? [] : [value.place.file],
  };
  const named =
    needs === undefined || get(node, 'needs') === undefined
      ? null
      : itemsOf(needs).flatMap((need) => textIn(need) ?? textIn(get(need, 'job')) ?? []);
  return { job, needs: named };
}

function stepsOf(
  draft: Draft,
  root: MapNode,
  node: MapNode,
  setting: (name: string) => PipelineNode | undefined,
  variables: PipelineVariables,
): Step[] {
  const script = (name: string): PipelineNode[] => laidOut(root, name === 'script' ? get(node, name) : setting(name));
  const steps: Step[] = [];
  const add = (name: string, items: readonly PipelineNode[], continueOnError: boolean): void => {
    const texts = items.flatMap((item) => (textIn(item) === undefined ? [] : [{ item, text: textIn(item) ?? '' }]));
    const [first] = texts;
    if (first === undefined || draft.stepsLeft-- <= 0) return;
    const joined = { ...joinedScripts(texts.map(({ item, text }) => scriptOf(item, text))), pipefail: true };
    const text = texts.map(({ text }) => text).join('\n');
    steps.push(
      runStep(draft.reading, { name, text, variables, continueOnError, place: first.item.place, through: [] }, joined),
    );
  };
  add('script', [...script('before_script'), ...script('script')], false);
  add('after_script', script('after_script'), true);
  const trigger = get(node, 'trigger');
  if (trigger !== undefined) {
    const text =
      textsIn(get(trigger, 'include')).join(' ') || textIn(get(trigger, 'project')) || textIn(trigger) || 'trigger';
    steps.push(outsideStep({ name: null, text, place: trigger.place, through: [] }));
  }
  return steps;
}

/** `rules`, `only`, `except` and `when` as one text; `when: never` alone is never. */
function conditionOf(root: MapNode, node: MapNode): Condition | null {
  const when = textIn(get(node, 'when'));
  const rules = get(node, 'rules') ?? get(node, 'only') ?? get(node, 'except');
  if (rules === undefined) {
    if (when === undefined || when === 'on_success') return null;
    return {
      text: `when: ${when}`,
      value: when === 'never' ? false : when === 'always' ? true : null,
      place: (get(node, 'when') ?? node).place,
    };
  }
  const parts = laidOut(root, rules).map(
    (rule) =>
      textIn(rule) ??
      entriesOf(rule)
        .map(({ key, value }) => `${key}: ${textIn(value) ?? textsIn(value).join(', ')}`)
        .join(', '),
  );
  const never = parts.length > 0 && parts.every((part) => part === 'when: never');
  return { text: parts.join('; '), value: never ? false : null, place: rules.place };
}

function toleranceOf(node: MapNode): boolean | null {
  const given = get(node, 'allow_failure');
  if (given === undefined) return textIn(get(node, 'when')) === 'manual' && get(node, 'rules') === undefined;
  return given.kind === 'text' ? given.text === 'true' : null;
}

function tokensOf(node: PipelineNode | undefined): Credential[] {
  return entriesOf(node).map(({ key, keyPlace }) => ({ kind: 'federated', cloud: null, name: key, place: keyPlace }));
}

function matrixOf(node: PipelineNode | undefined): Matrix | null {
  if (node === undefined) return null;
  const combinations = itemsOf(node).flatMap((item) => {
    let made: Record<string, string>[] = [record<string>([])];
    for (const { key, value } of entriesOf(item)) {
      made = made
        .flatMap((one) => textsIn(value).map((text) => record([...Object.entries(one), [key, text] as const])))
        .slice(0, mostCombinations + 1);
    }
    return made;
  });
  return { combinations: combinations.slice(0, mostCombinations), complete: combinations.length <= mostCombinations };
}
