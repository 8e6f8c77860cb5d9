import type { Place } from '../../evidence/place.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';

// What a property of infrastructure code is, in any format: known, referring to something, or unknown with a reason.

export interface LiteralValue {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  /** The value as text, exactly as written (`3.10` stays `3.10`). */
  readonly text: string;
  /** The token alone, so that another value can be written there. */
  readonly place: Place;
  /** It is not this property's own token: an alias, a mapping or a function led there, or others share it. */
  readonly shared: boolean;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly place: Place;
}

export interface MapValue {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
  /** What may add keys that are not written there (a macro that includes another file); null where these are all. */
  readonly open: UnknownValue | null;
  readonly place: Place;
}

/** One key of a map: where the key stands, and its value. */
export interface MapEntry {
  readonly key: Place;
  readonly value: Value;
}

/** Refers to a resource of the tree: to the thing itself (`attribute` null, CloudFormation's Ref) or to an attribute of it. */
export interface ReferenceValue {
  readonly kind: 'reference';
  /** A key of the stack's resources; `FILE#KEY` for a resource of another stack of the tree. */
  readonly resource: string;
  readonly attribute: string | null;
  readonly place: Place;
}

/** A parameter or variable that a deployment may set; `fallback` is its default. */
export interface ParameterValue {
  readonly kind: 'parameter';
  readonly name: string;
  readonly fallback: Value | null;
  readonly place: Place;
}

/** A text put together from parts (interpolation, join). */
export interface JoinedValue {
  readonly kind: 'joined';
  readonly parts: readonly Value[];
  readonly place: Place;
}

/** One of several, depending on a condition. */
export interface ChoiceValue {
  readonly kind: 'choice';
  readonly options: readonly Value[];
  readonly place: Place;
}

/** Absent by condition (`AWS::NoValue`). */
export interface AbsentValue {
  readonly kind: 'absent';
  readonly place: Place;
}

export interface UnknownValue {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
  /** What stands there, for a person. */
  readonly text: string;
  /** It is an item of a list and stands for items in unknown number, none among them. */
  readonly many?: true;
  readonly place: Place;
}

export type Value =
  | LiteralValue
  | ListValue
  | MapValue
  | ReferenceValue
  | ParameterValue
  | JoinedValue
  | ChoiceValue
  | AbsentValue
  | UnknownValue;
