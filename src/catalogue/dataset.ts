import type { Day } from '../evidence/day.ts';
import type { Boto3Customization } from './boto3/customization.ts';
import type { Boto3Service } from './boto3/service.ts';
import type { Dataset, FactBase } from './fact.ts';
import type { PlatformNeedFact } from './iam/platform-needs.ts';
import type { CdkGrant, ManagedPolicyFact, SamConnector, SamPolicyTemplate } from './iam/policy-statement.ts';
import type { LibraryModelFact } from './libraries/library-model.ts';
import type { LibraryFact, NeedFact } from './market/need.ts';
import type { ShareFact } from './market/share.ts';
import type { SkillEvidenceFact, SkillFact } from './market/skill.ts';
import type { SkillWords } from './market/skill-words.ts';
import type { PipelineAction, PipelineCommand, PipelineTool, SecretVariable } from './pipeline-facts.ts';
import type {
  DistributionsDataset,
  HeavyImport,
  LibraryRoleFact,
  PythonVersion,
  RemovedModule,
  RequiredDistributions,
  SdkDistribution,
  SdkLayerFact,
  SdkPythonFloor,
  SdkRetries,
  StdlibAddition,
  WaitingCalls,
} from './python-facts.ts';

export type * from './fact.ts';
export type * from './pipeline-facts.ts';
export type * from './python-facts.ts';

/** Platforms with managed Python runtimes. */
export const runtimePlatforms = ['aws-lambda', 'azure-functions', 'cloud-run-functions'] as const;
export type RuntimePlatform = (typeof runtimePlatforms)[number];

/** Where a runtime stood on the day on which it was read; what has happened since, the dates tell. */
export type RuntimeState = 'absent' | 'preview' | 'ga' | 'supported' | 'deprecated' | 'retired' | 'decommissioned';

/** A managed runtime of AWS Lambda. Days are null where AWS has announced none. */
export interface LambdaRuntime extends FactBase {
  readonly python: string;
  readonly state: RuntimeState;
  readonly operatingSystem: string;
  readonly glibc: string;
  readonly deprecation: Day | null;
  readonly blockCreate: Day | null;
  readonly blockUpdate: Day | null;
}

/** A Python version of Azure Functions. */
export interface AzureFunctionsRuntime extends FactBase {
  readonly python: string;
  readonly state: RuntimeState;
  readonly supportEnd: Day | null;
}

/** A Python runtime of Cloud Run functions. */
export interface RunFunctionsRuntime extends FactBase {
  readonly python: string;
  readonly state: RuntimeState;
  readonly deprecation: Day | null;
  readonly decommission: Day | null;
}

/** A limit or default of a platform. */
export interface PlatformLimit extends FactBase {
  readonly value: number | string;
  readonly unit: string | null;
  readonly statement: string;
}

/** One cell of the comparison of the three clouds. */
export interface MatrixCell extends FactBase {
  readonly dimension: string;
  readonly cloud: 'aws' | 'azure' | 'gcp';
  readonly value: string;
  readonly detail: string;
}

/** The comparison of the three clouds, with its rows in order. */
export interface MatrixDataset extends Dataset<MatrixCell> {
  readonly dimensions: readonly { readonly id: string; readonly title: string }[];
}

/** The normalised kind of a provider's resource type (`id`). */
export interface ResourceKindFact extends FactBase {
  readonly kind: string;
}

/** What is known of the AWS CDK: `id` is a path in Python below `aws_cdk`, of values with ` values` behind it. */
export type CdkFact = FactBase &
  (
    | {
        readonly kind: 'module';
        /** The namespace of its L1 constructs, and the types of those that their name does not tell. */
        readonly namespace: string;
        readonly types?: Readonly<Record<string, string>>;
      }
    | {
        /** A construct that becomes one resource, beside others. */
        readonly kind: 'construct';
        readonly type: string;
        /** Properties that it passes on, in Python: the path in CloudFormation, and behind a colon the unit. */
        readonly props: Readonly<Record<string, string>>;
      }
    | { readonly kind: 'subclass'; readonly base: string }
    | { readonly kind: 'values'; readonly values: Readonly<Record<string, string>> }
    | { readonly kind: 'names'; readonly names: Readonly<Record<string, string>> }
  );

/** A service of the AWS SDK (`id`) and the prefix of its IAM actions. */
export interface IamService extends FactBase {
  readonly prefix: string;
}

/** A rule by which the actions of an operation are known. */
export interface IamRuleFact extends FactBase {
  readonly statement: string;
}

/** An operation (`id`, as Python writes it) that answers with success though some of its entries failed. */
export interface BatchOperation extends FactBase {
  /** The argument that holds the entries, as boto3 spells it. */
  readonly argument: string;
  /** The part of the answer that names what failed. */
  readonly failures: string;
}

/** An operation (`id`, as Python writes it) whose answer comes in pages; of several services that have it, what holds for any. */
export interface PaginatedOperation extends FactBase {
  readonly services: readonly string[];
  /** The parts of the answer that say that there is more. */
  readonly tokens: readonly string[];
  /** The arguments that ask for a page or its size. */
  readonly arguments: readonly string[];
  /** The parts of the answer that hold what was asked for. */
  readonly results: readonly string[];
  /** The arguments that name the few things that are wanted. */
  readonly names: readonly string[];
}

/** A format of keys and tokens. */
export interface SecretFormat extends FactBase {
  /** What it is, for a person. */
  readonly kind: string;
  /** A text that each of them holds, so that files without it need no look. */
  readonly needle: string;
  /** A regular expression for one of them. */
  readonly pattern: string;
}

/** A variable of the environment that a platform sets by itself; `*` in its name stands for any text. */
export interface PlatformVariable extends FactBase {
  /** On which it is set; empty for all of them. */
  readonly clouds: readonly string[];
}

/** Which operations of a service of AWS belong to its data plane; the others manage its resources. */
export interface OperationLayers extends FactBase {
  /** Names of operations as Python writes them; `*` stands for any text. */
  readonly dataPlane: readonly string[];
}

/** A setting of a type of resource that decides who can read its data, or whether it can be restored. */
export interface DataSetting extends FactBase {
  readonly type: string;
  readonly path: readonly string[];
  readonly concern: 'at-rest' | 'public' | 'in-transit' | 'restore';
  /** The values with which the data is open, or lost. */
  readonly bad: readonly string[];
  /** What leaving it out means; `elsewhere` where the account or its network decides. */
  readonly absent: 'good' | 'bad' | 'elsewhere' | 'unknown';
  /** Properties by which something else decides. */
  readonly unless: readonly (readonly string[])[];
}

/** Every dataset by name. */
export interface Datasets {
  'aws/batch-operations': Dataset<BatchOperation>;
  'aws/boto3/customizations': Dataset<Boto3Customization>;
  'aws/boto3/index': Dataset<Boto3Service>;
  'aws/cdk': Dataset<CdkFact>;
  'aws/cdk-grants': Dataset<CdkGrant>;
  'aws/iam/index': Dataset<IamService>;
  'aws/iam/managed-policies': Dataset<ManagedPolicyFact>;
  'aws/iam/platform': Dataset<PlatformNeedFact>;
  'aws/iam/prefixes': Dataset<FactBase>;
  'aws/iam/rules': Dataset<IamRuleFact>;
  'aws/iam/sam-connectors': Dataset<SamConnector>;
  'aws/iam/sam-policy-templates': Dataset<SamPolicyTemplate>;
  'aws/iam-limits': Dataset<PlatformLimit>;
  'aws/lambda-runtimes': Dataset<LambdaRuntime>;
  'aws/lambda-limits': Dataset<PlatformLimit>;
  'aws/library-models': Dataset<LibraryModelFact>;
  'aws/operation-layers': Dataset<OperationLayers>;
  'aws/paginated-operations': Dataset<PaginatedOperation>;
  'aws/resource-kinds': Dataset<ResourceKindFact>;
  'aws/taggable-types': Dataset<FactBase>;
  'aws/terraform-resource-kinds': Dataset<ResourceKindFact>;
  'azure/functions-runtimes': Dataset<AzureFunctionsRuntime>;
  'azure/resource-kinds': Dataset<ResourceKindFact>;
  'azure/terraform-resource-kinds': Dataset<ResourceKindFact>;
  'data-settings': Dataset<DataSetting>;
  'gcp/run-functions-runtimes': Dataset<RunFunctionsRuntime>;
  'gcp/terraform-resource-kinds': Dataset<ResourceKindFact>;
  'kubernetes/resource-kinds': Dataset<ResourceKindFact>;
  'market/libraries': Dataset<LibraryFact>;
  'market/needs': Dataset<NeedFact>;
  'market/shares': Dataset<ShareFact>;
  'market/skill-evidence': Dataset<SkillEvidenceFact>;
  'market/skill-words': Dataset<SkillWords>;
  'market/skills': Dataset<SkillFact>;
  matrix: MatrixDataset;
  'pipelines/actions': Dataset<PipelineAction>;
  'pipelines/commands': Dataset<PipelineCommand>;
  'pipelines/hooks': Dataset<PipelineTool>;
  'pipelines/images': Dataset<PipelineTool>;
  'pipelines/secret-variables': Dataset<SecretVariable>;
  'pipelines/tasks': Dataset<PipelineAction>;
  'pipelines/templates': Dataset<PipelineTool>;
  'platform-variables': Dataset<PlatformVariable>;
  'python/distributions': DistributionsDataset;
  'python/heavy-imports': Dataset<HeavyImport>;
  'python/library-roles': Dataset<LibraryRoleFact>;
  'python/removed-modules': Dataset<RemovedModule>;
  'python/required-distributions': Dataset<RequiredDistributions>;
  'python/sdk-distributions': Dataset<SdkDistribution>;
  'python/sdk-layers': Dataset<SdkLayerFact>;
  'python/sdk-python-floors': Dataset<SdkPythonFloor>;
  'python/sdk-retries': Dataset<SdkRetries>;
  'python/stdlib-additions': Dataset<StdlibAddition>;
  'python/versions': Dataset<PythonVersion>;
  'python/waiting-calls': Dataset<WaitingCalls>;
  'secret-formats': Dataset<SecretFormat>;
}

export type DatasetName = keyof Datasets;

/** The names of all datasets, in order. */
export const datasetNames: readonly DatasetName[] = [
  'aws/batch-operations',
  'aws/boto3/customizations',
  'aws/boto3/index',
  'aws/cdk',
  'aws/cdk-grants',
  'aws/iam-limits',
  'aws/iam/index',
  'aws/iam/managed-policies',
  'aws/iam/platform',
  'aws/iam/prefixes',
  'aws/iam/rules',
  'aws/iam/sam-connectors',
  'aws/iam/sam-policy-templates',
  'aws/lambda-limits',
  'aws/lambda-runtimes',
  'aws/library-models',
  'aws/operation-layers',
  'aws/paginated-operations',
  'aws/resource-kinds',
  'aws/taggable-types',
  'aws/terraform-resource-kinds',
  'azure/functions-runtimes',
  'azure/resource-kinds',
  'azure/terraform-resource-kinds',
  'data-settings',
  'gcp/run-functions-runtimes',
  'gcp/terraform-resource-kinds',
  'kubernetes/resource-kinds',
  'market/libraries',
  'market/needs',
  'market/shares',
  'market/skill-evidence',
  'market/skill-words',
  'market/skills',
  'matrix',
  'pipelines/actions',
  'pipelines/commands',
  'pipelines/hooks',
  'pipelines/images',
  'pipelines/secret-variables',
  'pipelines/tasks',
  'pipelines/templates',
  'platform-variables',
  'python/distributions',
  'python/heavy-imports',
  'python/library-roles',
  'python/removed-modules',
  'python/required-distributions',
  'python/sdk-distributions',
  'python/sdk-layers',
  'python/sdk-python-floors',
  'python/sdk-retries',
  'python/stdlib-additions',
  'python/versions',
  'python/waiting-calls',
  'secret-formats',
];
