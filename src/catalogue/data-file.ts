import { readFileSync } from 'node:fs';

/**
 * The JSON of a file of the catalogue, by its path below `data/` without `.json`. In the bundle, `data/` lies beside this.
 * @throws Error if there is no such file: a bug, since names are ours.
 */
export function readDataFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8'));
}
