import type { Evidence } from '../../evidence/evidence.ts';
import type { Place } from '../../evidence/place.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';

/** A resource that a statement names, in the words of its template: `${Table.Arn}/index/*`, an ARN, or `*`. */
export interface GrantedResource {
  readonly text: string;
  /** False where a part could not be told: `*` stands in its place. */
  readonly known: boolean;
}

/**
 * Where a grant comes from: a statement of the tree; a policy that AWS manages; a policy template or connector of SAM, or a
 * method of the CDK, that stands for statements; or what a framework adds by itself.
 */
export type GrantOrigin =
  | { readonly kind: 'statement' }
  | { readonly kind: 'managed'; readonly name: string }
  | {
      readonly kind: 'template';
      readonly name: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'connector'; readonly name: string }
  | { readonly kind: 'method'; readonly name: string }
  | { readonly kind: 'framework'; readonly name: string };

/** A statement that holds for an identity. */
export interface Grant {
  readonly effect: 'Allow' | 'Deny';
  /** Patterns of actions: `s3:Get*`. */
  readonly actions: readonly string[];
  /** All actions but these, where there are any. */
  readonly notActions: readonly string[];
  readonly resources: readonly GrantedResource[];
  /** All resources but these, where there are any. */
  readonly notResources: readonly GrantedResource[];
  /** It holds under conditions of IAM. */
  readonly conditions: boolean;
  /** The keys of these conditions, as far as they were read. */
  readonly conditionKeys: readonly string[];
  /** False where a condition of the template, or something that could not be told, decides whether it is there. */
  readonly sure: boolean;
  readonly origin: GrantOrigin;
  /** The whole statement, or where the policy is named. */
  readonly from: Evidence;
  /** The list in which the statement stands, where it stands in one. */
  readonly list: Place | null;
}

/** A part of what is declared that could not be told. */
export interface DeclaredUnknown {
  readonly reason: UnknownReason;
  /** What stands there, for a person. */
  readonly text: string;
  readonly place: Place;
}

/** What an identity is granted, as far as the tree says. */
export interface Declared {
  /** The id of the role in the stack; null for one that the platform or a framework makes, or that stands elsewhere. */
  readonly role: string | null;
  readonly grants: readonly Grant[];
  /** What a permissions boundary leaves of it; null without one. */
  readonly boundary: readonly Grant[] | null;
  /** Why there may be more; empty where the grants are all that there are. */
  readonly unknown: readonly DeclaredUnknown[];
}

/** Collects what is declared of an identity. */
export interface Collected {
  readonly grants: Grant[];
  readonly unknown: DeclaredUnknown[];
}

/** An empty collection. */
export function nothing(): Collected {
  return { grants: [], unknown: [] };
}
