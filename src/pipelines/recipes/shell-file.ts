import { joinPath } from '../../repository/paths.ts';
import type { RecipeCall, RecipePart } from '../commands/recipe.ts';
import { fileScript } from '../commands/script.ts';

const longestScript = 256_000;

/** The script of the tree that a command is the path of (`./ci/test.sh`), if a shell runs it. */
export function shellScript(call: RecipeCall): RecipePart[] | undefined {
  const [first = ''] = call.words;
  return /[/.]/.test(first) ? scriptFile(call, first, true) : undefined;
}

/** What a shell is given: `bash ci/test.sh`, `. ./env.sh`, `sh -c "…"`. */
export function shellArgument(call: RecipeCall): RecipePart[] | undefined {
  const [, ...rest] = call.words;
  const inline = rest.findIndex((word) => /^-[a-z]*c$/.test(word));
  const text = inline < 0 ? undefined : rest[inline + 1];
  if (text !== undefined) {
    return [{ script: { text, place: () => call.place }, folder: call.folder, tolerated: null }];
  }
  const file = rest.find((word) => !word.startsWith('-') && !word.startsWith('+'));
  return file === undefined ? undefined : scriptFile(call, file, false);
}

function scriptFile({ repository, folder }: RecipeCall, written: string, byName: boolean): RecipePart[] | undefined {
  const path = [joinPath(folder, written), joinPath('.', written)].find(
    (file) => file !== undefined && repository.has(file),
  );
  if (path === undefined) return undefined;
  const content = repository.readText(path);
  if (!content.ok || content.text.length > longestScript) return undefined;
  const shebang = /^#!.*\b(ba|da|z|a)?sh\b/.test(content.text);
  if (byName && !shebang && !/\.(ba|z)?sh$/.test(path)) return undefined;
  return [{ script: fileScript(path, content.text), folder, tolerated: null }];
}
