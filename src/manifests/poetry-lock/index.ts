// https://github.com/python-poetry/poetry/blob/main/src/poetry/packages/locker.py (Poetry's own format, 1.0 to 2.1)
import type { TomlTable } from '../../syntax/toml/index.ts';
import { Draft } from '../draft.ts';
import { lockedDependency } from '../locks/dependency.ts';
import { readLockFile } from '../locks/entries.ts';
import { notePython } from '../locks/python.ts';
import { listIn, tableIn, textIn, textsIn } from '../locks/values.ts';
import type { Dependency, Manifest } from '../manifest.ts';
import { translatePoetryVersion } from '../pyproject/poetry-version.ts';
import { normaliseName } from '../requirement/name.ts';

/**
 * Reads `poetry.lock`. A package that only some extra needs has that extra as its group where an extra lists it, else
 * `optional`. Never throws.
 */
export function readPoetryLock(file: string, text: string): Manifest {
  const draft = new Draft(file, 'poetry-lock', text);
  draft.role = 'lock';
  const { entries, root } = readLockFile(text, 'package', draft);
  const metadata = tableIn(root['metadata']);
  const python = translatePoetryVersion(textIn(metadata['python-versions']) ?? '*').specifier;
  notePython(text, 'python-versions', metadata['python-versions'] === undefined ? undefined : python, draft);
  const files = tableIn(metadata['files']);
  const extras = extrasByName(tableIn(root['extras']));
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
        marker: textIn(value['markers']) ?? textIn(value['marker']),
        group: groupOf(value, extras.get(normaliseName(name))),
        hashes: listIn(value['files'] ?? files[name]).length,
        ...sourceOf(tableIn(value['source'])),
      }),
    );
  }
  return draft.finish();
}

/** `groups` since 2.1, `category` before 1.5; the versions between say only what is optional. */
function groupOf(value: TomlTable, extra: string | undefined): string | null {
  const groups = textsIn(value['groups']);
  const main = groups.length > 0 ? groups.includes('main') : (textIn(value['category']) ?? 'main') === 'main';
  if (!main) return groups[0] ?? textIn(value['category']) ?? null;
  return value['optional'] === true ? (extra ?? 'optional') : null;
}

function extrasByName(extras: TomlTable): Map<string, string> {
  const found = new Map<string, string>();
  for (const [extra, requirements] of Object.entries(extras)) {
    for (const requirement of textsIn(requirements)) {
      const name = normaliseName(/^[\w.-]+/.exec(requirement)?.[0] ?? '');
      if (!found.has(name)) found.set(name, normaliseName(extra));
    }
  }
  return found;
}

function sourceOf(source: TomlTable): Pick<Dependency, 'source' | 'url'> {
  const url = textIn(source['url']) ?? null;
  const revision = textIn(source['resolved_reference']) ?? textIn(source['reference']);
  switch (textIn(source['type'])) {
    case 'git':
      return { source: 'vcs', url: `git+${url}${revision === undefined ? '' : `@${revision}`}` };
    case 'url':
      return { source: 'url', url };
    case 'file':
    case 'directory':
      return { source: 'path', url };
    default:
      return { source: 'index', url: null };
  }
}
