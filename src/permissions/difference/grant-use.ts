import { byCodeUnits } from '../../evidence/order.ts';
import type { Grant } from '../declared/grant.ts';
import type { Needs, Permission } from '../needed.ts';
import { hasAction, isPattern, speaksOf } from './action-pattern.ts';
import { coversArn, isWide } from './arn-pattern.ts';
import type { Coverages } from './coverage.ts';

/** What a statement has to allow. */
export interface Wanted {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** How much of a statement is used by those who act under it. */
export interface GrantUse {
  readonly grant: Grant;
  /** Its patterns of actions that nobody needs on its resources. */
  readonly unused: readonly string[];
  /** Its patterns with wildcards, and `NotAction`, that are needed in part. */
  readonly wide: readonly string[];
  /** The needed actions that it allows on more resources than are needed, where these are known. */
  readonly open: readonly string[];
  /** What of it is needed; empty if nothing is. */
  readonly wanted: readonly Wanted[];
}

/** A permission that somebody needs. */
export type Use = Pick<Permission, 'action' | 'resources'>;

/** Everything that the code needs, or some of its calls want. */
export function usesOf(needs: readonly Needs[]): Use[] {
  return needs.flatMap(({ needed, also }) => [...needed, ...also]);
}

/** Says of a statement what of it is used. */
export function grantUse(grant: Grant, uses: readonly Use[], coverages: Coverages): GrantUse {
  const used = uses.flatMap((use) => reached(grant, use, coverages));
  const patterns = grant.notActions.length > 0 ? ['*'] : grant.actions;
  const isUsed = (pattern: string): boolean => used.some(({ action }) => hasAction(pattern, action));
  return {
    grant,
    unused: patterns.filter((pattern) => !isUsed(pattern) && !isPlatforms(pattern)),
    wide: patterns.filter((pattern) => isPattern(pattern) && isUsed(pattern)),
    open: openActions(grant, used, coverages),
    wanted: wantedOf(used),
  };
}

/** What the platform writes in the name of every function, and tracers in that of any code. */
export function isPlatforms(pattern: string): boolean {
  return /^(?:logs:(?:\*|Create\*|(?:CreateLog|PutLog)\w*\*?|DescribeLog\w*\*?|TagResource)|xray:.*)$/i.test(pattern);
}

/** The part of a use that a statement reaches; nothing if it reaches none of its resources. */
function reached(grant: Grant, use: Use, coverages: Coverages): Use[] {
  if (!speaksOf(grant, use.action)) return [];
  // Of an action without resources AWS may still compare one: a grant on it counts as used.
  const none = coverages.takesNone(use.action);
  const resources = use.resources.filter((one) => none || coverages.reaches(grant, use.action, one) !== 'no');
  if (resources.length === 0) return [];
  const known = resources.includes('*') && !none ? grant.resources.map(({ text }) => text) : resources;
  return [{ action: use.action, resources: known.length === 0 ? ['*'] : known }];
}

/** The actions that are allowed on a wildcard though all resources that they are needed on are known. */
function openActions(grant: Grant, used: readonly Use[], coverages: Coverages): string[] {
  const wide = grant.resources.filter(({ text }) => isWide(coverages.pattern(text)));
  if (wide.length === 0 && grant.notResources.length === 0) return [];
  const own = used.filter(({ action }) => !isPlatforms(action));
  return [...Map.groupBy(own, ({ action }) => action)].flatMap(([action, uses]) => {
    const needed = uses.flatMap(({ resources }) => resources).map((resource) => coverages.pattern(resource));
    const isNarrower = needed.every((pattern) => wide.some(({ text }) => isNarrow(coverages.pattern(text), pattern)));
    return needed.length > 0 && isNarrower ? [action] : [];
  });
}

/** True if a needed resource is less than what is granted. */
function isNarrow(granted: string, needed: string): boolean {
  return needed !== '*' && !isWide(needed) && coversArn(needed, granted) !== 'yes';
}

/** Uses as statements: actions on the same resources stand together. */
function wantedOf(used: readonly Use[]): Wanted[] {
  const byAction = Map.groupBy(used, ({ action }) => action);
  const rows = [...byAction].map(([action, uses]) => {
    const resources = new Set(uses.flatMap((use) => use.resources));
    return { action, resources: resources.has('*') ? ['*'] : [...resources].sort(byCodeUnits) };
  });
  const same = Map.groupBy(rows, ({ resources }) => resources.join('\0'));
  return [...same.values()].map((group) => ({
    actions: group.map(({ action }) => action).sort(byCodeUnits),
    resources: group[0]?.resources ?? [],
  }));
}
