import { baseName } from '../../../repository/paths.ts';
import type { Workspace } from '../../workspace.ts';
import type { Claim, FindClaims } from './claim.ts';
import { imageNames, type NamedBuild } from './image-names.ts';

/** A kind of definition, when a repository can have it, and who reads it: nothing is loaded for one that is not there. */
interface Discoverer {
  /** The names of its files, without folders. */
  readonly files?: RegExp;
  /** The types of its resources. */
  readonly resources?: RegExp;
  readonly load: () => Promise<FindClaims>;
}

/** Every kind of definition of a unit, one row each. */
const discoverers: readonly Discoverer[] = [
  {
    resources:
      /^(aws_(ecs|batch|apprunner|sagemaker|lambda_function)|AWS::(ECS|Batch|AppRunner|SageMaker|Lambda|Serverless)::|module:terraform-aws-modules\/lambda|google_cloud_run|azurerm_container|kubernetes_|Microsoft\.(App|ContainerInstance)\/|module:br.*\/(app|azd)\/)|^[\w./-]* ?v\d\w* (Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Rollout|Pod|Job|CronJob|Service)$/,
    load: async () => (await import('./container-claims.ts')).containerClaims,
  },
  {
    resources: /^(Microsoft\.Web\/sites|module:br.*\/web\/site|azurerm_(linux_|function|app_service))/,
    load: async () => (await import('./azure-sites.ts')).azureSiteClaims,
  },
  {
    resources: /^google_cloudfunctions/,
    load: async () => (await import('./google-functions.ts')).googleFunctionClaims,
  },
  {
    resources: /^(AWS::Glue::Job|aws_glue_job|google_dataproc_job)$/,
    load: async () => (await import('./script-jobs.ts')).scriptJobClaims,
  },
  {
    resources:
      /^(AWS::EC2::(Instance|LaunchTemplate)|AWS::AutoScaling::Launch|aws_(instance|launch_)|google_compute_instance|Microsoft\.Compute\/virtualMachines|azurerm_linux_virtual_machine)/,
    load: async () => (await import('./machines.ts')).machineClaims,
  },
  {
    resources: /^(AWS::MWAA::Environment|aws_mwaa_environment|google_composer_environment)$/,
    load: async () => (await import('./dag-folders.ts')).dagClaims,
  },
  { files: /^azure\.ya?ml$/, load: async () => (await import('./azd.ts')).azdClaims },
  {
    files: /^([\w.-]+[-_.])?app([-_.][\w.-]+)?\.ya?ml$/i,
    load: async () => (await import('./app-engine.ts')).appEngineClaims,
  },
  { files: /\.py$/, load: async () => (await import('./submitted-jobs.ts')).submittedJobClaims },
  { files: /^appspec\.ya?ml$/, load: async () => (await import('./appspec.ts')).appspecClaims },
  { files: /^apprunner\.ya?ml$/, load: async () => (await import('./app-runner.ts')).appRunnerClaims },
  { files: /\.ya?ml$/, load: async () => (await import('./azure-ml.ts')).azureMlClaims },
  { files: /compose[\w.-]*\.ya?ml$/i, load: async () => (await import('./compose.ts')).composeClaims },
  { files: /^Procfile$/, load: async () => (await import('./procfile.ts')).procfileClaims },
  { files: /(docker|container)file/i, load: async () => (await import('./image-claims.ts')).imageClaims },
  {
    files: /^(host\.json|function_app\.py)$/,
    load: async () => (await import('./azure-functions.ts')).azureFunctionClaims,
  },
  { files: /^main\.py$/, load: async () => (await import('./functions-framework.ts')).functionsFrameworkClaims },
  {
    files: /\.(sh|bash|mk|ya?ml|json)$|akefile$|ustfile$/,
    load: async () => (await import('./deploy-steps.ts')).deployClaims,
  },
];

/** Asks every discoverer whose files or resources a repository has. */
export async function findClaims(workspace: Workspace): Promise<Claim[]> {
  const names = new Set(workspace.repository.files.map(baseName));
  const types = new Set(workspace.stacks.flatMap(({ resources }) => [...resources.values()].map(({ type }) => type)));
  const claims: Claim[] = [];
  for (const { files, resources, load } of discoverers) {
    const isThere =
      files === undefined
        ? [...types].some((type) => resources?.test(type))
        : [...names].some((name) => files.test(name));
    if (isThere) claims.push(...(await (await load())(workspace)));
  }
  return claims;
}

/**
 * The images that the repository builds, as far as that matters for the claims: what compose files and Skaffold say, and
 * scripts and pipelines where an image is named that those do not tell.
 */
export async function findBuilds(claims: readonly Claim[], workspace: Workspace): Promise<NamedBuild[]> {
  const { repository } = workspace;
  const { files } = repository;
  const builds: NamedBuild[] = [];
  const mentions = claims.filter(({ image, dockerfile }) => image !== undefined && dockerfile === undefined);
  if (mentions.length === 0) return builds;
  const has = (pattern: RegExp): boolean => files.some((file) => pattern.test(file));
  if (has(/compose[\w.-]*\.ya?ml$/i)) builds.push(...(await (await import('./compose.ts')).composeBuilds(workspace)));
  if (has(/(^|\/)skaffold[^/]*\.ya?ml$/))
    builds.push(...(await (await import('./skaffold.ts')).skaffoldBuilds(workspace)));
  const names = imageNames(repository, builds);
  if (mentions.every(({ image }) => image === undefined || names.isTold(image.text))) return builds;
  const { givenCommands, needles } = await import('./command-files.ts');
  const { stepBuilds } = await import('./build-steps.ts');
  return [...builds, ...stepBuilds(await givenCommands(repository, needles.builds), workspace)];
}
