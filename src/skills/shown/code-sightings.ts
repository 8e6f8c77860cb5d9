import { byCodeUnits } from '../../evidence/order.ts';
import type { Tree } from '../../syntax/python/index.ts';
import type { FileRole } from './file-role.ts';
import { type ImportedName, importedNames } from './imported-names.ts';
import type { Lifts } from './lifts.ts';
import type { Seen, Sighting } from './sighting.ts';
import type { Signs } from './signs.ts';
import type { WatchedPython } from './watch-python.ts';

/** What code imports and uses needs, beside what was watched. */
interface Reading {
  readonly signs: Signs;
  readonly python: WatchedPython;
  readonly roleOf: (file: string) => FileRole;
  readonly lifts: Lifts;
  /** The tree of a file; undefined if it cannot be read. */
  readonly treeOf: (file: string) => Tree | undefined;
}

/** Files of one skill that are parsed, and those of them that are enough. */
const mostParsed = 10;
const enough = 5;

/** What files show by importing and using libraries: the best files are parsed, the others only counted. */
export function codeSightings(reading: Reading): Seen {
  const { signs, python } = reading;
  const sightings: Sighting[] = [];
  const further = new Map<string, number>();
  const names = new Map<string, readonly ImportedName[]>();
  const namesIn = (file: string): readonly ImportedName[] => {
    let known = names.get(file);
    if (known === undefined) {
      const tree = reading.treeOf(file);
      names.set(file, (known = tree === undefined ? [] : importedNames(tree, file)));
    }
    return known;
  };
  for (const [skill, files] of python.importers) {
    const paths = signs.facts.get(skill)?.imports ?? [];
    const ofTests = signs.facts.get(skill)?.ofTests === true;
    const tested = ofTests || reading.lifts.importedByTests(paths);
    const rankOf = (file: string): number => rank(reading, file, ofTests);
    const ordered = [...files].sort((a, b) => rankOf(a) - rankOf(b) || byCodeUnits(a, b));
    let looked = 0;
    let used = 0;
    for (const file of ordered) {
      if (looked === mostParsed || used === enough) break;
      looked++;
      const found = sightingIn(skill, paths, namesIn(file));
      if (found === undefined) continue;
      if (found.by === 'uses') used++;
      sightings.push(found.by === 'uses' ? { ...found, strength: strengthIn(file, reading, tested, ofTests) } : found);
    }
    further.set(skill, ordered.length - looked);
  }
  return { sightings, further };
}

function sightingIn(skill: string, paths: readonly string[], names: readonly ImportedName[]): Sighting | undefined {
  const own = names.filter(({ path }) => paths.some((wanted) => path === wanted || path.startsWith(`${wanted}.`)));
  const used = own.find((name) => name.used !== null)?.used;
  if (used) return { skill, strength: 'exercised', by: 'uses', evidence: used };
  const [first] = own;
  return first && { skill, strength: 'imported', by: 'imports', evidence: first.imported };
}

function strengthIn(file: string, { lifts, roleOf }: Reading, tested: boolean, ofTests: boolean): Sighting['strength'] {
  const role = roleOf(file);
  if (ofTests) return role === 'test' ? 'tested' : 'exercised';
  const lifted = lifts.of(file);
  return lifted === 'exercised' && role === 'own' && tested ? 'tested' : lifted;
}

const ranks = { deployed: 0, tested: 1, exercised: 2, imported: 3, declared: 3 } as const;

/** Which files are looked at first: what is deployed, what is tested, the other code, then samples and tests. */
function rank({ lifts, roleOf }: Reading, file: string, ofTests: boolean): number {
  const role = roleOf(file);
  if (role === 'own') return ofTests ? 5 : ranks[lifts.of(file)];
  if (role === 'test') return ofTests ? 0 : 5;
  return 4;
}
