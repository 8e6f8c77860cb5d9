import type { LackJson, RequirementJson, RoadDocument, RoadServiceJson, RungJson } from '../documents/road.ts';
import { counted, listed, unreadSentence } from '../text.ts';

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

/** How a road is shown. */
export interface RoadOptions {
  /** Each service by itself, with what is met, and the reason and place of everything. */
  readonly all: boolean;
  /** Somebody asked for these services by name: nothing of them is folded. */
  readonly chosen: boolean;
}

/** The services of a document in groups; each by itself where everything is told of it, since places differ. */
export function roadGroups({ services }: RoadDocument, { all }: RoadOptions): RoadGroup[] {
  const groups = all ? services.map((one) => [one]) : [...Map.groupBy(services, alike).values()];
  return groups.flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ first, ...namesOf(first, group), platform: platforms[first.cloud] }];
  });
}

/** Services of one file that lack the same things are told together. */
function alike({ id, cloud, rungs, next }: RoadServiceJson): string {
  const [file = ''] = id.split('#');
  const lacks = rungs.map(({ state, reason, missing, unknown, improvements }) => [
    state,
    reason,
    missing.map(({ what }) => what),
    unknown.map(({ what }) => what),
    improvements.map(({ what }) => what),
  ]);
  return JSON.stringify([file, cloud, lacks, next?.text, next?.check]);
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

/** What is said of a rung besides its state, under a word each; in this order. */
export function roadLabels(rung: RungJson, { all }: RoadOptions): readonly RoadLabel[] {
  const told = (state: RequirementJson['state']): readonly LackJson[] =>
    rung.requirements.flatMap((one) => (one.state === state ? [placed(one)] : []));
  const labels: readonly RoadLabel[] = [
    { label: 'missing', items: rung.missing },
    { label: 'not known', items: rung.unknown },
    { label: 'better with', items: rung.improvements },
    ...(all && rung.reason === null
      ? [
          { label: 'met', items: told('met') },
          { label: 'not needed', items: told('not-applicable') },
        ]
      : []),
  ];
  return labels.filter(({ items }) => items.length > 0);
}

export interface RoadLabel {
  readonly label: string;
  readonly items: readonly LackJson[];
}

function placed({ what, why, evidence: [at] }: RequirementJson): LackJson {
  return { what, why, check: null, at: at === undefined ? null : { file: at.file, line: at.line } };
}

/** How many services there are on which rung, and what a reader should know besides; a sentence each. */
export function roadSummary({ services, unreadable, notes }: RoadDocument, { all }: RoadOptions): string[] {
  const parts = services.length === 0 ? [] : [`${counted(services.length, 'service')}: ${rungsText(services)}.`];
  const unread = unreadSentence(unreadable, all ? '' : ' (--all names them)');
  if (unread !== '') parts.push(unread);
  return [...(parts.length === 0 ? [] : [parts.join(' ')]), ...notes];
}

/** The files that could not be read in full, a sentence each; without repetitions. */
export function unreadLines({ unreadable }: RoadDocument): string[] {
  return [...new Set(unreadable.map(({ file, line, reason }) => `Not read in full: ${file}:${line} ${reason}`))];
}

function rungsText(services: readonly RoadServiceJson[]): string {
  const counts = Map.groupBy(
    services.toSorted((a, b) => b.rung - a.rung),
    standsOn,
  );
  return listed([...counts].map(([text, its]) => `${its.length} ${text}`));
}

/** On which rung a service stands, in words: those above it that are not for it are named, not counted. */
export function standsOn({ rung, rungs }: RoadServiceJson): string {
  const highest = rungs.findLast((one) => one.rung <= rung && one.state === 'reached')?.rung ?? 0;
  const without = rungs.filter((one) => one.rung > highest && one.rung <= rung).map((one) => String(one.rung));
  if (highest === 0) return 'below rung 1';
  return without.length === 0 ? `on rung ${highest}` : `on rung ${highest} (${listed(without)} not for it)`;
}
