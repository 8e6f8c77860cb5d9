import { baseName } from '../../repository/paths.ts';

/** Names that say nothing of their function, in any language. */
const vague: ReadonlySet<string> = new Set(['index']);

/**
 * The files of modules that infrastructure code starts by their names (`orders`, `carts/update`), of all own files of Python. A
 * name that several files have means none of them. `archives` name files that are shipped alone, too.
 */
export function handlerFiles(
  handlers: Iterable<string>,
  archives: Iterable<string>,
  files: readonly string[],
): ReadonlySet<string> {
  const modules = [...handlers, ...archives].filter((module) => !vague.has(module));
  if (modules.length === 0) return new Set();
  const byName = Map.groupBy(files, baseName);
  return new Set(
    modules.flatMap((module) => {
      const path = `${module.replace(/^(?:\.?\/)+/, '')}.py`;
      const alike = (byName.get(baseName(path)) ?? []).filter((file) => `/${file}`.endsWith(`/${path}`));
      return alike.length === 1 ? alike : [];
    }),
  );
}
