import type { NextStepJson, RoadDocument, RoadServiceJson } from '../documents/road.ts';
import { type RoadGroup, standsOn } from './road-groups.ts';

/** Services that stand on one rung and have the same next step. */
export interface OverviewRow {
  readonly services: readonly RoadServiceJson[];
  /** Where they stand, in words. */
  readonly stands: string;
  readonly step: string;
}

/** Where services stand and what is next for them, the most common first. */
export function overviewRows({ services }: RoadDocument): OverviewRow[] {
  const rows = Map.groupBy(services, (one) => JSON.stringify([standsOn(one), stepText(one.next)]));
  return [...rows.values()]
    .map((its) => ({ services: its, stands: its[0] ? standsOn(its[0]) : '', step: stepText(its[0]?.next ?? null) }))
    .sort((a, b) => b.services.length - a.services.length);
}

/** Lines beyond which the details of several services are folded, and groups beyond which an overview comes first. */
const mostLines = 60;
const mostGroups = 3;

/** What is shown of several services: an overview, their details, or both. */
export function roadParts(
  groups: readonly RoadGroup[],
  detailLines: number,
  unfolded: boolean,
): { readonly overview: boolean; readonly details: boolean } {
  const folded = !unfolded && groups.length > 1 && detailLines > mostLines;
  return { overview: folded || groups.length > mostGroups, details: !folded };
}

/** Places that are shown of one row. */
const mostPlaces = 6;

/** The services of a row: ids, whole, for `--service`; of several in one file how many there are. */
export function rowPlaces({ services }: OverviewRow): string[] {
  const files = [...Map.groupBy(services, ({ id }) => id.split('#')[0] ?? id)];
  const places = files.map(([file, its]) => (its.length === 1 ? (its[0]?.id ?? file) : `${file} (${its.length})`));
  const more = places.length - mostPlaces;
  return more <= 1 ? places : [...places.slice(0, mostPlaces), `and ${more} files more`];
}

/** Says where the details are. */
export const foldedText = 'Details: --all for everything, --service ID for one service.';

function stepText(next: NextStepJson | null): string {
  return next === null ? 'Nothing is known to be missing.' : next.text;
}
