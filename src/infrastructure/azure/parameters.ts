// https://learn.microsoft.com/azure/azure-resource-manager/bicep/parameter-files
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { DataNode, DataTree } from '../../syntax/data-tree.ts';
import { parseJson } from '../../syntax/json/index.ts';
import { at } from '../../syntax/navigate.ts';
import { programOfBicep } from '../bicep/program.ts';
import type { Value } from '../model/value.ts';
import { choiceOf } from './access.ts';
import { Evaluator } from './evaluate.ts';
import { Instance } from './instance.ts';
import { joinedOf } from './join.ts';
import type { Programs } from './load.ts';
import { literalOf, unknownOf, valueOf } from './plain.ts';
import { plainNode } from './plain-node.ts';

type Given = (name: string) => Value | undefined;

const jsonFile = /^(?:(.+?)\.)?(?:[\w-]+\.)?parameters(?:\.[\w-]+)?\.json$/i;

/**
 * Finds the parameters files of main files: `main.bicepparam` by its `using`, `main.parameters.json` by its name. What
 * several of them give for one parameter is a choice.
 */
export function parametersFor(
  repository: Repository,
  programs: Programs,
  mains: ReadonlySet<string>,
): (main: string) => Given {
  const sources = new Map<string, Given[]>();
  const add = (main: string | undefined, given: Given): void => {
    if (main !== undefined && mains.has(main)) sources.set(main, [...(sources.get(main) ?? []), given]);
  };
  for (const file of repository.files) {
    if (/\.bicepparam$/i.test(file)) {
      const found = bicepParameters(file, repository, programs);
      if (found) add(found.main, found.given);
    } else if (/parameters[\w.-]*\.json$/i.test(file)) {
      const main = mainOf(file, mains);
      const given = main && jsonParameters(file, repository);
      if (given) add(main, given);
    }
  }
  return (main) => (name) => {
    const values = (sources.get(main) ?? []).flatMap((given) => given(name) ?? []);
    const [first] = values;
    return first && choiceOf(values, first.place);
  };
}

/** The main file beside a JSON parameters file: the one that its name begins with. */
function mainOf(file: string, mains: ReadonlySet<string>): string | undefined {
  const folder = folderOf(file);
  const name = file.slice(file.lastIndexOf('/') + 1);
  const stem = jsonFile.exec(name)?.[1]?.split('.')[0] ?? 'main';
  return [`${stem}.bicep`, `${stem}.json`, 'main.bicep', 'azuredeploy.json']
    .map((main) => joinPath(folder, main))
    .find((main) => main !== undefined && mains.has(main));
}

function bicepParameters(
  file: string,
  repository: Repository,
  programs: Programs,
): { main: string | undefined; given: Given } | undefined {
  const content = repository.readText(file);
  const using = content.ok ? /^\s*using\s+'([^'\r\n]+)'/m.exec(content.text)?.[1] : undefined;
  if (!content.ok || using === undefined) return undefined;
  const evaluator = new Evaluator((from, path) => programs.textBeside(from, path));
  const instance = new Instance(
    {
      evaluator,
      load: (from, path) => programs.beside(from.file, path),
      moduleOf: () => undefined,
      keyOf: ({ key }) => key,
      resource: () => undefined,
      resourceNamed: () => undefined,
      handle: () => undefined,
      allow: () => false,
    },
    programOfBicep(file, content.text),
    { prefix: '', files: [file], given: () => undefined, isMain: false },
  );
  return { main: joinPath(folderOf(file), using), given: (name) => instance.symbol(name, 'parameter') };
}

function jsonParameters(file: string, repository: Repository): Given | undefined {
  const content = repository.readText(file);
  if (!content.ok || !/deploymentParameters\.json|"parameters"/i.test(content.text)) return undefined;
  const tree = parseJson(content.text, { jsonc: true });
  const root = tree.documents[0];
  return (name) => {
    const entry = at(root, 'parameters', name);
    const value = at(entry, 'value');
    if (value !== undefined) return givenValue(value, file, tree);
    if (at(entry, 'reference') === undefined || entry === undefined) return undefined;
    return unknownOf('external-code', 'a secret of a key vault', { file, ...tree.lines.range(entry.start, entry.end) });
  };
}

function givenValue(node: DataNode, file: string, tree: DataTree): Value {
  const place = { file, ...tree.lines.range(node.start, node.end) };
  return node.kind === 'scalar' && typeof node.value === 'string'
    ? withEnvironment(node.value, place)
    : valueOf(plainNode(node), place);
}

/** `${NAME}` and `${NAME=default}` are filled in from the environment by the Azure Developer CLI. */
function withEnvironment(text: string, place: Value['place']): Value {
  const parts = text.split(/(\$\{[A-Za-z_]\w*(?:=[^}]*)?\})/).filter((part) => part !== '');
  const values = parts.map((part): Value => {
    const found = /^\$\{(\w+)(?:=(.*))?\}$/s.exec(part);
    if (found === null) return literalOf(part, place);
    const [, name = '', fallback] = found;
    return { kind: 'parameter', name, fallback: fallback === undefined ? null : literalOf(fallback, place), place };
  });
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : joinedOf(values, place);
}
