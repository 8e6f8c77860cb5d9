import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { SdkDistribution } from '../../catalogue/dataset.ts';
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { byPlace } from '../../evidence/order.ts';
import type { ImportFact } from '../../python/module-facts.ts';
import { filesOf, reachableModules } from '../../python/reachable.ts';
import { folderOf, isBelow } from '../../repository/paths.ts';
import { isTestModule } from '../discover/apart.ts';
import type { Unit } from '../discover/unit.ts';
import type { EntryPoint, SdkImport } from '../service.ts';
import type { Workspace } from '../workspace.ts';
import { isDeployed } from './manifests.ts';

/**
 * The cloud SDKs that a unit's code imports, with the first place of each. With an entry point: in the modules that it
 * reaches; without: in every module of the code root (of an image: of what is copied into it) but tests and projects of
 * their own. Imports for type checkers, and imports that the code
 * goes on without, do not count.
 */
export function sdkImportsOf(unit: Unit, entryPoints: readonly EntryPoint[], workspace: Workspace): SdkImport[] {
  const { code, runtime } = unit;
  if (code.kind !== 'folder') return [];
  const table = sdkTable(workspace.catalogue);
  const found = new Map<string, { fact: SdkDistribution; evidence: Evidence }>();
  for (const file of filesFor(unit, code.folder, entryPoints, table, workspace)) {
    for (const imported of workspace.modules.get(file)?.imports ?? []) {
      if (imported.typeOnly || imported.optional || imported.level > 0) continue;
      const fact = distributionOf(imported, table);
      if (fact === undefined || filesOf(imported, file, code.folder, workspace.repository.has).length > 0) continue;
      const piece = evidence({ file, ...imported.range }, imported.text);
      const before = found.get(fact.distribution);
      if (before === undefined || byPlace(piece, before.evidence) < 0)
        found.set(fact.distribution, { fact, evidence: piece });
    }
  }
  const platform = runtime.platform;
  return [...found.values()]
    .map(({ fact, evidence: piece }) => ({
      distribution: fact.distribution,
      cloud: fact.cloud,
      evidence: piece,
      broughtBy: bringersOf(fact.distribution, table),
      inRuntime: platform !== null && unit.artifact === 'zip' && (fact.runtimes ?? []).includes(platform),
    }))
    .sort((a, b) => byPlace(a.evidence, b.evidence));
}

/** The SDKs of the catalogue, by import path and by what they require. */
interface SdkTable {
  readonly byPath: ReadonlyMap<string, SdkDistribution>;
  readonly roots: ReadonlySet<string>;
}

const tables = new WeakMap<Catalogue, SdkTable>();

function sdkTable(catalogue: Catalogue): SdkTable {
  let table = tables.get(catalogue);
  if (table === undefined) {
    const { facts } = catalogue.load('python/sdk-distributions');
    const sdks = facts.filter((fact) => fact.sdk);
    table = {
      byPath: new Map(facts.map((fact) => [fact.id, fact])),
      roots: new Set(sdks.map((fact) => fact.id.split('.')[0] ?? fact.id)),
    };
    tables.set(catalogue, table);
  }
  return table;
}

function filesFor(
  { image }: Unit,
  folder: string,
  entryPoints: readonly EntryPoint[],
  { roots }: SdkTable,
  { repository, modules, manifests }: Workspace,
): Iterable<string> {
  const entries = entryPoints.flatMap((entry) => (entry.found ? [entry.file] : []));
  if (entryPoints.length > 0) {
    return new Set(entries.flatMap((entry) => [...reachableModules(entry, folder, modules, repository.has)]));
  }
  const others = manifests
    .filter((manifest) => manifest.role === 'declaration' && isDeployed(manifest))
    .map((manifest) => folderOf(manifest.file))
    .filter((other) => other !== folder && isBelow(other, folder));
  const sources = image?.sources ?? [folder];
  return repository.files.filter((file) => {
    if (!file.endsWith('.py') || isTestModule(file) || !sources.some((source) => isBelow(file, source))) return false;
    if (others.some((other) => isBelow(file, other))) return false;
    return [...modules.scan(file)].some((name) => roots.has(name));
  });
}

/** The SDK that an import names, by the longest import path that is a prefix of it. */
function distributionOf({ module, name }: ImportFact, { byPath }: SdkTable): SdkDistribution | undefined {
  const parts = [...module.split('.'), ...(name === null ? [] : [name])];
  for (let length = parts.length; length > 0; length--) {
    const fact = byPath.get(parts.slice(0, length).join('.'));
    if (fact !== undefined) return fact.sdk ? fact : undefined;
  }
  return undefined;
}

/** The distributions that install this one with them, directly or through others. */
function bringersOf(distribution: string, { byPath }: SdkTable): string[] {
  const found = new Set([distribution]);
  let before = 0;
  while (before < found.size) {
    before = found.size;
    for (const fact of byPath.values()) {
      if (fact.requires?.some((name) => found.has(name)) === true) found.add(fact.distribution);
    }
  }
  found.delete(distribution);
  return [...found];
}
