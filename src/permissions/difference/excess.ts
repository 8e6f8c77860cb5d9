import type { Evidence } from '../../evidence/evidence.ts';
import { byCodeUnits } from '../../evidence/order.ts';
import type { Place } from '../../evidence/place.ts';
import type { Grant, GrantOrigin } from '../declared/grant.ts';
import { isPattern } from './action-pattern.ts';
import { type GrantUse, isPlatforms, type Wanted } from './grant-use.ts';

/** A part of what is granted that nothing needs. */
export interface Excess {
  readonly action: string;
  readonly resources: readonly string[];
  readonly from: Evidence;
  readonly origin: GrantOrigin;
  readonly certainty: 'resolved' | 'guessed';
  /** Why it is a guess; null where it is none. */
  readonly doubt: string | null;
}

/** A statement that allows more than is needed of it, and what is needed. */
export interface Narrowable {
  /** The patterns with wildcards in them. */
  readonly wide: readonly string[];
  /** The actions that are allowed on more resources than they are needed on. */
  readonly open: readonly string[];
  readonly from: Evidence;
  /** The list in which the statement stands; null if it stands in none. */
  readonly list: Place | null;
  readonly origin: GrantOrigin;
  readonly to: readonly Wanted[];
  /** A narrower policy of the same kind that is enough; null where there is none. */
  readonly instead: string | null;
  readonly certainty: 'resolved' | 'guessed';
  readonly doubt: string | null;
}

/** What of the statements nothing needs. Policies that others keep stand for one thing: they are in excess as a whole. */
export function excessOf(uses: readonly GrantUse[], doubtOf: (action: string) => string | null): Excess[] {
  const rows: Excess[] = [];
  for (const whole of wholes(uses)) {
    const [{ grant }] = whole;
    if (grant.origin.kind === 'framework') continue;
    const isWhole = grant.origin.kind !== 'statement';
    if (isWhole && whole.some(({ wanted, grant: one }) => wanted.length > 0 || one.effect === 'Deny')) continue;
    for (const { grant: one, unused } of whole) {
      if (one.effect === 'Deny') continue;
      for (const action of unused) rows.push(excess(one, action, doubtOf(action)));
    }
  }
  return rows;
}

function excess({ resources, from, origin }: Grant, action: string, doubt: string | null): Excess {
  return {
    action,
    resources: resources.map(({ text }) => text),
    from,
    origin,
    certainty: doubt === null ? 'resolved' : 'guessed',
    doubt,
  };
}

/** Statements that allow more than is needed of them. `insteadOf` finds a narrower policy in place of one that others keep. */
export function narrowableOf(
  uses: readonly GrantUse[],
  doubt: string | null,
  insteadOf: (origin: GrantOrigin, wanted: readonly Wanted[]) => string | null,
): Narrowable[] {
  return wholes(uses).flatMap((whole): Narrowable[] => {
    const [{ grant }] = whole;
    const wanted = whole.flatMap((one) => one.wanted);
    if (grant.origin.kind === 'framework' || grant.effect === 'Deny' || wanted.length === 0) return [];
    const { from, list, origin } = grant;
    const shared = {
      from,
      list,
      origin,
      to: wanted,
      certainty: doubt === null ? 'resolved' : 'guessed',
      doubt,
    } as const;
    if (origin.kind === 'statement') {
      const [{ wide, open }] = whole;
      return wide.length + open.length === 0 ? [] : [{ ...shared, wide, open, instead: null }];
    }
    const instead = insteadOf(origin, wanted);
    if (instead === null && (origin.kind !== 'managed' || wanted.every(isPlatformsOwn))) return [];
    const wide = distinct(whole.flatMap((one) => one.wide));
    const open = distinct(whole.flatMap((one) => one.open));
    const spare = whole.some(({ unused }) => unused.length > 0);
    return instead === null && !spare && wide.length + open.length === 0 ? [] : [{ ...shared, wide, open, instead }];
  });
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(byCodeUnits);
}

/** True for what the platform does in the name of any function: policies that grant no more are the usual ones. */
function isPlatformsOwn({ actions }: Wanted): boolean {
  return actions.every(
    (action) => isPlatforms(action) || /^ec2:\w*(?:NetworkInterface|PrivateIp|Subnets|Vpcs)/.test(action),
  );
}

/** Statements of the tree each by itself, those of a policy that others keep together. */
function wholes(uses: readonly GrantUse[]): (readonly [GrantUse, ...GrantUse[]])[] {
  const groups = Map.groupBy(uses, ({ grant: { origin, from } }) =>
    origin.kind === 'statement'
      ? `${from.file}:${from.line}:${from.column}:${from.text}`
      : `${origin.kind} ${origin.name} ${from.file}:${from.line}:${from.column}`,
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
}

/** True for an action that is allowed by a wildcard over a whole service. */
export function isWholeService(action: string): boolean {
  return isPattern(action) && /^(?:\*|[\w-]+:\*)$/.test(action);
}
