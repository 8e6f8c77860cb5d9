// https://hatch.pypa.io/latest/config/environment/overview/#scripts , https://pdm-project.org/latest/usage/scripts/ ,
// https://poethepoet.natn.io/tasks/
import { joinPath } from '../../repository/paths.ts';
import type { DataNode } from '../../syntax/data-tree.ts';
import { asMapping, asSequence, at, entryOf, textOf } from '../../syntax/navigate.ts';
import { parseToml } from '../../syntax/toml/index.ts';
import type { RecipeCall, RecipePart } from '../commands/recipe.ts';
import { scriptAt } from '../commands/script.ts';

/** The script of pyproject.toml that `hatch run ENV:NAME`, `pdm run NAME` or `poe NAME` runs, or the command given itself. */
export function projectScripts(call: RecipeCall): RecipePart[] | undefined {
  const file = joinPath(call.folder, 'pyproject.toml');
  const [tool = '', ...rest] = call.words;
  const words = rest.filter((word, index) => !(index === 0 && word === 'run') && !word.startsWith('-'));
  const [name] = words;
  if (name === undefined) return undefined;
  const content = file !== undefined && call.repository.has(file) ? call.repository.readText(file) : undefined;
  const found =
    file !== undefined && content?.ok === true ? scriptOfProject(call, file, content.text, tool, name) : undefined;
  if (found !== undefined || tool === 'poe') return found;
  return [{ script: scriptAt(call.place, words.map(quoted).join(' ')), folder: call.folder, tolerated: null }];
}

function scriptOfProject(
  call: RecipeCall,
  file: string,
  text: string,
  tool: string,
  name: string,
): RecipePart[] | undefined {
  const tree = call.once(`project ${file}`, () => parseToml(text));
  const [root] = tree.documents;
  const [environment, script] = name.includes(':')
    ? [name.split(':')[0] ?? '', name.slice(name.indexOf(':') + 1)]
    : ['default', name];
  const owner =
    tool === 'hatch'
      ? at(root, 'tool', 'hatch', 'envs', environment, 'scripts')
      : tool === 'poe'
        ? at(root, 'tool', 'poe', 'tasks')
        : at(root, 'tool', 'pdm', 'scripts');
  const entry = entryOf(owner, tool === 'hatch' ? script : name);
  if (entry === undefined) return undefined;
  return commandsIn(entry.value).map(({ node, text }) => ({
    script: scriptAt(
      { file, ...tree.lines.range(node.start, node.end) },
      call.words[0] === text.split(' ')[0] ? '' : text.replaceAll(/\{(args|matrix)[^{}]*\}/g, ''),
    ),
    folder: call.folder,
    tolerated: null,
  }));
}

function commandsIn(node: DataNode): { node: DataNode; text: string }[] {
  const items = asSequence(node)?.items ?? [node];
  return items.flatMap((item) => {
    const inner =
      asMapping(item) === undefined
        ? item
        : (at(item, 'cmd') ?? at(item, 'shell') ?? at(item, 'composite') ?? at(item, 'sequence'));
    if (inner === undefined) return [];
    const list = asSequence(inner)?.items;
    if (list !== undefined) return list.flatMap((one) => textOf(one) ?? []).map((text) => ({ node: inner, text }));
    const text = textOf(inner);
    return text === undefined ? [] : [{ node: inner, text }];
  });
}

function quoted(word: string): string {
  return /[\s"'`;&|<>()\\#*?]/.test(word) ? `'${word.replaceAll("'", '')}'` : word;
}
