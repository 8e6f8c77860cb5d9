import { type Evidence, evidence } from '../../../evidence/evidence.ts';
import type { ImageBuild } from '../image.ts';
import { commandsOfText } from '../shell-commands.ts';
import type { Start } from '../unit.ts';
import { type FoundStart, findStart, type Ground } from './find-start.ts';
import { isServer, runsPython, startOfCommand } from './start-command.ts';

/** What a command line was found to start, and whether Python runs in it at all. */
export interface CommandStarts {
  readonly found: FoundStart | null;
  /** It runs until it is stopped. */
  readonly server: boolean;
  readonly python: boolean;
  /** A script, module or application is named, wherever it lies. */
  readonly names: boolean;
}

const deepest = 3;
const longestScript = 100_000;

/**
 * What a command line starts: itself, what a shell is given in it, or the shell script of the repository that it runs. Of
 * several commands the last server counts, else the last script: those before it prepare.
 */
export function startsOfWords(words: readonly string[], ground: Ground, depth = 0): CommandStarts {
  const commands = isShellText(words) ? commandsOfText(words.at(-1) ?? '') : [words];
  let python = false;
  let names = false;
  const starts: FoundStart[][] = [[], [], []];
  for (const command of commands.slice(0, mostCommands)) {
    const named = startOfCommand(command);
    const inner: CommandStarts =
      named === undefined
        ? inScript(command, ground, depth)
        : { found: findStart(named, ground) ?? null, server: isServer(command), python: true, names: true };
    python ||= inner.python || runsPython(command);
    names ||= inner.names;
    if (inner.found !== null) starts[isPreparation(command) ? 2 : inner.server ? 0 : 1]?.push(inner.found);
  }
  const best = starts.find(({ length }) => length > 0) ?? [];
  // A script that starts one of several things, by what it is given, does not tell which.
  const isClear = depth === 0 || new Set(best.map(({ file, attribute }) => `${file}:${attribute}`)).size === 1;
  return { found: (isClear ? best.at(-1) : undefined) ?? null, server: best === starts[0], python, names };
}

const mostCommands = 200;

/** Commands of Django and of databases that end before the service begins. */
function isPreparation(words: readonly string[]): boolean {
  return words.some((word) =>
    /^(migrate|makemigrations|collectstatic|compilemessages|loaddata|createsuperuser|check|upgrade)$/.test(word),
  );
}

function isShellText([head = '', ...rest]: readonly string[]): boolean {
  return /(^|\/)(ba|da|a|z)?sh$/.test(head) && rest.length > 1 && /^-[a-z]*c$/.test(rest.at(-2) ?? '');
}

/** The script of the repository that a command runs, read in its turn. */
function inScript(words: readonly string[], ground: Ground, depth: number): CommandStarts {
  const nothing = { found: null, server: false, python: false, names: false };
  if (depth >= deepest) return nothing;
  const { repository, locate, folders } = ground;
  for (const word of words.slice(0, 4)) {
    if (!/\.sh$|^\.{0,2}\//.test(word) || /\.(py|json|ya?ml|toml|ini|conf)$/.test(word)) continue;
    const path = [locate?.(word), ...folders.map((folder) => join(folder, word))].find(
      (file) => file !== undefined && repository.has(file),
    );
    const content = path === undefined ? undefined : repository.readText(path);
    if (content?.ok !== true || content.text.length > longestScript) continue;
    const inner = startsOfWords(['sh', '-c', content.text], ground, depth + 1);
    if (inner.python) return inner;
  }
  return nothing;
}

const join = (folder: string, path: string): string =>
  `${folder === '.' ? '' : `${folder}/`}${path.replace(/^(\.?\/)+/, '')}`;

/** The command that an image is started with, where a definition may put another in its place. */
export function commandOf(
  { start }: Pick<ImageBuild, 'start'>,
  stated: {
    readonly entrypoint?: readonly string[] | undefined;
    readonly command?: readonly string[] | undefined;
  } = {},
): readonly string[] {
  const entrypoint = stated.entrypoint ?? start.entrypoint;
  const command = stated.command ?? (stated.entrypoint === undefined ? start.command : []);
  // `ENTRYPOINT sh -c TEXT` takes no arguments.
  return isShellText(entrypoint)
    ? entrypoint
    : entrypoint.length > 0 && isShellText(command)
      ? [...entrypoint, ...(commandsOfText(command.at(-1) ?? '').at(-1) ?? [])]
      : [...entrypoint, ...command];
}

/** A found start as a unit keeps it. */
export function startAt({ file, attribute }: FoundStart, shown: Evidence): Start {
  return { file, attribute, evidence: evidence(shown, shown.text, 'constant-propagated') };
}
