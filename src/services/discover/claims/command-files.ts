import type { Place } from '../../../evidence/place.ts';
import { startOf } from '../../../evidence/place.ts';
import { shellCommands } from '../../../pipelines/commands/shell-commands.ts';
import { readPipelines } from '../../../pipelines/index.ts';
import type { ActionReference, Step } from '../../../pipelines/model.ts';
import { pipelineSystemOf } from '../../../pipelines/pipeline-files.ts';
import { shownText } from '../../../pipelines/values.ts';
import { folderOf, joinPath } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';
import type { Workspace } from '../../workspace.ts';

/** A command that something in the repository gives: a script, a Makefile, a step of a pipeline. */
export interface GivenCommand {
  readonly words: readonly string[];
  /** The folder that it is likely to run in. */
  readonly folder: string;
  readonly place: Place;
}

/** A step of a pipeline that is an action, with what it is given. */
export interface GivenAction {
  readonly name: string;
  readonly inputs: ReadonlyMap<string, string>;
  readonly place: Place;
}

export interface Given {
  readonly commands: readonly GivenCommand[];
  readonly actions: readonly GivenAction[];
}

const scripts = /\.(sh|bash|mk)$|(^|\/)(GNUm|M|m)akefile$|(^|\/)[Jj]ustfile$/;

/** What is worth a look: commands and actions that build images or deploy. */
const needle =
  /\bpack\b|(docker|podman)\s+(buildx\s+)?build|build-push-action|gcloud\b|google-github-actions\/deploy|cloud-builders\/(docker|gcloud)|cloud-sdk|az\s+acr\s+build|func\s+azure|kaniko/;

/** True where a file can hold such commands, by its name alone. */
export function mayGiveCommands(file: string): boolean {
  return scripts.test(file) || pipelineSystemOf(file) !== undefined;
}

const longest = 300_000;

/** The commands and actions of the files that build or deploy something. */
export function givenCommands({ repository, catalogue }: Workspace): Given {
  const worth = repository.files.filter((file) => mayGiveCommands(file) && mentions(file, repository));
  const pipelines = worth.filter((file) => pipelineSystemOf(file) !== undefined);
  const read = pipelines.length === 0 ? [] : readPipelines({ ...narrowed(repository, pipelines) }, catalogue).pipelines;
  const steps = read.flatMap(({ jobs, file, system }) =>
    jobs.flatMap((job) => job.steps.map((step) => ({ step, base: system === 'cloud-build' ? folderOf(file) : '.' }))),
  );
  return {
    commands: [
      ...worth.filter((file) => pipelineSystemOf(file) === undefined).flatMap((file) => ofScript(file, repository)),
      ...steps.flatMap(({ step, base }) => ofStep(step, base, repository.hasFolder)),
    ],
    actions: steps.flatMap(({ step: { action, place } }) => (action === null ? [] : [ofAction(action, place)])),
  };
}

function mentions(file: string, repository: Repository): boolean {
  const content = repository.readText(file);
  return content.ok && content.text.length < longest && needle.test(content.text);
}

/** The same repository with these files alone listed; others are there for who asks by name. */
function narrowed(repository: Repository, files: readonly string[]): Repository {
  const { links, unreadable } = repository;
  return {
    files,
    links,
    unreadable,
    has: (path) => repository.has(path),
    hasFolder: (path) => repository.hasFolder(path),
    read: (path) => repository.read(path),
    readText: (path) => repository.readText(path),
    glance: (path) => repository.glance(path),
  };
}

function ofScript(file: string, repository: Repository): GivenCommand[] {
  const content = repository.readText(file);
  if (!content.ok) return [];
  const isMake = /akefile$|\.mk$|ustfile$/.test(file);
  const text = isMake ? recipesOf(content.text) : content.text;
  return commandsIn(text, folderOf(file), (offset) => lineOf(file, text, offset));
}

/** The recipe lines of a Makefile, each on its line, without what only make reads. */
function recipesOf(text: string): string {
  return text
    .split('\n')
    .map((line, index, lines) =>
      /^(\t| {2,})/.test(line) || /\\$/.test(lines[index - 1] ?? '')
        ? line
            .replace(/^\s*[@+-]+/, '')
            .replaceAll('$(', '${')
            .replaceAll(/\$\{(\w+)\)/g, '${$1}')
        : '',
    )
    .join('\n');
}

function ofStep(step: Step, base: string, hasFolder: (path: string) => boolean): GivenCommand[] {
  if (step.kind !== 'run') return [];
  const { workingFolder } = step;
  const written = workingFolder?.known === true ? workingFolder.value : undefined;
  const inside = written === undefined ? base : joinPath(base, written);
  // Cloud Build's `dir` is seen from the folder that was submitted, mostly the root.
  const folder = inside !== undefined && hasFolder(inside) ? inside : (joinPath('.', written ?? '.') ?? base);
  return commandsIn(step.text, folder, () => step.place);
}

function ofAction({ name, inputs }: ActionReference, place: Place): GivenAction {
  return {
    name,
    place,
    inputs: new Map(Object.entries(inputs).map(([key, value]) => [key.toLowerCase(), shownText(value)])),
  };
}

function commandsIn(text: string, home: string, place: (offset: number) => Place): GivenCommand[] {
  const found: GivenCommand[] = [];
  let folder = home;
  for (const { words, start } of shellCommands(text, new Map()) ?? []) {
    const unquoted = words.map((word) => word.replaceAll(/^["']|["']$/g, ''));
    if (unquoted[0] === 'cd') folder = joinPath(folder, unquoted[1] ?? '.') ?? folder;
    else found.push({ words: unquoted, folder, place: place(start) });
  }
  return found;
}

function lineOf(file: string, text: string, offset: number): Place {
  const line = text.slice(0, offset).split('\n').length;
  return { ...startOf(file), line, endLine: line };
}
