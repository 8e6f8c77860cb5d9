import type { AdJson, AskedSkillJson, NotAskedReason, QuoteJson, ShownState, SkillLevel } from '../documents/job.ts';

// What the renderers of advertisements share.

/** What an advertisement asks for in one breath: a skill, or several of which one is enough. */
export interface Requirement {
  readonly skills: readonly AskedSkillJson[];
  /** The one that repositories show best. */
  readonly best: AskedSkillJson;
  readonly level: SkillLevel;
}

const ranks: readonly (ShownState | null)[] = ['shown', 'partly', 'not-seen', null];

/** The requirements of an advertisement, those that are required first, each level in the order of the text. */
export function requirementsOf({ skills }: AdJson): Requirement[] {
  const open = skills.filter(({ metBy }) => metBy === null);
  const groups = Map.groupBy(open, ({ id, level, alternative }) => `${level} ${alternative ?? id}`);
  const found = [...groups.values()].flatMap((group): Requirement[] => {
    const inOrder = group.toSorted(byPlace);
    const best = inOrder.toSorted((a, b) => ranks.indexOf(a.shown) - ranks.indexOf(b.shown))[0];
    return best === undefined ? [] : [{ skills: inOrder, best, level: best.level }];
  });
  const order = ({ level }: Requirement): number => Number(level === 'nice-to-have');
  return found.sort((a, b) => order(a) - order(b) || byPlace(a.skills[0], b.skills[0]));
}

/** What an advertisement names and does not ask for by itself. */
export interface NamedOnly {
  readonly name: string;
  /** `met`: something else that is required is enough. */
  readonly why: NotAskedReason | 'met';
  readonly quotes: readonly QuoteJson[];
}

/** What an advertisement names and does not ask for, in the order of the text. */
export function refusalsOf({ skills, notAsked }: AdJson): NamedOnly[] {
  const met = skills.filter(({ metBy }) => metBy !== null);
  return [...notAsked, ...met.map(({ name, quotes }) => ({ name, why: 'met', quotes }) as const)].toSorted(byPlace);
}

interface Quoted {
  readonly quotes: readonly QuoteJson[];
}

function byPlace(a: Quoted | undefined, b: Quoted | undefined): number {
  const [first, second] = [a?.quotes[0], b?.quotes[0]];
  return (first?.line ?? 0) - (second?.line ?? 0) || (first?.column ?? 0) - (second?.column ?? 0);
}

/** `FastAPI or Django`, `Redis or the like`. */
export function requirementName({ skills }: Requirement): string {
  const names = skills.map(({ name }) => name);
  const last = names.at(-1) ?? '';
  if (names.length === 1) return skills[0]?.alternative === null ? last : `${last} or the like`;
  return `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** What shows a requirement: `Django: exercised, [1] app.py:3`; empty where nothing does. Roots are numbered if several. */
export function standingNote({ skills, best }: Requirement, roots: readonly string[]): string {
  if (best.place === null) return '';
  const number = roots.length > 1 && best.root !== null ? `[${roots.indexOf(best.root) + 1}] ` : '';
  const subject = best.by ?? (skills.length > 1 ? best.name : null);
  return `${subject === null ? '' : `${subject}: `}${best.strength ?? ''}, ${number}${best.place}`;
}

/** The first words that ask for a requirement. */
export function wordsOf({ skills }: Requirement): QuoteJson | undefined {
  return skills[0]?.quotes[0];
}

export const stateNames: Readonly<Record<ShownState, string>> = {
  shown: 'shown',
  partly: 'partly',
  'not-seen': 'not seen',
};
/** What is said of a habit of people, which no file can show. */
export const noFile = 'no file';

export const levelNames: Readonly<Record<SkillLevel, string>> = {
  required: 'required',
  'nice-to-have': 'nice to have',
};

export const refusalNames: Readonly<Record<NamedOnly['why'], string>> = {
  negation: 'refused',
  company: 'business',
  learn: 'taught',
  benefit: 'benefit',
  elsewhere: 'elsewhere',
  met: 'met',
};
