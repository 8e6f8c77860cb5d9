import { ConfigurationError } from '../evidence/errors.ts';
import type { Repository } from '../repository/repository.ts';
import type { DataTree } from '../syntax/data-tree.ts';
import { asMapping, at } from '../syntax/navigate.ts';
import { readSettings } from './read-settings.ts';
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
  return readSettings(mapping, {
    problemAt: (node, message) => problem(file, tree, node, message),
    placeOf: ({ start, end }) => ({ file, ...tree.lines.range(start, end) }),
    checks,
  });
}

function problem(file: string, tree: DataTree, node: { readonly start: number }, message: string): ConfigurationError {
  return new ConfigurationError({ file, ...tree.lines.position(node.start) }, message);
}
