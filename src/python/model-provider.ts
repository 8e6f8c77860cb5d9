import type { Cloud, UnknownReason } from '../evidence/vocabulary.ts';
import type { Node } from '../syntax/python/index.ts';
import type { Module } from './program/module.ts';
import type { ModelObject, Value } from './values/value.ts';

/**
 * What a library's objects are: the interface by which a room below says so. The evaluator asks the provider whenever
 * it meets one of its objects; a method that answers undefined says “I do not know”, and the value becomes unknown.
 * Providers are stateless: the same question has the same answer.
 */
export interface ModelProvider {
  /** Its name, the `provider` of its objects. */
  readonly name: string;
  /** First parts of the import paths that it speaks for: `boto3`. Only modules that name one are searched at all. */
  readonly imports: readonly string[];
  /** What an external name is, by its path: `boto3.client`. Asked for each step of a path: `boto3` first. */
  external(path: string): Value | undefined;
  /** What an annotation makes of a parameter, an attribute or a result: `mypy_boto3_s3.S3Client` is a client. */
  annotated?(path: string): Value | undefined;
  /** The same where `external` has made an object of the path already: `boto3.Session` names a class. */
  annotatedObject?(object: ModelObject): Value | undefined;
  /**
   * What calling an external name gives. For names that `external` leaves alone since their path says what they are
   * where they are not called: `builtins.dict` in an annotation or among the bases of a class.
   */
  callExternal?(path: string, call: CallArguments, evaluation: Evaluation): Value | undefined;
  /** The functions that calling an external name calls in turn; see `calls`. */
  callsOfExternal?(path: string, call: CallArguments, evaluation: Evaluation): readonly IndirectCall[];
  /** What a decorator, one of its objects, passes to what it decorates as a parameter of this name; undefined mostly. */
  injected?(decorator: ModelObject, parameter: string): Value | undefined;
  /**
   * What calling a method gives by its name and arguments alone, where `value`, what is known of it, says too little:
   * `session.client('s3')` with a session that nothing is known of.
   */
  presumed?(method: string, call: CallArguments, value: Value): Value | undefined;
  /**
   * An attribute that a class of the program, or an object of it, has from a class outside, by the path of that one:
   * `query` of `pynamodb.models.Model`. Undefined where it says nothing more than the path.
   */
  inherited?(path: string, name: string, receiver: Value): Value | undefined;
  attribute?(object: ModelObject, name: string, evaluation: Evaluation): Value | undefined;
  /**
   * What an object that stands in a class body gives where it is got from `receiver`, an object of the class or (null) the
   * class itself: its `__get__`. Without an answer, the object itself.
   */
  got?(object: ModelObject, receiver: Value, evaluation: Evaluation): Value | undefined;
  call?(object: ModelObject, call: CallArguments, evaluation: Evaluation): Value | undefined;
  /** `object[key]` */
  item?(object: ModelObject, key: Value, evaluation: Evaluation): Value | undefined;
  /** What `for x in object` binds, all elements joined. */
  element?(object: ModelObject, evaluation: Evaluation): Value | undefined;
  /** An attribute of which the name is not known: something that tells when it is called. Without an answer, unknown. */
  someAttribute?(object: ModelObject): Value | undefined;
  /** What `with object as x` binds. Without an answer, the object itself. */
  entered?(object: ModelObject, evaluation: Evaluation): Value | undefined;
  /** What `await object` gives. Without an answer, the object itself. */
  awaited?(object: ModelObject, evaluation: Evaluation): Value | undefined;
  /**
   * The functions that calling the object calls in turn, with their arguments: `executor.submit(f, x)` calls `f(x)`.
   * By this, arguments reach parameters through callbacks.
   */
  calls?(object: ModelObject, call: CallArguments, evaluation: Evaluation): readonly IndirectCall[];
}

/** A call that is made by somebody else. */
export interface IndirectCall {
  readonly callee: Value;
  readonly arguments: CallArguments;
}

/** The arguments of a call. They are evaluated when asked for, once. */
export interface CallArguments {
  /** A key that is the same for the same arguments at the same place. */
  readonly key: string;
  /** A key that is the same for the same arguments wherever they stand; undefined where that would take evaluation. */
  readonly content?: string | undefined;
  /** How many calls, followed with their arguments, led here. */
  readonly depth: number;
  /** The Call that passes them; undefined where somebody else makes it, and where they are those of one call of what is around. */
  readonly place?: { readonly module: Module; readonly node: Node } | undefined;
  /** The number of positional arguments, those of `*constant` unpacked. */
  readonly count: number;
  /** The names of keyword arguments, those of `**constant` unpacked. */
  readonly keywords: readonly string[];
  /** True if a `*` or `**` that cannot be evaluated may pass more. */
  readonly open: boolean;
  positional(index: number): Value | undefined;
  /** Any element of what `*` passes in a number that is not known; undefined if nothing is passed so. */
  more?(): Value | undefined;
  keyword(name: string): Value | undefined;
  /** An argument that can be given by position or by name. */
  get(index: number, name: string): Value | undefined;
}

/** What providers may ask of the evaluator. */
export interface Evaluation {
  attribute(value: Value, name: string): Value;
  /** An attribute of which the name is not known. */
  someAttribute(value: Value): Value;
  call(value: Value, call: CallArguments): Value;
  item(value: Value, key: Value): Value;
  element(value: Value): Value;
  entered(value: Value): Value;
  awaited(value: Value): Value;
  /** What an absolute import of a dotted name gives: a module of the program, else something external. */
  module(path: string): Value;
  /** What the program stores under that attribute of an object (`value.name = …`); `nothing` if it stores nothing. */
  stored(value: Value, name: string): Value;
  /** What the providers make of a path in an annotation. */
  annotated(path: string): Value | undefined;
}

/** An operation of a cloud that a call performs. */
export interface Operation {
  readonly cloud: Cloud;
  /** The SDK's own name of the service (`s3`) and of the method (`get_object`). */
  readonly service: string;
  readonly operation: string;
  /** The name in the API's reference (`GetObject`); null where there is none. */
  readonly api: string | null;
  /** By what it is performed, where not by the method of that name: `paginator:list_objects_v2`. */
  readonly through: string | null;
  readonly identity: Identity;
  /** `guessed` says why it is not certain. */
  readonly certainty: 'resolved' | { readonly guessed: string };
  readonly arguments: ReadonlyMap<string, Value>;
  /** Only some such calls perform it. */
  readonly sometimes?: boolean;
  /** The key of an object that the call only gets, and whose use performs this (`get_paginator`): it counts unless that is used. */
  readonly prepares?: string;
  /** The key of the object whose use performs this. */
  readonly uses?: string;
}

/** With whose rights a client speaks. */
export type Identity =
  | { readonly kind: 'service' | 'keys' }
  | { readonly kind: 'assumed-role'; readonly role: Value }
  | { readonly kind: 'profile'; readonly profile: Value };

/** A provider whose objects perform operations of a cloud. */
export interface OperationProvider extends ModelProvider {
  /** First parts of the modules of libraries that hand out its objects. Where they are part of a program, they are read. */
  readonly libraries: readonly string[];
  /** The provider in a program that imports these modules (first parts); undefined where it has nothing to say there. */
  within?(imported: ReadonlySet<string>): OperationProvider | undefined;
  /**
   * False for the bytes of a file that names nothing of the SDK which performs something, where importing it says little.
   * Without it, importing is enough.
   */
  mentions?(bytes: Uint8Array): boolean;
  /**
   * True if an attribute of this name may perform an operation on one of its objects; `positional` if it is called, and
   * with positional arguments. The fast way to leave code out.
   */
  isOperation(attribute: string, positional: boolean): boolean;
  /** True for a name that little else has, which makes a call of it worth more steps. */
  isTelling(attribute: string): boolean;
  /** True if a method of this name gives a response, and no object on which operations are performed. */
  isResponding(attribute: string): boolean;
  /** The operations that calling `callee` performs; empty if it performs none. */
  operations(callee: ModelObject, call: CallArguments, evaluation: Evaluation): readonly Operation[];
  /** The operations that calling something outside of the program performs, by its path. */
  operationsOfExternal?(path: string, call: CallArguments, evaluation: Evaluation): readonly Operation[];
  /** False if the operation does not take the arguments of a call of its method, or needs others. */
  fits(operation: Operation, call: CallArguments): boolean;
  /** Why it cannot be said which operations calling `callee` performs, though it performs some; undefined mostly. */
  unresolved?(callee: ModelObject, call: CallArguments, evaluation: Evaluation): UnknownReason | undefined;
  /** The operations that reading an attribute performs (`s3.Object('a', 'b').content_length`); empty mostly. */
  loads?(object: ModelObject, attribute: string, evaluation: Evaluation): readonly Operation[];
  /**
   * What a call looks like whose receiver could not be evaluated: by the method's name and the names of the arguments.
   * A guess names the operation; `unresolved` says that it looks like this SDK's call; undefined says that it does not.
   */
  guess(attribute: string, call: CallArguments): readonly Operation[] | 'unresolved' | undefined;
}
