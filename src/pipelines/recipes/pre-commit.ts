// https://pre-commit.com/#plugins
import { joinPath } from '../../repository/paths.ts';
import { plainWords, type RecipeCall, type RecipePart } from '../commands/recipe.ts';
import { scriptAt } from '../commands/script.ts';
import { get, itemsOf, textIn, textsIn } from '../tree/node.ts';
import { openTree } from '../tree/open.ts';

const valued = ['-c', '--config', '--hook-stage', '--from-ref', '--to-ref', '--files', '--color'];

/** The hooks that `pre-commit run` runs: by the catalogue, or by the command of a local hook. */
export function preCommitHooks(call: RecipeCall): RecipePart[] | undefined {
  const file = ['.pre-commit-config.yaml', '.pre-commit-config.yml']
    .map((name) => joinPath(call.folder, name))
    .find((path) => path !== undefined && call.repository.has(path));
  const words = plainWords(call.words.slice(1), valued);
  if (file === undefined || (words.length > 0 && words[0] !== 'run')) return undefined;
  const [, wanted] = words;
  const [root] = call.once(`pre-commit ${file}`, () => openTree(call.repository, file)).documents;
  const hooks = itemsOf(get(root, 'repos')).flatMap((repo) => itemsOf(get(repo, 'hooks')));
  return hooks.flatMap((hook): RecipePart[] => {
    const id = textIn(get(hook, 'id'));
    if (id === undefined || (wanted !== undefined && wanted !== id && wanted !== textIn(get(hook, 'alias')))) return [];
    if (textsIn(get(hook, 'stages')).some((stage) => /manual/.test(stage)) && wanted === undefined) return [];
    const entry = textIn(get(hook, 'entry'));
    const tool = call.tools.hook(id);
    if (tool !== undefined) return [{ tool, place: hook.place, text: id }];
    return entry === undefined ? [] : [{ script: scriptAt(hook.place, entry), folder: call.folder, tolerated: null }];
  });
}
