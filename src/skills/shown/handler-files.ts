import { baseName } from '../../repository/paths.ts';
import type { ImportLine } from './import-lines.ts';
import type { OwnModules } from './own-modules.ts';

/** Beside the module itself, what tells which one is meant. */
interface Around {
  /** All own files of Python. */
  readonly files: readonly string[];
  readonly imports: ReadonlyMap<string, readonly ImportLine[]>;
  readonly own: OwnModules;
}

/**
 * The files of modules that infrastructure code starts by their names (`orders`, `carts/update`), and what these import of
 * the project. A name that several files have means none of them; `archives` names files that are shipped alone too.
 */
export function handlerFiles(
  handlers: ReadonlySet<string>,
  archives: ReadonlySet<string>,
  { files, imports, own }: Around,
): ReadonlySet<string> {
  if (handlers.size === 0 && archives.size === 0) return new Set();
  const byName = Map.groupBy(files, (file) => baseName(file));
  const shipped = new Set<string>();
  for (const module of [...handlers, ...archives]) {
    const path = `${module.replace(/^(?:\.?\/)+/, '')}.py`;
    const alike = (byName.get(baseName(path)) ?? []).filter((file) => `/${file}`.endsWith(`/${path}`));
    if (alike.length === 1) for (const file of alike) shipped.add(file);
  }
  for (const from of shipped) {
    for (const { path } of imports.get(from) ?? []) {
      const module = own.locate(path, from);
      if (module !== undefined) shipped.add(module.file);
    }
  }
  return shipped;
}
