import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { SdkDistribution } from '../../catalogue/dataset.ts';
import { type ImportNames, importNames } from '../../catalogue/import-names.ts';
import type { ImportFact } from '../../python/module-facts.ts';

/** The SDKs of the catalogue, by import path. */
export interface SdkTable {
  /** The distribution that an import comes from, by the longest import path that is a prefix of it; undefined for no SDK. */
  distributionOf(imported: ImportFact): SdkDistribution | undefined;
  /** The distributions that install the import path of this one, by holding it themselves, directly or through others. */
  bringersOf(sdk: SdkDistribution): string[];
  /** True if one of the names is the first part of an SDK's import path, of another SDK than those `found`. */
  mayBeAmong(roots: ReadonlySet<string>, found?: ReadonlyMap<string, unknown>): boolean;
}

const tables = new WeakMap<Catalogue, SdkTable>();

/** The SDKs of a catalogue; made once for each. */
export function sdkTable(catalogue: Catalogue): SdkTable {
  const known = tables.get(catalogue);
  if (known !== undefined) return known;
  const table = makeTable(catalogue.load('python/sdk-distributions').facts, importNames(catalogue));
  tables.set(catalogue, table);
  return table;
}

function makeTable(facts: readonly SdkDistribution[], names: ImportNames): SdkTable {
  const byPath = new Map(facts.filter(({ sdk }) => sdk).map((fact) => [fact.id, fact]));
  const byRoot = Map.groupBy(byPath.values(), ({ id }) => id.split('.')[0] ?? id);
  return {
    distributionOf({ module, name }) {
      const owner = names.ownerOf(name === null ? module : `${module}.${name}`);
      return owner && byPath.get(owner.path);
    },
    bringersOf({ distribution, also = [] }) {
      const found = new Set([distribution, ...also]);
      for (let before = 0; before < found.size; ) {
        before = found.size;
        for (const fact of facts)
          if (fact.requires?.some((one) => found.has(one)) === true) found.add(fact.distribution);
      }
      found.delete(distribution);
      return [...found];
    },
    mayBeAmong: (roots, found) =>
      [...roots].some(
        (root) => byRoot.get(root)?.some(({ distribution }) => found?.has(distribution) !== true) === true,
      ),
  };
}
