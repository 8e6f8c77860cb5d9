// https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile (uv's own format; revision 3 read here)
import type { TomlTable } from '../../syntax/toml/index.ts';
import { Draft } from '../draft.ts';
import { lockedDependency } from '../locks/dependency.ts';
import { readLockFile } from '../locks/entries.ts';
import { notePython } from '../locks/python.ts';
import { tableIn, tablesIn, textIn, textsIn } from '../locks/values.ts';
import type { Dependency, Manifest } from '../manifest.ts';
import { normaliseName } from '../requirement/name.ts';
import { groupsOfPackages } from './groups.ts';

/**
 * Reads `uv.lock`: every package but the project at the root, with the extra or group that brings it in, or null where
 * the project always needs it. Never throws.
 */
export function readUvLock(file: string, text: string): Manifest {
  const draft = new Draft(file, 'uv-lock', text);
  draft.role = 'lock';
  const { entries, root } = readLockFile(text, 'package', draft);
  notePython(text, 'requires-python', textIn(root['requires-python']), draft);
  const members = new Set(textsIn(tableIn(root['manifest'])['members']).map(normaliseName));
  const groups = groupsOfPackages(entries.map(({ value }) => value));
  for (const { value, place } of entries) {
    const name = textIn(value['name']);
    if (name === undefined) draft.fault(place, 'a package without a name');
    else if (isRoot(value)) draft.project ??= normaliseName(name);
    else {
      const marker = textsIn(value['resolution-markers'])
        .map((term) => `(${term})`)
        .join(' or ');
      draft.add(
        lockedDependency({
          name,
          version: textIn(value['version']),
          place,
          marker: marker === '' ? undefined : marker,
          group: groups.get(normaliseName(name)),
          hashes: countHashes(value),
          ...(members.has(normaliseName(name)) ? { source: 'workspace' } : sourceOf(tableIn(value['source']))),
        }),
      );
    }
  }
  return draft.finish();
}

function isRoot({ source }: TomlTable): boolean {
  const { virtual, editable } = tableIn(source) as { virtual?: unknown; editable?: unknown };
  return virtual === '.' || editable === '.';
}

function countHashes({ sdist, wheels }: TomlTable): number {
  return [tableIn(sdist), ...tablesIn(wheels)].filter(({ hash }) => typeof hash === 'string').length;
}

function sourceOf(source: TomlTable): Pick<Dependency, 'source' | 'url'> {
  const git = textIn(source['git']);
  if (git !== undefined) return { source: 'vcs', url: `git+${git}` };
  const url = textIn(source['url']);
  if (url !== undefined) return { source: 'url', url };
  const path = ['editable', 'virtual', 'directory', 'path'].map((key) => textIn(source[key])).find(Boolean);
  return path === undefined ? { source: 'index', url: null } : { source: 'path', url: path };
}
