import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { referencesIn, resourceIn, valuesAt } from '../../services/bind/values-at.ts';
import type { Service } from '../../services/service.ts';

/** A role that somebody is given on Azure or Google Cloud. */
export interface RoleAssignment {
  readonly resource: Resource;
  /** The role's name or id; null where the assignment states none. */
  readonly role: Value | null;
  /** How far it reaches. */
  readonly reach: Reach;
}

/** `wide`: a project, a resource group, or more than one; `unknown` where a value of the deployment decides. */
export type Reach = 'wide' | 'narrow' | 'unknown';

/** The roles that the identity of a service is given in its own stack, by the resources that give them. */
export function roleAssignmentsOf({ definition, identity }: Service): RoleAssignment[] {
  if (definition === null || identity === null) return [];
  const { resource, stack } = definition;
  const own = new Set([resource.id, ...(identity.resource === null ? [] : [identity.resource])]);
  const isDefault = identity.kind === 'default' && usesComputeAccount.test(resource.type);
  return assignmentsIn(stack).filter((given) => isFor(given.resource, stack, own, isDefault));
}

const azureTypes: ReadonlySet<string> = new Set(['Microsoft.Authorization/roleAssignments', 'azurerm_role_assignment']);
const googleTypes = /^google_(project|folder|organization)_iam_(member|binding)$/;

const known = new WeakMap<Stack, readonly RoleAssignment[]>();

function assignmentsIn(stack: Stack): readonly RoleAssignment[] {
  let found = known.get(stack);
  if (found === undefined) {
    found = [...stack.resources.values()].flatMap((resource) => {
      if (googleTypes.test(resource.type)) return [{ resource, role: roleOf(resource, ['role']), reach: 'wide' }];
      if (!azureTypes.has(resource.type)) return [];
      return [{ resource, role: roleOf(resource, azureRoles), reach: azureReach(resource, stack) }];
    });
    known.set(stack, found);
  }
  return found;
}

const azureRoles = ['properties.roleDefinitionId', 'role_definition_name', 'role_definition_id'];

function roleOf(resource: Resource, paths: readonly string[]): Value | null {
  return paths.flatMap((path) => property(resource, ...path.split('.')) ?? [])[0] ?? null;
}

/** Types that stand for a group of resources or more, made here or looked up. */
const wideTypes =
  /^(Microsoft\.Resources\/(resourceGroups|subscriptions)|(data\.)?azurerm_(resource_group|subscription|management_group))$/;
/** Ids of a subscription, a resource group or a management group: https://learn.microsoft.com/azure/role-based-access-control/scope-overview */
const wideId =
  /^\/?(subscriptions\/[^/]+(\/resourceGroups\/[^/]+)?|providers\/Microsoft\.Management\/managementGroups\/[^/]+)\/?$/i;

/** A template's assignment without a scope is one for what the template is deployed to: a resource group or more. */
function azureReach(resource: Resource, stack: Stack): Reach {
  const scope = property(resource, 'scope') ?? property(resource, 'properties', 'scope');
  if (scope === undefined) return resource.type === 'azurerm_role_assignment' ? 'unknown' : 'wide';
  const [first, ...others] = referencesIn(scope);
  const named = first === undefined ? undefined : resourceIn(stack, first.resource);
  if (scope.kind === 'reference' && named !== undefined) return wideTypes.test(named.type) ? 'wide' : 'narrow';
  if (others.length > 0) return 'unknown';
  const { text } = readText(scope);
  if (wideId.test(text)) return 'wide';
  return /\/providers\/(?!Microsoft\.Management)/i.test(text) ? 'narrow' : 'unknown';
}

/** Services that run as the default account of Compute Engine where they name none. */
const usesComputeAccount = /^google_(cloud_run_(v2_)?(service|job)|cloudfunctions2_function|compute_instance)$/;
const computeAccount = /-compute@developer\.gserviceaccount\.com$/;

function isFor(resource: Resource, stack: Stack, own: ReadonlySet<string>, isDefault: boolean): boolean {
  return receivers.some((path) =>
    valuesAt(resource.properties, path).some((value) => {
      if (isDefault && computeAccount.test(readText(value).text)) return true;
      return referencesIn(value).some(({ resource: id }) => own.has(resourceIn(stack, id)?.id ?? id));
    }),
  );
}

const receivers = ['properties.principalId', 'principal_id', 'member', 'members'];
