import { addTo } from '../../evidence/add-to.ts';
import { type Resource, type Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import type { UseKind } from '../service.ts';
import { referencesIn, resourceIn, valuesAt } from './values-at.ts';

/** What an identity, or a unit in its own name, is given: the policy or the thing itself. */
export interface Grant {
  readonly value: Value;
  readonly through: UseKind;
  /** What gives it, for a person. */
  readonly label: string;
}

/** How a type of resource gives something to somebody: paths of whom, and of what. */
interface GrantShape {
  /** Whom; the resource itself where there is no path. */
  readonly to?: readonly string[];
  readonly what: readonly string[];
  readonly through: UseKind;
}

const policy = (what: string, ...to: string[]): GrantShape => ({ to, what: [what], through: 'policy' });
const own = (...what: string[]): GrantShape => ({ what, through: 'policy' });
const azureRole: GrantShape = {
  to: ['properties.principalId', 'principal_id'],
  what: ['scope', 'properties.scope'],
  through: 'role-assignment',
};

const shapes: Readonly<Record<string, readonly GrantShape[]>> = {
  'AWS::IAM::ManagedPolicy': [policy('PolicyDocument', 'Roles', 'cdk:roles')],
  'AWS::IAM::Policy': [policy('PolicyDocument', 'Roles', 'cdk:roles')],
  'AWS::IAM::Role': [own('Policies.PolicyDocument', 'ManagedPolicyArns', 'cdk:inline_policies.*')],
  'AWS::IAM::RolePolicy': [policy('PolicyDocument', 'RoleName')],
  'AWS::Lambda::Function': [own('cdk:initial_policy')],
  'AWS::Serverless::Connector': [{ to: ['Source.Id'], what: ['Destination.Id'], through: 'connector' }],
  'AWS::Serverless::Function': [
    own('Policies'),
    { what: ['Connectors.*.Properties.Destination.Id'], through: 'connector' },
  ],
  'cdk:Grant': [{ to: ['Grantee'], what: ['Target'], through: 'grant' }, policy('Statement', 'Grantee')],
  'serverless:function': [own('iamRoleStatements')],
  'serverless:role': [own('iamRoleStatements', 'statements')],
  'module:terraform-aws-modules/lambda/aws': [
    own('policy_statements.*', 'policy_json', 'policy_jsons', 'policies', 'policy'),
  ],
  aws_iam_policy_attachment: [policy('policy_arn', 'roles')],
  aws_iam_role: [own('inline_policy.policy', 'managed_policy_arns')],
  aws_iam_role_policy: [policy('policy', 'role')],
  aws_iam_role_policy_attachment: [policy('policy_arn', 'role')],
  'Microsoft.Authorization/roleAssignments': [azureRole],
  azurerm_role_assignment: [azureRole],
};

/** Google's resources that give a role on something to members; the properties that do not say on what. */
const googleGrant = /^google_\w+_iam_(member|binding)$/;
const notTargets = new Set([
  'member',
  'members',
  'role',
  'project',
  'location',
  'region',
  'condition',
  'provider',
  'zone',
]);

const indexes = new WeakMap<Stack, ReadonlyMap<string, readonly Grant[]>>();

/** What somebody in a stack is given, by the id of the identity or unit. A stack is read when somebody first asks. */
export function grantsOf(stack: Stack, id: string): readonly Grant[] {
  let index = indexes.get(stack);
  if (index === undefined) {
    const found = new Map<string, Grant[]>();
    const roles = rolesByName(stack);
    for (const resource of stack.resources.values()) {
      for (const [to, grant] of grantsIn(resource, stack, roles)) addTo(found, to, grant);
    }
    indexes.set(stack, (index = found));
  }
  return index.get(id) ?? [];
}

type Names = ReadonlyMap<string, readonly string[]>;

function* grantsIn(resource: Resource, stack: Stack, roles: Names): Generator<[to: string, Grant]> {
  const at = (paths: readonly string[]): Value[] => paths.flatMap((path) => valuesAt(resource.properties, path));
  for (const { to, what, through } of shapes[resource.type] ?? []) {
    const given = at(what);
    if (given.length === 0) continue;
    const receivers = to === undefined ? [resource.id] : at(to).flatMap((value) => receiversIn(value, stack, roles));
    for (const receiver of receivers)
      for (const value of given) yield [receiver, { value, through, label: resource.id }];
  }
  if (!googleGrant.test(resource.type)) return;
  const receivers = at(['member', 'members']).flatMap((value) => receiversIn(value, stack, roles));
  for (const [name, { value }] of resource.properties.entries) {
    if (notTargets.has(name)) continue;
    for (const receiver of receivers) yield [receiver, { value, through: 'role-assignment', label: resource.id }];
  }
}

/** Who is meant by a value: what it refers to, and the name of a role that stands there as a text. */
function receiversIn(value: Value, stack: Stack, roles: Names): readonly string[] {
  const found = referencesIn(value).map(({ resource }) => resourceIn(stack, resource)?.id ?? resource);
  return found.length > 0 || value.kind !== 'literal' ? found : (roles.get(value.text) ?? []);
}

function rolesByName(stack: Stack): Names {
  const names = new Map<string, string[]>();
  for (const { id, type, properties } of stack.resources.values()) {
    if (!/Role$|_iam_role$/.test(type)) continue;
    const value = properties.entries.get('RoleName')?.value ?? properties.entries.get('name')?.value;
    if (value?.kind === 'literal') addTo(names, value.text, id);
  }
  return names;
}
