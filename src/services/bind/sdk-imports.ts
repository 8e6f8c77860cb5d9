import type { SdkDistribution } from '../../catalogue/dataset.ts';
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { byCodeUnits, byPlace } from '../../evidence/order.ts';
import { filesOf } from '../../python/reachable.ts';
import type { Unit } from '../discover/unit.ts';
import type { EntryPoint, SdkImports } from '../service.ts';
import type { Workspace } from '../workspace.ts';
import { sdkTable } from './sdk-table.ts';
import { modulesOf } from './unit-modules.ts';

/**
 * The cloud SDKs that a unit's code imports, with the first place of each, or why the code could not be read. Imports
 * for type checkers, and imports that the code goes on without, do not count.
 */
export function sdkImportsOf(unit: Unit, entryPoints: readonly EntryPoint[], workspace: Workspace): SdkImports {
  const { code, runtime } = unit;
  const table = sdkTable(workspace.catalogue);
  const found = new Map<string, { fact: SdkDistribution; evidence: Evidence }>();
  const units = modulesOf(unit, entryPoints, workspace, (roots) => table.mayBeAmong(roots));
  if (!units.read) return { imports: [], unread: units.unread };
  const folder = code.kind === 'folder' ? code.folder : undefined;
  for (const { file, scanned, read } of units.modules.toSorted((a, b) => byCodeUnits(a.file, b.file))) {
    if (scanned !== undefined && !table.mayBeAmong(scanned, found)) continue;
    const module = read();
    if (module === undefined) continue;
    const { facts, placeOf } = module;
    for (const imported of facts.imports) {
      if (imported.typeOnly || imported.optional || imported.level > 0) continue;
      const fact = table.distributionOf(imported);
      if (fact === undefined) continue;
      if (folder !== undefined && filesOf(imported, file, folder, workspace.repository.has).length > 0) continue;
      const piece = evidence(placeOf(imported.range), imported.text);
      const before = found.get(fact.distribution);
      if (before === undefined || byPlace(piece, before.evidence) < 0) {
        found.set(fact.distribution, { fact, evidence: piece });
      }
    }
  }
  const platform = runtime.platform;
  const imports = [...found.values()].map(({ fact, evidence: piece }) => ({
    distribution: fact.distribution,
    cloud: fact.cloud,
    evidence: piece,
    broughtBy: table.bringersOf(fact),
    mayComeWith: mayComeWith(fact, unit) ?? unit.environment,
    inRuntime: platform !== null && unit.artifact === 'zip' && (fact.runtimes ?? []).includes(platform),
  }));
  return { imports: imports.sort((a, b) => byPlace(a.evidence, b.evidence)), unread: null };
}

/** The base image that may bring a distribution along: of a platform's own images we know which they hold there. */
function mayComeWith({ runtimes = [] }: SdkDistribution, { image }: Unit): string | null {
  const brings = image?.brings ?? null;
  if (brings === null) return null;
  return brings.platform === null || runtimes.includes(brings.platform) ? brings.image : null;
}
