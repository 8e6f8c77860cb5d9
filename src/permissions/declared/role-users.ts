import type { Stack } from '../../infrastructure/model/resource.ts';
import { identityOf } from '../../services/bind/identity.ts';
import { referencesIn } from '../../services/bind/values-at.ts';

/** Types that name a role without acting under it: what attaches policies to it, and what only speaks of it. */
const passive =
  /Policy|policy|InstanceProfile|instance_profile|Permission$|_permission$|^cdk:Grant$|Output|^(?:data\.)?aws_iam_role$|^AWS::IAM::Role$|^data\.|^serverless:role$/;

const known = new WeakMap<Stack, ReadonlyMap<string, readonly string[]>>();

/** The resources of a stack that act under a role of it, by id, as far as they name it. */
export function roleUsers(stack: Stack, role: string): readonly string[] {
  let users = known.get(stack);
  if (users === undefined) known.set(stack, (users = usersIn(stack)));
  return users.get(role) ?? [];
}

function usersIn(stack: Stack): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const resource of stack.resources.values()) {
    if (passive.test(resource.type)) continue;
    const own = identityOf(resource, stack)?.resource ?? null;
    const named = new Set(referencesIn(resource.properties).map((one) => one.resource));
    if (own !== null) named.add(own);
    for (const id of named) {
      if (!isRole(stack.resources.get(id)?.type)) continue;
      const list = users.get(id);
      if (list === undefined) users.set(id, [resource.id]);
      else list.push(resource.id);
    }
  }
  return users;
}

function isRole(type: string | undefined): boolean {
  return type === 'AWS::IAM::Role' || type === 'aws_iam_role' || type === 'serverless:role';
}
