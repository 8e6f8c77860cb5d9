import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Iam, openIam } from '../catalogue/iam/iam.ts';
import { openPlatformNeeds, type PlatformNeeds } from '../catalogue/iam/platform-needs.ts';
import { openReadyPolicies, type ReadyPolicies } from '../catalogue/iam/ready-policies.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Resource, Stack } from '../infrastructure/model/resource.ts';
import type { Value } from '../infrastructure/model/value.ts';
import { type Binding, unbound } from '../permissions/bound-value.ts';
import { declaredOf } from '../permissions/declared/declared-of.ts';
import type { Declared } from '../permissions/declared/grant.ts';
import { roleUsers } from '../permissions/declared/role-users.ts';
import { type Difference, differenceOf } from '../permissions/difference/difference.ts';
import { isInNetwork, sparedActions } from '../permissions/difference/polling.ts';
import { eventValues } from '../permissions/event-values.ts';
import { neededPermissions, type Permission, type ServiceNeeds } from '../permissions/needed.ts';
import type { PlatformUse } from '../permissions/platform/platform-use.ts';
import { platformUses } from '../permissions/platform.ts';
import type { ReachedCall } from '../sdk/calls-by-entry.ts';
import type { UnresolvedCall } from '../sdk/collect-calls.ts';
import { environmentOf } from '../services/bind/environment.ts';
import { triggersOf } from '../services/bind/triggers/triggers.ts';
import type { Unit } from '../services/discover/unit.ts';
import type { Variable } from '../services/service.ts';
import type { UnitEntries } from './call-programs.ts';
import { namedIn, textsOf } from './named-operations.ts';
import type { CallSearchResult } from './search-programs.ts';
import { codeDoubt, layerDoubt } from './usage-doubt.ts';

/** What a unit on AWS needs, what its identity is granted, and how the two differ. */
export interface UnitPermissions {
  readonly unit: Unit;
  readonly needs: ServiceNeeds;
  /** Null where nothing of the tree tells with whose rights it runs. */
  readonly declared: Declared | null;
  readonly difference: Difference | null;
  readonly unresolved: readonly UnresolvedCall[];
  /** The ids of the other units that act under the same role. */
  readonly sharedWith: readonly string[];
}

/** What permissions are derived from. */
export interface PermissionFacts {
  readonly iam: Iam;
  readonly ready: ReadyPolicies;
  readonly platform: (feature: string) => PlatformNeeds | undefined;
}

/** Opens what of a catalogue permissions are derived from; nothing is read before it is asked for. */
export function openPermissionFacts(catalogue: Catalogue): PermissionFacts {
  return { iam: openIam(catalogue), ready: openReadyPolicies(catalogue), platform: openPlatformNeeds(catalogue) };
}

/** The permissions of the units on AWS among those that were searched, in their order. */
export function unitPermissions(found: CallSearchResult, facts: PermissionFacts): UnitPermissions[] {
  const byEntry = Map.groupBy(
    found.calls.flatMap((call) => call.reachedFrom.map((label) => ({ label, call }))),
    ({ label }) => label,
  );
  const callsOf = ({ entries }: UnitEntries): ReachedCall[] => {
    const labels = new Set(entries.map(({ file, function: name }) => `${file}:${name}`));
    return [...new Set([...labels].flatMap((label) => (byEntry.get(label) ?? []).map(({ call }) => call)))];
  };
  const own = found.units
    .filter(({ unit }) => unit.cloud === 'aws')
    .map((one) => needsOf(one, callsOf(one), found, facts));
  const byRole = Map.groupBy(own, (one) => roleKey(one));
  const texts = textsOf(found.workspace?.repository);
  return own.map((one) => compared(one, byRole.get(roleKey(one)) ?? [one], facts, texts));
}

interface UnitNeeds extends Omit<UnitPermissions, 'difference' | 'sharedWith'> {
  readonly files: readonly string[];
  readonly uses: readonly PlatformUse[];
  /** Why there may be needs that were not found; null where nothing says so. */
  readonly doubt: string | null;
}

function needsOf(
  one: UnitEntries,
  calls: readonly ReachedCall[],
  found: CallSearchResult,
  facts: PermissionFacts,
): UnitNeeds {
  const { unit } = one;
  const { definition } = unit;
  const files = new Set(one.files);
  for (const { place } of calls) files.add(place.file);
  const unresolved = found.unresolved.filter(({ place, module }) => files.has(place.file) || files.has(module.file));
  const binding = bindingOf(unit, found.workspace?.stacks ?? []);
  const uses = usesOf(unit, facts);
  const needs = neededPermissions(calls, facts.iam, binding, uses);
  const code = found.workspace === null ? null : codeDoubt(one, unresolved, found.workspace);
  const declared =
    definition === null
      ? null
      : (declaredOf(definition.resource, definition.stack, facts.ready, found.workspace?.stacks ?? []) ?? null);
  return {
    unit,
    needs,
    declared,
    unresolved,
    files: one.files,
    uses,
    doubt: code ?? unknownDoubt(needs.unknown) ?? layerDoubt(unit, found.workspace),
  };
}

function bindingOf({ definition }: Unit, stacks: readonly Stack[]): Binding {
  if (definition === null) return unbound;
  const { resource, stack } = definition;
  const event = eventValues(resource, stack, triggersOf(resource, stack), stacks);
  return { environment: [...environmentOf(resource, stack), ...ownName(resource)], stack, stacks, event };
}

/** The variable in which Lambda tells a function its own name. */
function ownName({ id, type, key }: Resource): Variable[] {
  if (!/^(?:AWS::(?:Lambda|Serverless)::Function|aws_lambda_function)$/.test(type)) return [];
  const value: Value = { kind: 'reference', resource: id, attribute: null, place: key };
  return [{ name: 'AWS_LAMBDA_FUNCTION_NAME', value, resource: id, place: key }];
}

function usesOf({ definition }: Unit, { platform }: PermissionFacts): ReturnType<typeof platformUses> {
  if (definition === null) return [];
  const { resource, stack } = definition;
  return platformUses(resource, stack, triggersOf(resource, stack), platform);
}

function unknownDoubt([first]: readonly ReachedCall[]): string | null {
  return first === undefined
    ? null
    : `the catalogue does not know ${first.operation.service}.${first.operation.operation}`;
}

function roleKey({ unit, declared }: UnitNeeds): string {
  const role = declared?.role ?? null;
  return role === null || unit.definition === null ? unit.id : `${unit.definition.stack.file}#${role} `;
}

function compared(
  one: UnitNeeds,
  users: readonly UnitNeeds[],
  facts: PermissionFacts,
  texts: (file: string) => string,
): UnitPermissions {
  const { unit, needs, declared, unresolved } = one;
  const sharedWith = users.filter((other) => other.unit !== unit).map((other) => other.unit.id);
  const own = { unit, needs, declared, unresolved, sharedWith };
  if (declared === null || unit.definition === null) return { ...own, difference: null };
  const { resource, stack } = unit.definition;
  const maybe = new Set(one.uses.filter((use) => use.maybe === true).map((use) => placeKey(use.evidence)));
  const shared = users.map((other) => other.doubt).find((other) => other !== null) ?? null;
  const sides = {
    declared,
    needs,
    users: users.map((other) => other.needs),
    doubt: shared ?? strangers(declared, users),
    optional: ({ action, because }: Permission) =>
      (/^ec2:\w*NetworkInterface/.test(action) && !isInNetwork(resource)) ||
      because.every((place) => maybe.has(placeKey(place))),
    spared: sparedBy(users),
    named: namedIn([...new Set(users.flatMap((other) => other.files))], texts),
    stack,
  };
  return { ...own, difference: differenceOf(sides, facts) };
}

const placeKey = ({ file, line, column }: Evidence): string => `${file}:${line}:${column}`;

/** The actions by which the platform hands work over to any of the units that act under one role. */
function sparedBy(users: readonly UnitNeeds[]): (action: string) => boolean {
  const tests = users.flatMap(({ unit: { definition } }) =>
    definition === null ? [] : [sparedActions(definition.resource, triggersOf(definition.resource, definition.stack))],
  );
  return (action) => tests.some((test) => test(action));
}

/** Why more than the units that were looked at may act under a role; null where nothing does. */
function strangers({ role }: Declared, users: readonly UnitNeeds[]): string | null {
  const definition = users[0]?.unit.definition ?? null;
  if (role === null || definition === null) return null;
  const known = new Set(users.map(({ unit }) => unit.definition?.resource.id));
  const other = roleUsers(definition.stack, role).find((id) => !known.has(id));
  return other === undefined ? null : `${other} may use what ${role} allows`;
}
