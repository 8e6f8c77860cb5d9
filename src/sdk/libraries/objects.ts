import type { CallArguments } from '../../python/model-provider.ts';
import { object } from '../../python/values/make.ts';
import type { ModelObject, Value } from '../../python/values/value.ts';

/** The name of the provider of these objects. */
export const providerName = 'library';

/** An object of a class of a library, by the path of the class. */
export interface LibraryObject {
  readonly kind: 'object';
  readonly class: string;
  /** The call that made it; null where it is not known. */
  readonly construction: CallArguments | null;
}

/** A method, by its path with its class, and what it was got from: an object, or a class below that one. */
export interface LibraryMethod {
  readonly kind: 'method';
  readonly path: string;
  readonly receiver: Value;
}

type Data = LibraryObject | LibraryMethod;

/** An object of a class that a call made; of any call, if none is given. */
export function libraryObject(path: string, construction: CallArguments | null): ModelObject {
  const data: LibraryObject = { kind: 'object', class: path, construction };
  return object(providerName, `${path}(${construction?.key ?? ''})`, data);
}

/** A method got from `receiver`. */
export function libraryMethod(path: string, receiver: Value): ModelObject {
  const data: LibraryMethod = { kind: 'method', path, receiver };
  return object(providerName, `${path}<${receiver.key}`, data);
}

/** What the provider knows of a value; undefined if it is none of its objects. */
export function libraryDataOf(value: Value): Data | undefined {
  return value.kind === 'object' && value.provider === providerName ? (value.data as Data) : undefined;
}
