import type { Day } from '../evidence/day.ts';
import type { Purpose, SdkLayer } from '../evidence/vocabulary.ts';
import type { Boto3Customization } from './boto3/customization.ts';
import type { Boto3Service } from './boto3/service.ts';
import type { PlatformNeedFact } from './iam/platform-needs.ts';
import type { CdkGrant, ManagedPolicyFact, SamConnector, SamPolicyTemplate } from './iam/policy-statement.ts';
import type { LibraryModelFact } from './libraries/library-model.ts';

/** Platforms with managed Python runtimes. */
export const runtimePlatforms = ['aws-lambda', 'azure-functions', 'cloud-run-functions'] as const;
export type RuntimePlatform = (typeof runtimePlatforms)[number];

/** Where a fact was read. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The day on which it was read. */
  readonly read: Day;
}

/** What every fact carries besides its own fields. */
export interface FactBase {
  readonly id: string;
  /** Keys into the dataset's sources. */
  readonly source: string | readonly string[];
  /** False where the page that states it could not be read; the sources then only agree with it. */
  readonly confirmed?: boolean;
  /** A remark where sources disagree or a date has moved. */
  readonly note?: string;
}

/** A file of facts of one kind. */
export interface Dataset<Fact extends FactBase> {
  /** Its name, which is its path below `data/` without `.json`. */
  readonly dataset: string;
  readonly title: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly facts: readonly Fact[];
}

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

/** A feature release of CPython. */
export interface PythonVersion extends FactBase {
  /** A day, or a month (`2026-10`) where the day was not found. */
  readonly firstRelease: string;
  readonly endOfLife: Day | null;
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

/** The normalised kind of a provider's resource type (`id`). */
export interface ResourceKindFact extends FactBase {
  readonly kind: string;
}

/** What a tool of pipelines does. */
export interface PipelineTool extends FactBase {
  readonly purposes: readonly Purpose[];
}

/** A command: its words in order, other options and their values between them left out; `--check` may stand anywhere. */
export interface PipelineCommand extends PipelineTool {
  /** True if it only runs the command behind it (`uv run`, `xvfb-run`). */
  readonly wraps?: boolean;
  /** Its options that take the next word as their value. */
  readonly valued?: readonly string[];
  /** Whose recipes it runs, where they can be read (`make`, `tox`). */
  readonly follows?: string;
}

/** How a step proves who it is, told by the input that is given. */
export interface CredentialInput {
  readonly input: string;
  readonly kind: 'federated' | 'secret' | 'service-connection' | 'platform';
  readonly cloud: 'aws' | 'azure' | 'gcp' | null;
}

/** A GitHub action (`owner/name` with its folder) or an Azure Pipelines task (its name). */
export interface PipelineAction extends PipelineTool {
  /** The first input that is given counts. */
  readonly credentials?: readonly CredentialInput[];
  /** Inputs that hold a command or script. */
  readonly runs?: readonly string[];
  /** The language of those, where it is not the shell's. */
  readonly language?: 'powershell';
  /** The command that it runs, given its inputs in `{braces}`. */
  readonly command?: string;
  /** The input that holds a Python version. */
  readonly python?: string;
}

/** A variable (`id`) that holds a long-lived key of a cloud. */
export interface SecretVariable extends FactBase {
  readonly cloud: 'aws' | 'azure' | 'gcp';
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

/** A library (`id`, the first part of its module) that takes time to import and does nothing else by that. */
export interface HeavyImport extends FactBase {
  /** CPU time of importing it. */
  readonly milliseconds: number;
  /** Others that import it too. */
  readonly loadedBy: readonly string[];
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

/** Which side of a cloud's API a distribution speaks to; `*` in its name stands for any text. */
export interface SdkLayerFact extends FactBase {
  readonly layer: SdkLayer | 'none';
}

/** A setting of a type of resource that decides who can read its data. */
export interface DataSetting extends FactBase {
  readonly type: string;
  readonly path: readonly string[];
  readonly concern: 'at-rest' | 'public' | 'in-transit';
  /** The values with which the data is open. */
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
  'python/removed-modules': Dataset<RemovedModule>;
  'python/sdk-distributions': Dataset<SdkDistribution>;
  'python/sdk-layers': Dataset<SdkLayerFact>;
  'python/sdk-python-floors': Dataset<SdkPythonFloor>;
  'python/sdk-retries': Dataset<SdkRetries>;
  'python/stdlib-additions': Dataset<StdlibAddition>;
  'python/versions': Dataset<PythonVersion>;
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
  'python/removed-modules',
  'python/sdk-distributions',
  'python/sdk-layers',
  'python/sdk-python-floors',
  'python/sdk-retries',
  'python/stdlib-additions',
  'python/versions',
  'secret-formats',
];
