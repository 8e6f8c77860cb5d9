import { baseName, isBelow } from '../../repository/paths.ts';

/** A module that infrastructure code starts by its name, such as `orders` or `carts/update`. */
export interface NamedHandler {
  readonly module: string;
  /** The folder of the definition, below which code is looked for first; null where code lies apart from it. */
  readonly below: string | null;
}

/** Names that say nothing of their function, in any language. */
const vague: ReadonlySet<string> = new Set(['index']);

/**
 * The files of modules that infrastructure code starts, of all own files of Python: the one of that name below the folder of the
 * definition, else the one of the tree. A name that several have means none of them.
 */
export function handlerFiles(handlers: readonly NamedHandler[], files: readonly string[]): ReadonlySet<string> {
  if (handlers.length === 0) return new Set();
  const byName = Map.groupBy(files, baseName);
  const found = new Set<string>();
  for (const { module, below } of handlers) {
    const path = `${module.replace(/^(?:\.?\/)+/, '')}.py`;
    const alike = (byName.get(baseName(path)) ?? []).filter((file) => `/${file}`.endsWith(`/${path}`));
    const near = below === null || below === '.' ? [] : alike.filter((file) => isBelow(file, below));
    const [file, second] = near.length > 0 ? near : vague.has(module) ? [] : alike;
    if (file !== undefined && second === undefined) found.add(file);
  }
  return found;
}
