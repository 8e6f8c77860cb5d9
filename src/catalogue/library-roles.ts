import type { Catalogue } from './catalogue.ts';
import type { LibraryRole } from './python-facts.ts';

/** What libraries do for the code that imports them. */
export interface LibraryRoles {
  /** The roles of what is imported by a path (`flask.Flask`, `aiohttp.web`); most have one. */
  of(path: string): readonly LibraryRole[];
  /** First parts of the names of the modules that have one of the roles, or any. */
  roots(...roles: readonly LibraryRole[]): ReadonlySet<string>;
}

const opened = new WeakMap<Catalogue, LibraryRoles>();

/** The roles of libraries by a catalogue; read once for each. */
export function libraryRoles(catalogue: Catalogue): LibraryRoles {
  let roles = opened.get(catalogue);
  if (roles === undefined) opened.set(catalogue, (roles = readRoles(catalogue)));
  return roles;
}

function readRoles(catalogue: Catalogue): LibraryRoles {
  const rows = catalogue
    .load('python/library-roles')
    .facts.flatMap(({ id, modules }) => modules.split(' ').map((module) => ({ role: id, module })));
  const byModule = Map.groupBy(rows, ({ module }) => module);
  return {
    of: (path) =>
      prefixesOf(path.replaceAll(version, '')).flatMap((prefix) =>
        (byModule.get(prefix) ?? []).map(({ role }) => role),
      ),
    roots: (...roles) =>
      new Set(
        rows
          .filter(({ role }) => roles.length === 0 || roles.includes(role))
          .map(({ module }) => module.split('.')[0] ?? module),
      ),
  };
}

/** The version in the name of a module of Google's libraries (`secretmanager_v1beta1`). */
const version = /_v\d+\w*(?=\.|$)/g;

/** `a`, `a.b`, `a.b.c` of `a.b.c`. */
function prefixesOf(path: string): string[] {
  const parts = path.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
}
