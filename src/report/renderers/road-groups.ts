import type { RoadDocument, RoadServiceJson } from '../documents/road.ts';
import { counted } from '../text.ts';

/** Services of one file that stand alike, told together. */
export interface RoadGroup {
  /** Where they all stand. */
  readonly first: RoadServiceJson;
  /** The service's id, or the file and how many there are in it. */
  readonly head: string;
  /** The platform, empty where there is none. */
  readonly platform: string;
  /** Their names where they are several, the last of them `N more` where they are many; else empty. */
  readonly names: readonly string[];
}

/** The services of a document in groups. */
export function roadGroups({ services }: RoadDocument): RoadGroup[] {
  return [...Map.groupBy(services, alike).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ first, ...namesOf(first, group), platform: platforms[first.cloud] }];
  });
}

/** Services of one file that lack the same things are told together. */
function alike({ id, cloud, rungs }: RoadServiceJson): string {
  const [file = ''] = id.split('#');
  const lacks = rungs.map(({ state, reason, missing, unknown, improvements }) => [
    state,
    reason,
    missing.map(({ what }) => what),
    unknown.map(({ what }) => what),
    improvements.map(({ what }) => what),
  ]);
  return JSON.stringify([file, cloud, lacks]);
}

const platforms: Readonly<Record<RoadServiceJson['cloud'], string>> = {
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
  kubernetes: 'Kubernetes',
  other: 'another platform',
  none: '',
};

/** Names that are shown of a group. */
const mostNames = 12;

function namesOf(first: RoadServiceJson, group: readonly RoadServiceJson[]): Pick<RoadGroup, 'head' | 'names'> {
  if (group.length === 1) return { head: first.id, names: [] };
  const [file = ''] = first.id.split('#');
  const names = [...Map.groupBy(group, ({ id, name }) => id.slice(id.indexOf('#') + 1) || name)].map(([name, its]) =>
    its.length === 1 ? name : `${name} (${its.length} times)`,
  );
  const more = names.length > mostNames ? [`${names.length - mostNames} more`] : [];
  return { head: `${file}: ${counted(group.length, 'service')} alike`, names: [...names.slice(0, mostNames), ...more] };
}

/** How many services there are on which rung, and what a reader should know besides; a sentence each. */
export function roadSummary({ services, unreadable, notes }: RoadDocument): string[] {
  const parts = services.length === 0 ? [] : [`${counted(services.length, 'service')}: ${rungsText(services)}.`];
  if (unreadable.length > 0) parts.push(`${counted(unreadable.length, 'file')} could not be read in full.`);
  return [...(parts.length === 0 ? [] : [parts.join(' ')]), ...notes];
}

function rungsText(services: readonly RoadServiceJson[]): string {
  const counts = Map.groupBy(services, ({ rung }) => rung);
  return [...counts]
    .sort(([a], [b]) => b - a)
    .map(([rung, its]) => `${its.length} ${rung === 0 ? 'before rung 1' : `on rung ${rung}`}`)
    .join(', ');
}
