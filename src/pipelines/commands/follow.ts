import type { Purpose } from '../../evidence/vocabulary.ts';
import { joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Unfollowed, Work } from '../model.ts';
import { recogniseCommand } from '../purposes/recognise.ts';
import type { PipelineTools } from '../purposes/tools.ts';
import { recipeReaders } from '../recipes/readers.ts';
import { shellScript } from '../recipes/shell-file.ts';
import { powershellCommands } from './powershell-commands.ts';
import type { RecipeCall, RecipePart } from './recipe.ts';
import type { Script } from './script.ts';
import { type ShellCommand, shellCommands } from './shell-commands.ts';

/** Where a script runs, and how one came there. */
export interface Calling {
  readonly folder: string;
  readonly variables: ReadonlyMap<string, string>;
  readonly tolerated: string | null;
  readonly through: readonly string[];
  /** The same calls with the folders that they run in: one that leads to itself is not followed again. */
  readonly open?: readonly string[];
}

/** What was found in a script and in all that it calls. */
export interface Followed {
  readonly works: Work[];
  readonly unfollowed: Unfollowed[];
}

const deepest = 8;
/** Commands of one step, those that it calls among them. */
const mostCommands = 3000;
/** So many characters of a script cost as much as a command. */
const charactersPerCommand = 500;
const shownText = 200;
/** Commands that do nothing worth naming: they are neither work nor unknown. */
const quiet =
  /^(echo|printf|cd|pushd|popd|export|unset|true|false|:|test|\[|\[\[|exit|return|mkdir|rm|cp|mv|ls|cat|pwd|sleep|touch|chmod|chown|ln|set|shift|local|read|date|which|command|type|env|head|tail|grep|sed|awk|sort|uniq|tee|wc|cut|tr|find|xargs|git|jq|yq|tar|unzip|zip|df|du|free|ps|kill|wait|trap|alias|source|\.|basename|dirname|realpath|eval|declare|shopt|ulimit|whoami|hostname|uname|diff|cmp|sha256sum|base64|envsubst|break|continue|let|readonly|exec)$/;

/** Follows scripts of one repository into the files of the tree that they call. */
export class Follower {
  readonly #repository: Repository;
  readonly #tools: PipelineTools;
  readonly #made = new Map<string, unknown>();

  constructor(repository: Repository, tools: PipelineTools) {
    this.#repository = repository;
    this.#tools = tools;
  }

  /** The same script in the same circumstances is followed once: many jobs call one action of the tree. */
  follow(script: Script, calling: Calling): Followed {
    const { file, line } = script.place(0);
    const circumstances = [calling.folder, calling.tolerated, script.language, script.pipefail, ...calling.through];
    const key = ['follow', file, line, ...circumstances, ...[...calling.variables].flat(), script.text].join('\0');
    return this.#once(key, () => {
      const found: Followed = { works: [], unfollowed: [] };
      this.#script(script, calling, found, { left: mostCommands });
      return found;
    });
  }

  /** The folder in which a script ends that begins in this one: where the next one of the same shell begins. */
  folderAfter({ text, language }: Script, { folder, variables }: Pick<Calling, 'folder' | 'variables'>): string {
    const commands = language === undefined ? (shellCommands(text, variables) ?? []) : [];
    return commands.reduce(
      (home, { words: [name, to = '.'] }) => (name === 'cd' ? (joinPath(home, to) ?? home) : home),
      folder,
    );
  }

  #script(script: Script, calling: Calling, found: Followed, budget: { left: number }): void {
    const commands =
      script.language === 'powershell'
        ? powershellCommands(script.text)
        : script.language === 'other'
          ? undefined
          : shellCommands(script.text, calling.variables, script.pipefail);
    if (commands === undefined) {
      const text = script.text.slice(0, shownText);
      found.unfollowed.push({ text, place: script.place(0), reason: 'unsupported-construct' });
      return;
    }
    budget.left -= Math.floor(script.text.length / charactersPerCommand);
    let { folder } = calling;
    for (const command of commands) {
      if (budget.left-- <= 0) return;
      if (command.words[0] === 'cd') folder = joinPath(folder, command.words[1] ?? '.') ?? folder;
      else
        this.#command(
          script,
          command,
          { ...calling, folder, tolerated: calling.tolerated ?? command.tolerated },
          found,
          budget,
        );
    }
  }

  #command(script: Script, command: ShellCommand, calling: Calling, found: Followed, budget: { left: number }): void {
    const { fact, words } = recogniseCommand(command.words, this.#tools);
    const text = command.words.join(' ').slice(0, shownText);
    const place = script.place(command.start);
    const call: RecipeCall = {
      repository: this.#repository,
      tools: this.#tools,
      words,
      folder: calling.folder,
      variables: calling.variables,
      place,
      once: (key, make) => this.#once(key, make),
    };
    const reader = fact?.follows === undefined ? undefined : recipeReaders[fact.follows];
    const parts = fact === null ? shellScript(call) : reader?.(call);
    const key = `${calling.folder} ${text}`;
    const { open = [] } = calling;
    const inner = { ...calling, through: [...calling.through, text], open: [...open, key] };
    if (parts !== undefined && parts.length > 0) {
      if (open.includes(key)) return;
      if (calling.through.length < deepest) for (const part of parts) this.#part(part, inner, found, budget);
      else found.unfollowed.push({ text, place, reason: 'bound-reached' });
    } else if (fact !== null && fact.purposes.length > 0) {
      const { tolerated, through, folder } = calling;
      found.works.push(
        ...fact.purposes.map((purpose) => ({ purpose, tool: fact.id, text, folder, place, tolerated, through })),
      );
    } else if (
      fact !== null ? fact.follows !== undefined : script.language === undefined && !quiet.test(words[0] ?? '')
    ) {
      found.unfollowed.push({ text, place, reason: fact === null ? 'not-in-catalogue' : 'external-code' });
    }
  }

  #part(part: RecipePart, calling: Calling, found: Followed, budget: { left: number }): void {
    if ('tool' in part) {
      const { tool, place, text } = part;
      const { tolerated, through, folder } = calling;
      found.works.push(
        ...tool.purposes.map((purpose) => ({ purpose, tool: tool.id, text, folder, place, tolerated, through })),
      );
      return;
    }
    const variables =
      part.variables === undefined ? calling.variables : new Map([...calling.variables, ...part.variables]);
    const tolerated = calling.tolerated ?? part.tolerated;
    this.#script(part.script, { ...calling, folder: part.folder, variables, tolerated }, found, budget);
  }

  #once<T>(key: string, make: () => T): T {
    if (!this.#made.has(key)) this.#made.set(key, make());
    return this.#made.get(key) as T;
  }
}

/** The purposes of some works, each once, in the order in which they come; `other` where there is none. */
export function purposesOf(works: readonly Work[]): Purpose[] {
  const found = [...new Set(works.map(({ purpose }) => purpose))].filter((purpose) => purpose !== 'other');
  return found.length > 0 ? found : ['other'];
}
