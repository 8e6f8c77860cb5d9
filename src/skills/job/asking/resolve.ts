import { byCodeUnits } from '../../../evidence/order.ts';
import type { MappedText } from '../reading/mapped-text.ts';
import type { Asked } from './ask.ts';
import type { Refusal } from './remarks.ts';

/** A skill that an advertisement asks for. */
export interface AskedSkill {
  readonly id: string;
  readonly level: 'required' | 'nice';
  /** Skills with the same number are alternatives; alone, something that is no skill of ours would do as well. */
  readonly alternative: number | null;
  /** The skill that is required by itself and is enough here: `Terraform is required; Terraform or Pulumi`. */
  readonly metBy: string | null;
  readonly quotes: readonly MappedText[];
}

/** A skill that it names and does not ask for. */
export interface RefusedSkill {
  readonly id: string;
  readonly why: Refusal;
  readonly quotes: readonly MappedText[];
}

/** Quotes of one skill that are kept. */
const mostQuotes = 5;

interface Place {
  readonly asked: Asked;
  readonly direct: boolean;
}

/**
 * The skills of an advertisement, from the places that name them. A place that grades decides over one that only names,
 * the strongest of several grades counts, and what is named itself decides over what another name brings along.
 */
export function resolveAsked(places: readonly Asked[]): { skills: AskedSkill[]; refused: RefusedSkill[] } {
  const byId = new Map<string, Place[]>();
  for (const asked of places) {
    for (const id of asked.ids) push(byId, id, { asked, direct: true });
    for (const id of asked.implied) if (!asked.ids.includes(id)) push(byId, id, { asked, direct: false });
  }
  const sets = setsOf(places);
  const numbers = new Map<object, number>();
  const found: Resolved[] = [];
  const refused: RefusedSkill[] = [];
  for (const [id, all] of byId) {
    const wanted = all.filter(({ asked }) => asked.refusal === undefined);
    const denied = all.filter(({ asked, direct }) => direct && asked.refusal === 'negation');
    if (denied.length > 0 && wanted.every(({ asked }) => asked.described)) {
      refused.push({ id, why: 'negation', quotes: quotesOf([...denied, ...all]) });
    } else if (wanted.length > 0) found.push(resolved(id, wanted, sets, numbers));
    else if (all.some(({ direct }) => direct)) {
      refused.push({ id, why: all[0]?.asked.refusal ?? 'company', quotes: quotesOf(all) });
    }
  }
  const skills = withMet(found).sort((a, b) => byCodeUnits(a.id, b.id));
  refused.sort((a, b) => byCodeUnits(a.id, b.id));
  return { skills, refused };
}

function push(byId: Map<string, Place[]>, id: string, place: Place): void {
  const known = byId.get(id);
  if (known === undefined) byId.set(id, [place]);
  else known.push(place);
}

function resolved(
  id: string,
  wanted: Place[],
  sets: ReadonlyMap<object, readonly Asked[]>,
  numbers: Map<object, number>,
): Resolved {
  const direct = wanted.filter((place) => place.direct);
  const named = direct.length > 0 ? direct : wanted;
  const graded = named.filter(({ asked }) => asked.graded);
  const said = graded.length > 0 ? graded : named;
  const strongest = said.some(({ asked }) => asked.level === 'required') ? 'required' : 'nice';
  const deciding = said.filter(({ asked }) => asked.level === strongest);
  const isChoice = deciding.every(({ asked }) => isAlternative(id, asked, sets));
  const set = isChoice ? deciding[0]?.asked.group : undefined;
  if (set !== undefined && !numbers.has(set)) numbers.set(set, numbers.size + 1);
  const skill: Omit<AskedSkill, 'metBy'> = {
    id,
    level: strongest,
    alternative: set === undefined ? null : (numbers.get(set) ?? null),
    quotes: quotesOf([...deciding, ...wanted.filter((place) => !deciding.includes(place))]),
  };
  return { skill, others: isChoice ? deciding.map(({ asked: { group } }) => idsOf(group, sets)) : [] };
}

/** A skill that is asked for, and the skills of each set that it stands in; none where it is asked for by itself. */
interface Resolved {
  readonly skill: Omit<AskedSkill, 'metBy'>;
  readonly others: readonly (readonly string[])[];
}

/** The skills with what meets them: one that is required by itself, of every set that they stand in. */
function withMet(found: readonly Resolved[]): AskedSkill[] {
  const required = found.filter(({ skill }) => skill.alternative === null && skill.level === 'required');
  const alone = new Set(required.map(({ skill }) => skill.id));
  return found.map(({ skill, others }) => {
    const enough = others.map((set) => set.find((id) => alone.has(id)));
    return { ...skill, metBy: enough.includes(undefined) ? null : (enough[0] ?? null) };
  });
}

/** The names of each set. */
function setsOf(places: readonly Asked[]): Map<object, Asked[]> {
  const inSets = places.filter(({ group }) => group !== undefined);
  return Map.groupBy(inSets, ({ group }) => group as object);
}

function idsOf(group: object | undefined, sets: ReadonlyMap<object, readonly Asked[]>): string[] {
  const names = group === undefined ? [] : (sets.get(group) ?? []);
  return names.flatMap(({ ids }) => ids);
}

/** True where something else than the skill is left to choose: not where all names of the set stand for it or bring it along. */
function isAlternative(id: string, { group }: Asked, sets: ReadonlyMap<object, readonly Asked[]>): boolean {
  const names = group === undefined ? [] : (sets.get(group) ?? []);
  return (
    names.length === 1 || names.some(({ ids, implied, open }) => open || !(ids.includes(id) || implied.includes(id)))
  );
}

function quotesOf(places: readonly Place[]): MappedText[] {
  const seen = new Set<number>();
  const quotes: MappedText[] = [];
  for (const { asked } of places) {
    const start = asked.quote.origin(0);
    if (seen.has(start)) continue;
    seen.add(start);
    quotes.push(asked.quote);
    if (quotes.length === mostQuotes) break;
  }
  return quotes;
}
