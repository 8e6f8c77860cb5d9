import type { Evidence } from '../../evidence/evidence.ts';
import type { Answer } from './answer.ts';
import { met, notApplicable, unknown } from './answer.ts';
import { namedConstruct } from './named-constructs.ts';
import type { Requirement, Rung, RungNumber, RungState } from './rung.ts';
import type { Standing } from './standing.ts';

/** A requirement of a rung with what is said of it. */
export interface Told {
  readonly requirement: Requirement;
  readonly answer: Answer;
}

/** Where a service stands on one rung. */
export interface PlacedRung {
  readonly rung: Rung;
  readonly state: RungState;
  /** Why the rung is not for it; null where it is. */
  readonly reason: string | null;
  readonly told: readonly Told[];
}

/** Where a service stands on the road. */
export interface Placed {
  /** The highest rung such that it and all below are reached or not for the service; 0 where the first is not. */
  readonly highest: RungNumber | 0;
  readonly rungs: readonly PlacedRung[];
  /** The first thing that is missing on the lowest rung that is not reached, else what would be better; null where nothing is known to be missing. */
  readonly next: (Told & { readonly rung: RungNumber }) | null;
}

/** Places a service on the rungs of a ladder. */
export function place(standing: Standing, rungs: readonly Rung[]): Placed {
  const placed = rungs.map((rung) => placeOn(rung, standing));
  const open = placed.findIndex(({ state }) => state !== 'reached' && state !== 'not-applicable');
  const below = open < 0 ? placed : placed.slice(0, open);
  const missing = placed.flatMap(({ rung: { rung }, told }) =>
    told.flatMap((one) => (one.answer.state === 'missing' ? [{ ...one, rung }] : [])),
  );
  const next = missing.find(counts) ?? missing[0] ?? null;
  return { highest: below.at(-1)?.rung.rung ?? 0, rungs: placed, next };
}

function placeOn(rung: Rung, standing: Standing): PlacedRung {
  const reason = rung.notFor(standing);
  const told = rung.requirements.map((requirement) => ({
    requirement,
    answer: reason === null ? tell(requirement, standing) : notApplicable(reason),
  }));
  return { rung, state: stateOf(told.filter(counts).map(({ answer }) => answer.state)), reason, told };
}

/** True for what a rung's state depends on: signs are shown beside it. */
export function counts({ requirement }: Told): boolean {
  return requirement.isSign !== true;
}

/** What infrastructure code would define is not missing where some of it is not read: what that names is a guess. */
function tell(requirement: Requirement, standing: Standing): Answer {
  const answer = requirement.tell(standing);
  if (requirement.toldBy !== 'infrastructure' || answer.state === 'met' || answer.state === 'not-applicable')
    return answer;
  const unread = standing.unreadInfrastructure();
  if (unread === null) return answer;
  const texts = standing.unreadApp();
  const named = namedConstruct(requirement.id, texts);
  if (named !== undefined) return met('The app of the CDK beside it makes one, by the names that it uses.', named);
  if (texts.length > 0 && answer.state === 'missing' && extras.has(requirement.id)) return answer;
  return unknown(`${unread.file} may define it: what it makes is not read.`, unread);
}

/** Requirements that no other construct brings along: an app that does not name them does not make them. */
const extras: ReadonlySet<string> = new Set(['alerts', 'dashboards']);

/** The state of a rung by those of its requirements. */
export function stateOf(states: readonly Answer['state'][]): RungState {
  const has = (state: Answer['state']): boolean => states.includes(state);
  if (has('met')) return has('missing') || has('unknown') ? 'partly' : 'reached';
  if (has('missing')) return 'not-reached';
  return has('unknown') ? 'unknown' : 'not-applicable';
}

/** All that shows that a service stands on a rung, each place once. */
export function evidenceOf({ told }: PlacedRung): Evidence[] {
  const all = told.flatMap(({ answer }) => (answer.state === 'met' ? answer.evidence : []));
  return [...new Map(all.map((one) => [`${one.file}:${one.line}:${one.column}:${one.text}`, one])).values()];
}
