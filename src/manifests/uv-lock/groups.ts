import type { TomlTable, TomlValue } from '../../syntax/toml/index.ts';
import { listIn, tableIn, tablesIn, textIn, textsIn } from '../locks/values.ts';
import { normaliseName } from '../requirement/name.ts';

/**
 * The group that brings in each package: null for what the projects at hand always need, else the first extra, else the
 * first dependency group, that leads to it. Packages that nothing leads to are not in the map.
 */
export function groupsOfPackages(packages: readonly TomlTable[]): Map<string, string | null> {
  const byName = new Map<string, TomlTable[]>();
  for (const item of packages) {
    const name = normaliseName(textIn(item['name']) ?? '');
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [item]);
    else same.push(item);
  }
  const found = new Map<string, string | null>();
  const seen = new Set<string>(); // what one group leads to, a later one finds nothing new behind
  const reach = (group: string | null, dependencies: TomlValue | undefined): void =>
    follow(tablesIn(dependencies), byName, seen, (name) => {
      if (!found.has(name)) found.set(name, group);
    });
  const projects = packages.filter(isProject);
  for (const project of projects) reach(null, project['dependencies']);
  for (const key of ['optional-dependencies', 'dev-dependencies'])
    for (const project of projects)
      for (const [group, dependencies] of Object.entries(tableIn(project[key])))
        reach(normaliseName(group), dependencies);
  return found;
}

/** Projects at hand: what is built from a folder. */
function isProject({ source }: TomlTable): boolean {
  const { virtual, editable } = tableIn(source);
  return virtual !== undefined || editable !== undefined;
}

/** Visits everything that the dependencies lead to, with the extras that they ask for; each name and extra that is not seen yet. */
function follow(
  dependencies: readonly TomlTable[],
  byName: ReadonlyMap<string, readonly TomlTable[]>,
  seen: Set<string>,
  visit: (name: string) => void,
): void {
  const waiting = [...dependencies];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const name = normaliseName(textIn(next['name']) ?? '');
    visit(name);
    for (const extra of ['', ...textsIn(next['extra'])]) {
      if (seen.has(`${name}[${extra}]`)) continue;
      seen.add(`${name}[${extra}]`);
      for (const item of byName.get(name) ?? []) {
        const wanted = extra === '' ? item['dependencies'] : tableIn(item['optional-dependencies'])[extra];
        for (const dependency of listIn(wanted)) waiting.push(tableIn(dependency));
      }
    }
  }
}
