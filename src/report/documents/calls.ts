import type { Cloud, UnknownReason } from '../../evidence/vocabulary.ts';
import type { Unreadable } from '../report.ts';

// The document of `skyworthy calls`. docs/json.md describes it.

/** A string, number, boolean or None, or a list of such. */
export type ConstantJson = string | number | boolean | null | readonly ConstantJson[];

/** What an argument is, as far as reading the code tells. */
export type ArgumentJson =
  | { readonly value: ConstantJson }
  /** A string of which only parts are known: a glob with `*`. */
  | { readonly pattern: string }
  /** An environment variable; `default` is what the code takes where it is unset, missing where it fails. */
  | { readonly environment: string; readonly default?: ConstantJson | ArgumentJson }
  | { readonly unknown: UnknownReason }
  /** A dictionary; `rest` is what stands under keys that are not known. */
  | { readonly object: ArgumentsJson; readonly rest?: ArgumentJson }
  /** A list that is not wholly constant; `more` where it may hold other elements too. */
  | { readonly list: readonly ArgumentJson[]; readonly more?: true }
  | { readonly anyOf: readonly ArgumentJson[] };

/** Arguments or entries by name. */
export interface ArgumentsJson {
  readonly [name: string]: ArgumentJson;
}

/** With whose rights a call is made. */
export type IdentityJson =
  | { readonly kind: 'service' | 'keys' }
  | { readonly kind: 'assumed-role'; readonly role: ArgumentJson }
  | { readonly kind: 'profile'; readonly profile: ArgumentJson };

/** One operation that a place in the code performs with one identity: each identity needs the permission. */
export interface FoundCall {
  readonly cloud: Cloud;
  readonly service: string;
  readonly operation: string;
  readonly api: string | null;
  readonly through: string | null;
  readonly certainty: 'resolved' | 'guessed';
  /** Why it is only guessed. */
  readonly why?: string;
  readonly identity: IdentityJson;
  readonly test: boolean;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly arguments: ArgumentsJson;
  /** The entry points that lead to it, `FILE:FUNCTION`. */
  readonly reachedFrom: readonly string[];
}

/** A place that looks like a call of an SDK and could not be resolved in any of its alternatives. */
export interface UnresolvedCall {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly reason: UnknownReason;
  readonly test: boolean;
}

/** By place, then service and operation. */
export interface CallsDocument {
  readonly schemaVersion: 1;
  readonly calls: readonly FoundCall[];
  readonly unresolved: readonly UnresolvedCall[];
  readonly unreadable: readonly Unreadable[];
}
