// https://youtype.github.io/boto3_stubs_docs/: what names of the stub packages and the SDK's own classes are
import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { Boto3Service } from '../../catalogue/boto3/service.ts';
import { unknown } from '../../python/values/make.ts';
import type { ModelObject } from '../../python/values/value.ts';
import { defaultSession } from './externals.ts';
import { assumed } from './identity.ts';
import { type BotoObject, botoObject, type CallableName, type Client, ownIdentity } from './objects.ts';
import { paginatorOf } from './paginator.ts';
import { anyResource, rootType, serviceResource } from './resource-object.ts';
import { waiterOf } from './waiter.ts';

/** Packages of type stubs, of which there is one for each service: `mypy_boto3_s3`. */
const stubs = ['mypy_boto3', 'types_boto3', 'types_aiobotocore', 'types_aioboto3'];

const anyClient: Client = { kind: 'client', service: null, identity: ownIdentity };
const anyBucketOf = /^boto3\.resources\.factory\.([\w-]+)\.(\w+)$/;
const stub = new RegExp(`^(?:${stubs.join('|')})_(\\w+?)(?:\\.[a-z_]+)?\\.(\\w+)$`);
const clientClass = /^(?:aio)?botocore\.client\.(\w+)$/;

const classes: Readonly<Record<string, BotoObject>> = {
  'boto3.resources.base.ServiceResource': serviceResource(anyClient),
  'botocore.paginate.Paginator': paginatorOf(anyClient, null),
  'botocore.waiter.Waiter': waiterOf(anyClient, null),
};

/** The names of all packages of type stubs. */
export function stubPackages(models: Boto3Models): string[] {
  return models.services().flatMap(({ id }) => stubs.map((prefix) => `${prefix}_${id.replaceAll('-', '_')}`));
}

/** What an annotation with a name of the SDK or its stubs says; undefined if it says nothing of an SDK object. */
export function annotatedClass(path: string, models: Boto3Models): ModelObject | undefined {
  const known = Object.hasOwn(classes, path) ? classes[path] : undefined;
  const found = known ?? sdkClass(path, models) ?? stubClass(path, models);
  return found === undefined ? undefined : botoObject(found);
}

/** What an annotation with something of the SDK says that is an object itself: a class, or a function that stands for its result. */
export function annotatedCallable(data: BotoObject): ModelObject | undefined {
  if (data.kind === 'method' && data.receiver.kind === 'session')
    return botoObject(data.name === 'resource' ? serviceResource(anyClient) : anyClient);
  const found = data.kind === 'callable' ? instances[data.name] : undefined;
  return found && botoObject(found);
}

const s3Client: Client = { ...anyClient, service: 's3' };

/** Objects of classes that are called to make them. */
const instances: Readonly<Partial<Record<CallableName, BotoObject>>> = {
  Session: defaultSession,
  BotocoreSession: defaultSession,
  S3Transfer: { kind: 'transfer', class: 'S3Transfer', client: s3Client },
  TransferManager: { kind: 'transfer', class: 'TransferManager', client: s3Client },
};

/** Classes that the SDK makes at run time: `botocore.client.S3`, `boto3.resources.factory.s3.Bucket`. */
function sdkClass(path: string, models: Boto3Models): BotoObject | undefined {
  const [, service = '', type = ''] = anyBucketOf.exec(path) ?? [];
  if (models.service(service) !== undefined) return resourceNamed(service, type, models);
  const [, name] = clientClass.exec(path) ?? [];
  if (name === 'BaseClient' || name === 'AioBaseClient' || name === 'Client') return anyClient;
  const named = name === undefined ? undefined : models.services().find((one) => one.class === name);
  return named && { ...anyClient, service: named.id };
}

function stubClass(path: string, models: Boto3Models): BotoObject | undefined {
  const [, module, name] = stub.exec(path) ?? [];
  if (module === undefined || name === undefined) return undefined;
  const service = models.services().find(({ id }) => id.replaceAll('-', '_') === module.replace(/_$/, ''));
  return service && namedOf(service, name, models);
}

/** What a class of a service's stubs is, by its name. */
function namedOf(service: Boto3Service, name: string, models: Boto3Models): BotoObject | undefined {
  const client: Client = { ...anyClient, service: service.id };
  if (name === `${service.class}Client` || name === 'Client') return client;
  if (name.endsWith('TypeDef')) return typedDictionary(name);
  const model = models.model(service.id);
  if (name.endsWith('Paginator')) {
    const operation = spelled([...(model?.paginators ?? [])], name.slice(0, -'Paginator'.length));
    return operation === undefined ? undefined : paginatorOf(client, operation);
  }
  if (name.endsWith('Waiter')) {
    const waiter = spelled(model?.waiters ?? [], name.slice(0, -'Waiter'.length));
    return waiter === undefined ? undefined : waiterOf(client, waiter);
  }
  return resourceNamed(service.id, name.endsWith(rootType) ? rootType : name.replace(/^_/, ''), models);
}

/** Responses; those that hold credentials hold a role's, which is not known. */
function typedDictionary(name: string): BotoObject {
  const holds = /^(AssumeRole\w*Response|Credentials)TypeDef$/.test(name);
  return holds ? { kind: 'credentials', identity: assumed(unknown('dynamic-value')) } : { kind: 'opaque' };
}

function resourceNamed(service: string, type: string, models: Boto3Models): BotoObject | undefined {
  if (models.resource(service, type) === undefined) return undefined;
  return anyResource({ ...anyClient, service }, type, models);
}

/** The snake-case name that a class name spells: `ListObjectsV2` spells `list_objects_v2`. */
function spelled(names: readonly string[], camel: string): string | undefined {
  return names.find((name) => name.replaceAll('_', '') === camel.toLowerCase());
}
