import type { PlatformRole } from '../../catalogue/iam/platform-needs.ts';
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

/** Why a resource has `*` in it. */
export interface WildcardJson {
  /** One of the permission's resources. */
  readonly resource: string;
  /** Why the parameter is not known; `not-given` if the request leaves it out; `no-resource` if the action takes none. */
  readonly why: UnknownReason | 'not-given' | 'no-resource';
  /** The parameter of the request that would tell it, by its path; null if none does. */
  readonly parameter: string | null;
}

/** A permission, the resources that it is needed on, and why. */
export interface PermissionJson {
  readonly action: string;
  readonly resources: readonly string[];
  /** Why resources are wider than one thing; empty where they are not. */
  readonly wildcards: readonly WildcardJson[];
  readonly certainty: 'resolved' | 'guessed';
  readonly because: readonly ReasonJson[];
}

/** Where something stands. */
export interface WhereJson {
  readonly file: string;
  readonly line: number;
}

/** What a statement states of one pattern of actions. */
export interface DeclaredJson {
  /** `s3:Get*`; `*` for a statement that names what it does not speak of. */
  readonly action: string;
  readonly effect: 'Allow' | 'Deny';
  readonly resources: readonly string[];
  /** All actions but these; empty where the statement names those that it speaks of. */
  readonly exceptActions: readonly string[];
  /** All resources but these; empty where the statement names those that it speaks of. */
  readonly exceptResources: readonly string[];
  /** It holds under conditions of IAM. */
  readonly conditions: boolean;
  /** `guessed` where a condition of the template decides whether it is there, or a part of it could not be told. */
  readonly certainty: 'resolved' | 'guessed';
  /** The managed policy, policy template, connector or method that stands for it; null for a statement of the tree. */
  readonly policy: string | null;
  readonly from: WhereJson;
}

/** A part of what is declared that could not be told. */
export interface DeclaredUnknownJson extends WhereJson {
  readonly text: string;
  readonly reason: UnknownReason;
}

/** A permission that is needed and that nothing grants. */
export interface MissingJson {
  readonly action: string;
  readonly resources: readonly string[];
  readonly because: readonly ReasonJson[];
  /** `guessed` where something that could not be told may grant it. */
  readonly certainty: 'resolved' | 'guessed';
  /** Why it is a guess; null where it is none. */
  readonly doubt: string | null;
  /** The statement that denies it; null where none does. */
  readonly denied: WhereJson | null;
}

/** A pattern of actions that is granted and that nothing needs. */
export interface ExcessJson {
  readonly action: string;
  readonly resources: readonly string[];
  readonly policy: string | null;
  readonly from: WhereJson;
  readonly certainty: 'resolved' | 'guessed';
  readonly doubt: string | null;
}

/** A statement that allows more than is needed of it. */
export interface NarrowableJson {
  readonly policy: string | null;
  readonly from: WhereJson;
  /** Its patterns with wildcards. */
  readonly wide: readonly string[];
  /** The actions that it allows on more resources than they are needed on. */
  readonly open: readonly string[];
  /** What of it is needed. */
  readonly to: readonly { readonly actions: readonly string[]; readonly resources: readonly string[] }[];
  /** A narrower policy of the same kind that is enough; null where there is none. */
  readonly instead: string | null;
  readonly certainty: 'resolved' | 'guessed';
  readonly doubt: string | null;
}

/** With whose rights a service runs. */
export interface RoleJson {
  /** The id of the role in the tree; null for one that is made for it, or that stands elsewhere. */
  readonly role: string | null;
  /** The other services that act under it, by id. */
  readonly sharedWith: readonly string[];
  /** A permissions boundary limits it. */
  readonly bounded: boolean;
}

export interface ServicePermissions {
  readonly id: string;
  readonly name: string;
  readonly cloud: Cloud;
  /**
   * The name under which CloudFormation deploys a function, in the words of its template, `*` for what cannot be told; null
   * where CloudFormation makes one, and for other services.
   */
  readonly deployedAs: string | null;
  /** It stands among tests, samples or documentation. */
  readonly apart: boolean;
  /** What calls are refused without. */
  readonly needed: readonly PermissionJson[];
  /** What some calls want besides. */
  readonly also: readonly PermissionJson[];
  /**
   * What is needed in the name of others: of roles that the code assumes, of keys that it is given, of roles that the platform
   * acts under beside the service's own.
   */
  readonly otherIdentities: readonly {
    /** A role of the platform with the id of the resource that has it. */
    readonly identity: IdentityJson | { readonly kind: PlatformRole; readonly resource: string };
    readonly needed: readonly PermissionJson[];
  }[];
  /** Null where nothing of the tree tells with whose rights it runs: then the four lists that follow are empty. */
  readonly identity: RoleJson | null;
  /** What its identity is granted, by the order of the text. */
  readonly declared: readonly DeclaredJson[];
  /** Why it may be granted more; empty where `declared` is all. */
  readonly declaredUnknown: readonly DeclaredUnknownJson[];
  readonly missing: readonly MissingJson[];
  readonly excess: readonly ExcessJson[];
  readonly narrowable: readonly NarrowableJson[];
  /** Calls of which it cannot be said what they need, and entry points that were not found. */
  readonly unresolved: readonly {
    readonly file: string;
    readonly line: number;
    readonly text: string;
    /** Why; of an entry point also that its module or function is not there. */
    readonly reason: UnknownReason | 'missing-module' | 'missing-function';
  }[];
}

/** By id. */
export interface PermissionsDocument {
  readonly schemaVersion: 1;
  readonly services: readonly ServicePermissions[];
  readonly unreadable: readonly Unreadable[];
}
