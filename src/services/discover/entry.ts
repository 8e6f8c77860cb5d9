import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Unit } from './unit.ts';

/** One entry point that is judged without infrastructure code; paths are relative to the repository's root. */
export interface Entry {
  /** The code root on Python's path. */
  readonly root: string;
  readonly file: string;
  readonly function: string;
  readonly cloud: 'aws' | 'azure' | 'gcp';
}

/** The unit of an entry point that the caller names. Its id is `FILE#FUNCTION`. */
export function unitOfEntry({ root, file, function: name, cloud }: Entry): Unit {
  const place = startOf(file);
  return {
    id: `${file}#${name}`,
    name,
    cloud,
    compute: 'function',
    artifact: 'source',
    definedIn: place,
    code: { kind: 'folder', folder: root, evidence: evidence(place, root) },
    handler: evidence(place, `${file}:${name}`),
    runtime: { platform: null, id: null, python: null, evidence: [] },
    layers: [],
    image: null,
    definition: null,
    starts: [],
    environment: null,
    also: [],
  };
}
