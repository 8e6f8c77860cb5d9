import type { Strength } from '../../catalogue/market/skill.ts';
import { byCodeUnits } from '../../evidence/order.ts';
import type { Tree } from '../../syntax/python/index.ts';
import { type CodeUse, codeUse } from './code-use.ts';
import type { FileRole } from './file-role.ts';
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
  const sightings: Sighting[] = [];
  const further = new Map<string, number>();
  const useIn = rememberedUses(reading);
  for (const [skill, files] of reading.python.users) {
    const signs = signsOf(skill, reading);
    const ordered = inOrder(countedFiles(files, skill, reading), signs, reading);
    let looked = 0;
    let used = 0;
    for (const file of ordered) {
      if (looked === mostParsed || used === enough) break;
      looked++;
      const found = sightingIn(signs, useIn(file));
      if (found === undefined) continue;
      if (found.by !== 'imports') used++;
      sightings.push(found.by === 'imports' ? found : { ...found, strength: strengthIn(file, signs, reading) });
    }
    further.set(skill, ordered.length - looked);
  }
  return { sightings, further };
}

/** The files that count for a skill: not the tests, where it only serves them. */
function countedFiles(files: readonly string[], skill: string, { signs, roleOf }: Reading): readonly string[] {
  return signs.facts.get(skill)?.ownOnly === true ? files.filter((file) => roleOf(file) !== 'test') : files;
}

/** What a skill is known by in code. */
interface CodeSigns {
  readonly skill: string;
  readonly paths: readonly string[];
  readonly services: readonly string[];
  readonly ofTests: boolean;
  /** Tests import what it is known by. */
  readonly tested: boolean;
}

function signsOf(skill: string, { signs, lifts }: Reading): CodeSigns {
  const { imports: paths = [], services = [], ofTests = false } = signs.facts.get(skill) ?? {};
  return { skill, paths, services, ofTests, tested: lifts.importedByTests(paths) };
}

const nothing: CodeUse = { names: [], clients: new Map() };

function rememberedUses({ treeOf }: Reading): (file: string) => CodeUse {
  const uses = new Map<string, CodeUse>();
  return (file) => {
    let known = uses.get(file);
    if (known === undefined) {
      const tree = treeOf(file);
      uses.set(file, (known = tree === undefined ? nothing : codeUse(tree, file)));
    }
    return known;
  };
}

function inOrder(files: readonly string[], { ofTests }: CodeSigns, reading: Reading): string[] {
  const ranked = files.map((file) => ({ file, rank: rank(reading, file, ofTests) }));
  return ranked.sort((a, b) => a.rank - b.rank || byCodeUnits(a.file, b.file)).map(({ file }) => file);
}

function sightingIn({ skill, paths, services }: CodeSigns, { names, clients }: CodeUse): Sighting | undefined {
  const own = names.filter(({ path }) => paths.some((wanted) => path === wanted || path.startsWith(`${wanted}.`)));
  const used = own.find((name) => name.used !== null)?.used;
  if (used) return { skill, strength: 'exercised', by: 'uses', evidence: used };
  const client = services.map((service) => clients.get(service)).find((one) => one !== undefined);
  if (client !== undefined) return { skill, strength: 'exercised', by: 'calls', evidence: client };
  const [first] = own;
  return first && { skill, strength: 'imported', by: 'imports', evidence: first.imported };
}

function strengthIn(file: string, { tested, ofTests }: CodeSigns, { lifts, roleOf }: Reading): Strength {
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
