import type { Strength } from '../../catalogue/market/skill.ts';
import { isAsStrong } from '../../catalogue/market/strength.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { byCodeUnits } from '../../evidence/order.ts';
import type { Tree } from '../../syntax/python/index.ts';
import { type CodeUse, codeUse, type ImportedName, version } from './code-use.ts';
import type { FileRole } from './file-role.ts';
import type { Lifts } from './lifts.ts';
import type { Seen, Sighting } from './sighting.ts';
import type { Signs } from './signs.ts';
import type { SkillUsers } from './skill-users.ts';

/** What code imports and uses needs, beside what was watched. */
interface Reading {
  readonly signs: Signs;
  readonly users: SkillUsers;
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
  const uses = rememberedUses(reading);
  const { direct, indirect } = reading.users;
  for (const skill of new Set([...direct.keys(), ...indirect.keys()])) {
    const signs = signsOf(skill, reading);
    const found = lookInto(direct.get(skill), signs, uses, reading);
    sightings.push(...found.sightings);
    further.set(skill, found.further);
    if (found.sightings.some(({ strength }) => isAsStrong(strength, 'tested'))) continue;
    sightings.push(...lookInto(indirect.get(skill), signs, uses, reading).sightings);
  }
  return { sightings, further };
}

/** What some files show of a skill, and how many were not looked into. */
function lookInto(
  files: ReadonlySet<string> | undefined,
  signs: CodeSigns,
  uses: Uses,
  reading: Reading,
): { sightings: Sighting[]; further: number } {
  const ordered = inOrder(countedFiles(files ?? new Set(), signs.skill, reading), signs, uses, reading);
  const sightings: Sighting[] = [];
  let looked = 0;
  let used = 0;
  for (const file of ordered) {
    if (looked === mostParsed || used === enough) break;
    looked++;
    const found = sightingIn(signs, uses.of(file));
    if (found === undefined) continue;
    if (found.by !== 'imports') used++;
    sightings.push(found.by === 'imports' ? found : { ...found, strength: strengthIn(file, signs, reading) });
  }
  return { sightings, further: ordered.length - looked };
}

/** The files that count for a skill: not the tests, where it only serves them. */
function countedFiles(files: ReadonlySet<string>, skill: string, { signs, roleOf }: Reading): readonly string[] {
  const ownOnly = signs.facts.get(skill)?.ownOnly === true;
  return [...files].filter((file) => !ownOnly || roleOf(file) !== 'test');
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

function signsOf(skill: string, { signs, users, lifts }: Reading): CodeSigns {
  const { services = [], ofTests = false } = signs.facts.get(skill) ?? {};
  const paths = users.pathsOf(skill);
  return { skill, paths, services, ofTests, tested: lifts.importedByTests(paths) };
}

const nothing: CodeUse = { names: [], useOf: () => null, acts: () => false, clients: new Map() };

/** Reads files once. */
interface Uses {
  isRead(file: string): boolean;
  of(file: string): CodeUse;
}

function rememberedUses({ treeOf, users }: Reading): Uses {
  const uses = new Map<string, CodeUse>();
  const of = (file: string): CodeUse => {
    let known = uses.get(file);
    if (known === undefined) {
      const tree = treeOf(file);
      uses.set(
        file,
        (known = tree === undefined ? nothing : codeUse(tree, file, (line) => users.reExports.behind(line, file))),
      );
    }
    return known;
  };
  return { isRead: (file) => uses.has(file), of };
}

/** The best files first, of those that are alike those that were read already. */
function inOrder(files: readonly string[], { ofTests }: CodeSigns, uses: Uses, reading: Reading): string[] {
  const ranked = files.map((file) => ({ file, rank: rank(reading, file, ofTests), late: uses.isRead(file) ? 0 : 1 }));
  return ranked
    .sort((a, b) => a.rank - b.rank || a.late - b.late || byCodeUnits(a.file, b.file))
    .map(({ file }) => file);
}

/** The best place of a file: what does something with the library, another use of it, a client, or the import alone. */
export function sightingIn(
  { skill, paths, services }: Pick<CodeSigns, 'skill' | 'paths' | 'services'>,
  use: CodeUse,
): Sighting | undefined {
  let imported: Evidence | null = null;
  let used: Evidence | null = null;
  for (const name of use.names) {
    for (const bound of boundBy(name, paths)) {
      const place = name.path.endsWith(version) ? null : use.useOf(bound);
      if (place !== null && use.acts(bound)) return { skill, strength: 'exercised', by: 'uses', evidence: place };
      used ??= place;
      if (bound === name.bound) imported ??= name.imported;
    }
  }
  const client = services.map((service) => use.clients.get(service)).find((one) => one !== undefined);
  if (client !== undefined) return { skill, strength: 'exercised', by: 'calls', evidence: client };
  if (used !== null) return { skill, strength: 'exercised', by: 'uses', rank: 2, evidence: used };
  return imported === null ? undefined : { skill, strength: 'imported', by: 'imports', evidence: imported };
}

/** By what code has the paths of a skill after an import: by its name, or by one that is taken of it. */
function boundBy({ path, bound }: ImportedName, paths: readonly string[]): string[] {
  if (paths.some((wanted) => path === wanted || path.startsWith(`${wanted}.`))) return [bound];
  return paths.flatMap((wanted) => (wanted.startsWith(`${path}.`) ? [bound + wanted.slice(path.length)] : []));
}

function strengthIn(file: string, { skill, tested, ofTests }: CodeSigns, { signs, lifts, roleOf }: Reading): Strength {
  const role = roleOf(file);
  if (ofTests && role === 'test') return 'tested';
  const lifted = lifts.of(file, signs.facts.get(skill));
  if (ofTests) return lifted === 'deployed' ? lifted : 'exercised';
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
