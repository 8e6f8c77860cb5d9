import type { RecipeReader } from '../commands/recipe.ts';
import { justRecipes } from './justfile.ts';
import { makeRecipes } from './makefile.ts';
import { nodeScripts } from './node-scripts.ts';
import { noxSessions } from './nox.ts';
import { preCommitHooks } from './pre-commit.ts';
import { projectScripts } from './project-scripts.ts';
import { shellArgument } from './shell-file.ts';
import { skaffoldTests } from './skaffold.ts';
import { taskfileTasks } from './taskfile.ts';
import { toxCommands } from './tox.ts';

/** Who reads what a command runs, by the catalogue's word for it (`follows`). */
export const recipeReaders: Readonly<Record<string, RecipeReader>> = {
  just: justRecipes,
  make: makeRecipes,
  node: nodeScripts,
  nox: noxSessions,
  'pre-commit': preCommitHooks,
  project: projectScripts,
  shell: shellArgument,
  skaffold: skaffoldTests,
  task: taskfileTasks,
  tox: toxCommands,
};
