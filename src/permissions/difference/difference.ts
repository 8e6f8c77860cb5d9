import type { Iam } from '../../catalogue/iam/iam.ts';
import type { ReadyPolicies } from '../../catalogue/iam/ready-policies.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Stack } from '../../infrastructure/model/resource.ts';
import type { Declared, GrantOrigin } from '../declared/grant.ts';
import type { Needs, Permission, ServiceNeeds } from '../needed.ts';
import { hasAction } from './action-pattern.ts';
import { Coverages } from './coverage.ts';
import { type Excess, excessOf, type Narrowable, narrowableOf } from './excess.ts';
import { type GrantUse, grantUse, usesOf, type Wanted } from './grant-use.ts';
import { hiddenUse } from './hidden-use.ts';
import { type Missing, missingOf } from './missing.ts';
import { resourcePolicyPrefixes } from './resource-policies.ts';

/** How what is needed differs from what is granted. */
export interface Difference {
  readonly missing: readonly Missing[];
  readonly excess: readonly Excess[];
  readonly narrowable: readonly Narrowable[];
  /** What each allowing statement is used for. */
  readonly uses: readonly GrantUse[];
}

/** What two sides are compared. */
export interface Sides {
  readonly declared: Declared;
  /** What the service itself needs. */
  readonly needs: ServiceNeeds;
  /** What all need who act under the same identity, the service among them. */
  readonly users: readonly Needs[];
  /** Why there may be needs that were not found; null where all were. */
  readonly doubt: string | null;
  /** True for what the platform needs only in some settings, which are not known here. */
  readonly optional: (need: Permission) => boolean;
  /** True for actions that the platform uses to hand work over. */
  readonly spared: (action: string) => boolean;
  /** Where the code names the operation of an action that no call was found to need; null where it does not. */
  readonly named: (action: string) => string | null;
  readonly stack: Stack | null;
}

/** What the comparison looks up. */
export interface Known {
  readonly iam: Iam;
  readonly ready: ReadyPolicies;
}

/** Compares what a service needs with what its identity is granted. */
export function differenceOf(
  { declared, needs, users, doubt, optional, spared, named, stack }: Sides,
  { iam, ready }: Known,
): Difference {
  const coverages = new Coverages(stack, iam);
  const prefixes = stack === null ? new Set<string>() : resourcePolicyPrefixes(stack);
  const used = usesOf(users);
  const isUsed = (action: string): boolean => used.some((use) => hasAction(action, use.action));
  const uses = declared.grants
    .filter(({ effect }) => effect === 'Allow')
    .map((grant) => grantUse(grant, used, coverages));
  return {
    missing: missingOf(needs.needed, declared, coverages, {
      mayBeOfResource: (prefix) => prefixes.has(prefix),
      optional,
      inOtherNames: inOtherNames(needs),
    }),
    excess: excessOf(
      uses.map((use) => ({ ...use, unused: use.unused.filter((action) => !spared(action)) })),
      (action) => doubt ?? hiddenUse(action, used) ?? (isUsed(action) ? null : named(action)),
    ),
    narrowable: narrowableOf(uses, doubt, (origin, wanted) => narrower(origin, wanted, ready)),
    uses,
  };
}

/** A test for permissions of which each call is made in another's name too: a class that is given either session. */
function inOtherNames({ others }: ServiceNeeds): (need: Permission) => boolean {
  const known = new Set(
    others.flatMap(({ needs }) => needed(needs)).flatMap((one) => one.because.map((place) => keyOf(one, place))),
  );
  return (need) => need.because.length > 0 && need.because.every((place) => known.has(keyOf(need, place)));
}

function keyOf({ action }: Permission, { file, line, column }: Evidence): string {
  return `${action} ${file}:${line}:${column}`;
}

function needed({ needed: own, also }: Needs): readonly Permission[] {
  return [...own, ...also];
}

/** A policy template of SAM, or a method of the CDK, that allows fewer actions and all that are wanted; null if there is none. */
function narrower(origin: GrantOrigin, wanted: readonly Wanted[], ready: ReadyPolicies): string | null {
  if (origin.kind !== 'template') return null;
  const actions = wanted.flatMap((one) => one.actions);
  const found = ready
    .samTemplatesLike(origin.name)
    .filter(({ statements }) =>
      actions.every((action) => statements.some((one) => one.actions.some((pattern) => hasAction(pattern, action)))),
    )
    .map(({ name, statements }) => ({ name, actions: statements.flatMap((one) => one.actions) }))
    .sort((a, b) => a.actions.length - b.actions.length);
  const own = found.find(({ name }) => name === origin.name);
  const first = found.find((one) => own !== undefined && one.actions.every((action) => own.actions.includes(action)));
  return first === undefined || own === undefined || first.actions.length >= own.actions.length ? null : first.name;
}
