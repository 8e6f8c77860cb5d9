import type { Evidence } from '../../evidence/evidence.ts';
import type { Declared, Grant } from '../declared/grant.ts';
import type { Permission } from '../needed.ts';
import type { Coverages } from './coverage.ts';

/** A permission that is needed and that nothing grants. */
export interface Missing {
  readonly action: string;
  /** Those of the needed resources on which it is not granted. */
  readonly resources: readonly string[];
  readonly because: readonly Evidence[];
  /** `guessed` where something that could not be told may grant it, or where the call itself is a guess. */
  readonly certainty: 'resolved' | 'guessed';
  /** Why it is a guess; null where it is none. */
  readonly doubt: string | null;
  /** The statement that denies it; null where none does. */
  readonly denied: Grant | null;
}

/** What makes it doubtful that something is missing. */
export interface Doubts {
  /** Says of an action's prefix whether a policy of a resource may grant it. */
  readonly mayBeOfResource: (prefix: string) => boolean;
  /** True for what the platform needs only in some settings. */
  readonly optional: (need: Permission) => boolean;
  /** True where the same calls are made in the name of another identity too. */
  readonly inOtherNames: (need: Permission) => boolean;
}

/** What of the needs no statement grants. */
export function missingOf(
  needed: readonly Permission[],
  declared: Declared,
  coverages: Coverages,
  doubts: Doubts,
): Missing[] {
  return needed.flatMap((need) => {
    const found = need.resources.map((resource) => ({ resource, ...coverages.of(declared, need.action, resource) }));
    const missing = found.filter(({ match }) => match === 'no' || match === 'elsewhere');
    if (missing.length === 0) return [];
    const denied = missing.find((one) => one.denied !== null)?.denied ?? null;
    const doubt =
      doubtOf(need, declared, denied, doubts) ??
      (doubts.inOtherNames(need) ? whoseName : null) ??
      (missing.every(({ match }) => match === 'elsewhere') ? onlyOnAll : null) ??
      (missing.length < found.length && missing.every(({ resource }) => isOpen(need, resource)) ? whichOne : null);
    const { action, because } = need;
    const resources = missing.map(({ resource }) => resource);
    return [{ action, resources, because, certainty: doubt === null ? 'resolved' : 'guessed', doubt, denied }];
  });
}

const whoseName = 'its calls are made in the name of another role too';

const whichOne = 'which of several resources is meant is not known';

/** True for a resource of which a part is not known. */
function isOpen({ wildcards }: Permission, resource: string): boolean {
  return wildcards.some((one) => one.resource === resource && one.why !== 'no-resource');
}

const onlyOnAll = 'it takes no resource by the list of AWS, and is granted on one';

/** What Lambda uses in some networks, for some streams, or where a log group is not there yet: other roles do without. */
const rarelyUsed =
  /^(?:ec2:(?:DescribeSubnets|DescribeVpcs|DescribeSecurityGroups|\w*[Aa]ssignPrivateIpAddresses)|\w+:ListStreams|kinesis:(?:DescribeStreamSummary|DescribeStreamConsumer|ListShards)|logs:CreateLogGroup)$/;

function doubtOf(
  need: Permission,
  { unknown }: Declared,
  denied: Grant | null,
  { mayBeOfResource, optional }: Doubts,
): string | null {
  const { action, certainty } = need;
  if (certainty === 'guessed') return 'the call is a guess';
  if (denied !== null) return null;
  if (rarelyUsed.test(action) || optional(need)) return 'the platform does without in many cases';
  const [first] = unknown;
  if (first !== undefined) return `not all that it is granted is known: ${first.text}`;
  return mayBeOfResource(action.slice(0, action.indexOf(':'))) ? 'a policy of the resource may grant it' : null;
}
