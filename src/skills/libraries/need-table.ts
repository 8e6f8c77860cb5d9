import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type ImportNames, importNames, namesOf } from '../../catalogue/import-names.ts';
import type { LibraryFact, NeedFact, NeedId, Succession } from '../../catalogue/market/need.ts';

/** A distribution that serves a need. */
export interface Library {
  readonly distribution: string;
  readonly need: NeedId;
  /** It works without an import. */
  readonly tool: boolean;
  /** The catalogue knows its import paths. */
  readonly importable: boolean;
  readonly superseded: Superseded | null;
}

/** What has taken its place; `since` is null where only the newest release of the old one is known. */
export type Superseded = Omit<Succession, 'since'> & { readonly since: string | null };

/** The needs of the catalogue, and what serves them. */
export interface NeedTable {
  /** In the order in which they are shown. */
  readonly needs: readonly NeedFact[];
  /** The need that a distribution serves; undefined for one of which that is not known. */
  libraryOf(distribution: string): Library | undefined;
  /** The import names of the catalogue, and those of libraries that it does not have elsewhere. */
  readonly names: ImportNames;
}

/** Reads the needs of a catalogue. What superseded a cloud SDK stands with the SDKs. */
export function needTable(catalogue: Catalogue): NeedTable {
  const { facts } = catalogue.load('market/libraries');
  const exact = new Map(facts.map((fact) => [fact.id, fact]));
  const families = facts.filter(({ id }) => id.endsWith('*'));
  const sdks = sdkFacts(catalogue);
  const names = withImports(importNames(catalogue), facts);
  const importable = new Set([...names.owners.values()].flat());
  const known = new Map<string, Library | undefined>();
  const read = (distribution: string): Library | undefined => {
    const sdk = sdks.get(distribution);
    const fact = exact.get(distribution) ?? families.find(({ id }) => distribution.startsWith(id.slice(0, -1)));
    if (fact === undefined && sdk?.sdk !== true) return undefined;
    const { need = 'cloud-sdk', tool = false, superseded = null } = fact ?? {};
    return {
      distribution,
      need,
      tool,
      importable: importable.has(distribution),
      superseded: superseded ?? sdk?.superseded ?? null,
    };
  };
  return {
    needs: catalogue.load('market/needs').facts,
    names,
    libraryOf(distribution) {
      if (!known.has(distribution)) known.set(distribution, read(distribution));
      return known.get(distribution);
    },
  };
}

function sdkFacts(catalogue: Catalogue): Map<string, { sdk: boolean; superseded: Superseded | null }> {
  const found = new Map<string, { sdk: boolean; superseded: Superseded | null }>();
  for (const { distribution, sdk, supersededBy, version, built } of catalogue.load('python/sdk-distributions').facts) {
    if (found.has(distribution)) continue;
    const last = version === undefined || built === undefined ? '' : `its release ${version} is of ${built}`;
    const superseded = supersededBy === undefined ? null : { by: [supersededBy], since: null, why: last };
    found.set(distribution, { sdk, superseded });
  }
  return found;
}

function withImports({ owners }: ImportNames, facts: readonly LibraryFact[]): ImportNames {
  const all = new Map(owners);
  for (const { id, imports = [] } of facts) {
    for (const path of imports) all.set(path, [...(all.get(path) ?? []), id] as [string, ...string[]]);
  }
  return namesOf(all);
}
