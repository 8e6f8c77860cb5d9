import type { Cloud, UnknownReason } from '../../evidence/vocabulary.ts';
import type { IdentityKind, Invocation, UseKind } from '../../services/service.ts';
import type { Unreadable } from '../report.ts';
import type { ClassesJson } from './classify.ts';

// The document of `skyworthy services`. docs/json.md describes it.

/** What a setting of a service is, as far as infrastructure code tells. */
export type SettingJson =
  | { readonly value: string | number | boolean | null }
  /** A resource of the same stack, or an attribute of it. */
  | { readonly reference: string; readonly attribute?: string }
  /** What a deployment may set; `default` counts where it does not. */
  | { readonly parameter: string; readonly default?: SettingJson }
  /** A text put together. */
  | { readonly parts: readonly SettingJson[] }
  | { readonly anyOf: readonly SettingJson[] }
  | { readonly list: readonly SettingJson[] }
  | { readonly object: { readonly [name: string]: SettingJson } }
  | { readonly unknown: UnknownReason };

/** A variable: what it is set to, and the resource that it names, if it is one alone (`FILE#ID` of another stack). */
export type VariableJson = SettingJson & { readonly resource?: string };

/** A function that something outside of the code starts. `file` is null where it was not found, and `reason` says why. */
export interface EntryPointJson {
  readonly file: string | null;
  readonly line: number | null;
  readonly function: string;
  readonly reason: string | null;
}

export interface TriggerJson {
  readonly name: string;
  readonly type: string;
  /** The resource of the stack that sends the work; null for one outside. */
  readonly resource: string | null;
  readonly invocation: Invocation;
  readonly file: string;
  readonly line: number;
}

/** `own` is made for it, `default` is what the platform gives to everybody who names none. */
export interface ServiceIdentityJson {
  readonly kind: IdentityKind;
  readonly role: SettingJson | null;
  /** The resource of the stack that it is. */
  readonly resource: string | null;
  /** Other things of its stack run as it too. */
  readonly shared: boolean;
  /** The identity of a cloud that an account of Kubernetes stands for. */
  readonly assumes?: SettingJson;
}

export interface UseJson {
  readonly resource: string;
  readonly through: UseKind;
  readonly file: string;
  readonly line: number;
}

/** A deployable unit with what was joined to it. */
export interface ServiceJson extends ClassesJson {
  readonly id: string;
  readonly name: string;
  readonly cloud: Cloud;
  readonly file: string;
  readonly line: number;
  /** The type of the resource that defines it, in the provider's own name. */
  readonly type: string | null;
  readonly runtime: { readonly python: string | null; readonly managed: string | null };
  readonly codeRoot: string | null;
  readonly entryPoints: readonly EntryPointJson[];
  readonly layers: readonly string[];
  readonly environment: { readonly [name: string]: VariableJson };
  /** With whose rights it runs; null where nothing states it. */
  readonly identity: ServiceIdentityJson | null;
  readonly triggers: readonly TriggerJson[];
  /** The resources of the tree that it works on, as far as infrastructure code tells. */
  readonly resources: readonly string[];
  /** How that is told, a row for each way. */
  readonly uses: readonly UseJson[];
  /** The pipelines that test, check, build or deploy it. */
  readonly pipelines: readonly string[];
  /** The dependency files that hold for it. */
  readonly manifests: readonly string[];
  /** It stands among tests, samples or documentation. */
  readonly apart: boolean;
}

/** By id. */
export interface ServicesDocument {
  readonly schemaVersion: 1;
  readonly services: readonly ServiceJson[];
  readonly unreadable: readonly Unreadable[];
}
