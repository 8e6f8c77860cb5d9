// Where each type of resource keeps what a unit runs with. Paths are as `valuesAt` reads them.

/** Where the settings of a type stand. */
export interface SettingPaths {
  /** Maps of variables, or lists of things with a name and a value. */
  readonly environment?: readonly string[];
  /** Objects whose data all become variables (Kubernetes' `envFrom`). */
  readonly environmentFrom?: readonly string[];
  /** The role, account or identity that it runs as. */
  readonly identity?: readonly string[];
  /** What it runs as where it names nothing: one that is made for it, or one that the platform gives to everybody. */
  readonly unnamed?: 'own' | 'default';
  /** The resources that say more of the same unit, by reference. */
  readonly also?: readonly string[];
}

const lambda: SettingPaths = { environment: ['Environment.Variables'], identity: ['Role'], unnamed: 'own' };
const pod = (spec: string): SettingPaths => ({
  environment: [`${spec}.containers.env`, `${spec}.initContainers.env`],
  environmentFrom: [`${spec}.containers.envFrom.configMapRef.name`],
  identity: [`${spec}.serviceAccountName`, `${spec}.serviceAccount`],
  unnamed: 'default',
});
const workload = pod('spec.template.spec');
const webApp: SettingPaths = {
  environment: ['properties.siteConfig.appSettings'],
  identity: ['identity.userAssignedIdentities'],
};
const terraformWebApp: SettingPaths = { environment: ['app_settings'], identity: ['identity.identity_ids'] };
const containerApp: SettingPaths = {
  environment: ['properties.template.containers.env'],
  identity: ['identity.userAssignedIdentities'],
};

/** By the provider's own type. A type that is not listed states nothing in a way that is read. */
export const settingPaths: Readonly<Record<string, SettingPaths>> = {
  'AWS::AppRunner::Service': {
    environment: [
      'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
      'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
    ],
    identity: ['InstanceConfiguration.InstanceRoleArn'],
  },
  'AWS::Batch::JobDefinition': {
    environment: ['ContainerProperties.Environment', 'EcsProperties.TaskProperties.Containers.Environment'],
    identity: ['ContainerProperties.JobRoleArn', 'EcsProperties.TaskProperties.TaskRoleArn'],
  },
  'AWS::EC2::Instance': { identity: ['IamInstanceProfile'] },
  'AWS::ECS::Service': {
    environment: ['cdk:task_image_options.environment'],
    identity: ['cdk:task_image_options.task_role'],
    also: ['TaskDefinition', 'cdk:task_definition'],
  },
  'AWS::ECS::TaskDefinition': {
    environment: [
      'ContainerDefinitions.Environment',
      'ContainerDefinitions.Secrets',
      'cdk:scheduled_fargate_task_image_options.environment',
    ],
    identity: ['TaskRoleArn'],
  },
  'AWS::Glue::Job': { identity: ['Role'] },
  'AWS::Lambda::Function': lambda,
  'AWS::SageMaker::Model': {
    environment: ['PrimaryContainer.Environment', 'Containers.Environment'],
    identity: ['ExecutionRoleArn'],
  },
  'AWS::Serverless::Function': lambda,
  'serverless:function': { environment: ['environment'], identity: ['role'], unnamed: 'own' },
  'module:terraform-aws-modules/lambda/aws': {
    environment: ['environment_variables'],
    identity: ['lambda_role'],
    unnamed: 'own',
  },
  aws_apprunner_service: {
    environment: [
      'source_configuration.image_repository.image_configuration.runtime_environment_variables',
      'source_configuration.code_repository.code_configuration.code_configuration_values.runtime_environment_variables',
    ],
    identity: ['instance_configuration.instance_role_arn'],
  },
  aws_batch_job_definition: {
    environment: ['container_properties.environment'],
    identity: ['container_properties.jobRoleArn'],
  },
  aws_ecs_service: { also: ['task_definition'] },
  aws_ecs_task_definition: {
    environment: ['container_definitions.environment', 'container_definitions.secrets'],
    identity: ['task_role_arn'],
  },
  aws_glue_job: { identity: ['role_arn'] },
  aws_instance: { identity: ['iam_instance_profile'] },
  aws_lambda_function: { environment: ['environment.variables'], identity: ['role'] },
  aws_sagemaker_model: {
    environment: ['primary_container.environment', 'container.environment'],
    identity: ['execution_role_arn'],
  },

  'Microsoft.App/containerApps': containerApp,
  'Microsoft.App/jobs': containerApp,
  'Microsoft.ContainerInstance/containerGroups': {
    environment: ['properties.containers.properties.environmentVariables'],
    identity: ['identity.userAssignedIdentities'],
  },
  'Microsoft.Web/sites': webApp,
  'module:br/public:avm/res/app/container-app': {
    environment: ['containers.env'],
    identity: ['managedIdentities.userAssignedResourceIds'],
  },
  'module:br/public:avm/res/app/job': {
    environment: ['containers.env'],
    identity: ['managedIdentities.userAssignedResourceIds'],
  },
  'module:br/public:avm/res/web/site': {
    environment: ['appSettingsKeyValuePairs', 'configs.properties', 'siteConfig.appSettings'],
    identity: ['managedIdentities.userAssignedResourceIds'],
  },
  azurerm_container_app: { environment: ['template.container.env'], identity: ['identity.identity_ids'] },
  azurerm_container_app_job: { environment: ['template.container.env'], identity: ['identity.identity_ids'] },
  azurerm_container_group: {
    environment: ['container.environment_variables', 'container.secure_environment_variables'],
    identity: ['identity.identity_ids'],
  },
  azurerm_function_app: terraformWebApp,
  azurerm_function_app_flex_consumption: terraformWebApp,
  azurerm_linux_function_app: terraformWebApp,
  azurerm_linux_web_app: terraformWebApp,
  azurerm_app_service: terraformWebApp,

  google_app_engine_flexible_app_version: {
    environment: ['env_variables'],
    identity: ['service_account'],
    unnamed: 'default',
  },
  google_app_engine_standard_app_version: {
    environment: ['env_variables'],
    identity: ['service_account'],
    unnamed: 'default',
  },
  google_cloud_run_service: {
    environment: ['template.spec.containers.env'],
    identity: ['template.spec.service_account_name'],
    unnamed: 'default',
  },
  google_cloud_run_v2_job: {
    environment: ['template.template.containers.env'],
    identity: ['template.template.service_account'],
    unnamed: 'default',
  },
  google_cloud_run_v2_service: {
    environment: ['template.containers.env'],
    identity: ['template.service_account'],
    unnamed: 'default',
  },
  google_cloudfunctions2_function: {
    environment: ['service_config.environment_variables', 'service_config.secret_environment_variables'],
    identity: ['service_config.service_account_email'],
    unnamed: 'default',
  },
  google_cloudfunctions_function: {
    environment: ['environment_variables', 'secret_environment_variables'],
    identity: ['service_account_email'],
    unnamed: 'default',
  },
  google_compute_instance: { identity: ['service_account.email'] },

  'apps/v1 DaemonSet': workload,
  'apps/v1 Deployment': workload,
  'apps/v1 StatefulSet': workload,
  'batch/v1 CronJob': pod('spec.jobTemplate.spec.template.spec'),
  'batch/v1 Job': workload,
  'batch/v1beta1 CronJob': pod('spec.jobTemplate.spec.template.spec'),
  'serving.knative.dev/v1 Service': workload,
  'v1 Pod': pod('spec'),
};

/** The setting paths of a resource's type; a module's under whatever version it is taken. */
export function settingPathsOf(type: string): SettingPaths | undefined {
  return settingPaths[type] ?? settingPaths[communityModules.get(bareModule(type)) ?? ''];
}

/** Modules that are known by the address of their repository, too. */
const communityModules: ReadonlyMap<string, string> = new Map([
  ['module:github.com/terraform-aws-modules/terraform-aws-lambda', 'module:terraform-aws-modules/lambda/aws'],
]);

function bareModule(type: string): string {
  return type.replace(/^(module:)(?:git::)?(?:https:\/\/)?/, '$1').replace(/(?:\.git)?(?:\?.*)?$/, '');
}
