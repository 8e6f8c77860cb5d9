// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
import type { Resource } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { itemsOf } from './alternatives.ts';
import { type Collected, type Grant, nothing } from './grant.ts';
import { addManagedPolicies, addManagedPolicy } from './managed-policies.ts';
import { addDocument } from './statements.ts';
import { means, type Surroundings } from './surroundings.ts';
import { addPolicyValue } from './terraform-documents.ts';

/** Collects what a role of the stack is granted: by its own policies, and by those that others attach to it. */
export function addRole(into: Collected, role: Resource, around: Surroundings): void {
  if (role.existing === true || role.type.startsWith('data.')) {
    into.unknown.push({
      reason: 'external-code',
      text: `the role ${role.id}, which is made elsewhere`,
      place: role.key,
    });
  }
  const at = (name: string): Value[] => {
    const value = role.properties.entries.get(name)?.value;
    return value === undefined ? [] : [value];
  };
  for (const list of at('Policies')) {
    for (const { value, sure } of itemsOf(list)) {
      const document = value.kind === 'map' ? value.entries.get('PolicyDocument')?.value : value;
      if (document !== undefined) addDocument(into, document, sure);
    }
  }
  for (const list of at('inline_policy')) {
    for (const { value, sure } of itemsOf(list)) {
      const document = value.kind === 'map' ? value.entries.get('policy')?.value : value;
      if (document !== undefined) addPolicyValue(into, document, around, sure);
    }
  }
  for (const list of [...at('ManagedPolicyArns'), ...at('managed_policy_arns')]) addManagedPolicies(into, list, around);
  const { open } = role.properties;
  if (open !== null) into.unknown.push({ reason: open.reason, text: open.text, place: open.place });
  addAttachedPolicies(into, role, around);
}

/** Collects the policies of the stack that are attached to a role, or to what stands for its role (a function of the CDK). */
export function addAttachedPolicies(into: Collected, bearer: Resource, around: Surroundings): void {
  for (const resource of around.stack.resources.values()) addAttached(into, bearer, resource, around);
}

/** How each type of resource attaches a policy to roles: where the roles are named, and where the policy is. */
const attachments: Readonly<
  Record<string, { readonly roles: readonly string[]; readonly policy: string; readonly named: boolean }>
> = {
  'AWS::IAM::Policy': { roles: ['Roles'], policy: 'PolicyDocument', named: false },
  'AWS::IAM::ManagedPolicy': { roles: ['Roles'], policy: 'PolicyDocument', named: false },
  'AWS::IAM::RolePolicy': { roles: ['RoleName'], policy: 'PolicyDocument', named: false },
  aws_iam_role_policy: { roles: ['role'], policy: 'policy', named: false },
  aws_iam_role_policy_attachment: { roles: ['role'], policy: 'policy_arn', named: true },
  aws_iam_policy_attachment: { roles: ['roles'], policy: 'policy_arn', named: true },
  aws_iam_role_policy_attachments_exclusive: { roles: ['role_name'], policy: 'policy_arns', named: true },
};

function addAttached(into: Collected, role: Resource, resource: Resource, around: Surroundings): void {
  const attachment = attachments[resource.type];
  if (attachment === undefined) return;
  const { entries } = resource.properties;
  const roles = attachment.roles.flatMap((name) => {
    const value = entries.get(name)?.value;
    return value === undefined ? [] : itemsOf(value);
  });
  const found = roles.find(({ value }) => means(value, role));
  const policy = entries.get(attachment.policy)?.value ?? entries.get('cdk:document')?.value;
  if (found === undefined || policy === undefined) return;
  const sure = found.sure && (resource.condition === null || resource.condition === role.condition);
  if (!attachment.named) addPolicyValue(into, policy, around, sure);
  else if (policy.kind === 'list') addManagedPolicies(into, policy, around, sure);
  else addManagedPolicy(into, policy, around, sure);
}

/** What a permissions boundary leaves; null where there is none. What of it is not known is said. */
export function boundaryOf(resource: Resource, around: Surroundings, unknown: Collected['unknown']): Grant[] | null {
  const { entries } = resource.properties;
  const value =
    entries.get('PermissionsBoundary') ??
    entries.get('permissions_boundary') ??
    entries.get('permissionsBoundary') ??
    entries.get('rolePermissionsBoundary');
  if (value === undefined || itemsOf(value.value).length === 0) return null;
  const found = nothing();
  addManagedPolicies(found, value.value, around);
  unknown.push(...found.unknown);
  return found.unknown.length > 0 ? null : found.grants;
}
