import type { FactBase } from '../dataset.ts';

/** A service of the AWS SDK for Python; `id` is the name that `boto3.client` takes. */
export interface Boto3Service extends FactBase {
  /** The name of the service model: `Secrets Manager`. */
  readonly serviceId: string;
  /** The name of the client's class in botocore, of which annotations are made: `SecretsManager` (`SecretsManagerClient`). */
  readonly class: string;
  readonly apiVersion: string;
  /** The first part of the endpoint's host name. */
  readonly endpoint: string;
  readonly signingName?: string;
  /** Other names that `boto3.client` takes for it. */
  readonly otherNames?: readonly string[];
  /** True if boto3 has a resource model of it. */
  readonly resources?: boolean;
}

/**
 * Where a request's parameter or a resource's identifier comes from: an identifier of the resource at hand, a parameter of
 * the request made, a constant, an argument of the call, the resource's own data, or the response.
 */
export type Boto3Source =
  | readonly ['identifier' | 'parameter', string]
  | readonly ['constant', string | number | boolean]
  | readonly ['argument' | 'data' | 'response'];

/** The resource that something gives. */
export interface Boto3Result {
  readonly type: string;
  /** For each identifier of the type, in order. */
  readonly identifiers?: readonly Boto3Source[];
  /** It gives a list of them. */
  readonly many?: boolean;
  /** Their attributes come along, so that reading one performs nothing. */
  readonly loaded?: boolean;
}

/** What performs an operation with parameters that the resource fills in: by their path into the request (`Delete.Objects[].Key`). */
export interface Boto3Action {
  readonly operation: string;
  readonly parameters?: Readonly<Record<string, Boto3Source>>;
  readonly gives?: Boto3Result;
}

/** A resource type of boto3 under the names that Python sees. */
export interface Boto3Resource {
  readonly identifiers?: readonly string[];
  /** Attributes that are identifiers under another name. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What `load`, `reload` and the first attribute read perform; without it, attributes cannot be loaded. */
  readonly load?: Boto3Action;
  readonly actions?: Readonly<Record<string, Boto3Action>>;
  readonly subresources?: Readonly<Record<string, Boto3Result>>;
  /** Resources that an attribute gives, of data that has to be loaded. */
  readonly references?: Readonly<Record<string, Boto3Result>>;
  readonly collections?: Readonly<Record<string, Boto3Action>>;
  /** What a collection of such resources can do to all of them. */
  readonly batch?: Readonly<Record<string, Boto3Action>>;
  readonly waiters?: Readonly<Record<string, { waiter: string; parameters?: Readonly<Record<string, Boto3Source>> }>>;
  /** Attributes, parted by spaces. */
  readonly attributes?: string;
}

/** The file of one service. */
export interface Boto3ServiceFile {
  /** Method → `ApiName Parameter! Parameter`, the required ones marked. */
  readonly operations: Readonly<Record<string, string>>;
  /** Methods that can be paginated, parted by spaces. */
  readonly paginators?: string;
  /** Waiter → method. */
  readonly waiters?: Readonly<Record<string, string>>;
  /** By type; the service resource is `ServiceResource`. */
  readonly resources?: Readonly<Record<string, Boto3Resource>>;
}

/** The file that tells which services have a method. */
export interface Boto3MethodsFile {
  /** First word of a method → the rest of each with the services that have it: ` rest=service,service rest=…`. */
  readonly operations: Readonly<Record<string, string>>;
  /** Names of resources by which they can perform an operation, parted by spaces. */
  readonly resources: string;
}
