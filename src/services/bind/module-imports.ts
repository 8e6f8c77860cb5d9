import { evidence } from '../../evidence/evidence.ts';
import { byPlace } from '../../evidence/order.ts';
import type { Unit } from '../discover/unit.ts';
import type { EntryPoint, ModuleImport, ModuleImports } from '../service.ts';
import type { Workspace } from '../workspace.ts';
import { modulesOf } from './unit-modules.ts';

/**
 * The imports of a unit's modules that begin with one of the names, by place. A name that any file of the repository
 * bears is taken for that file: which folders are on Python's path, nobody can tell for sure.
 */
export function moduleImportsOf(
  unit: Unit,
  entryPoints: readonly EntryPoint[],
  workspace: Workspace,
  roots: ReadonlySet<string>,
): ModuleImports {
  const units = modulesOf(unit, entryPoints, workspace, (scanned) => [...roots].some((root) => scanned.has(root)));
  if (!units.read) return { imports: [], unread: units.unread };
  const found: ModuleImport[] = [];
  for (const { facts, placeOf } of units.modules.flatMap((module) => module.read() ?? [])) {
    for (const { module, name, level, typeOnly, optional, deferred, range, text } of facts.imports) {
      const [root = ''] = module.split('.');
      if (level > 0 || typeOnly || optional || !roots.has(root)) continue;
      const path = name === null ? module : `${module}.${name}`;
      found.push({ root, path, deferred, evidence: evidence(placeOf(range), text) });
    }
  }
  const own = ownNames(new Set(found.map(({ root }) => root)), workspace);
  const imports = found.filter(({ root }) => !own.has(root));
  return { imports: imports.sort((a, b) => byPlace(a.evidence, b.evidence)), unread: null };
}

/** Those of the names that a module or package of the repository bears. */
function ownNames(names: ReadonlySet<string>, { repository }: Workspace): Set<string> {
  if (names.size === 0) return new Set();
  const pattern = new RegExp(`(?:^|/)(${[...names].join('|')})(?:\\.py|/[^/]+\\.py)$`);
  return new Set(repository.files.flatMap((file) => pattern.exec(file)?.[1] ?? []));
}
