import type { Identity } from '../../python/model-provider.ts';
import { object } from '../../python/values/make.ts';
import type { ModelObject, Value } from '../../python/values/value.ts';

/** The name of the provider of these objects. */
export const providerName = 'boto3';

/** What an expression can be that boto3 or botocore gives. */
export type BotoObject =
  | Session
  | Client
  | Meta
  | Events
  | Paginator
  | Waiter
  | Resource
  | Collection
  | BatchWriter
  | Transfer
  | Credentials
  | Opaque
  | Callable
  | Library
  | Injector
  | Method;

/** A session of boto3, aioboto3, botocore or aiobotocore. */
export interface Session {
  readonly kind: 'session';
  readonly identity: Identity;
}

/** A client; `service` is null where its name is not known. */
export interface Client {
  readonly kind: 'client';
  readonly service: string | null;
  readonly identity: Identity;
}

/** `client.meta` and `resource.meta`. */
export interface Meta {
  readonly kind: 'meta';
  readonly client: Client;
}

/** The event hooks of a session or client: functions that are registered there are called. */
export interface Events {
  readonly kind: 'events';
}

/** A paginator; `operation` is the client's method, null where it is not known. */
export interface Paginator {
  readonly kind: 'paginator';
  readonly client: Client;
  readonly operation: string | null;
}

/** A waiter; `name` is null where it is not known. */
export interface Waiter {
  readonly kind: 'waiter';
  readonly client: Client;
  readonly name: string | null;
}

/** A resource; `client.service` is null where the service is not known. */
export interface Resource {
  readonly kind: 'resource';
  readonly client: Client;
  /** `ServiceResource`, `Bucket`, … */
  readonly type: string;
  readonly identifiers: ReadonlyMap<string, Value>;
  /** Its data came along, so that reading it performs nothing. */
  readonly loaded: boolean;
}

/** A collection of resources. */
export interface Collection {
  readonly kind: 'collection';
  readonly parent: Resource;
  readonly name: string;
  /** It came from `all`, `filter` or the like, which stand for the listing. */
  readonly begun: boolean;
}

/** What `Table.batch_writer()` gives. */
export interface BatchWriter {
  readonly kind: 'batch-writer';
  readonly table: Resource;
}

/** An object of a class of s3transfer. */
export interface Transfer {
  readonly kind: 'transfer';
  readonly class: string;
  readonly client: Client;
}

/** Credentials, or the response, the dictionary or the key in which they come: who has them speaks with that identity. */
export interface Credentials {
  readonly kind: 'credentials';
  readonly identity: Identity;
}

/** Something of the SDK that performs nothing, whatever is got from it: a response, an exception, a configuration. */
export interface Opaque {
  readonly kind: 'opaque';
}

/** A class or function of the SDK's modules. */
export interface Callable {
  readonly kind: 'callable';
  readonly name: CallableName;
}

/** A function of a library that hands out objects of the SDK. */
export interface Library {
  readonly kind: 'library';
  readonly path: string;
}

/** A decorator that passes an object of the SDK to what it decorates. */
export interface Injector {
  readonly kind: 'injector';
  readonly parameter: string;
  readonly gives: ModelObject;
}

export type CallableName =
  | 'Session'
  | 'BotocoreSession'
  | 'S3Transfer'
  | 'TransferManager'
  | 'BatchWriter'
  | 'Credentials'
  | 'RefreshableCredentials'
  | 'AssumeRoleCredentialFetcher';

/** Something callable that was got from an object. */
export interface Method {
  readonly kind: 'method';
  readonly receiver: Exclude<BotoObject, Method>;
  readonly name: string;
}

/** An object as the evaluator sees it. */
export function botoObject(data: BotoObject): ModelObject {
  return object(providerName, keyOf(data), data);
}

/** A method got from an object. */
export function methodOf(receiver: Method['receiver'], name: string): ModelObject {
  return botoObject({ kind: 'method', receiver, name });
}

/** The name of a method that is not known: `getattr(client, event['operation'])`. */
export const unnamed = '?';

/** What the provider knows of one of its objects. */
export function dataOf(value: ModelObject): BotoObject {
  return value.data as BotoObject;
}

/** What the provider knows of a value; undefined if it is none of its objects. */
export function botoOf(value: Value | undefined): BotoObject | undefined {
  return value?.kind === 'object' && value.provider === providerName ? dataOf(value) : undefined;
}

/** Something that performs nothing. */
export const opaque: ModelObject = botoObject({ kind: 'opaque' });

/** The event hooks of a session or a client. */
export const events: ModelObject = botoObject({ kind: 'events' });

/** The identity of whoever runs the code. */
export const ownIdentity: Identity = { kind: 'service' };

/** Equal keys, equal objects. */
function keyOf(data: BotoObject): string {
  switch (data.kind) {
    case 'session':
    case 'credentials':
      return `${data.kind}(${identityKey(data.identity)})`;
    case 'client':
      return `client(${data.service ?? '?'},${identityKey(data.identity)})`;
    case 'meta':
      return `${keyOf(data.client)}.meta`;
    case 'paginator':
      return `${keyOf(data.client)}.paginator(${data.operation ?? '?'})`;
    case 'waiter':
      return `${keyOf(data.client)}.waiter(${data.name ?? '?'})`;
    case 'resource':
      return `${keyOf(data.client)}.${data.type}(${identifierKeys(data)}${data.loaded ? ',loaded' : ''})`;
    case 'collection':
      return `${keyOf(data.parent)}.${data.name}${data.begun ? '.all' : ''}`;
    case 'batch-writer':
      return `${keyOf(data.table)}.batch_writer`;
    case 'transfer':
      return `${data.class}(${keyOf(data.client)})`;
    case 'callable':
      return data.name;
    case 'library':
      return data.path;
    case 'injector':
      return `${data.parameter}=${data.gives.key}`;
    case 'method':
      return `${keyOf(data.receiver)}.${data.name}()`;
    case 'events':
    case 'opaque':
      return data.kind;
  }
}

function identifierKeys({ identifiers }: Resource): string {
  return [...identifiers].map(([name, value]) => `${name}=${value.key}`).join(',');
}

function identityKey(identity: Identity): string {
  if (identity.kind === 'assumed-role') return `role ${identity.role.key}`;
  return identity.kind === 'profile' ? `profile ${identity.profile.key}` : identity.kind;
}
