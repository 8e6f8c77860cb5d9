import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Day } from '../evidence/day.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Place } from '../evidence/place.ts';
import type { UnknownReason } from '../evidence/vocabulary.ts';
import type { Resource, Stack } from '../infrastructure/model/resource.ts';
import type { Declared } from '../permissions/declared/grant.ts';
import type { Difference } from '../permissions/difference/difference.ts';
import type { ServiceNeeds } from '../permissions/needed.ts';
import type { Pipeline, UnreadPipeline, Work } from '../pipelines/index.ts';
import type { Service } from '../services/service.ts';
import type { ServiceCode } from './code.ts';
import type { TagPolicy } from './tag-policy.ts';

/** What a service needs on AWS, what its identity is granted, and how the two differ. */
export interface Rights {
  readonly needs: ServiceNeeds;
  readonly declared: Declared;
  readonly difference: Difference;
  /** SDK calls of which it cannot be said what they perform. */
  readonly unresolved: readonly { readonly place: Place; readonly text: string; readonly reason: UnknownReason }[];
  /** The ids of the other services that act under the same role. */
  readonly sharedWith: readonly string[];
}

/** The pipelines of a repository, and which of them are about a service. */
export interface PipelineFacts {
  readonly all: readonly Pipeline[];
  /** Those of systems that are only named. */
  readonly unread: readonly UnreadPipeline[];
  /** The pipelines that test, check, build or deploy a service. */
  readonly of: (service: Service) => readonly Pipeline[];
  /** True for what a pipeline of a service does with that service itself, as far as folders and paths tell. */
  readonly isAbout: (work: Work, service: Service) => boolean;
  /** The folders of the Python tests that are about a service; null where its code is not in the repository. */
  readonly testsOf: (service: Service) => readonly string[] | null;
  /** The first line of a pipeline that would run Python tests if it were not commented out; null for none. */
  readonly silencedTests: (pipeline: Pipeline) => Evidence | null;
  /** A command of a script near a service that analyses Python, for whoever runs that by hand; null for none. */
  readonly analysedByHand: (service: Service) => Evidence | null;
  /** True for a pipeline that is about no service that was found. */
  readonly isUnbound: (pipeline: Pipeline) => boolean;
  /** What watches dependencies from outside the pipelines: the files that set up Dependabot, Renovate or Snyk. */
  readonly watchers: readonly Evidence[];
  /** What may run a pipeline for a service from code: resources that build and deploy, and files named after that. */
  readonly declared: (service: Service) => readonly Evidence[];
}

/** A file of a kind in which credentials are kept. */
export interface CredentialFile {
  readonly file: string;
  /** What it is, for a person. */
  readonly kind: string;
  readonly credentials: readonly KeptCredential[];
}

/** A key, token or password that stands in a file. */
export interface KeptCredential {
  /** What it is, for a person. */
  readonly kind: string;
  /** Its beginning, with the rest hidden. */
  readonly masked: string;
  readonly place: Place;
}

/** A key by which an API counts the requests of somebody against a usage plan. */
export interface UsagePlanKey {
  readonly name: string;
  readonly place: Place;
  /** An API of its stack is given keys by the function that authorises requests: whoever calls it sends none. */
  readonly fromAuthorizer: boolean;
}

/** What raises an alarm or measures an objective: in a stack, and in other stacks that may be about it. */
export interface Alarms {
  readonly own: readonly Evidence[];
  readonly near: readonly Evidence[];
}

/** Everything that a check may look at. It is computed once for a run and never changes. */
export interface Facts {
  readonly services: readonly Service[];
  readonly catalogue: Catalogue;
  /** All files of the tree and its links, those that the configuration leaves out among them. */
  readonly paths: readonly string[];
  /** The day for which the run judges. */
  readonly today: Day;
  /**
   * What the identity of a service is granted, by infrastructure code alone; null where nothing tells with whose rights it
   * runs, and for services of other clouds.
   */
  readonly granted: (service: Service) => Declared | null;
  /** The same against what its code needs. The first question has the code of all services evaluated. */
  readonly rights: (service: Service) => Rights | null;
  /** The first question has the pipelines read. */
  readonly pipelines: () => PipelineFacts;
  /** What the Python of a service says by its syntax; its files are read when a check asks. */
  readonly code: (service: Service) => ServiceCode;
  /** The organisation's policy for tags; null where the repository has none. */
  readonly tagPolicy: TagPolicy | null;
  /** Resources of the tree that define a service or that it works on, each once. */
  readonly resourcesOf: (service: Service) => readonly Resource[];
  /** The files in which people keep credentials, apart from those of tests and examples; the first question has them read. */
  readonly credentialFiles: () => readonly CredentialFile[];
  /** What watches over a stack of the tree; the first question has all stacks looked at. */
  readonly alarms: (stack: Stack) => Alarms;
  /** The key of a usage plan that has this text; null for every other text. */
  readonly usagePlanKey: (text: string) => UsagePlanKey | null;
}
