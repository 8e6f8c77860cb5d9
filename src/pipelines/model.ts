import type { Place } from '../evidence/place.ts';
import type { Purpose, UnknownReason } from '../evidence/vocabulary.ts';

/** The CI systems whose files are read. */
export const pipelineSystems = [
  'github-actions',
  'gitlab-ci',
  'azure-pipelines',
  'cloud-build',
  'codebuild',
  'amplify',
] as const;
export type PipelineSystem = (typeof pipelineSystems)[number];

/** A text of a pipeline: as it is when the pipeline runs, or as written where that is decided elsewhere. */
export type PipelineValue =
  | { readonly known: true; readonly value: string }
  | { readonly known: false; readonly text: string; readonly reason: UnknownReason };

export type PipelineVariables = Readonly<Record<string, PipelineValue>>;

/** Patterns of a trigger, as written; no `include` means all. */
export interface TriggerFilter {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** What starts a pipeline. `call` is another pipeline's call; `unknown` is a start that stands in the system's settings. */
export interface Trigger {
  readonly event:
    | 'push'
    | 'pull-request'
    | 'schedule'
    | 'manual'
    | 'call'
    | 'release'
    | 'pipeline'
    | 'other'
    | 'unknown';
  /** The system's own word (`workflow_dispatch`). */
  readonly name: string;
  readonly branches: TriggerFilter | null;
  readonly tags: TriggerFilter | null;
  readonly paths: TriggerFilter | null;
  /** The cron expression of a schedule. */
  readonly cron: string | null;
  readonly place: Place;
}

/** `value` is null where only a run can tell. */
export interface Condition {
  readonly text: string;
  readonly value: boolean | null;
  readonly place: Place;
}

/** The rights of the pipeline's own token. `all` is `read-all` or `write-all`; else scope to `read`, `write` or `none`. */
export interface TokenPermissions {
  readonly all: 'read' | 'write' | null;
  readonly scopes: Readonly<Record<string, string>>;
  readonly place: Place;
}

/** How a step proves to a cloud or a registry who it is. */
export interface Credential {
  /** `federated`: a short-lived token by OIDC; `secret`: a value kept by the CI system; `platform`: the runner's own identity. */
  readonly kind: 'federated' | 'secret' | 'service-connection' | 'platform';
  readonly cloud: 'aws' | 'azure' | 'gcp' | null;
  /** The secret, role, provider or connection as named in the file. */
  readonly name: string;
  readonly place: Place;
}

/** A Python that a job sets up. */
export interface PythonSetup {
  readonly version: PipelineValue;
  readonly from: 'action' | 'task' | 'image' | 'runtime' | 'command';
  /** The file that the version is read from (`python-version-file`). */
  readonly file: string | null;
  readonly place: Place;
}

/** One thing that a step does, and how that is known. */
export interface Work {
  readonly purpose: Purpose;
  /** The fact of the catalogue that says so: `pytest`, `aws-actions/configure-aws-credentials`. */
  readonly tool: string;
  readonly text: string;
  /** The folder of the repository that it runs in, as far as the script tells. */
  readonly folder: string;
  /** Where it stands: in the pipeline, or in the Makefile, script or template that is called. */
  readonly place: Place;
  /** What lets the job go on when it fails (`|| true`, a recipe's `-`); null where nothing does. */
  readonly tolerated: string | null;
  /** The calls that lead here, outermost first: `make lint`, `tox -e py312`. */
  readonly through: readonly string[];
}

/** A call that leads out of what is read. */
export interface Unfollowed {
  readonly text: string;
  readonly place: Place;
  readonly reason: UnknownReason;
}

/** A reusable step: an action, task, template or image, with the version that pins it. */
export interface ActionReference {
  readonly name: string;
  readonly version: string | null;
  /** True if the version is a full commit or digest. */
  readonly pinned: boolean;
  readonly inputs: PipelineVariables;
}

export interface Step {
  readonly name: string | null;
  readonly kind: 'uses' | 'run' | 'template';
  /** The script or the reference as written. */
  readonly text: string;
  readonly action: ActionReference | null;
  readonly workingFolder: PipelineValue | null;
  readonly variables: PipelineVariables;
  readonly condition: Condition | null;
  /** Null where only a run can tell. */
  readonly continueOnError: boolean | null;
  readonly place: Place;
  /** Actions and templates of the tree that the step comes from, outermost first. */
  readonly through: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly works: readonly Work[];
  readonly unfollowed: readonly Unfollowed[];
  readonly credentials: readonly Credential[];
}

/** The combinations that a job runs in. */
export interface Matrix {
  readonly combinations: readonly Readonly<Record<string, string>>[];
  /** False where some are computed when the pipeline runs, or there are more than are listed. */
  readonly complete: boolean;
}

export interface Job {
  readonly id: string;
  readonly name: string | null;
  readonly stage: string | null;
  /** Ids of the jobs that it waits for, directly; a system's stages are written out. */
  readonly needs: readonly string[];
  readonly condition: Condition | null;
  readonly runner: PipelineValue | null;
  readonly image: PipelineValue | null;
  readonly matrix: Matrix | null;
  /** The deployment environment. */
  readonly environment: PipelineValue | null;
  readonly variables: PipelineVariables;
  readonly permissions: TokenPermissions | null;
  readonly continueOnError: boolean | null;
  readonly steps: readonly Step[];
  readonly python: readonly PythonSetup[];
  /** Those that all of its steps are given; a step has its own besides. */
  readonly credentials: readonly Credential[];
  readonly place: Place;
  readonly through: readonly string[];
}

/** A part of a pipeline that could not be read. */
export interface PipelineFault {
  readonly place: Place;
  readonly message: string;
}

export interface Pipeline {
  readonly system: PipelineSystem;
  readonly file: string;
  readonly name: string | null;
  readonly triggers: readonly Trigger[];
  readonly permissions: TokenPermissions | null;
  readonly variables: PipelineVariables;
  readonly jobs: readonly Job[];
  /** Other files of the tree that it is made of: templates, includes, actions, called workflows. */
  readonly parts: readonly string[];
  readonly faults: readonly PipelineFault[];
}

/** A pipeline of a system that is only named. */
export interface UnreadPipeline {
  readonly file: string;
  readonly system: string;
}

export interface Pipelines {
  readonly pipelines: readonly Pipeline[];
  readonly unread: readonly UnreadPipeline[];
}
