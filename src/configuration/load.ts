import { ConfigurationError } from '../evidence/errors.ts';
import type { Repository } from '../repository/repository.ts';
import type { DataTree } from '../syntax/data-tree.ts';
import { asMapping, at } from '../syntax/navigate.ts';
import { idleSettings } from './idle-settings.ts';
import { readSettings } from './read-settings.ts';
import { requireFile } from './require-file.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { hasTable, mayHaveTable, nearTables } from './shared-table.ts';
import { faultSentence } from './toml-fault.ts';

const own = 'skyworthy.toml';
const shared = 'pyproject.toml';

type Parse = (text: string) => DataTree;

/**
 * The settings of a repository: `skyworthy.toml` at its root, else `[tool.skyworthy]` in `pyproject.toml`, else the
 * defaults. `parse` reads TOML; `checks` are the ids that may be named. What is odd about them is in their notes.
 * @throws ConfigurationError for a file that is no TOML, an unknown key, or a value of the wrong kind.
 */
export function loadSettings(repository: Repository, parse: Parse, checks: readonly string[]): Settings {
  requireFile(own, repository);
  const text = sharedText(repository);
  const notes = sharedNotes(text, repository);
  const read = repository.has(own) ? ownTree(repository, parse) : sharedTree(text, parse);
  if (read === undefined) return { ...defaultSettings, notes };
  const { file, tree } = read;
  const table = file === own ? tree.documents[0] : at(tree.documents[0], 'tool', 'skyworthy');
  if (table === undefined) return { ...defaultSettings, notes };
  const mapping = asMapping(table);
  if (mapping === undefined) throw problem(file, tree, table, 'tool.skyworthy is a table: write [tool.skyworthy].');
  const settings = readSettings(mapping, {
    problemAt: (node, message) => problem(file, tree, node, message),
    placeOf: ({ start, end }) => ({ file, ...tree.lines.range(start, end) }),
    checks,
  });
  return { ...settings, notes: [...notes, ...idleSettings(settings, file, repository.files)] };
}

interface Read {
  readonly file: string;
  readonly tree: DataTree;
}

function ownTree(repository: Repository, parse: Parse): Read {
  const content = repository.readText(own);
  if (!content.ok)
    throw new ConfigurationError({ file: own, line: 1, column: 1 }, `${content.message}: write it as TOML in UTF-8.`);
  return { file: own, tree: whole(own, parse(content.text)) };
}

/** The file of all tools where it has our table; a fault anywhere in it may have cost a part of that. */
function sharedTree(text: string, parse: Parse): Read | undefined {
  if (!text.includes('skyworthy')) return undefined;
  const tree = parse(text);
  return hasTable(tree) ? { file: shared, tree: whole(shared, tree) } : undefined;
}

/**
 * The text of the file of all tools; empty where there is none, or none that is ours to read.
 * @throws ConfigurationError where it has our table and is no UTF-8.
 */
function sharedText(repository: Repository): string {
  if (!repository.has(shared)) return '';
  const content = repository.readText(shared);
  if (content.ok) return content.text;
  const raw = repository.read(shared);
  if (raw.ok && mayHaveTable(new TextDecoder('latin1').decode(raw.bytes)))
    throw new ConfigurationError(
      { file: shared, line: 1, column: 1 },
      `${content.message}: write it as TOML in UTF-8.`,
    );
  return '';
}

function sharedNotes(text: string, repository: Repository): string[] {
  const near = nearTables(text).map(
    ({ header, line }) => `${shared}:${line}: [${header}] is not read: write [tool.skyworthy].`,
  );
  const hidden = repository.has(own) && mayHaveTable(text);
  return hidden ? [...near, `${shared}: [tool.skyworthy] is not read, since there is a ${own}: keep one.`] : near;
}

function whole(file: string, tree: DataTree): DataTree {
  const [fault] = tree.faults;
  if (fault !== undefined) throw problem(file, tree, fault, faultSentence(tree, fault));
  return tree;
}

function problem(file: string, tree: DataTree, node: { readonly start: number }, message: string): ConfigurationError {
  return new ConfigurationError({ file, ...tree.lines.position(node.start) }, message);
}
