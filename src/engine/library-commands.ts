import { evidence } from '../evidence/evidence.ts';
import { baseName } from '../repository/paths.ts';
import type { Repository } from '../repository/repository.ts';
import type { CommandSighting } from '../skills/libraries/command-sighting.ts';
import { type CommandWord, commandWords } from '../skills/libraries/command-words.ts';
import type { Importer } from '../skills/libraries/import-sighting.ts';

/** What the search for commands needs to know. */
export interface CommandSearch {
  readonly repository: Repository;
  /** The distribution to which a command belongs; undefined for one that is not looked for. */
  readonly ownerOf: (command: string) => string | undefined;
  /** True for a distribution that a manifest declares; for others, settings are no proof. */
  readonly isDeclared: (distribution: string) => boolean;
  /** Whose a file is; null where nobody of the project runs it. */
  readonly importerOf: (file: string) => Importer | null;
}

/** Scripts, pipelines, Makefiles, images and what else holds commands, by their names. */
const holdsCommands =
  /\.(?:sh|bash|zsh|mk|ps1)$|(?:^|\/)(?:[Mm]akefile|GNUmakefile|[Jj]ustfile|\.justfile|Procfile|Taskfile\.ya?ml|tox\.ini|package\.json|skaffold[\w.-]*\.ya?ml|buildspec[\w.-]*\.ya?ml|cloudbuild[\w.-]*\.ya?ml|\.gitlab-ci\.yml|\.travis\.yml|\.pre-commit-config\.ya?ml|bitbucket-pipelines\.yml|azure-pipelines[\w.-]*\.ya?ml|azure\.ya?ml|amplify\.yml|appspec\.yml|(?:docker-)?compose[\w.-]*\.ya?ml|[\w.-]*Dockerfile[\w.-]*|[\w.-]+\.dockerfile)$|(?:^|\/)\.(?:github\/(?:workflows|actions)|circleci|azure|azdo|buildkite|gitlab)\/.+\.ya?ml$/;

/** Files of settings, whose sections bear the names of the tools that read them: `[tool.coverage.run]`, `[coverage:run]`. */
const holdsSettings = /(?:^|\/)(?:pyproject\.toml|setup\.cfg|tox\.ini)$/;
const section = /^\[(?:tool[.:])?([A-Za-z][\w-]*)/;

/** What tests read. */
const testData = /(?:^|\/)(?:fixtures?|test[-_]?data|cassettes)\//i;

const hook = /^\s*(?:-\s+)?id:\s*["']?([\w-]+)/;

/** A longer file is no script that somebody wrote. */
const mostBytes = 400_000;
const enough = 3;

/** Where scripts, pipelines and the like run the commands of the distributions that are looked for, or settings are for them. */
export function libraryCommands({ repository, ownerOf, isDeclared, importerOf }: CommandSearch): CommandSighting[] {
  const found = new Map<string, CommandSighting[]>();
  for (const file of repository.files) {
    const isScript = holdsCommands.test(file);
    if ((!isScript && !holdsSettings.test(file)) || testData.test(file) || importerOf(file) === null) continue;
    const content = repository.readText(file);
    if (!content.ok || content.text.length > mostBytes) continue;
    const here = new Set<string>();
    const words = isScript ? wordsIn(file, content.text) : [];
    for (const { word, line, text, settings } of [...words, ...settingsIn(file, content.text)]) {
      const distribution = ownerOf(word);
      if (distribution === undefined || here.has(distribution) || (settings && !isDeclared(distribution))) continue;
      here.add(distribution);
      const before = found.get(distribution) ?? [];
      if (before.length < enough) {
        const range = { line, column: 1, endLine: line, endColumn: 1 };
        found.set(distribution, [...before, { distribution, evidence: evidence({ file, ...range }, text) }]);
      }
    }
  }
  return [...found.values()].flat();
}

type Word = CommandWord & { readonly settings?: true };

/** The tools for which a file has sections of settings. */
function settingsIn(file: string, text: string): Word[] {
  if (!holdsSettings.test(file)) return [];
  return text.split(/\r?\n/).flatMap((row, index) => {
    const word = section.exec(row)?.[1];
    return word === undefined ? [] : [{ word, line: index + 1, text: row, settings: true as const }];
  });
}

/** The commands of a file; of a list of hooks, their ids up to what an id says more (`ruff-format`). */
function wordsIn(file: string, text: string): Word[] {
  if (baseName(file).startsWith('.pre-commit-config')) {
    return text.split(/\r?\n/).flatMap((row, index) => {
      const id = hook.exec(row)?.[1];
      return id === undefined
        ? []
        : [id, id.split('-', 1)[0] ?? id].map((word) => ({ word, line: index + 1, text: row.trim() }));
    });
  }
  return commandWords(baseName(file) === 'tox.ini' ? commandsOfTox(text) : text);
}

/** Only what stands under `commands`, in the lines of the file. */
function commandsOfTox(text: string): string {
  let open = false;
  const rows = text.split(/\r?\n/).map((row) => {
    if (/^\S/.test(row)) open = /^commands(?:_pre|_post)?\s*=/.test(row);
    return open ? row.replace(/^(\s*)(?:[\w,{}!-]+:\s+)?(?:-\s)?/, '$1') : '';
  });
  return rows.join('\n');
}
