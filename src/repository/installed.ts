// https://packaging.python.org/en/latest/specifications/recording-installed-packages/
import { baseName, folderOf } from './paths.ts';
import type { Repository } from './repository.ts';

/**
 * Tells the files of packages that an installer put into the repository: into a layer, or beside the code of a function.
 * Beside an installed package stands its `NAME-VERSION.dist-info`, whose `RECORD` lists its files; where that is missing,
 * the package of that name counts. Such code is read where a service reaches it, and is nobody's own.
 */
export function installedFiles(repository: Repository): (file: string) => boolean {
  const roots = new Set<string>();
  for (const file of repository.files) {
    if (!file.endsWith('.dist-info/METADATA')) continue;
    const folder = folderOf(file);
    for (const name of topNames(repository, folder)) roots.add(within(folderOf(folder), name));
  }
  if (roots.size === 0) return () => false;
  const folders = new Map<string, boolean>([['.', false]]);
  const isBelowRoot = (folder: string): boolean => {
    let found = folders.get(folder);
    if (found === undefined) {
      found = roots.has(folder) || isBelowRoot(folderOf(folder));
      folders.set(folder, found);
    }
    return found;
  };
  return (file) => roots.has(file) || roots.has(file.replace(/\.py$/, '')) || isBelowRoot(folderOf(file));
}

/** The first parts of the paths that an installed package owns. */
function topNames(repository: Repository, folder: string): Set<string> {
  const record = repository.readText(`${folder}/RECORD`);
  const listed = record.ok ? record.text : '';
  const named = repository.readText(`${folder}/top_level.txt`);
  const names = new Set<string>();
  for (const line of listed.split('\n')) {
    const [first = ''] = line.split(/[/,]/, 1);
    if (/^\w+(?:\.py)?$/.test(first)) names.add(first.replace(/\.py$/, ''));
  }
  for (const line of named.ok ? named.text.split('\n') : []) if (/^\w+$/.test(line.trim())) names.add(line.trim());
  const [distribution = ''] = baseName(folder).split('-', 1);
  if (names.size === 0) names.add(distribution);
  names.delete('bin');
  names.delete('__pycache__');
  return names;
}

function within(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}
