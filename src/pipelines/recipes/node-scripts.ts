// https://docs.npmjs.com/cli/using-npm/scripts
import { joinPath } from '../../repository/paths.ts';
import { parseJson } from '../../syntax/json/index.ts';
import { at, entryOf, textOf } from '../../syntax/navigate.ts';
import { optionValue, plainWords, type RecipeCall, type RecipePart } from '../commands/recipe.ts';
import { scriptAt } from '../commands/script.ts';

const folders = ['--prefix', '--cwd', '-C', '--dir'];

/** The script of package.json that `npm run NAME`, `npm test`, `yarn NAME` or `pnpm NAME` runs. */
export function nodeScripts(call: RecipeCall): RecipePart[] | undefined {
  const folder = joinPath(call.folder, optionValue(call.words, ...folders) ?? '.');
  const file = folder === undefined ? undefined : joinPath(folder, 'package.json');
  if (folder === undefined || file === undefined || !call.repository.has(file)) return undefined;
  const content = call.repository.readText(file);
  if (!content.ok) return undefined;
  const [first = '', second] = plainWords(call.words.slice(1), [...folders, '--filter', '-w', '--workspace']);
  const name = first === 'run' || first === 'run-script' ? second : first === 't' ? 'test' : first;
  const tree = call.once(`node ${file}`, () => parseJson(content.text));
  const node = name === undefined ? undefined : entryOf(at(tree.documents[0], 'scripts'), name)?.value;
  const text = textOf(node);
  if (node === undefined || text === undefined) return undefined;
  return [{ script: scriptAt({ file, ...tree.lines.range(node.start, node.end) }, text), folder, tolerated: null }];
}
