import type { ImportLine } from './import-lines.ts';
import type { OwnModules } from './own-modules.ts';

/** Sees through modules of the project that hand on what they import from others (`from .compat import pd`). */
export interface ReExports {
  /** What of others an import of a file binds through a module of the project, or of the project itself by a relative path. */
  behind(line: ImportLine, file: string): readonly ImportLine[];
}

/** Opens the modules of a project as ways to others' libraries, by the imports of its files. */
export function openReExports(
  imports: ReadonlyMap<string, readonly ImportLine[]>,
  own: OwnModules,
  isWanted: (path: string) => boolean,
): ReExports {
  const known = new Map<string, readonly ImportLine[]>();
  const namesIn = (file: string): readonly ImportLine[] => {
    let names = known.get(file);
    if (names === undefined) {
      names = (imports.get(file) ?? []).filter(({ path }) => !path.startsWith('.') && isWanted(path));
      known.set(file, names);
    }
    return names;
  };
  return {
    behind(line, file) {
      const absolute = line.path.startsWith('.') ? own.absolute(line.path, file) : undefined;
      const itself = absolute !== undefined && isWanted(absolute) ? [{ path: absolute, bound: line.bound }] : [];
      const module = own.locate(line.path, file);
      if (module === undefined || module.file === file) return itself;
      return [...itself, ...handedOn(line, module.rest, namesIn(module.file))];
    },
  };
}

/** What is had by the name of a module: all that it imports; by a name in it: what that stands for; by a star: all of it. */
function handedOn({ bound }: ImportLine, rest: string, names: readonly ImportLine[]): ImportLine[] {
  if (rest === '*') return [...names];
  if (rest === '') return names.map((one) => ({ path: one.path, bound: `${bound}.${one.bound}` }));
  return names.flatMap((one) =>
    rest === one.bound || rest.startsWith(`${one.bound}.`)
      ? [{ path: one.path + rest.slice(one.bound.length), bound }]
      : [],
  );
}
