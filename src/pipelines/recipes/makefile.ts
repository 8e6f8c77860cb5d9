// https://www.gnu.org/software/make/manual/make.html : rules, variables and recipes; both branches of conditionals are read
import { folderOf, joinPath } from '../../repository/paths.ts';
import { optionValue, plainWords, type RecipeCall, type RecipePart } from '../commands/recipe.ts';
import { fileScript } from '../commands/script.ts';

interface Rule {
  readonly prerequisites: readonly string[];
  readonly recipe: readonly { readonly text: string; readonly line: number; readonly file: string }[];
}

interface Makefile {
  readonly variables: Map<string, string>;
  readonly rules: Map<string, Rule>;
  goal: string | undefined;
}

const names = ['GNUmakefile', 'makefile', 'Makefile'];
const mostTargets = 500;
const longestMakefile = 500_000;
const longestLine = 10_000;
const deepestInclude = 5;

/** The recipes that `make TARGET…` runs, those of its prerequisites first. */
export function makeRecipes(call: RecipeCall): RecipePart[] | undefined {
  const folder = joinPath(call.folder, optionValue(call.words, '-C', '--directory') ?? '.');
  const given = optionValue(call.words, '-f', '--file', '--makefile');
  const file = (given === undefined ? names : [given])
    .map((name) => joinPath(folder ?? '.', name))
    .find((path) => path !== undefined && call.repository.has(path));
  if (folder === undefined || file === undefined) return undefined;
  const makefile = call.once(`make ${file}`, () => readMakefile(call, file));
  const rest = plainWords(call.words.slice(1), ['-C', '-f', '-j', '--directory', '--file', '--makefile']);
  const variables = new Map(makefile.variables);
  for (const word of rest.filter((word) => word.includes('='))) {
    variables.set(word.slice(0, word.indexOf('=')).replace(/:$/, ''), word.slice(word.indexOf('=') + 1));
  }
  const targets = rest.filter((word) => !word.includes('=') && !/^\d+$/.test(word));
  const goals = targets.length > 0 ? targets : makefile.goal === undefined ? [] : [makefile.goal];
  return partsOf(makefile, goals, { ...call, folder, variables: new Map([...variables, ...call.variables]) });
}

function partsOf(makefile: Makefile, goals: readonly string[], call: RecipeCall): RecipePart[] | undefined {
  const parts: RecipePart[] = [];
  const seen = new Set<string>();
  const visit = (target: string, depth: number): void => {
    const rule = makefile.rules.get(target);
    if (rule === undefined || seen.has(target) || seen.size >= mostTargets || depth > 100) return;
    seen.add(target);
    for (const prerequisite of rule.prerequisites) visit(expand(prerequisite, call.variables), depth + 1);
    for (const { text, line, file } of rule.recipe) {
      const [, prefix = '', command = ''] = /^([@+-]*\s*[@+-]*)([^]*)$/.exec(text) ?? [];
      const script = fileScript(file, expand(command, call.variables, target), line);
      parts.push({ script, folder: call.folder, tolerated: prefix.includes('-') ? '- in the recipe' : null });
    }
  };
  for (const goal of goals) visit(goal, 0);
  return seen.size > 0 ? parts : undefined;
}

function readMakefile(call: RecipeCall, file: string): Makefile {
  const makefile: Makefile = { variables: new Map([['MAKE', 'make']]), rules: new Map(), goal: undefined };
  readInto(makefile, call, file, 0);
  return makefile;
}

function readInto(makefile: Makefile, call: RecipeCall, file: string, depth: number): void {
  const content = call.repository.readText(file);
  if (!content.ok || content.text.length > longestMakefile || depth > deepestInclude) return;
  let open: string[] = [];
  for (const { text, line } of logicalLines(content.text)) {
    if (text.startsWith('\t')) {
      for (const target of open) addRecipe(makefile, target, { text: text.trim(), line, file });
      continue;
    }
    const plain = text.replace(/(^|\s)#.*$/s, '').trim();
    const included = /^[-s]?include\s+(.+)$/.exec(plain)?.[1];
    const assignment = /^(?:export\s+|override\s+)?([\w.-]+)\s*([:?+!]?:?=)\s*(.*)$/s.exec(plain);
    const rule = /^([^:=]+)::?(?!=)([^;]*)(?:;(.*))?$/s.exec(plain);
    if (plain === '' || /^(ifn?eq|ifn?def|else|endif|define|endef|\.PHONY|\.SILENT)\b/.test(plain)) continue;
    if (included !== undefined) {
      for (const path of expand(included, makefile.variables).split(/\s+/)) {
        const found = joinPath(folderOf(file), path);
        if (found !== undefined && call.repository.has(found)) readInto(makefile, call, found, depth + 1);
      }
    } else if (assignment !== null) {
      assign(makefile.variables, assignment[1] ?? '', assignment[2] ?? '', assignment[3] ?? '');
      if (assignment[1] === '.DEFAULT_GOAL') makefile.goal = (assignment[3] ?? '').trim();
    } else if (rule !== null) {
      open = expand(rule[1] ?? '', makefile.variables)
        .split(/\s+/)
        .filter(Boolean);
      const prerequisites = (rule[2] ?? '').split(/[\s|]+/).filter((word) => word !== '' && !word.includes('='));
      for (const target of open) addRule(makefile, target, prerequisites);
      const inline = rule[3]?.trim();
      if (inline) for (const target of open) addRecipe(makefile, target, { text: inline, line, file });
    }
  }
}

function addRule(makefile: Makefile, target: string, prerequisites: readonly string[]): void {
  const known = makefile.rules.get(target);
  const all = [...(known?.prerequisites ?? []), ...prerequisites];
  makefile.rules.set(target, { prerequisites: all, recipe: known?.recipe ?? [] });
  if (!target.startsWith('.') && !target.includes('%')) makefile.goal ??= target;
}

function addRecipe(makefile: Makefile, target: string, command: Rule['recipe'][number]): void {
  const known = makefile.rules.get(target);
  makefile.rules.set(target, {
    prerequisites: known?.prerequisites ?? [],
    recipe: [...(known?.recipe ?? []), command],
  });
}

function assign(variables: Map<string, string>, name: string, operator: string, value: string): void {
  const before = variables.get(name);
  if (operator === '?=' && before !== undefined) return;
  variables.set(name, operator === '+=' && before !== undefined ? `${before} ${value}`.slice(-10_000) : value);
}

/** The text with `$(NAME)`, `${NAME}` and `$@` put in; functions and shell calls become a shell's variable. */
function expand(text: string, variables: ReadonlyMap<string, string>, target = ''): string {
  let result = text;
  for (let round = 0; round < 8 && /\$[({@]/.test(result) && result.length < longestLine; round++) {
    const next = result.replaceAll(
      /\$\((\w[\w.-]*)\)|(?<!\$)\$\{(\w[\w.-]*)\}/g,
      (whole, a?: string, b?: string) => variables.get(a ?? b ?? '') ?? (b === undefined ? `\${${a}}` : whole),
    );
    if (next === result) break;
    result = next;
  }
  return result
    .replaceAll('$@', target)
    .replaceAll(/(?<!\$)\$\([^()]*\)/g, '$${DYNAMIC}')
    .replaceAll('$$', '$')
    .slice(0, longestLine);
}

/** Lines with those behind a backslash joined; recipes keep the newline, since a shell reads it. */
function logicalLines(text: string): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = [];
  let open: { text: string; line: number } | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const recipe = (open?.text ?? line).startsWith('\t');
    const joined: { text: string; line: number } =
      open === undefined
        ? { text: line, line: index + 1 }
        : { text: open.text + (recipe ? `\\\n${line}` : ` ${line.trim()}`), line: open.line };
    const goesOn = /(^|[^\\])\\$/.test(joined.text) && joined.text.length < 50_000;
    if (goesOn) open = { ...joined, text: joined.text.slice(0, -1) };
    else {
      found.push(joined);
      open = undefined;
    }
  }
  return open === undefined ? found : [...found, open];
}
