import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type ImportNames, importNames, namesOf } from '../../catalogue/import-names.ts';
import type { Cloud, LibraryFact, NeedFact, NeedId, NewerChoice, Succession } from '../../catalogue/market/need.ts';

/** A distribution that serves a need. */
export interface Library {
  readonly distribution: string;
  readonly need: NeedId;
  /** It works without an import. */
  readonly tool: boolean;
  /** The catalogue knows its import paths. */
  readonly importable: boolean;
  /** The commands by which it is run, its own name if nothing else is known. */
  readonly commands: readonly string[];
  /** The cloud whose SDK it belongs to. */
  readonly cloud: Cloud | null;
  readonly superseded: Succession | null;
  readonly newer: NewerChoice | null;
}

/** The needs of the catalogue, and what serves them. */
export interface NeedTable {
  /** In the order in which they are shown. */
  readonly needs: readonly NeedFact[];
  /** The need that a distribution serves; undefined for one of which that is not known. */
  libraryOf(distribution: string): Library | undefined;
  /** Those whose commands count without a manifest that declares them, by command. */
  readonly commands: ReadonlyMap<string, string>;
  /** The import names of the catalogue, and those of libraries that it does not have elsewhere. */
  readonly names: ImportNames;
}

/** Reads the needs of a catalogue. A cloud SDK serves the need for SDKs, unless the libraries say otherwise. */
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
    const { need = 'cloud-sdk', tool = false, superseded = null, newer = null } = fact ?? {};
    return {
      distribution,
      need,
      tool,
      importable: importable.has(distribution),
      commands: fact?.commands ?? [distribution],
      cloud: sdk?.sdk === true ? sdk.cloud : null,
      superseded,
      newer,
    };
  };
  return {
    needs: catalogue.load('market/needs').facts,
    names,
    commands: new Map(facts.flatMap(({ id, commands = [] }) => commands.map((one) => [one, id]))),
    libraryOf(distribution) {
      if (!known.has(distribution)) known.set(distribution, read(distribution));
      return known.get(distribution);
    },
  };
}

function sdkFacts(catalogue: Catalogue): Map<string, { sdk: boolean; cloud: Cloud }> {
  const found = new Map<string, { sdk: boolean; cloud: Cloud }>();
  for (const { distribution, sdk, cloud } of catalogue.load('python/sdk-distributions').facts) {
    if (!found.has(distribution)) found.set(distribution, { sdk, cloud });
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
