import type { ReadyPolicies } from '../../catalogue/iam/ready-policies.ts';
import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { identityOf } from '../../services/bind/identity.ts';
import { alternativesOf } from './alternatives.ts';
import { addCdkGrants } from './cdk-role.ts';
import { addConnectors } from './connectors.ts';
import { type Collected, type Declared, nothing } from './grant.ts';
import { addRole, boundaryOf } from './role.ts';
import { addSamRole } from './sam-role.ts';
import { addServerlessRole, hasOwnRole } from './serverless-role.ts';
import { means, resourceAt, type Surroundings } from './surroundings.ts';
import { addModuleRole, lambdaModule } from './terraform-module.ts';

/**
 * What a unit's identity is granted by the stack in which it stands, and by code of the CDK in other files; undefined for a
 * unit of which no identity is known.
 */
export function declaredOf(
  unit: Resource,
  stack: Stack,
  ready: ReadyPolicies,
  stacks: readonly Stack[],
): Declared | undefined {
  const identity = identityOf(unit, stack);
  if (identity === null || identity.kind === 'default') return undefined;
  const around: Surroundings = { stack, ready, stacks };
  const found = nothing();
  const role = identity.role === null ? ownRole(found, unit, around) : roleOf(found, identity.role, around);
  if (unit.type === 'AWS::Serverless::Function') addConnectors(found, unit, around);
  if (stack.format === 'cdk-python') addCdkGrants(found, unit, role, around);
  const boundary = boundaryOf(role ?? unit, around, found.unknown);
  return { role: role?.id ?? null, grants: found.grants, boundary, unknown: found.unknown };
}

/** The role that the platform or a framework makes where a unit names none. */
function ownRole(into: Collected, unit: Resource, around: Surroundings): Resource | undefined {
  if (unit.type === 'AWS::Serverless::Function') addSamRole(into, unit, around);
  else if (unit.type === 'serverless:function') {
    addServerlessRole(into, unit, around);
    return hasOwnRole(unit) ? undefined : around.stack.resources.get('IamRoleLambdaExecution');
  } else if (unit.type === lambdaModule) addModuleRole(into, unit, around);
  else if (around.stack.format !== 'cdk-python') {
    into.unknown.push({ reason: 'external-code', text: 'no role is stated', place: unit.key });
  }
  return undefined;
}

/** The role of the stack that a value means, with what it is granted; what else it may be is said to be unknown. */
function roleOf(into: Collected, value: Value, around: Surroundings): Resource | undefined {
  let only: Resource | undefined;
  const roles = alternativesOf(value);
  for (const { value: one } of roles) {
    const role = roleMeant(one, around);
    if (role === undefined) {
      into.unknown.push({ reason: 'external-code', text: 'its role is made elsewhere', place: one.place });
    } else {
      only = role;
      addRole(into, role, around);
    }
  }
  return roles.length === 1 ? only : undefined;
}

function roleMeant(value: Value, around: Surroundings): Resource | undefined {
  if (value.kind === 'reference') {
    const resource = resourceAt(around, value.resource);
    return resource !== undefined && isRole(resource) ? resource : undefined;
  }
  if (value.kind === 'literal') {
    const own = around.stack.resources.get(value.text); // Serverless takes the logical id of a role
    if (own !== undefined && isRole(own)) return own;
  }
  return [...around.stack.resources.values()].find((one) => isRole(one) && means(value, one));
}

function isRole({ type }: Resource): boolean {
  return /^(?:AWS::IAM::Role|(?:data\.)?aws_iam_role)$/.test(type);
}
