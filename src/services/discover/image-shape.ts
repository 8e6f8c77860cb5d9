// https://docs.docker.com/reference/dockerfile/: what an image is made of and how it runs, for the checks of images.

import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { folderOf, foldersUp, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Dockerfile, Instruction, Span, Stage } from '../../syntax/dockerfile/index.ts';
import { branchFor } from './case-branch.ts';
import type { ImageBuild, ImageCommand, ImageShape } from './image.ts';
import { copiedStages, lineageOf } from './image-stages.ts';
import { commandsOf, commandsOfText } from './shell-commands.ts';

type Started = Pick<ImageBuild, 'start' | 'locate'>;

/** What a Dockerfile makes of its last stage. */
export function shapeOf(file: string, dockerfile: Dockerfile, started: Started, repository: Repository): ImageShape {
  const { stages } = dockerfile;
  const lineage = lineageOf(stages.at(-1), stages);
  const shown = ({ start, end }: Span): Evidence =>
    evidence({ file, ...dockerfile.lines.range(start, end) }, dockerfile.text.slice(start, end));
  const others = copiedStages(lineage, stages, () => true);
  const instructions = lineage.toReversed().flatMap((stage) => stage.instructions);
  const user = instructions.findLast(({ keyword }) => keyword === 'USER');
  const whole = instructions.find(copiesEverything);
  return {
    bases: [...basesOf(lineage, true, shown), ...basesOf(others, false, shown)],
    user: user === undefined ? null : { name: user.command.trim(), evidence: shown(user) },
    environment: new Map(
      instructions
        .filter(({ keyword }) => keyword === 'ENV')
        .flatMap(({ pairs }) => pairs.map(({ name, value }) => [name, value?.text ?? ''] as const)),
    ),
    runs: instructions
      .filter(({ keyword }) => keyword === 'RUN')
      .map((instruction) => ({
        commands: commandsOf(instruction, dockerfile).map((words) => words.map(({ text }) => text)),
        evidence: shown(instruction),
      })),
    starts: startsOf(started, repository),
    everything: whole === undefined ? null : shown(whole),
    ignoreFile: ignoreFileOf(file, repository),
  };
}

/** The images of stages that build upon none of the Dockerfile's own. */
function basesOf(stages: readonly Stage[], last: boolean, shown: (span: Span) => Evidence): ImageShape['bases'] {
  return stages
    .filter(({ buildsOn }) => buildsOn === null)
    .map(({ image }) => ({
      text: image.resolved,
      name: image.name,
      tag: image.tag,
      digest: image.digest,
      last,
      evidence: shown(image),
    }));
}

function copiesEverything({ keyword, flags, words }: Instruction): boolean {
  if ((keyword !== 'COPY' && keyword !== 'ADD') || flags.some(({ name }) => name === 'from' || name === 'exclude'))
    return false;
  return words.slice(0, -1).some(({ text }) => /^\.?\/?\*?$/.test(text));
}

/** Docker reads `NAME.dockerignore` beside the Dockerfile, else that of the context; gcloud uploads by its own file. */
function ignoreFileOf(file: string, { has }: Repository): string | null {
  const folders = foldersUp(folderOf(file));
  const named = folders.flatMap((folder) =>
    ['.dockerignore', '.gcloudignore'].map((name) => joinPath(folder, name) ?? name),
  );
  return [`${file}.dockerignore`, ...named].find(has) ?? null;
}

const longestScript = 100_000;
const mostCommands = 300;

/** The commands that run when the image starts, those of the repository's scripts among them. */
function startsOf({ start, locate }: Started, repository: Repository): ImageCommand[] {
  if (start.evidence === null) return [];
  const { entrypoint, command, workdir, evidence: at } = start;
  const words = isShellText(entrypoint) ? entrypoint : [...entrypoint, ...command];
  const found: ImageCommand[] = [];
  const read = new Set<string>();
  const follow = (commands: readonly (readonly string[])[], where: (words: readonly string[]) => Evidence): void => {
    for (const one of commands.slice(0, mostCommands)) {
      found.push({ words: one, evidence: where(one) });
      for (const script of one.slice(0, 3).filter((word) => /\.sh$|^\.{0,2}\/[\w./-]+$/.test(word))) {
        const path = locate(script, workdir);
        if (path === undefined || read.has(path) || !repository.has(path) || path.endsWith('.py')) continue;
        read.add(path);
        const content = repository.readText(path);
        if (!content.ok || content.text.length > longestScript) continue;
        const run = branchFor(content.text, one[one.indexOf(script) + 1]);
        follow(commandsOfText(run), (inner) => lineIn(path, content.text, inner));
      }
    }
  };
  const shell = words.findIndex(
    (word, at) => /^-[a-z]*c$/.test(word) && /(^|\/)(ba|da|a)?sh$/.test(words[at - 1] ?? ''),
  );
  follow(
    shell < 0
      ? [words]
      : [words.slice(0, shell - 1), ...commandsOfText(words[shell + 1] ?? '')].filter((one) => one.length > 0),
    () => at,
  );
  return found;
}

function isShellText([head = '', option = '']: readonly string[]): boolean {
  return /(^|\/)(ba|da|a)?sh$/.test(head) && /^-[a-z]*c$/.test(option);
}

/** The line of a script that holds the first words of a command. */
function lineIn(file: string, text: string, words: readonly string[]): Evidence {
  const wanted = words.slice(0, 2);
  const lines = text.split(/\r?\n/);
  const index = lines.findIndex((line) => !/^\s*#/.test(line) && wanted.every((word) => line.includes(word)));
  if (index < 0) return evidence(startOf(file), words.join(' '));
  const line = lines[index] ?? '';
  return evidence({ file, line: index + 1, column: 1, endLine: index + 1, endColumn: line.length + 1 }, line);
}
