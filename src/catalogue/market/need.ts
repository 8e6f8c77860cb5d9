import type { FactBase } from '../fact.ts';

/** The needs of a cloud service. */
export const needIds = [
  'http',
  'cloud-sdk',
  'settings',
  'validation',
  'retries',
  'cli',
  'templating',
  'time',
  'infrastructure',
  'kubernetes',
  'data',
  'observability',
  'web',
  'background-work',
  'workflows',
  'testing',
  'quality',
  'distribution',
] as const;
export type NeedId = (typeof needIds)[number];

/** A need is part of what ships, or of how people work on it. */
export const needStages = ['product', 'development'] as const;
export type NeedStage = (typeof needStages)[number];

/** A library that the field chooses today. */
export interface CurrentChoice {
  /** A distribution, or a module of the standard library. */
  readonly distribution: string;
  readonly why: string;
  /** The month for which it holds, `2026-11`. */
  readonly asOf: string;
  /** A key into the dataset's sources. */
  readonly source: string;
  /** It is for those alone who use this cloud, or one of `beside`. */
  readonly cloud?: Cloud;
  /** Distributions (`*` stands for any text) of which one is in use where the choice is of interest. */
  readonly beside?: readonly string[];
}

/** The clouds whose SDKs `python/sdk-distributions` tells apart. */
export type Cloud = 'aws' | 'azure' | 'gcp';

/** Distributions of which a project needs one. */
export interface Rivals {
  readonly distributions: readonly string[];
  /** What makes one of them enough. */
  readonly why: string;
  /** What to keep, where it is not the one of them that the field chooses. */
  readonly instead?: readonly string[];
  readonly source: string;
}

/** A need of a cloud service (`id`), and what the field chooses for it. */
export interface NeedFact extends FactBase {
  readonly id: NeedId;
  readonly title: string;
  readonly stage: NeedStage;
  readonly current: readonly CurrentChoice[];
  readonly redundant?: readonly Rivals[];
}

/** What has taken the place of a library. */
export interface Succession {
  /** Distributions, or modules of the standard library. */
  readonly by: readonly string[];
  /** A month or day. */
  readonly since: string;
  /** That nobody maintains it any more, or what its own maintainers say; a clause. */
  readonly why: string;
  /** The Python from which on that holds, where it is the standard library that has taken the place: `3.9`. */
  readonly python?: string;
}

/** What the same people, or the field, offer beside a library that is maintained. */
export interface NewerChoice {
  /** Distributions, or modules of the standard library. */
  readonly by: readonly string[];
  readonly why: string;
}

/** Which need a distribution (`id`; `*` stands for any text) serves. */
export interface LibraryFact extends FactBase {
  readonly need: NeedId;
  /** It works without an import: a command, a plugin, a driver that another one loads. */
  readonly tool?: true;
  /** Its import paths, where `python/distributions` does not have them. */
  readonly imports?: readonly string[];
  /** Its commands, by which scripts and pipelines run it without a manifest that declares it. */
  readonly commands?: readonly string[];
  /** Nobody maintains it any more, or its own maintainers ask to leave it. */
  readonly superseded?: Succession;
  readonly newer?: NewerChoice;
}
