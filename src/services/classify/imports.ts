import { libraryRoles } from '../../catalogue/library-roles.ts';
import { evidence } from '../../evidence/evidence.ts';
import { isBelow } from '../../repository/paths.ts';
import { isTestModule } from '../discover/apart.ts';
import type { Service } from '../service.ts';
import type { Workspace } from '../workspace.ts';
import { type Imported, tellingRoles } from './orchestration.ts';

/** Modules that are looked through at most: a monolith says early what it is built on. */
const mostModules = 2000;

/** The libraries that the modules of a service's code root import, without its tests; each name once. */
export function importsOf(
  { codeRoot, compute, triggers }: Service,
  { catalogue, repository, modules }: Workspace,
): Imported[] {
  // Of functions, and of what something starts, no framework has to tell.
  if (codeRoot === null || compute === 'function' || triggers.length > 0) return [];
  const libraries = libraryRoles(catalogue);
  const telling = libraries.roots(...tellingRoles);
  const found = new Map<string, Imported>();
  const files = repository.files.filter(
    (file) => file.endsWith('.py') && isBelow(file, codeRoot) && !isTestModule(file),
  );
  for (const file of files.slice(0, mostModules)) {
    const roots = modules.scan(file);
    if (![...telling].some((name) => roots.has(name))) continue;
    for (const { module, name, range, typeOnly, optional, level, text } of modules.get(file)?.imports ?? []) {
      if (typeOnly || optional || level > 0) continue;
      const path = name === null ? module : `${module}.${name}`;
      const roles = libraries.of(path);
      if (roles.length > 0 && !found.has(path))
        found.set(path, { roles, evidence: evidence({ file, ...range }, text) });
    }
  }
  return [...found.values()];
}
