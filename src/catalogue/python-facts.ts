import type { Day } from '../evidence/day.ts';
import type { SdkLayer } from '../evidence/vocabulary.ts';
import type { RuntimePlatform } from './dataset.ts';
import type { Dataset, FactBase } from './fact.ts';

/** A feature release of CPython. */
export interface PythonVersion extends FactBase {
  /** A day, or a month (`2026-10`) where the day was not found. */
  readonly firstRelease: string;
  readonly endOfLife: Day | null;
}

/** Which distribution an import comes from: the longest `id` that is a prefix of the imported module wins. */
export interface SdkDistribution extends FactBase {
  readonly distribution: string;
  /** Other distributions that hold the same import path. */
  readonly also?: readonly string[];
  readonly cloud: 'aws' | 'azure' | 'gcp';
  /** False for what SDKs need or what defines infrastructure: known, so that it is not taken for another. */
  readonly sdk: boolean;
  /** Other distributions of this dataset that installing it brings along. */
  readonly requires?: readonly string[];
  /** What replaces it, by its own project page. */
  readonly supersededBy?: string;
  /** The wheel that was read, and the day on which that was built. */
  readonly version?: string;
  readonly built?: Day;
  /** Platforms whose Python runtime brings it along. */
  readonly runtimes?: readonly RuntimePlatform[];
}

/** A module (`id`) that CPython took out of its standard library. */
export interface RemovedModule extends FactBase {
  /** The first feature release without it. */
  readonly removed: string;
  /** What to use instead; null where the documentation names nothing. */
  readonly instead: string | null;
  /** Distributions that install a module of that name. */
  readonly restoredBy: readonly string[];
}

/** A distribution (`id`) whose newer releases older Pythons cannot install. */
export interface SdkPythonFloor extends FactBase {
  /** By Python, the last release that it can install. */
  readonly last: Readonly<Record<string, string>>;
}

/** A mode (`id`) in which botocore retries by default. */
export interface SdkRetries extends FactBase {
  /** The first release of botocore and boto3 whose default it is. */
  readonly since: string;
  /** How often a call is made in all, and one of DynamoDB. */
  readonly attempts: number;
  readonly dynamodb: number;
}

/** What libraries do for a service that imports them. */
export type LibraryRole =
  | 'web'
  | 'web-routes'
  | 'web-page'
  | 'rpc'
  | 'worker'
  | 'workflow'
  | 'database'
  | 'storage'
  | 'structured-logs'
  | 'telemetry'
  | 'metrics'
  | 'retries'
  | 'sign-in'
  | 'secrets'
  | 'idempotency'
  | 'deployment'
  | 'scheduler';

/** The libraries of a role (`id`). */
export interface LibraryRoleFact extends FactBase {
  readonly id: LibraryRole;
  /** What they do, as the end of a sentence that begins with the library. */
  readonly does: string;
  /** Paths of modules, parted by blanks; each stands for what lies below it too. */
  readonly modules: string;
}

/** What a distribution (`id`) needs wherever it is installed. */
export interface RequiredDistributions extends FactBase {
  /** The oldest release of which that is known. */
  readonly since: string;
  /** Names, parted by blanks. */
  readonly requires: string;
}

/** Calls of a package (`id`, whose first part is that of its module) that wait for ever, or very long, unless they are told how long. */
export interface WaitingCalls extends FactBase {
  /** By what they are called on, the names parted by blanks. */
  readonly calls: Readonly<Record<string, string>>;
  /** The argument that says how long, and where it may stand without its name. */
  readonly argument: string;
  readonly position?: number;
  /** Another argument that may say it. */
  readonly or?: string;
  /** The first argument, by its name, without which the call asks nobody, or only its own machine. */
  readonly to?: string;
  /** How long it waits by default, and how often it asks in all; for ever where it is not there. */
  readonly seconds?: number;
  readonly attempts?: number;
  /** The first release of the distribution that waits no longer than is good. */
  readonly below?: string;
}

/** A module (`id`) that CPython added to its standard library since 3.8, or to which it added names. */
export interface StdlibAddition extends FactBase {
  /** The first version of the module; null for one that is older. */
  readonly since: string | null;
  /** By first version, the names parted by blanks. */
  readonly names: Readonly<Record<string, string>>;
}

/** The distributions that an import path (`id`) belongs to, the usual one first. */
export interface ImportDistributions extends FactBase {
  readonly distributions: readonly [string, ...string[]];
}

/** Import paths of distributions other than cloud SDKs. */
export interface DistributionsDataset extends Dataset<ImportDistributions> {
  /** By source: the names, parted by blanks, of distributions whose import name is their own, with `-` as `_`. */
  readonly same: Readonly<Record<string, string>>;
}

/** A library (`id`, the first part of its module) that takes time to import and does nothing else by that. */
export interface HeavyImport extends FactBase {
  /** CPU time of importing it. */
  readonly milliseconds: number;
  /** Others that import it too. */
  readonly loadedBy: readonly string[];
}

/** Which side of a cloud's API a distribution speaks to; `*` in its name stands for any text. */
export interface SdkLayerFact extends FactBase {
  readonly layer: SdkLayer | 'none';
}
