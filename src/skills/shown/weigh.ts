import { type SightKind, type SkillFact, type Strength, strengths } from '../../catalogue/market/skill.ts';
import { isAsStrong } from '../../catalogue/market/strength.ts';
import { addTo } from '../../evidence/add-to.ts';
import { byPlace } from '../../evidence/order.ts';
import type { Seen, Sighting } from './sighting.ts';
import type { Signs } from './signs.ts';

/** A skill that is shown: how strongly, and by which places, the best first. */
export interface ShownSkill {
  readonly skill: SkillFact;
  readonly strength: Strength;
  readonly sightings: readonly Sighting[];
  /** The places in all, those that were only counted too. */
  readonly count: number;
  /** The strengths above that it could have. */
  readonly missing: readonly Strength[];
}

/** All skills that are shown, in the order of the taxonomy. */
export function weigh(signs: Signs, seen: readonly Seen[]): ShownSkill[] {
  const sightings = new Map<string, Sighting[]>();
  const further = new Map<string, number>();
  for (const one of seen) {
    for (const sighting of one.sightings) addTo(sightings, sighting.skill, limited(sighting, sighting.skill, signs));
    for (const [skill, count] of one.further) further.set(skill, (further.get(skill) ?? 0) + count);
  }
  return [...signs.skills.values()].flatMap((skill) => {
    const family = familyOf(skill.id, signs);
    const found = family.flatMap((id) => sightings.get(id) ?? []).map((one) => limited(one, skill.id, signs));
    if (found.length === 0) return [];
    const ordered = inOrder(found, skill.id);
    const strength = ordered[0]?.strength ?? 'declared';
    const top = mostOf(skill.id, signs);
    return [
      {
        skill,
        strength,
        sightings: ordered,
        count: ordered.length + family.reduce((sum, id) => sum + (further.get(id) ?? 0), 0),
        missing: strengths.filter((one) => !isAsStrong(strength, one) && isAsStrong(top, one)),
      },
    ];
  });
}

/** A skill and all that are a part of it. */
function familyOf(id: string, { skills }: Signs): string[] {
  const family = [id];
  for (const member of family) {
    for (const [other, { broader }] of skills) {
      if (broader.includes(member) && !family.includes(other)) family.push(other);
    }
  }
  return family;
}

function mostOf(skill: string, { facts }: Signs): Strength {
  return facts.get(skill)?.most ?? 'deployed';
}

/** A place with no more strength than a skill can have. */
function limited(sighting: Sighting, skill: string, signs: Signs): Sighting {
  const most = mostOf(skill, signs);
  return isAsStrong(most, sighting.strength) ? sighting : { ...sighting, strength: most };
}

/** What says most about a skill comes first. */
const kindsInOrder: readonly SightKind[] = [
  'uses',
  'calls',
  'text',
  'resource',
  'unit',
  'file',
  'pipeline',
  'imports',
  'declares',
];

/** Strongest first, those of the skill itself before those of its parts, a place of each file before a second one. */
function inOrder(found: readonly Sighting[], skill: string): Sighting[] {
  const sorted = [...found].sort(
    (a, b) =>
      strengths.indexOf(b.strength) - strengths.indexOf(a.strength) ||
      Number(b.skill === skill) - Number(a.skill === skill) ||
      kindOf(a) - kindOf(b) ||
      rankOf(a) - rankOf(b) ||
      byPlace(a.evidence, b.evidence),
  );
  const distinct = new Map<string, Sighting>();
  for (const one of sorted) {
    const { file, line } = one.evidence;
    const key = `${one.root}\0${file}\0${line}`;
    if (!distinct.has(key)) distinct.set(key, one);
  }
  const files = new Set<string>();
  const first: Sighting[] = [];
  const second: Sighting[] = [];
  for (const one of distinct.values()) {
    (files.has(one.evidence.file) ? second : first).push(one);
    files.add(one.evidence.file);
  }
  return [...first, ...second];
}

/** From here on, a use does nothing with what it is of. */
const idle = 2;

/** A use that does nothing says little more than an import. */
function kindOf({ by, rank = 0 }: Sighting): number {
  return by === 'uses' && rank >= idle ? kindsInOrder.indexOf('imports') - 0.5 : kindsInOrder.indexOf(by);
}

/** Files that say little of what a project does: what it is set up with, and what a tool writes for each change of a schema. */
const meagre = /(?:^|\/)(?:migrations|versions|settings|conf(?:ig)?)\/|(?:^|\/)(?:__init__|settings|conf(?:ig)?)\.py$/;

function rankOf({ rank = 0, evidence }: Sighting): number {
  return rank + (meagre.test(evidence.file) ? 1 : 0);
}

/** Families of tools of which one does what the others do: who has one lacks none of them. */
const alternatives: ReadonlySet<string> = new Set(['ci-cd', 'infrastructure-as-code', 'data-pipelines']);

/** Skills of the families of those that are shown, looked for and not found; other tools for what one does already are left out. */
export function unseen({ skills }: Signs, shown: readonly ShownSkill[]): string[] {
  const ids = new Set(shown.map(({ skill }) => skill.id));
  const families = new Set(shown.flatMap(({ skill }) => [skill.id, ...skill.broader]));
  return [...skills.values()]
    .filter(({ id, broader }) => !ids.has(id) && broader.some((one) => families.has(one)))
    .filter(({ broader }) => !broader.some((one) => alternatives.has(one) && ids.has(one)))
    .map(({ id }) => id);
}
