import type { Catalogue } from './catalogue.ts';

/** What an import path belongs to. */
export interface ImportOwner {
  /** The longest known path that the import begins with. */
  readonly path: string;
  /** The distributions that install it, the usual one first; several where any of them does (`cv2`, `psycopg2`). */
  readonly distributions: readonly [string, ...string[]];
}

/** The catalogue's distributions by import path. */
export interface ImportNames {
  /** Whom a dotted path (`google.cloud.storage.Client`) belongs to, by the longest known prefix; undefined if not known. */
  ownerOf(path: string): ImportOwner | undefined;
  /** Every known path, with the distributions that install it. */
  readonly owners: ReadonlyMap<string, readonly [string, ...string[]]>;
}

const opened = new WeakMap<Catalogue, ImportNames>();

/** The import names of a catalogue: those of the cloud SDKs, and those of other distributions. Read once for each. */
export function importNames(catalogue: Catalogue): ImportNames {
  const known = opened.get(catalogue);
  if (known !== undefined) return known;
  const names = namesOf(ownersOf(catalogue));
  opened.set(catalogue, names);
  return names;
}

/** Import names by a table of paths. */
export function namesOf(owners: ImportNames['owners']): ImportNames {
  return {
    owners,
    ownerOf(path) {
      for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
        const prefix = path.slice(0, end);
        const distributions = owners.get(prefix);
        if (distributions !== undefined) return { path: prefix, distributions };
      }
      return undefined;
    },
  };
}

function ownersOf(catalogue: Catalogue): Map<string, readonly [string, ...string[]]> {
  const { facts, same } = catalogue.load('python/distributions');
  const owners = new Map(facts.map(({ id, distributions }) => [id, distributions]));
  for (const name of Object.values(same).flatMap((names) => names.split(' '))) {
    owners.set(name.replaceAll(/[-.]/g, '_'), [name]);
  }
  for (const { id, distribution, also = [] } of catalogue.load('python/sdk-distributions').facts) {
    owners.set(id, [distribution, ...also]);
  }
  return owners;
}
