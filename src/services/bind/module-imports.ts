import { evidence } from '../../evidence/evidence.ts';
import { byPlace } from '../../evidence/order.ts';
import { isTestFile } from '../discover/apart.ts';
import type { Unit } from '../discover/unit.ts';
import type { EntryPoint, ModuleImport, ModuleImports } from '../service.ts';
import type { Workspace } from '../workspace.ts';
import { modulesOf, type UnitModule, type UnitModules } from './unit-modules.ts';

/**
 * The imports of a unit's modules that begin with one of the names, by place. A name that any file of the repository
 * outside tests and packages bears is taken for that file: which folders are on Python's path, nobody can tell for sure.
 */
export function moduleImportsOf(
  unit: Unit,
  entryPoints: readonly EntryPoint[],
  workspace: Workspace,
  roots: ReadonlySet<string>,
): ModuleImports {
  const units = importing(unit, entryPoints, workspace, roots);
  if (!units.read) return { imports: [], unread: units.unread };
  const found = units.modules.flatMap((module) => importsIn(module, roots));
  const own = ownNames(new Set(found.map(({ root }) => root)), workspace);
  const imports = found.filter(({ root }) => !own.has(root));
  return { imports: imports.sort((a, b) => byPlace(a.evidence, b.evidence)), unread: null };
}

/**
 * True if one of a unit's modules has such an import: they are read only up to the first that has one.
 */
export function hasModuleImport(
  unit: Unit,
  entryPoints: readonly EntryPoint[],
  workspace: Workspace,
  roots: ReadonlySet<string>,
): boolean {
  const own = ownNames(roots, workspace);
  const foreign = new Set([...roots].filter((root) => !own.has(root)));
  const units = importing(unit, entryPoints, workspace, foreign);
  return units.read && units.modules.some((module) => importsIn(module, foreign).length > 0);
}

/** The modules of a unit that may import one of the names. */
function importing(
  unit: Unit,
  entryPoints: readonly EntryPoint[],
  workspace: Workspace,
  roots: ReadonlySet<string>,
): UnitModules {
  return modulesOf(unit, entryPoints, workspace, (scanned) => [...roots].some((root) => scanned.has(root)));
}

function importsIn(unitModule: UnitModule, roots: ReadonlySet<string>): ModuleImport[] {
  const found: ModuleImport[] = [];
  const read = unitModule.read();
  for (const { module, name, level, typeOnly, optional, deferred, range, text } of read?.facts.imports ?? []) {
    const [root = ''] = module.split('.');
    if (read === undefined || level > 0 || typeOnly || optional || !roots.has(root)) continue;
    const path = name === null ? module : `${module}.${name}`;
    found.push({ root, path, deferred, evidence: evidence(read.placeOf(range), text) });
  }
  return found;
}

/** Those of the names that a module or package of the repository bears. */
function ownNames(names: ReadonlySet<string>, { repository }: Workspace): Set<string> {
  if (names.size === 0) return new Set();
  const pattern = new RegExp(`^(.*/)?(${[...names].join('|')})(?:\\.py|/[^/]+\\.py)$`);
  return new Set(
    repository.files.flatMap((file) => {
      const [, above = '', name] = pattern.exec(file) ?? [];
      if (name === undefined || isTestFile(file)) return [];
      return above !== '' && repository.has(`${above}__init__.py`) ? [] : name; // in a package it has a longer name
    }),
  );
}
