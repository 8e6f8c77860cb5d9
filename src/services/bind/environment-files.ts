// Environment variables of files that define a unit by themselves.
// Compose: https://docs.docker.com/reference/compose-file/services/#environment
// App Engine: https://docs.cloud.google.com/appengine/docs/standard/reference/app-yaml#environment_variables
import type { Place } from '../../evidence/place.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { DataNode } from '../../syntax/data-tree.ts';
import { asMapping, asSequence, at, keyOf, textOf } from '../../syntax/navigate.ts';
import type { Service, Variable } from '../service.ts';

/** The files in which a unit states its environment, by name, and where in them. */
const files: readonly { readonly name: RegExp; readonly path: (unit: string) => readonly string[] }[] = [
  { name: /(^|\/)(docker-)?compose[^/]*\.ya?ml$/, path: (unit) => ['services', unit, 'environment'] },
  { name: /(^|\/)app(\.[\w-]+)?\.ya?ml$/, path: () => ['env_variables'] },
];

const largest = 1_000_000;

/** The environment that a compose file or an app.yaml gives a unit; nothing for units that something else defines. */
export async function environmentInFile(
  unit: Pick<Service, 'id' | 'definedIn'> & { readonly definition: object | null },
  repository: Repository,
): Promise<Variable[]> {
  if (unit.definition !== null) return [];
  const { file } = unit.definedIn;
  const shape = files.find(({ name }) => name.test(file));
  if (shape === undefined) return [];
  const content = repository.readText(file);
  if (!content.ok || content.text.length > largest) return [];
  const { parseYaml } = await import('../../syntax/yaml/index.ts');
  const tree = parseYaml(content.text);
  const label = unit.id.slice(unit.id.lastIndexOf('#') + 1);
  const [root] = tree.documents;
  const place = (node: DataNode): Place => ({ file, ...tree.lines.range(node.start, node.end) });
  const stated = variablesIn(at(root, ...shape.path(label)), place);
  const named =
    shape.path(label)[0] === 'services' ? fromEnvFiles(at(root, 'services', label, 'env_file'), file, repository) : [];
  return [...new Map([...(await Promise.all(named)).flat(), ...stated].map((one) => [one.name, one])).values()];
}

/** A mapping of variables, or a list of `NAME=value`. */
function variablesIn(node: DataNode | undefined, place: (node: DataNode) => Place): Variable[] {
  const items = asSequence(node)?.items;
  if (items !== undefined) {
    return items.flatMap((item) => {
      const text = textOf(item) ?? '';
      const [, name, value] = /^([^=]+)=?([^]*)$/.exec(text) ?? [];
      if (name === undefined) return [];
      return [variable(name, text.includes('=') ? (value ?? '') : undefined, place(item))];
    });
  }
  return (asMapping(node)?.entries ?? []).flatMap((entry) => {
    const name = keyOf(entry);
    return name === undefined || name === '<<' ? [] : [variable(name, textOf(entry.value), place(entry.key))];
  });
}

/** A value with `${VARIABLE}` in it is what a deployment sets. */
function variable(name: string, text: string | undefined, place: Place): Variable {
  return { name, value: valueOf(name, text, place), resource: null, place };
}

function valueOf(name: string, text: string | undefined, place: Place): Value {
  if (text === undefined || text === '')
    return text === '' ? literal('', place) : { kind: 'parameter', name, fallback: null, place };
  const [, asked, fallback] = /^\$\{?(\w+)(?::?-([^{}]*))?\}?$/.exec(text) ?? [];
  if (asked !== undefined) {
    return {
      kind: 'parameter',
      name: asked,
      fallback: fallback === undefined ? null : literal(fallback, place),
      place,
    };
  }
  if (/\$\{?\w/.test(text)) return { kind: 'unknown', reason: 'dynamic-value', text, place };
  return literal(text, place);
}

function literal(text: string, place: Place): Value {
  return { kind: 'literal', value: text, text, place, shared: true };
}

/** The variables of the files that `env_file` names, as far as they are in the repository. */
function fromEnvFiles(node: DataNode | undefined, file: string, repository: Repository): Promise<Variable[]>[] {
  const named = (asSequence(node)?.items ?? (node === undefined ? [] : [node])).flatMap(
    (item) => textOf(item) ?? textOf(at(item, 'path')) ?? [],
  );
  return named.map(async (name) => {
    const path = joinPath(folderOf(file), name);
    const content = path !== undefined && repository.has(path) ? repository.readText(path) : undefined;
    if (path === undefined || content?.ok !== true || content.text.length > largest) return [];
    const { parseDotenv } = await import('../../syntax/dotenv/index.ts');
    const tree = parseDotenv(content.text);
    return variablesIn(tree.documents[0], (one) => ({ file: path, ...tree.lines.range(one.start, one.end) }));
  });
}
