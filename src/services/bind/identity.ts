import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack, valueAt } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import type { Identity } from '../service.ts';
import { resourceNamed } from './names.ts';
import { type SettingPaths, settingPathsOf } from './setting-paths.ts';
import { unitResources } from './unit-resources.ts';
import { referencesIn, resourceIn, valuesAt } from './values-at.ts';

/**
 * With whose rights a unit runs: the role, account or identity that its definition names; `own` where one is made for it,
 * `default` where the platform gives it the one that everybody gets. Null where nothing of that kind is stated.
 */
export function identityOf(resource: Resource, stack: Stack): Identity | null {
  const made = identityMadeBy(resource, stack);
  if (made === null) return null;
  return { ...made, shared: made.resource !== null && (carriersIn(stack).get(made.resource) ?? 0) > 1 };
}

type MadeIdentity = Omit<Identity, 'shared'>;

function identityMadeBy(resource: Resource, stack: Stack): MadeIdentity | null {
  if (resource.type === 'serverless:function') return serverlessIdentity(resource, stack);
  let last: SettingPaths | undefined;
  for (const one of unitResources(resource, stack)) {
    const paths = settingPathsOf(one.type);
    if (paths === undefined) continue;
    last = paths;
    for (const path of paths.identity ?? []) {
      const stated = valuesAt(one.properties, path).find((value) => !isEmpty(value));
      if (stated !== undefined) return named(stated, resource, stack);
    }
  }
  if (last === undefined) return null;
  const azure = systemAssigned(resource);
  if (azure !== null) return azure;
  const unnamed = isConstruct(resource, stack) ? 'own' : last.unnamed;
  if (unnamed === undefined) return null;
  const made = nameless(unnamed, evidence(resource.key, resource.id, 'absent'));
  // SAM names what it makes: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
  return resource.type === 'AWS::Serverless::Function' ? { ...made, resource: `${resource.id}Role` } : made;
}

function isEmpty(value: Value): boolean {
  return (
    (value.kind === 'literal' && (value.value === null || value.text === '')) ||
    (value.kind === 'map' && value.entries.size === 0 && value.open === null)
  );
}

function nameless(kind: 'own' | 'default', evidence: Evidence): MadeIdentity {
  return { kind, role: null, resource: null, assumes: null, evidence };
}

/** What a value names, of which kind it is by what stands there. */
function named(value: Value, resource: Resource, stack: Stack): MadeIdentity {
  const [first] = referencesIn(value);
  const direct =
    first === undefined ? (resourceNamed(value, stack) ?? keyedBy(value, stack)) : resourceIn(stack, first.resource);
  const role = direct === undefined ? undefined : roleBehind(direct, stack);
  const id = role?.id ?? (first?.resource.includes('#') === true ? first.resource : null);
  const kind = kinds[resource.cloud] ?? 'role';
  const text = evidence(value.place, readText(value).text);
  return { kind, role: value, resource: id, assumes: role === undefined ? null : assumedBy(role), evidence: text };
}

/** Azure lists identities as keys: `{ '${identity.id}': {} }`. */
function keyedBy(value: Value, stack: Stack): Resource | undefined {
  const [key] = value.kind === 'map' ? value.entries.keys() : [];
  let id = key === undefined ? undefined : /^\$\{(?<id>.+)\}$/.exec(key)?.groups?.['id'];
  while (id !== undefined && id !== '') {
    if (stack.resources.has(id)) return resourceIn(stack, id);
    id = id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : undefined;
  }
  return undefined;
}

const kinds: Partial<Record<Resource['cloud'], Identity['kind']>> = {
  aws: 'role',
  azure: 'managed-identity',
  gcp: 'service-account',
  kubernetes: 'service-account',
};

/** A machine names an instance profile, and that the role. */
function roleBehind(resource: Resource, stack: Stack): Resource {
  if (!/InstanceProfile$|_instance_profile$/.test(resource.type)) return resource;
  for (const path of ['Roles', 'role']) {
    for (const value of valuesAt(resource.properties, path)) {
      const [first] = referencesIn(value);
      const role = first && resourceIn(stack, first.resource);
      if (role !== undefined) return role;
    }
  }
  return resource;
}

/** Annotations by which a ServiceAccount of Kubernetes stands for an identity of a cloud. */
const annotations = [
  'eks.amazonaws.com/role-arn',
  'iam.gke.io/gcp-service-account',
  'azure.workload.identity/client-id',
];

function assumedBy(account: Resource): Value | null {
  const stated = property(account, 'metadata', 'annotations');
  for (const name of annotations) {
    const value = valueAt(stated, name);
    if (value !== undefined) return value;
  }
  return null;
}

/** Azure makes an identity for a thing that asks for it: by `identity.type`, or by a switch of the verified modules. */
function systemAssigned(resource: Resource): MadeIdentity | null {
  for (const path of ['identity.type', 'managedIdentities.systemAssigned']) {
    const [value] = valuesAt(resource.properties, path);
    if (value === undefined) continue;
    const { text, place } = readText(value);
    if (/SystemAssigned|^true$/.test(text)) return nameless('own', evidence(place, text));
    if (/UserAssigned/.test(text)) return { ...nameless('own', evidence(place, text)), kind: 'managed-identity' };
  }
  return null;
}

/** The AWS CDK makes a role for each task that names none. */
function isConstruct(resource: Resource, stack: Stack): boolean {
  return stack.format === 'cdk-python' && resource.type.startsWith('AWS::ECS::');
}

const sharedRole = 'IamRoleLambdaExecution';

/**
 * A function of Serverless runs as the role that it or the provider names, else as the one that is made for all functions
 * of the file, unless a plugin makes one for each: https://www.serverless.com/framework/docs/providers/aws/guide/iam
 */
function serverlessIdentity(resource: Resource, stack: Stack): MadeIdentity | null {
  if (resource.cloud !== 'aws') return null;
  const ofProvider = valueAt(resource.metadata, 'provider', 'iam', 'role');
  const named_ = property(resource, 'role') ?? (ofProvider?.kind === 'map' ? undefined : ofProvider);
  const inMap = valueAt(ofProvider, 'arn');
  const stated = named_ ?? inMap;
  if (stated !== undefined && !isEmpty(stated)) return roleByWord(stated, resource, stack);
  const at = evidence(resource.key, resource.id, 'absent');
  const isOwn = [...ownStatements].some((name) => property(resource, name) !== undefined);
  return isOwn ? nameless('own', at) : { ...nameless('own', at), resource: sharedRole };
}

/** Settings by which plugins give a function a role of its own. */
const ownStatements = ['iamRoleStatements', 'iamRoleStatementsName'];

/** `role: Worker` names the logical id of a role of the file. */
function roleByWord(value: Value, resource: Resource, stack: Stack): MadeIdentity {
  const identity = named(value, resource, stack);
  if (identity.resource !== null || value.kind !== 'literal' || !stack.resources.has(value.text)) return identity;
  return { ...identity, resource: value.text };
}

const carriers = new WeakMap<Stack, ReadonlyMap<string, number>>();

/** How many things of a stack run as each identity. */
function carriersIn(stack: Stack): ReadonlyMap<string, number> {
  let counted = carriers.get(stack);
  if (counted === undefined) {
    const counts = new Map<string, number>();
    for (const resource of stack.resources.values()) {
      // A service and its task are one.
      const paths = settingPathsOf(resource.type);
      if (paths === undefined || paths.also !== undefined) continue;
      const id = identityMadeBy(resource, stack)?.resource ?? null;
      if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    carriers.set(stack, (counted = counts));
  }
  return counted;
}
