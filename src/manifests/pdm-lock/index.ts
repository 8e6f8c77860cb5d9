// https://pdm-project.org/latest/usage/lockfile/ (PDM's own format, 3.1 to 4.5)
import type { TomlTable } from '../../syntax/toml/index.ts';
import { Draft } from '../draft.ts';
import { lockedDependency } from '../locks/dependency.ts';
import { readLockFile } from '../locks/entries.ts';
import { notePython } from '../locks/python.ts';
import { listIn, tableIn, tablesIn, textIn, textsIn } from '../locks/values.ts';
import type { Dependency, Manifest } from '../manifest.ts';

/** Reads `pdm.lock`. A package with extras has an entry of its own beside the plain one. Never throws. */
export function readPdmLock(file: string, text: string): Manifest {
  const draft = new Draft(file, 'pdm-lock', text);
  draft.role = 'lock';
  const { entries, root } = readLockFile(text, 'package', draft);
  const metadata = tableIn(root['metadata']);
  const [target] = tablesIn(metadata['targets']);
  notePython(text, 'requires_python', textIn(target?.['requires_python']), draft);
  const older = tableIn(metadata['files']);
  for (const { value, place } of entries) {
    const name = textIn(value['name']);
    if (name === undefined) {
      draft.fault(place, 'a package without a name');
      continue;
    }
    const version = textIn(value['version']);
    const groups = textsIn(value['groups']);
    draft.add(
      lockedDependency({
        name,
        version,
        place,
        extras: textsIn(value['extras']),
        marker: textIn(value['marker']),
        group: groups.includes('default') ? null : groups[0],
        hashes: listIn(value['files'] ?? older[`${name} ${version}`]).length,
        ...sourceOf(value),
      }),
    );
  }
  return draft.finish();
}

function sourceOf(value: TomlTable): Pick<Dependency, 'source' | 'url'> {
  const git = textIn(value['git']);
  const revision = textIn(value['revision']) ?? textIn(value['ref']);
  if (git !== undefined) return { source: 'vcs', url: `git+${git}${revision === undefined ? '' : `@${revision}`}` };
  const url = textIn(value['url']);
  if (url !== undefined) return { source: 'url', url };
  const path = textIn(value['path']);
  return path === undefined ? { source: 'index', url: null } : { source: 'path', url: path };
}
