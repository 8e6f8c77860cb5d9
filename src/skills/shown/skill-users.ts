import { addTo } from '../../evidence/add-to.ts';
import type { Manifest } from '../../manifests/manifest.ts';
import type { FileRole } from './file-role.ts';
import type { ImportLine } from './import-lines.ts';
import type { OwnModules } from './own-modules.ts';
import { openReExports, type ReExports } from './re-exports.ts';
import { rootOf, type Signs, skillsAt } from './signs.ts';
import type { WatchedPython } from './watch-python.ts';

/** Who uses the libraries by which skills are known. */
export interface SkillUsers {
  /** By skill, the files that seem to import what it is known by, or to make a client of it. */
  readonly direct: ReadonlyMap<string, ReadonlySet<string>>;
  /** By skill, those that may have it by way of a module of the project. */
  readonly indirect: ReadonlyMap<string, ReadonlySet<string>>;
  /** What imports bind of others by way of the project's own modules. */
  readonly reExports: ReExports;
  /** The paths by which code imports a skill. */
  pathsOf(skill: string): readonly string[];
}

/**
 * Joins the files that import libraries with those that have them by way of a module of the project, and with those that
 * import a distribution which a manifest declares and only its name tells (`dbt-artifacts-parser`).
 */
export function findUsers(
  signs: Signs,
  python: WatchedPython,
  own: OwnModules,
  declared: ReadonlyMap<string, readonly string[]>,
): SkillUsers {
  const direct = new Map([...python.users].map(([skill, users]) => [skill, new Set(users)]));
  const indirect = new Map<string, Set<string>>();
  const roots = new Set([...signs.roots, ...[...declared.keys()].map(rootOf)]);
  const reExports = openReExports(python.imports, own, (path) => roots.has(rootOf(path)));
  for (const [file, lines] of python.imports) {
    for (const line of lines) {
      for (const skill of declaredAt(line, file, declared, own)) addUser(direct, skill, file);
      for (const { path } of reExports.behind(line, file)) {
        for (const skill of skillsAt(path, signs.imports)) addUser(indirect, skill, file);
        for (const { skill } of signs.below.get(path) ?? []) addUser(indirect, skill, file);
      }
    }
  }
  const paths = new Map<string, string[]>();
  for (const [path, skills] of [...signs.imports, ...declared]) for (const skill of skills) addTo(paths, skill, path);
  return { direct, indirect, reExports, pathsOf: (skill) => paths.get(skill) ?? [] };
}

function addUser(users: Map<string, Set<string>>, skill: string, file: string): void {
  const files = users.get(skill);
  if (files === undefined) users.set(skill, new Set([file]));
  else files.add(file);
}

/** The paths of declared distributions that the catalogue's own signs say nothing of, with the skills of their names. */
export function declaredPaths(
  signs: Signs,
  manifests: readonly Manifest[],
  roleOf: (file: string) => FileRole,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const names = new Set<string>();
  for (const { role, file, dependencies } of manifests) {
    if (role !== 'declaration' || roleOf(file) === 'foreign') continue;
    for (const { name } of dependencies) names.add(name);
  }
  for (const name of names) {
    const skills = signs.distributions(name);
    if (skills.length === 0) continue;
    for (const path of signs.importsOf(name)) {
      for (const skill of skills) if (!isKnown(path, skill, signs)) addTo(found, path, skill);
    }
  }
  return found;
}

/** True where the signs of a skill say themselves which part of a path shows it. */
function isKnown(path: string, skill: string, { facts }: Signs): boolean {
  return (facts.get(skill)?.imports ?? []).some(
    (one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`),
  );
}

function declaredAt(
  { path }: ImportLine,
  file: string,
  declared: ReadonlyMap<string, readonly string[]>,
  own: OwnModules,
): readonly string[] {
  if (declared.size === 0) return [];
  const skills = skillsAt(path, declared);
  return skills.length === 0 || own.locate(path, file) !== undefined ? [] : skills;
}
