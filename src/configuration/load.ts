import { ConfigurationError } from '../evidence/errors.ts';
import { didYouMean } from '../evidence/nearest.ts';
import type { Place } from '../evidence/place.ts';
import { severities } from '../evidence/vocabulary.ts';
import type { Repository } from '../repository/repository.ts';
import type { DataNode, DataTree, Entry, MappingNode } from '../syntax/data-tree.ts';
import { asMapping, asSequence, at, keyOf, resolved } from '../syntax/navigate.ts';
import { readLibraryModels } from './library-model.ts';
import { type Setting, settings } from './schema.ts';
import { defaultSettings, type Settings } from './settings.ts';

const own = 'skyworthy.toml';
const shared = 'pyproject.toml';

/**
 * The settings of a repository: `skyworthy.toml` at its root, else `[tool.skyworthy]` in `pyproject.toml`, else the
 * defaults. `parse` reads TOML; `checks` are the ids that may be named.
 * @throws ConfigurationError for a file that is no TOML, an unknown key, or a value of the wrong kind.
 */
export function loadSettings(
  repository: Repository,
  parse: (text: string) => DataTree,
  checks: readonly string[],
): Settings {
  if (repository.links.has(own)) {
    throw new ConfigurationError(
      { file: own, line: 1, column: 1 },
      'it is a symbolic link, which is not followed: put the file here.',
    );
  }
  const file = repository.has(own) ? own : shared;
  if (!repository.has(file)) return defaultSettings;
  const content = repository.readText(file);
  if (!content.ok) {
    if (file === shared) return defaultSettings;
    throw new ConfigurationError({ file, line: 1, column: 1 }, `${content.message}: write it as TOML in UTF-8.`);
  }
  if (file === shared && !content.text.includes('skyworthy')) return defaultSettings;
  const tree = parse(content.text);
  const [fault] = tree.faults;
  if (fault !== undefined && file === own) throw problem(file, tree, fault, `${fault.message}.`);
  const root = tree.documents[0];
  const table = file === own ? root : at(root, 'tool', 'skyworthy');
  if (table === undefined) return defaultSettings;
  const mapping = asMapping(table);
  if (mapping === undefined) throw problem(file, tree, table, 'tool.skyworthy is a table: write [tool.skyworthy].');
  const placeOf: PlaceOf = ({ start, end }) => ({ file, ...tree.lines.range(start, end) });
  return readSettings(mapping, (node, message) => problem(file, tree, node, message), placeOf, checks);
}

type PlaceOf = (node: { readonly start: number; readonly end: number }) => Place;
type Problem = (node: { readonly start: number; readonly end: number }, message: string) => ConfigurationError;

function problem(file: string, tree: DataTree, node: { readonly start: number }, message: string): ConfigurationError {
  return new ConfigurationError({ file, ...tree.lines.position(node.start) }, message);
}

function readSettings(mapping: MappingNode, problemAt: Problem, placeOf: PlaceOf, checks: readonly string[]): Settings {
  const values = mapping.entries.map((entry) => {
    const setting = settings.find((candidate) => candidate.key === keyOf(entry));
    if (setting === undefined) throw unknownKey(entry, problemAt);
    return [setting.field, valueOf(setting, entry.value, problemAt, placeOf, checks)];
  });
  return { ...defaultSettings, ...(Object.fromEntries(values) as Partial<Settings>) };
}

function unknownKey(entry: Entry, problemAt: Problem): ConfigurationError {
  const key = keyOf(entry) ?? '';
  const known = settings.map((setting) => setting.key);
  return problemAt(entry.key, `unknown key ${key}.${didYouMean(key, known) || ` Known: ${known.join(', ')}.`}`);
}

function valueOf(
  setting: Setting,
  node: DataNode,
  problemAt: Problem,
  placeOf: PlaceOf,
  checks: readonly string[],
): unknown {
  const value = resolved(node);
  const wrong = (wanted: string): ConfigurationError => problemAt(node, `${setting.key} is ${wanted}.`);
  switch (setting.type) {
    case 'boolean':
      if (value?.kind !== 'scalar' || typeof value.value !== 'boolean') throw wrong('true or false');
      return value.value;
    case 'severity': {
      const severity = value?.kind === 'scalar' ? severities.find((name) => name === value.value) : undefined;
      if (severity === undefined) throw wrong(`one of ${severities.map((name) => `"${name}"`).join(', ')}`);
      return severity;
    }
    case 'patterns':
      return texts(node, () => wrong('a list of texts'));
    case 'library-models':
      return readLibraryModels(node, problemAt, placeOf);
    case 'checks': {
      const names = texts(node, () => wrong('a list of ids of checks'));
      const strange = names.find((name) => !checks.includes(name));
      if (strange !== undefined) throw problemAt(node, `there is no check ${strange}.${didYouMean(strange, checks)}`);
      return names;
    }
  }
}

function texts(node: DataNode, wrong: () => ConfigurationError): string[] {
  const items = asSequence(node)?.items;
  if (items === undefined) throw wrong();
  return items.map((item) => {
    const scalar = resolved(item);
    if (scalar?.kind !== 'scalar' || typeof scalar.value !== 'string') throw wrong();
    return scalar.value;
  });
}
