import { addTo } from '../../../evidence/add-to.ts';
import { type Evidence, evidence } from '../../../evidence/evidence.ts';
import { byCodeUnits, byPlace } from '../../../evidence/order.ts';
import { baseName, folderOf, isBelow } from '../../../repository/paths.ts';
import { isApart } from '../apart.ts';
import type { Unit } from '../unit.ts';
import { type Claim, ranks } from './claim.ts';
import type { Settled } from './settle.ts';

/** A unit in the making, with the claims that speak of it besides. */
interface Draft {
  readonly settled: Settled;
  readonly others: Settled[];
}

/**
 * Joins claims that speak of one thing to one unit: of the same image or code folder, the one of the best rank defines it,
 * and the others become evidence. Claims of one rank are units of their own, but not those of one name. What stands
 * among tests and samples joins what does not, never the other way round. `taken` are images that other units run in.
 */
export function joinClaims(settled: readonly Settled[], taken: ReadonlySet<string>): Unit[] {
  const drafts: Draft[] = [];
  const byKey = new Map<string, Draft[]>();
  for (const one of settled.toSorted(inOrder)) {
    if (one.image !== null && taken.has(one.image.file)) continue;
    const keys = keysOf(one);
    const rivals = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
    const joined = rivals.filter((draft) => isSame(draft.settled, one));
    if (joined.length > 0) {
      for (const draft of joined) draft.others.push(one);
      continue;
    }
    const draft: Draft = { settled: one, others: [] };
    if (isSuperfluous(one, drafts)) continue;
    drafts.push(draft);
    for (const key of keys) addTo(byKey, key, draft);
  }
  return withIds(drafts).map(([draft, id]) => unitOf(draft, id));
}

/** What is for developers is no unit beside a service in whose folder it lies. */
function isSuperfluous({ claim }: Settled, drafts: readonly Draft[]): boolean {
  return (
    claim.rank === 'development' &&
    !isAside(claim) &&
    drafts.some(
      ({ settled: { claim: other, code } }) =>
        other.rank !== 'development' && code.kind === 'folder' && isBelow(folderOf(claim.file), code.folder),
    )
  );
}

const rankOf = ({ claim }: Settled): number => ranks.indexOf(claim.rank) + (isAside(claim) ? ranks.length : 0);

const isAside = ({ file }: Claim): boolean => isApart(file);

function inOrder(a: Settled, b: Settled): number {
  return (
    rankOf(a) - rankOf(b) ||
    distanceOf(a) - distanceOf(b) ||
    lengthOf(a.claim) - lengthOf(b.claim) ||
    byPlace(a.claim.place, b.claim.place) ||
    byCodeUnits(a.claim.label, b.claim.label)
  );
}

/**
 * How far a definition is from its code: in its folder, else by the depth of its path; last where the code is not found. Of
 * several ways in which infrastructure code deploys one thing, the nearest defines it.
 */
function distanceOf({ claim, image, code }: Settled): number {
  if (claim.rank !== 'infrastructure') return 0;
  if (code.kind !== 'folder') return 1000;
  const home = image === null ? code.folder : folderOf(image.file);
  return home !== '.' && isBelow(claim.file, home) ? 0 : claim.file.split('/').length;
}

/** Of deployment files in one folder, the plainest name is the main one: `app.yaml` before `app.flexible.yaml`. */
const lengthOf = ({ rank, file }: Claim): number =>
  rank === 'platform' || rank === 'compose' ? baseName(file).length : 0;

/** The image's Dockerfile, the folders that its code is known by, and the place of the resource, which several stacks may share. */
function keysOf({ image, homes, claim }: Settled): string[] {
  const { definition } = claim;
  return [
    ...(image === null ? [] : [`image ${image.file}`]),
    ...new Set(homes.map((folder) => `folder ${folder}`)),
    ...(definition === null ? [] : [`place ${claim.file}:${definition.resource.key.line}`]),
  ];
}

/** True if the weaker claim speaks of what the stronger one defines. Two images are the same if their Dockerfile is. */
function isSame(strong: Settled, weak: Settled): boolean {
  const [one, other] = [strong.claim, weak.claim];
  if (isOnePlace(one, other) && weak.code.kind !== 'folder') return true;
  if (strong.image !== null && weak.image !== null && strong.image.file !== weak.image.file)
    return isVariant(one, other);
  if (isAside(one) !== isAside(other) || other.file === strong.image?.file) return true;
  if (one.rank !== other.rank) return ranks.indexOf(one.rank) < ranks.indexOf(other.rank);
  const [first, second] = [one.definition, other.definition];
  if (first !== null && first.stack === second?.stack) return keyOf(first.resource.id) === keyOf(second.resource.id);
  return one.label === other.label;
}

/** One object that several files of a stack define, each in its way, is numbered in its keys. */
const keyOf = (id: string): string => id.replace(/~\d+$/, '');

/** True for one resource that is read with several stacks: a module by itself, and where it is called. */
function isOnePlace({ definition: one }: Claim, { definition: other }: Claim): boolean {
  const [first, second] = [one?.resource.key, other?.resource.key];
  return first !== undefined && first.file === second?.file && first.line === second.line;
}

/** One name in one folder, whatever it is built from there (`compose.yml`, `compose.prod.yml`), and what is for developers. */
function isVariant(strong: Claim, weak: Claim): boolean {
  if (weak.rank === 'development') return strong.rank !== 'development';
  return strong.rank === weak.rank && strong.rank === 'compose' && strong.label === weak.label;
}

/** Every draft with its id: the file and the label; where several of a file have the same, the first longer one that parts them. */
function withIds(drafts: readonly Draft[]): [Draft, string][] {
  const groups = Map.groupBy(drafts, ({ settled: { claim } }) => `${claim.file}#${claim.label}`);
  return [...groups].flatMap(([id, group]): [Draft, string][] => {
    const [first] = group;
    if (first === undefined) return [];
    if (group.length === 1) return [[first, id]];
    const { file, longLabels = [] } = first.settled.claim;
    const named = longLabels.map((_, at) =>
      group.map(({ settled: { claim } }) => claim.longLabels?.[at] ?? claim.label),
    );
    const labels = named.find((all) => new Set(all).size === group.length);
    return labels === undefined ? [[first, id]] : group.map((draft, at) => [draft, `${file}#${labels[at]}`]);
  });
}

function unitOf({ settled, others }: Draft, id: string): Unit {
  const { claim, image, code, runtime } = settled;
  const steps = others.filter((other) => !isAside(other.claim) || isAside(claim));
  const stated = [settled, ...steps];
  const first = <T>(pick: (one: Settled) => T | null | undefined): T | null =>
    stated.map(pick).find((value) => value !== null && value !== undefined) ?? null;
  const handler = claim.handler ?? settled.handler ?? null;
  const cloud = stated.map((one) => one.claim.cloud).find((one) => one !== 'none') ?? 'none';
  const own =
    runtime.python !== null || runtime.platform !== null
      ? runtime
      : (first((one) => (one.runtime.python === null ? null : one.runtime)) ?? runtime);
  return {
    id,
    name: first((one) => one.claim.name) ?? claim.label,
    cloud,
    compute: claim.compute ?? first((one) => one.claim.compute),
    artifact: image !== null || claim.image !== undefined ? 'image' : claim.compute === 'function' ? 'zip' : 'source',
    definedIn: claim.place,
    code,
    handler,
    runtime: own,
    layers: [],
    image,
    definition: claim.definition,
    starts: handler !== null ? [] : startsOf(settled, steps),
    environment: claim.environment ?? null,
    also: distinct(others.map((other) => evidence(other.claim.place, other.claim.label, 'literal'))),
  };
}

/** What the containers of a definition start; where it names nothing, what the code and its processes tell. */
function startsOf({ claim, starts }: Settled, others: readonly Settled[]): Unit['starts'] {
  const beside = others.filter(
    (other) => claim.definition !== null && other.claim.definition?.resource === claim.definition.resource,
  );
  const own = [...starts, ...beside.flatMap((other) => other.starts)];
  const telling = others.filter(
    (other) => other.starts.length > 0 && (other.claim.rank === 'function' || other.claim.rank === 'processes'),
  );
  const found =
    own.length > 0
      ? own
      : telling.filter((other) => other.claim.rank === telling[0]?.claim.rank).flatMap((other) => other.starts);
  return [...new Map(found.map((start) => [`${start.file}:${start.attribute}`, start])).values()];
}

function distinct(pieces: readonly Evidence[]): Evidence[] {
  return [...new Map(pieces.map((piece) => [`${piece.file}:${piece.line}:${piece.column}`, piece])).values()].sort(
    byPlace,
  );
}
