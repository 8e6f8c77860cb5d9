import type { FactBase } from '../dataset.ts';
import type { Boto3Action } from './service.ts';

/** What boto3 has beyond the service models. */
export type Boto3Customization = Boto3Transfer | Boto3ResourceAction | Boto3BatchWriter | Boto3ClientMethod;

/** A transfer of S3, which performs several operations. */
export interface Boto3Transfer extends FactBase {
  readonly kind: 'transfer';
  readonly service: string;
  readonly performs: readonly TransferOperation[];
  /** The methods that start it. */
  readonly forms: readonly TransferForm[];
}

/** One operation of a transfer. Keys of `ExtraArgs` that the operation takes are passed on to it. */
export interface TransferOperation {
  readonly operation: string;
  /** Parameter → argument of the method, or a key of one: `CopySource.Bucket`. */
  readonly arguments: Readonly<Record<string, string>>;
  /** Above the size from which parts are sent, or only to clean up after a failure; else in any case. */
  readonly when?: 'multipart' | 'failure';
  /** The argument that holds the client which performs it, where one is given. */
  readonly client?: string;
  /** Only if `ExtraArgs` has this key with one of these values. */
  readonly extra?: Readonly<Record<string, readonly string[]>>;
}

/** A method that starts a transfer. */
export interface TransferForm {
  /** `client`, a resource type, or a class of s3transfer. */
  readonly on: string;
  readonly method: string;
  readonly parameters: readonly string[];
  /** Arguments that come from the resource's identifiers. */
  readonly given?: Readonly<Record<string, string>>;
  /** The parameters are spelled in snake case there. */
  readonly snake?: boolean;
}

/** A method that boto3 adds to a resource type. */
export interface Boto3ResourceAction extends FactBase {
  readonly kind: 'resource-action';
  readonly service: string;
  readonly resource: string;
  readonly method: string;
  readonly action: Boto3Action;
}

/** A method of a resource that gives an object which collects writes and sends them together. */
export interface Boto3BatchWriter extends FactBase {
  readonly kind: 'batch-writer';
  readonly service: string;
  readonly resource: string;
  readonly method: string;
  readonly operation: string;
  /** The name under which the resource's identifier is an argument, and the identifier. */
  readonly identifier: readonly [string, string];
  /** The methods of that object with their parameters. */
  readonly methods: Readonly<Record<string, readonly string[]>>;
}

/** A method or attribute of clients that is no operation. */
export interface Boto3ClientMethod extends FactBase {
  readonly kind: 'client-method';
  readonly method: string;
  readonly parameters: readonly string[];
  readonly performs: 'paginator' | 'waiter' | 'presigned-url' | 'presigned-post' | 'token' | 'api-call' | 'nothing';
  /** The services whose clients have it; all without. */
  readonly services?: readonly string[];
}
