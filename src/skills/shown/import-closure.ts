import type { ImportLine } from './import-lines.ts';
import type { OwnModules } from './own-modules.ts';

/** Some files of a project, and all that they import of it, directly or by way of others. */
export function importClosure(
  seeds: Iterable<string>,
  imports: ReadonlyMap<string, readonly ImportLine[]>,
  own: OwnModules,
): ReadonlySet<string> {
  const reached = new Set(seeds);
  for (const from of reached) {
    for (const { path } of imports.get(from) ?? []) {
      const module = own.locate(path, from);
      if (module !== undefined) reached.add(module.file);
    }
  }
  return reached;
}
