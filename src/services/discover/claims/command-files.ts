import { type Place, startOf } from '../../../evidence/place.ts';
import type { PipelineSystem } from '../../../pipelines/model.ts';
import { pipelineSystemOf } from '../../../pipelines/pipeline-files.ts';
import { folderOf, foldersUp, joinPath } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';
import { commandsOfText } from '../shell-commands.ts';
import { readDataFile } from './data-file.ts';
import { type GivenAction, stepsInFile } from './pipeline-steps.ts';

/** A command that something in the repository gives: a script, a Makefile, a step of a pipeline. */
export interface GivenCommand {
  readonly words: readonly string[];
  /** The folder that it is likely to run in. */
  readonly folder: string;
  readonly place: Place;
}

/** The commands and actions that files of a repository give. */
export interface Given {
  readonly commands: readonly GivenCommand[];
  readonly actions: readonly GivenAction[];
}

const scripts = /\.(sh|bash|mk)$|(^|\/)(GNUm|M|m)akefile$|(^|\/)[Jj]ustfile$/;

/** What is looked for: commands and actions that build images, or that deploy. */
export const needles = {
  builds:
    /(docker|podman)\s+(buildx\s+)?build|build-push-action|cloud-builders\/docker|az\s+acr\s+build|\bpack\b|gcloud\s+builds\s+submit|kaniko/,
  deployments: /gcloud\s[^\n]*\bdeploy\b|google-github-actions\/deploy|(cloud-builders\/gcloud|cloud-sdk|cloudsdktool)/,
} as const;

/** True where a file can hold such commands, by its name alone. */
export function mayGiveCommands(file: string): boolean {
  return scripts.test(file) || pipelineSystemOf(file) !== undefined;
}

const longest = 300_000;
const most = 5000;

/** The commands and actions of the scripts, Makefiles and pipelines in which a needle stands. They are read, not followed. */
export async function givenCommands(repository: Repository, needle: RegExp): Promise<Given> {
  const commands: GivenCommand[] = [];
  const actions: GivenAction[] = [];
  for (const file of repository.files) {
    if (!mayGiveCommands(file) || commands.length > most) continue;
    const content = repository.readText(file);
    if (!content.ok || content.text.length > longest || !needle.test(content.text)) continue;
    const system = pipelineSystemOf(file);
    if (system === undefined) commands.push(...ofScript(file, content.text, repository.hasFolder));
    else {
      const found = await ofPipeline(file, system, repository);
      commands.push(...found.commands);
      actions.push(...found.actions);
    }
  }
  return { commands, actions };
}

function ofScript(file: string, text: string, hasFolder: (path: string) => boolean): GivenCommand[] {
  const script = /akefile$|\.mk$|ustfile$/.test(file) ? recipesOf(text) : text;
  return commandsIn(script, folderOf(file), startOf(file), hasFolder);
}

/** The recipe lines of a Makefile, without what only make reads; variables that it gives one plain text are put in. */
function recipesOf(text: string): string {
  const plain = /^(?:export +)?(?<name>\w+)[ \t]*[?:]{0,2}=[ \t]*(?<value>[\w./:@-]+)[ \t]*$/gm;
  const given = Map.groupBy(text.matchAll(plain), ({ groups }) => groups?.['name'] ?? '');
  const valueOf = (name: string): string => {
    const [one, ...others] = given.get(name) ?? [];
    return one === undefined || others.length > 0 ? `\${${name}}` : (one.groups?.['value'] ?? '');
  };
  return text
    .split('\n')
    .map((line, at, lines) =>
      /^(\t| {2,})/.test(line) || lines[at - 1]?.endsWith('\\') === true ? recipe(line, valueOf) : '',
    )
    .join('\n');
}

const recipe = (line: string, valueOf: (name: string) => string): string =>
  line
    .replace(/^\s*[@+-]+/, '')
    .replaceAll(/\$(?:\((\w+)\)|\{(\w+)\})/g, (_, one?: string, other?: string) => valueOf(one ?? other ?? ''));

async function ofPipeline(file: string, system: PipelineSystem, repository: Repository): Promise<Given> {
  const data = await readDataFile(file, repository, false);
  if (data === undefined) return { commands: [], actions: [] };
  const { scripts: found, actions } = stepsInFile(data);
  const base = system === 'cloud-build' ? folderOf(file) : '.';
  const folderAt = (written: string | undefined): string => {
    const inside = written === undefined ? base : joinPath(base, written);
    // Cloud Build's `dir` is seen from the folder that was submitted, mostly the root.
    return inside !== undefined && repository.hasFolder(inside) ? inside : (joinPath('.', written ?? '.') ?? base);
  };
  return {
    commands: found.flatMap(({ text, folder, place }) =>
      commandsIn(text, folderAt(folder), place, repository.hasFolder),
    ),
    actions,
  };
}

/** The commands of a script, each in the folder that `cd` leads to. */
function commandsIn(text: string, home: string, place: Place, hasFolder: (path: string) => boolean): GivenCommand[] {
  const found: GivenCommand[] = [];
  let folder = home;
  for (const words of commandsOfText(text)) {
    if (words[0] === 'cd') folder = changed(folder, words[1] ?? '.', hasFolder);
    else {
      found.push({ words, folder, place });
      // `run_when_built "gcloud run deploy …"`
      const inner = words.find((word) => /^(gcloud|docker|az) [^]+ /.test(word));
      if (inner !== undefined) found.push(...commandsOfText(inner).map((one) => ({ words: one, folder, place })));
    }
  }
  return found;
}

/** Where `cd` leads: from the folder at hand, or from one above, since a script may be started there. */
function changed(folder: string, path: string, hasFolder: (path: string) => boolean): string {
  const targets = foldersUp(folder).map((home) => joinPath(home, path));
  return targets.find((target) => target !== undefined && hasFolder(target)) ?? targets[0] ?? folder;
}
