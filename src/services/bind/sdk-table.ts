import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { SdkDistribution } from '../../catalogue/dataset.ts';
import type { ImportFact } from '../../python/module-facts.ts';

/** The SDKs of the catalogue, by import path. */
export interface SdkTable {
  /** The distribution that an import comes from, by the longest import path that is a prefix of it; undefined for no SDK. */
  distributionOf(imported: ImportFact): SdkDistribution | undefined;
  /** The distributions that install this one with them, directly or through others. */
  bringersOf(distribution: string): string[];
  /** True if one of the names is the first part of an SDK's import path. */
  mayBeAmong(roots: ReadonlySet<string>): boolean;
}

const tables = new WeakMap<Catalogue, SdkTable>();

/** The SDKs of a catalogue; made once for each. */
export function sdkTable(catalogue: Catalogue): SdkTable {
  const known = tables.get(catalogue);
  if (known !== undefined) return known;
  const table = makeTable(catalogue.load('python/sdk-distributions').facts);
  tables.set(catalogue, table);
  return table;
}

function makeTable(facts: readonly SdkDistribution[]): SdkTable {
  const byPath = new Map(facts.map((fact) => [fact.id, fact]));
  const sdkRoots = new Set(facts.filter((fact) => fact.sdk).map((fact) => fact.id.split('.')[0] ?? fact.id));
  return {
    distributionOf({ module, name }) {
      const parts = [...module.split('.'), ...(name === null ? [] : [name])];
      for (let length = parts.length; length > 0; length--) {
        const fact = byPath.get(parts.slice(0, length).join('.'));
        if (fact !== undefined) return fact.sdk ? fact : undefined;
      }
      return undefined;
    },
    bringersOf(distribution) {
      const found = new Set([distribution]);
      for (let before = 0; before < found.size; ) {
        before = found.size;
        for (const fact of facts)
          if (fact.requires?.some((name) => found.has(name)) === true) found.add(fact.distribution);
      }
      found.delete(distribution);
      return [...found];
    },
    mayBeAmong: (roots) => [...roots].some((root) => sdkRoots.has(root)),
  };
}
