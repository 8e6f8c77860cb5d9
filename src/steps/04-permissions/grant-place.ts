import type { Place } from '../../evidence/place.ts';
import type { Declared } from '../../permissions/declared/grant.ts';
import { type PolicyRoom, policyRoom } from '../../permissions/declared/policy-room.ts';
import { roleUsers } from '../../permissions/declared/role-users.ts';
import type { Missing } from '../../permissions/difference/missing.ts';
import type { Service } from '../../services/service.ts';
import type { Facts } from '../facts.ts';

/** Where a service can be granted something: a list of statements, or room for a policy. */
export type GrantPlace = Place | PolicyRoom;

/**
 * The list of statements that is best for an action: one with others of its service; without a list, room for a policy.
 * Undefined where there is neither.
 */
export function grantPlace(service: Service, action: string, facts: Facts): GrantPlace | undefined {
  const declared = facts.granted(service);
  if (declared === null) return undefined;
  const lists = declared.grants.filter(
    ({ effect, origin, sure, list }) => effect === 'Allow' && origin.kind === 'statement' && sure && list !== null,
  );
  const prefix = action.slice(0, action.indexOf(':') + 1);
  const nearest = lists.find(({ actions }) => actions.some((one) => one.startsWith(prefix))) ?? lists[0];
  return nearest?.list ?? roomOf(service, declared) ?? undefined;
}

function roomOf({ definition }: Service, { role }: Declared): PolicyRoom | null {
  return definition === null ? null : policyRoom(definition.resource, role, definition.stack);
}

/** Who else would be granted what is written at a place, and is not known to need it. */
export function sharers(service: Service, place: GrantPlace, missing: Missing, facts: Facts): string[] {
  const others = facts.services.filter((other) => other !== service && isGrantedAt(other, place, facts));
  const idle = others.filter((other) => !needs(other, missing, facts));
  const known = new Set([service, ...others].map(({ definition }) => definition?.resource.id));
  return [
    ...idle.map(({ name }) => name),
    ...strangers(service, facts.granted(service)?.role ?? null).filter((id) => !known.has(id)),
  ];
}

function isGrantedAt(service: Service, place: GrantPlace, facts: Facts): boolean {
  const declared = facts.granted(service);
  if (declared === null) return false;
  if (!('form' in place)) return declared.grants.some(({ list }) => list !== null && isSame(list, place));
  const room = roomOf(service, declared);
  return room?.file === place.file && room.path.join('.') === place.path.join('.');
}

function isSame(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

function needs(service: Service, { action, resources }: Missing, facts: Facts): boolean {
  const needed = facts.rights(service)?.needs.needed ?? [];
  return needed.some((one) => one.action === action && resources.every((resource) => one.resources.includes(resource)));
}

/** Resources of the stack that act under the same role, services or not: functions of other languages among them. */
function strangers({ definition }: Service, role: string | null): readonly string[] {
  return definition === null || role === null ? [] : roleUsers(definition.stack, role);
}
