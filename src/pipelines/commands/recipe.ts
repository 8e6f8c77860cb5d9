import type { PipelineTool } from '../../catalogue/dataset.ts';
import type { Place } from '../../evidence/place.ts';
import type { Repository } from '../../repository/repository.ts';
import type { PipelineTools } from '../purposes/tools.ts';
import type { Script } from './script.ts';

/** A command that runs what stands in another file: `make lint`, `tox -e py312`. */
export interface RecipeCall {
  readonly repository: Repository;
  readonly tools: PipelineTools;
  /** The words of the command, its own name first. */
  readonly words: readonly string[];
  /** The folder that it runs in. */
  readonly folder: string;
  readonly variables: ReadonlyMap<string, string>;
  /** Where the command stands. */
  readonly place: Place;
  /** What `make` gives, made once for each key and repository. */
  once<T>(key: string, make: () => T): T;
}

/** A part of what is called: a script, or a tool that is named without a command. */
export type RecipePart =
  | {
      readonly script: Script;
      readonly folder: string;
      readonly tolerated: string | null;
      readonly variables?: ReadonlyMap<string, string>;
    }
  | { readonly tool: PipelineTool; readonly place: Place; readonly text: string };

/** Reads what a command runs; undefined where the tree does not tell. */
export type RecipeReader = (call: RecipeCall) => readonly RecipePart[] | undefined;

/** The value of an option: behind it, or behind its `=`, or for one of a single letter joined to it. */
export function optionValue(words: readonly string[], ...names: readonly string[]): string | undefined {
  return optionValues(words, ...names)[0];
}

/** Every value of an option that may be given several times. */
export function optionValues(words: readonly string[], ...names: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    if (names.includes(word)) return words[at + 1] ?? [];
    for (const name of names) {
      if (word.startsWith(`${name}=`)) return word.slice(name.length + 1);
      if (name.length === 2 && word.startsWith(name) && !word.startsWith('--')) return word.slice(2);
    }
    return [];
  });
}

/** The words that are neither options nor values of these options. */
export function plainWords(words: readonly string[], valued: readonly string[]): string[] {
  return words.filter((word, at) => !word.startsWith('-') && !valued.includes(words[at - 1] ?? ''));
}
