// https://just.systems/man/en/
import { joinPath } from '../../repository/paths.ts';
import { plainWords, type RecipeCall, type RecipePart } from '../commands/recipe.ts';
import { fileScript } from '../commands/script.ts';

interface Recipe {
  readonly dependencies: readonly string[];
  readonly lines: { readonly text: string; readonly line: number }[];
}

const longest = 200_000;

/** The lines of the recipes that `just NAME…` runs, those of its dependencies first. */
export function justRecipes(call: RecipeCall): RecipePart[] | undefined {
  const file = ['justfile', 'Justfile', '.justfile']
    .map((name) => joinPath(call.folder, name))
    .find((path) => path !== undefined && call.repository.has(path));
  if (file === undefined) return undefined;
  const recipes = call.once(`just ${file}`, () => readJustfile(call, file));
  const words = plainWords(call.words.slice(1), ['-f', '--justfile', '-d', '--working-directory']);
  const [first] = recipes.keys();
  const parts: RecipePart[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const recipe = recipes.get(name);
    if (recipe === undefined || seen.has(name) || seen.size > 200) return;
    seen.add(name);
    for (const dependency of recipe.dependencies) visit(dependency);
    for (const { text, line } of recipe.lines) {
      const [, prefix = '', command = ''] = /^([@-]*)([^]*)$/.exec(text) ?? [];
      const script = fileScript(file, command.replaceAll(/\{\{.*?\}\}/g, '$${DYNAMIC}'), line);
      parts.push({ script, folder: call.folder, tolerated: prefix.includes('-') ? '- before the command' : null });
    }
  };
  for (const word of words.length > 0 ? words : first === undefined ? [] : [first]) visit(word);
  return seen.size > 0 ? parts : undefined;
}

function readJustfile(call: RecipeCall, file: string): Map<string, Recipe> {
  const recipes = new Map<string, Recipe>();
  const content = call.repository.readText(file);
  if (!content.ok || content.text.length > longest) return recipes;
  let open: Recipe | undefined;
  for (const [index, line] of content.text.split(/\r?\n/).entries()) {
    if (/^[ \t]+\S/.test(line)) {
      open?.lines.push({ text: line.trim(), line: index + 1 });
      continue;
    }
    const header = /^@?([\w-]+)(?:\s+[^:=]*)?:(?!=)\s*(.*)$/.exec(line);
    if (header === null) continue;
    const dependencies = (header[2] ?? '')
      .replace(/#.*$/, '')
      .split(/[\s()&]+/)
      .filter(Boolean);
    open = { dependencies, lines: [] };
    recipes.set(header[1] ?? '', open);
  }
  return recipes;
}
