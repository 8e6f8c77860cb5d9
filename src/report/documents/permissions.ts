import type { Cloud, How, UnknownReason } from '../../evidence/vocabulary.ts';
import type { Unreadable } from '../report.ts';
import type { IdentityJson } from './calls.ts';

// The document of `skyworthy permissions`. docs/json.md describes it.

/** A place in the code for which a permission is needed. */
export interface ReasonJson {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly how: How;
}

/** A permission, the resources that it is needed on, and why. */
export interface PermissionJson {
  readonly action: string;
  readonly resources: readonly string[];
  readonly certainty: 'resolved' | 'guessed';
  readonly because: readonly ReasonJson[];
}

export interface ServicePermissions {
  readonly id: string;
  readonly name: string;
  readonly cloud: Cloud;
  /** It stands among tests, samples or documentation. */
  readonly apart: boolean;
  /** What calls are refused without. */
  readonly needed: readonly PermissionJson[];
  /** What some calls want besides. */
  readonly also: readonly PermissionJson[];
  /** What is needed in the name of others: of roles that the code assumes, of keys that it is given. */
  readonly otherIdentities: readonly { readonly identity: IdentityJson; readonly needed: readonly PermissionJson[] }[];
  /** Calls of which it cannot be said what they need. */
  readonly unresolved: readonly {
    readonly file: string;
    readonly line: number;
    readonly text: string;
    readonly reason: UnknownReason;
  }[];
}

/** By id. */
export interface PermissionsDocument {
  readonly schemaVersion: 1;
  readonly services: readonly ServicePermissions[];
  readonly unreadable: readonly Unreadable[];
}
