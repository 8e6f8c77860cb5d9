import type { Place } from '../../evidence/place.ts';
import type { Cloud } from '../../evidence/vocabulary.ts';
import type { MapValue, Value } from './value.ts';

/** One resource that infrastructure code declares. */
export interface Resource {
  /** Its name: logical id, label or construct; a key of its stack's resources. */
  readonly id: string;
  readonly cloud: Cloud;
  /** The provider's own type, such as `AWS::SQS::Queue`. */
  readonly type: string;
  /** The kind of thing that it is on any cloud (`queue`, `function`, …); null where the catalogue has none. */
  readonly kind: string | null;
  /** The name of the condition on which alone it is deployed; null where it always is. */
  readonly condition: string | null;
  /** It is looked up, not made here (Bicep's `existing`). */
  readonly existing?: true;
  /** Where its stack's own code calls the module that declares it (Terraform); not there for what that code declares itself. */
  readonly calledAt?: Place;
  /** Evaluated on first use. */
  readonly properties: MapValue;
  /** Its tags or labels by key, the defaults of a provider or stack among them; null where it states none. */
  readonly tags: MapValue | null;
  /** What stands beside the properties for tools to read (CloudFormation's Metadata); empty where nothing does. */
  readonly metadata: MapValue;
  /** The whole declaration; `key` is where its name stands. */
  readonly place: Place;
  readonly key: Place;
  /** The steps from the file's root to the properties, for edits. */
  readonly path: readonly string[];
}

/** What is deployed together, read: a template, a root module with the modules that it calls, … */
export interface Stack {
  /** Its main file. */
  readonly file: string;
  readonly format: InfrastructureFormat;
  readonly resources: ReadonlyMap<string, Resource>;
  /** What could not be read or understood, with places. */
  readonly faults: readonly { readonly place: Place; readonly message: string }[];
}

/** The formats that are read, one folder each. */
export const infrastructureFormats = [
  'cloudformation',
  'terraform',
  'serverless',
  'cdk-python',
  'bicep',
  'arm',
  'kubernetes',
] as const;
export type InfrastructureFormat = (typeof infrastructureFormats)[number];

/** A resource's property at a path of keys, or undefined where it is not there. */
export function property(resource: Resource, ...path: readonly string[]): Value | undefined {
  return valueAt(resource.properties, ...path);
}

/** True if one resource is there only on a condition that another does not have. */
export function isOnConditionBeside(resource: Resource, other: Resource): boolean {
  return resource.condition !== null && resource.condition !== other.condition;
}

/**
 * The resource that a value refers to: directly, by what a parameter is given, or as the only reference in a text that is
 * put together.
 */
export function referredTo(value: Value): string | undefined {
  if (value.kind === 'reference') return value.resource;
  if (value.kind === 'parameter') return value.fallback === null ? undefined : referredTo(value.fallback);
  if (value.kind !== 'joined') return undefined;
  const references = value.parts.filter((part) => part.kind === 'reference');
  return references.length === 1 ? references[0]?.resource : undefined;
}

/** The value at a path of keys below a value; choices and parameters are not looked into, nor what may add keys. */
export function valueAt(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  let current = value;
  for (const step of path) {
    if (current?.kind !== 'map') return undefined;
    current = current.entries.get(step)?.value;
  }
  return current?.kind === 'absent' ? undefined : current;
}
