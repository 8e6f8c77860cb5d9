import type { ReadyPolicies } from '../../catalogue/iam/ready-policies.ts';
import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { writtenText } from './resource-text.ts';

/** What policies are looked up in. */
export interface Surroundings {
  readonly stack: Stack;
  readonly ready: ReadyPolicies;
  /** The stacks of the tree, this one among them. */
  readonly stacks: readonly Stack[];
}

/** A resource of the stack by its id; the one instance of a block that is counted where the id names the block. */
export function resourceAt({ stack }: Surroundings, id: string): Resource | undefined {
  return stack.resources.get(id) ?? stack.resources.get(`${id}[0]`);
}

/** Properties in which roles and policies have their names. */
const names = ['RoleName', 'ManagedPolicyName', 'name'];

/** True if a value means a resource: by a reference, or by the name that the resource states. */
export function means(value: Value, resource: Resource): boolean {
  if (value.kind === 'reference') return sameBlock(value.resource, resource.id);
  const { text, known } = writtenText(value);
  const name = text.slice(text.lastIndexOf('/') + 1);
  if (!known || name === '') return false;
  return names.some((property) => {
    const own = resource.properties.entries.get(property)?.value;
    const stated = own === undefined ? undefined : writtenText(own);
    return stated?.known === true && stated.text === name;
  });
}

/** The same resource, or one of a block that is counted and the block as a whole. */
function sameBlock(a: string, b: string): boolean {
  return a === b || (blockOf(a) === blockOf(b) && (blockOf(a) === a || blockOf(b) === b));
}

function blockOf(id: string): string {
  return id.replace(/\[[^\]]*\]$/, '');
}
