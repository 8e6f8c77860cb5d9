import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PipelineAction, PipelineCommand, PipelineTool } from '../../catalogue/dataset.ts';

type CloudOfKey = 'aws' | 'azure' | 'gcp';

/** What the catalogue knows of the tools of pipelines. Look-ups give undefined for what it does not know. */
export interface PipelineTools {
  /** The commands that begin with a word, those of most words first. */
  commandsOf(first: string): readonly CommandFact[];
  /** An action by `owner/name/folder` in any case; the folder is dropped where only the repository is known. */
  action(name: string): PipelineAction | undefined;
  task(name: string): PipelineAction | undefined;
  hook(id: string): PipelineTool | undefined;
  /** An image by its name, whatever its registry, tag and digest. */
  image(name: string): PipelineTool | undefined;
  template(name: string): PipelineTool | undefined;
  /** The cloud whose long-lived key a variable of this name holds. */
  cloudOfVariable(name: string): CloudOfKey | undefined;
}

/** A command of the catalogue with its words apart. */
export interface CommandFact extends PipelineCommand {
  readonly words: readonly string[];
}

const opened = new WeakMap<Catalogue, PipelineTools>();

/** The tools of a catalogue, read once. */
export function pipelineTools(catalogue: Catalogue): PipelineTools {
  let tools = opened.get(catalogue);
  if (tools === undefined) {
    tools = readTools(catalogue);
    opened.set(catalogue, tools);
  }
  return tools;
}

function readTools(catalogue: Catalogue): PipelineTools {
  const commands = commandsByWord(catalogue.load('pipelines/commands').facts);
  const actions = byName(catalogue.load('pipelines/actions').facts);
  const tasks = byName(catalogue.load('pipelines/tasks').facts);
  const hooks = byName(catalogue.load('pipelines/hooks').facts);
  const images = byName(catalogue.load('pipelines/images').facts);
  const templates = byName(catalogue.load('pipelines/templates').facts);
  const variables = new Map(catalogue.load('pipelines/secret-variables').facts.map(({ id, cloud }) => [id, cloud]));
  return {
    commandsOf: (first) => commands.get(first) ?? [],
    action: (name) => actions.get(name.toLowerCase()) ?? actions.get(name.toLowerCase().split('/', 2).join('/')),
    task: (name) => tasks.get(name.toLowerCase()),
    hook: (id) => hooks.get(id.toLowerCase()),
    image: (name) =>
      imageNames(name)
        .map((part) => images.get(part))
        .find(Boolean),
    template: (name) => templates.get(name.toLowerCase()),
    cloudOfVariable: (name) => variables.get(name.toUpperCase()),
  };
}

function byName<Fact extends PipelineTool>(facts: readonly Fact[]): Map<string, Fact> {
  return new Map(facts.map((fact) => [fact.id.toLowerCase(), fact]));
}

function commandsByWord(facts: readonly PipelineCommand[]): Map<string, CommandFact[]> {
  const byWord = new Map<string, CommandFact[]>();
  for (const fact of facts) {
    const words = fact.id.split(' ');
    const first = words[0] ?? '';
    byWord.set(first, [...(byWord.get(first) ?? []), { ...fact, words }]);
  }
  for (const list of byWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byWord;
}

/** `ghcr.io/aquasecurity/trivy:1@sha256:…`, then without its registry, then its last part. */
function imageNames(name: string): string[] {
  const bare = (name.split('@')[0] ?? '').replace(/:[^/:]*$/, '').toLowerCase();
  const parts = bare.split('/');
  return parts.map((_, at) => parts.slice(at).join('/'));
}
