import type { FactBase } from '../dataset.ts';
import type { LibraryArgument } from './library-argument.ts';

/**
 * A call of a library, or the construction of one of its classes, and the operations of AWS that it performs. `id` is its
 * path in Python, `awswrangler.s3.read_parquet` or `pynamodb.models.Model.get`, of methods with the class that has them;
 * behind a blank may stand a word that tells two models of one path apart (docs/library-models.md).
 */
export interface LibraryModelFact extends FactBase {
  /** Other paths under which it can be imported. */
  readonly others?: readonly string[];
  readonly distribution: string;
  /** Its parameters in order, `self` left out, as far as the model needs them, parted by blanks. */
  readonly parameters?: string;
  /** It performs them only if this argument begins so. */
  readonly only?: ArgumentStart;
  /** And only if this argument, which may have a default that begins so, begins so: the mode of `open`. */
  readonly mode?: ArgumentStart;
  /** Names in `performs` that are no arguments of the call, and where their values come from. */
  readonly from?: Readonly<Record<string, LibraryOrigin>>;
  /** The class of what it gives, whose methods have models of their own; or one or several objects of the receiver's class. */
  readonly gives?: string | 'object of the class' | 'objects of the class';
  readonly performs: readonly LibraryOperation[];
}

export interface ArgumentStart {
  readonly argument: string;
  readonly starts: readonly string[];
}

/**
 * Where a value comes from that is no argument: an argument of the object's construction (with its position, where it can be given by that), an attribute of its class (of
 * the model's class for an index), or a setting of Django.
 */
export type LibraryOrigin =
  | `construction ${string}`
  | `construction ${string} ${number}`
  | `attribute ${string}`
  | `attribute of the model ${string}`
  | `setting ${string}`;

/** An operation of boto3. */
export interface LibraryOperation {
  readonly service: string;
  /** Its name in Python: `get_object`. */
  readonly operation: string;
  /** Parameter of the operation, by its path → what fills it. What is left out is not known. */
  readonly arguments?: Readonly<Record<string, LibraryArgument>>;
  /** Only some calls perform it. */
  readonly also?: boolean;
}
