import { property, type Resource, type Stack } from '../../infrastructure/model/resource.ts';

/** Where a policy of its own can be written for an identity. */
export interface PolicyRoom {
  /** What stands there: a function of SAM, a role of CloudFormation or Terraform, or the `provider` of a serverless.yml. */
  readonly form: 'sam' | 'role' | 'serverless' | 'terraform';
  readonly file: string;
  /** The steps from the file's root to its properties; in Terraform type and name of the block. */
  readonly path: readonly string[];
  /** A name for the policy that none in its stack has. */
  readonly name: string;
}

/**
 * Where a policy can be written for a unit whose role is given by its id, or made for it (null). Null where the role is made
 * elsewhere, by code or for each pass of a loop, and where it says that it has no policies but those that it lists.
 */
export function policyRoom(unit: Resource, role: string | null, stack: Stack): PolicyRoom | null {
  const bearer = role === null ? unit : stack.resources.get(role);
  const form = bearer === undefined || bearer.existing === true ? undefined : formOf(bearer, stack);
  if (bearer === undefined || form === undefined) return null;
  const { file } = bearer.place;
  const path = form === 'serverless' ? ['provider'] : bearer.path;
  return { form, file, path, name: form === 'terraform' ? freeLabel(bearer, stack) : `${bearer.id}-permissions` };
}

function formOf(bearer: Resource, { format }: Stack): PolicyRoom['form'] | undefined {
  switch (bearer.type) {
    case 'AWS::Serverless::Function':
      return 'sam';
    case 'AWS::IAM::Role':
      return format === 'cloudformation' || format === 'serverless' ? 'role' : undefined;
    case 'serverless:role':
      return 'serverless';
    case 'aws_iam_role':
      return isOpen(bearer) ? 'terraform' : undefined;
    default:
      return undefined;
  }
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role: inline policies that it lists are all. */
function isOpen(role: Resource): boolean {
  const isExclusive = property(role, 'inline_policy') !== undefined;
  return !isExclusive && /^aws_iam_role\.[\w-]+$/.test(role.id);
}

function freeLabel({ id }: Resource, { resources }: Stack): string {
  const own = id.slice(id.indexOf('.') + 1);
  const isTaken = (label: string): boolean =>
    [...resources.keys()].some((one) => one.replace(/\[.*$/, '') === `aws_iam_role_policy.${label}`);
  let label = own;
  for (let count = 1; isTaken(label); count++)
    label = count === 1 ? `${own}_permissions` : `${own}_permissions_${count}`;
  return label;
}
