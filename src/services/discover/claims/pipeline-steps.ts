import type { Place } from '../../../evidence/place.ts';
import type { DataNode } from '../../../syntax/data-tree.ts';
import { asMapping, asSequence, at, textOf } from '../../../syntax/navigate.ts';
import { type DataFile, entriesOf } from './data-file.ts';

/** A script of a pipeline, with the folder that it says to run in. */
export interface StepScript {
  readonly text: string;
  readonly folder: string | undefined;
  readonly place: Place;
}

/** A step of a pipeline that is an action, with what it is given. */
export interface GivenAction {
  readonly name: string;
  readonly inputs: ReadonlyMap<string, string>;
  readonly place: Place;
}

const scriptKeys = new Set([
  'run',
  'script',
  'bash',
  'inlineScript',
  'commands',
  'before_script',
  'after_script',
  'build',
]);
const mostNodes = 20_000;

/**
 * The scripts and actions that stand anywhere in a pipeline of any system, in the order written: no condition, matrix or
 * template is followed. Variables that the file itself gives a text are put in.
 */
export function stepsInFile({ root, place }: DataFile): {
  readonly scripts: readonly StepScript[];
  readonly actions: readonly GivenAction[];
} {
  const scripts: StepScript[] = [];
  const actions: GivenAction[] = [];
  const variables = new Map<string, string>();
  const put = (text: string): string =>
    text.replaceAll(
      /\$\{\{ *env\.(\w+) *\}\}|\$\{?(_\w+)\}?/g,
      (written, name?: string, own?: string) => variables.get(name ?? own ?? '') ?? written,
    );
  const open: DataNode[] = [root];
  const seen = new Set<DataNode>();
  for (let node = open.pop(); node !== undefined && seen.size < mostNodes; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const mapping = asMapping(node);
    if (mapping === undefined) {
      open.push(...(asSequence(node)?.items.toReversed() ?? []));
      continue;
    }
    for (const key of ['env', 'substitutions', 'variables'])
      for (const { name, value } of entriesOf(at(mapping, key))) {
        const text = textOf(value);
        if (text !== undefined) variables.set(name, text);
      }
    const action = textOf(at(mapping, 'uses'));
    if (action !== undefined) {
      const inputs = entriesOf(at(mapping, 'with')).map(
        ({ name, value }) => [name.toLowerCase(), put(textOf(value) ?? '')] as const,
      );
      actions.push({ name: action.replace(/@.*$/, ''), inputs: new Map(inputs), place: place(mapping) });
    }
    const folder =
      textOf(at(mapping, 'working-directory')) ?? textOf(at(mapping, 'workingDirectory')) ?? textOf(at(mapping, 'dir'));
    const container = containerCommand(mapping);
    if (container !== undefined) scripts.push({ text: put(container), folder, place: place(mapping) });
    for (const { name, value } of entriesOf(mapping)) {
      const lines = scriptKeys.has(name)
        ? (asSequence(value)?.items.map((item) => textOf(item) ?? '') ?? [textOf(value) ?? ''])
        : [];
      if (lines.some((line) => line !== '')) scripts.push({ text: put(lines.join('\n')), folder, place: place(value) });
    }
    open.push(
      ...entriesOf(mapping)
        .map(({ value }) => value)
        .toReversed(),
    );
  }
  return { scripts, actions };
}

/** The command of a step of Cloud Build: the arguments of a container, whose image stands for its program. */
function containerCommand(step: DataNode): string | undefined {
  const image = textOf(at(step, 'name'));
  const list = asSequence(at(step, 'args'));
  if (image === undefined || list === undefined) return undefined;
  const words = list.items.map((item) => textOf(item) ?? '');
  const program = textOf(at(step, 'entrypoint')) ?? image.replace(/[@:][^/]*$/, '').replace(/^.*\//, '');
  return [program, ...words]
    .map((word) => (/^[\w./:=@${}-]+$/.test(word) ? word : `'${word.replaceAll("'", '"')}'`))
    .join(' ');
}
