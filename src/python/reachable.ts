// https://docs.python.org/3/reference/import.html: which file of a code root an import names.
import { folderOf, joinPath } from '../repository/paths.ts';
import type { ImportFact } from './module-facts.ts';
import type { Modules } from './modules.ts';

/**
 * The files of a code root that importing `entry` runs, itself among them: absolute imports from the code root or from
 * the entry's folder, relative ones from their package. Imports for type checkers are not followed.
 */
export function reachableModules(
  entry: string,
  codeRoot: string,
  modules: Modules,
  exists: (file: string) => boolean,
): Set<string> {
  const reached = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const fact of modules.get(file)?.imports ?? []) {
      if (!fact.typeOnly) open.push(...filesOf(fact, file, codeRoot, exists));
    }
  }
  return reached;
}

/** The files that an import runs: each package on the way, the module, and the submodule that `from` may name. */
export function filesOf(fact: ImportFact, file: string, codeRoot: string, exists: (file: string) => boolean): string[] {
  const base = fact.level === 0 ? codeRoot : packageAbove(file, fact.level);
  if (base === undefined) return [];
  const parts = fact.module === '' ? [] : fact.module.split('.');
  const whole = fact.name === null || fact.name === '*' ? parts : [...parts, fact.name];
  const found: string[] = [];
  for (let length = fact.level === 0 ? 1 : 0; length <= whole.length; length++) {
    const path = joinPath(base, whole.slice(0, length).join('/'));
    if (path === undefined) break;
    const candidates = [path === '.' ? '__init__.py' : `${path}/__init__.py`, `${path}.py`];
    const file = candidates.find(exists);
    if (file !== undefined) found.push(file);
  }
  return found;
}

function packageAbove(file: string, level: number): string | undefined {
  let folder: string | undefined = folderOf(file);
  for (let up = 1; up < level && folder !== undefined; up++) folder = joinPath(folder, '..');
  return folder;
}
