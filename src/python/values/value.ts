// https://docs.python.org/3/reference/datamodel.html: what an expression can be, as far as reading the code tells.
import type { UnknownReason } from '../../evidence/vocabulary.ts';
import type { Node } from '../../syntax/python/index.ts';
import type { Frame } from '../evaluate/frame.ts';
import type { Module } from '../program/module.ts';

/**
 * What an expression can be. Values are immutable and compare by `key`: equal keys, equal values. Containers and
 * instances are known by the place that makes them, and give their parts when asked.
 */
export type Value =
  | Constant
  | Text
  | Environment
  | Sequence
  | Mapping
  | FunctionValue
  | Method
  | ClassValue
  | Instance
  | ModuleValue
  | External
  | ModelObject
  | Union
  | Unknown;

/** A string, number, boolean or None (null). Bytes are strings with `bytes` set. */
export interface Constant {
  readonly kind: 'constant';
  readonly key: string;
  readonly value: string | number | boolean | null;
  readonly bytes: boolean;
}

/** A string of which some parts are not constant: at least two parts, no two strings in a row. */
export interface Text {
  readonly kind: 'text';
  readonly key: string;
  readonly parts: readonly (string | Value)[];
}

/** An environment variable, left symbolic. `fallback` is what the code takes where it is unset; null where it fails. */
export interface Environment {
  readonly kind: 'environment';
  readonly key: string;
  readonly name: string;
  readonly fallback: Value | null;
}

/** A list, tuple, set or frozenset; also what an iterator gives. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly key: string;
  readonly type: 'list' | 'tuple' | 'set';
  /** The elements as written; where `exact` is false, in no order and not all. */
  elements(): readonly Value[];
  /** False if elements were added, removed or reordered in ways that are not followed. */
  readonly exact: boolean;
}

/** A dictionary. */
export interface Mapping {
  readonly kind: 'mapping';
  readonly key: string;
  /** What stands under a constant key; undefined if nothing does, as far as is known. */
  get(key: string | number): Value | undefined;
  /** The constant keys, in the order of the text. */
  keys(): readonly (string | number)[];
  /** What stands under keys that are not constant; undefined if there are none. */
  rest(): Value | undefined;
  /** What those keys are, where that is kept. */
  otherKeys?(): Value;
}

/** A function of the program, or a lambda. */
export interface FunctionValue {
  readonly kind: 'function';
  readonly key: string;
  readonly module: Module;
  /** A FunctionDefinition or a Lambda. */
  readonly node: Node;
  /** The call in which it was made, whose variables it sees; null if it was made in no particular call. */
  readonly frame: Frame | null;
}

/** A function that was got from an object or a class, which becomes its first argument. */
export interface Method {
  readonly kind: 'method';
  readonly key: string;
  readonly receiver: Value;
  readonly function: FunctionValue;
}

/** A class of the program. */
export interface ClassValue {
  readonly kind: 'class';
  readonly key: string;
  readonly module: Module;
  /** A ClassDefinition. */
  readonly node: Node;
  readonly frame: Frame | null;
}

/** An object of a class of the program. */
export interface Instance {
  readonly kind: 'instance';
  readonly key: string;
  readonly class: ClassValue;
  /** The call of `__init__` that made it; null if it is any object of the class. */
  readonly construction: Frame | null;
}

/** A module of the program. */
export interface ModuleValue {
  readonly kind: 'module';
  readonly key: string;
  readonly module: Module;
}

/**
 * Something of a module that is not in the program and that no model knows, by its path: `flask.Flask`. What it gives is
 * external too: `flask.Flask()` is what calling it gives, `flask.Flask().route` an attribute of that.
 */
export interface External {
  readonly kind: 'external';
  readonly key: string;
  readonly path: string;
}

/** An object that a ModelProvider knows. */
export interface ModelObject {
  readonly kind: 'object';
  readonly key: string;
  /** The name of its provider. */
  readonly provider: string;
  /** What the provider knows of it; nobody else reads it. */
  readonly data: unknown;
  /** What it is in text and as an argument, where it is not itself: a member of an enumeration of texts. */
  readonly plain?: Value;
}

/** One of several values: at least two, none of them a union, distinct, at most `largestUnion`. */
export interface Union {
  readonly kind: 'union';
  readonly key: string;
  readonly members: readonly Exclude<Value, Union>[];
}

/** A value that is not known, and why. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly key: string;
  readonly reason: UnknownReason;
}
