import { property, type Resource, referredTo, type Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import type { Identity, Variable } from '../service.ts';

/** Where a type of resource keeps what a unit runs with: paths of keys below its properties. */
interface Settings {
  readonly environment: readonly string[];
  readonly role: readonly string[];
}

/** By the provider's own type. A function that is not listed states neither in a way that is read. */
const settings: Readonly<Record<string, Settings>> = {
  'AWS::Lambda::Function': { environment: ['Environment', 'Variables'], role: ['Role'] },
  'AWS::Serverless::Function': { environment: ['Environment', 'Variables'], role: ['Role'] },
  'serverless:function': { environment: ['environment'], role: ['role'] },
  'module:terraform-aws-modules/lambda/aws': { environment: ['environment_variables'], role: ['lambda_role'] },
  aws_lambda_function: { environment: ['environment', 'variables'], role: ['role'] },
};

/** The environment variables that a unit's definition sets, in the order of the text. */
export function environmentOf(resource: Resource): Variable[] {
  const path = settings[resource.type]?.environment;
  const map = path === undefined ? undefined : valueThrough(resource, path);
  if (map?.kind !== 'map') return [];
  return [...map.entries].map(([name, { key, value }]) => ({ name, value, place: key }));
}

/** With whose rights a unit runs: the role that its definition names; `own` where the platform makes one for it. */
export function identityOf(resource: Resource, stack: Stack): Identity | null {
  const path = settings[resource.type]?.role;
  if (path === undefined) return null;
  const role = valueThrough(resource, path);
  if (role === undefined) return { kind: 'own', role: null, resource: null };
  const id = referredTo(role);
  return { kind: 'role', role, resource: id !== undefined && stack.resources.has(id) ? id : null };
}

/** A property; a block that may be repeated (Terraform) counts with its only one. */
function valueThrough(resource: Resource, path: readonly string[]): Value | undefined {
  let value: Value | undefined = property(resource, ...path.slice(0, 1));
  for (const step of path.slice(1)) {
    const inner: Value | undefined = value?.kind === 'list' && value.items.length === 1 ? value.items[0] : value;
    value = inner?.kind === 'map' ? inner.entries.get(step)?.value : undefined;
  }
  return value;
}

/** The resources of the stack to which the values refer: what the unit works on, as far as its environment tells. */
export function referredResources(variables: readonly Variable[], stack: Stack): string[] {
  const found = new Set<string>();
  const open = variables.map(({ value }) => value);
  for (let left = mostValues, value = open.pop(); value !== undefined && left > 0; left--, value = open.pop()) {
    if (value.kind === 'reference' && stack.resources.has(value.resource)) found.add(value.resource);
    open.push(...partsOf(value));
  }
  return [...found].sort();
}

const mostValues = 5000;

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'list':
      return value.items;
    case 'joined':
      return value.parts;
    case 'choice':
      return value.options;
    case 'map':
      return [...value.entries.values()].map((entry) => entry.value);
    case 'parameter':
      return value.fallback === null ? [] : [value.fallback];
    default:
      return [];
  }
}
