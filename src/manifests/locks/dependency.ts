import type { Dependency, DependencySource } from '../manifest.ts';
import { normaliseName } from '../requirement/name.ts';

/** What a lock says of a package; what is left out is absent. */
export interface Locked {
  readonly name: string;
  readonly version: string | undefined;
  readonly place: Dependency['place'];
  readonly extras?: readonly string[];
  readonly marker?: string | undefined;
  readonly group?: string | null | undefined;
  readonly source?: DependencySource;
  readonly url?: string | null;
  readonly hashes?: number;
}

/** A lock's entry as a dependency: pinned, whatever it says. */
export function lockedDependency(locked: Locked): Dependency {
  const { name, version, place, extras = [], marker, group, source = 'index', url = null, hashes = 0 } = locked;
  return {
    name: normaliseName(name),
    specifier: version === undefined || version === '' ? '' : `==${version}`,
    extras: extras.map(normaliseName),
    marker: marker ?? null,
    group: group ?? null,
    source,
    url,
    pinned: true,
    hashes,
    place,
  };
}
