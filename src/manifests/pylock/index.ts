// https://packaging.python.org/en/latest/specifications/pylock-toml/
import type { TomlTable } from '../../syntax/toml/index.ts';
import { Draft } from '../draft.ts';
import { lockedDependency } from '../locks/dependency.ts';
import { readLockFile } from '../locks/entries.ts';
import { notePython } from '../locks/python.ts';
import { tableIn, tablesIn, textIn } from '../locks/values.ts';
import type { Dependency, Manifest } from '../manifest.ts';

/**
 * Reads `pylock.toml` (PEP 751). Which extra or group needs a package stands in its marker (`'dev' in
 * dependency_groups`), so `group` is null. Never throws.
 */
export function readPylock(file: string, text: string): Manifest {
  const draft = new Draft(file, 'pylock', text);
  draft.role = 'lock';
  const { entries, root } = readLockFile(text, 'packages', draft);
  notePython(text, 'requires-python', textIn(root['requires-python']), draft);
  for (const { value, place } of entries) {
    const name = textIn(value['name']);
    if (name === undefined) {
      draft.fault(place, 'a package without a name');
      continue;
    }
    draft.add(
      lockedDependency({
        name,
        version: textIn(value['version']),
        place,
        marker: textIn(value['marker']),
        hashes: countHashes(value),
        ...sourceOf(value),
      }),
    );
  }
  return draft.finish();
}

function countHashes(value: TomlTable): number {
  const files = [tableIn(value['archive']), tableIn(value['sdist']), ...tablesIn(value['wheels'])];
  return files.reduce((sum, { hashes }) => sum + Object.keys(tableIn(hashes)).length, 0);
}

function sourceOf(value: TomlTable): Pick<Dependency, 'source' | 'url'> {
  const vcs = tableIn(value['vcs']);
  const archive = tableIn(value['archive']);
  const directory = textIn(tableIn(value['directory'])['path']);
  const repository = textIn(vcs['url']) ?? textIn(vcs['path']);
  if (repository !== undefined) {
    const commit = textIn(vcs['commit-id']);
    return {
      source: 'vcs',
      url: `${textIn(vcs['type']) ?? 'git'}+${repository}${commit === undefined ? '' : `@${commit}`}`,
    };
  }
  if (directory !== undefined) return { source: 'path', url: directory };
  const url = textIn(archive['url']);
  if (url !== undefined) return { source: 'url', url };
  const path = textIn(archive['path']);
  return path === undefined ? { source: 'index', url: null } : { source: 'path', url: path };
}
