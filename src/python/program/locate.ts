// https://docs.python.org/3/reference/import.html#the-path-based-finder
import type { Sources } from './sources.ts';

/** What one part of a dotted name names. */
export interface Located {
  readonly kind: 'package' | 'module' | 'namespace';
  /** The file; of a namespace package its first folder. */
  readonly file: string;
  /** Where the modules in a package are looked for; empty for a module. */
  readonly folders: readonly string[];
  readonly isStub: boolean;
}

/**
 * What the name of a module names in a list of folders; undefined if nothing. As CPython has it, the first folder with a
 * package or module of that name wins, the package before the module; folders without `__init__.py` count together, and
 * only if no folder has either. Stubs count where Python would find nothing but such folders.
 */
export function locate(sources: Sources, folders: readonly string[], name: string): Located | undefined {
  return (
    locateFile(sources, folders, name, '.py') ??
    locateFile(sources, folders, name, '.pyi') ??
    locateNamespace(sources, folders, name)
  );
}

/** A path in a folder; `.` is the root. */
export function within(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

function locateFile(
  sources: Sources,
  folders: readonly string[],
  name: string,
  ending: '.py' | '.pyi',
): Located | undefined {
  const isStub = ending === '.pyi';
  for (const folder of folders) {
    const path = within(folder, name);
    const init = `${path}/__init__${ending}`;
    if (sources.has(init)) return { kind: 'package', file: init, folders: [path], isStub };
    const file = path + ending;
    if (sources.has(file)) return { kind: 'module', file, folders: [], isStub };
  }
  return undefined;
}

function locateNamespace(sources: Sources, folders: readonly string[], name: string): Located | undefined {
  const found = folders.map((folder) => within(folder, name)).filter((path) => sources.hasPython(path));
  const [file] = found;
  return file === undefined ? undefined : { kind: 'namespace', file, folders: found, isStub: false };
}
