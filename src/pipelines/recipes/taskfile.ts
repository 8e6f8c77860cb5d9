// https://taskfile.dev/docs/reference/schema
import { joinPath } from '../../repository/paths.ts';
import { plainWords, type RecipeCall, type RecipePart } from '../commands/recipe.ts';
import { scriptOf } from '../commands/script.ts';
import { get, itemsOf, type PipelineNode, textIn } from '../tree/node.ts';
import { openTree } from '../tree/open.ts';

/** The commands of the tasks that `task NAME…` runs, those of its dependencies first. */
export function taskfileTasks(call: RecipeCall): RecipePart[] | undefined {
  const file = ['Taskfile.yml', 'Taskfile.yaml', 'taskfile.yml', 'taskfile.yaml', 'Taskfile.dist.yml']
    .map((name) => joinPath(call.folder, name))
    .find((path) => path !== undefined && call.repository.has(path));
  if (file === undefined) return undefined;
  const [root] = call.once(`task ${file}`, () => openTree(call.repository, file)).documents;
  const words = plainWords(call.words.slice(1), ['-d', '--dir', '-t', '--taskfile']);
  const parts: RecipePart[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const task = get(root, 'tasks', name);
    if (task === undefined || seen.has(name) || seen.size > 200) return;
    seen.add(name);
    for (const dependency of itemsOf(get(task, 'deps')))
      visit(textIn(dependency) ?? textIn(get(dependency, 'task')) ?? '');
    const folder = joinPath(call.folder, textIn(get(task, 'dir')) ?? '.') ?? call.folder;
    for (const command of itemsOf(get(task, 'cmds') ?? get(task, 'cmd') ?? task)) {
      const called = textIn(get(command, 'task'));
      if (called !== undefined) visit(called);
      else add(get(command, 'cmd') ?? command, folder, textIn(get(command, 'ignore_error')) === 'true');
    }
  };
  const add = (node: PipelineNode, folder: string, ignored: boolean): void => {
    const text = textIn(node)?.replaceAll(/\{\{.*?\}\}/g, '$${DYNAMIC}');
    if (text !== undefined)
      parts.push({ script: scriptOf(node, text), folder, tolerated: ignored ? 'ignore_error' : null });
  };
  for (const word of words.length > 0 ? words : ['default']) visit(word);
  return seen.size > 0 ? parts : undefined;
}
