// Where each provider's resource keeps the containers that it runs.
import type { Compute } from '../../../evidence/vocabulary.ts';

/** A type of resource that runs containers: the path to them, and what each states. */
export interface ContainerShape {
  readonly compute: Compute;
  /** Keys to the container, or to the list of them; blocks and lists of one item on the way are gone through. */
  readonly containers: readonly (readonly string[])[];
  /** The key of the image in a container; Terraform's and Kubernetes' is `image`. */
  readonly image: string;
  readonly entrypoint: string;
  readonly command: string;
  /** Keys to the literal name. */
  readonly name: readonly string[];
}

const kubernetes = { image: 'image', entrypoint: 'command', command: 'args', name: ['metadata', 'name'] } as const;
const pods = { ...kubernetes, compute: 'container', containers: [['spec', 'template', 'spec', 'containers']] } as const;
const terraform = { image: 'image', entrypoint: 'command', command: 'args', name: ['name'] } as const;
const ecs = { compute: 'container', image: 'Image', entrypoint: 'EntryPoint', command: 'Command' } as const;
const pattern = { ...ecs, image: 'image', entrypoint: 'entry_point', command: 'command' } as const;
const lambda = { compute: 'function', entrypoint: '', command: '' } as const;
const azure = { image: 'image', entrypoint: 'command', command: 'args', name: ['name'] } as const;

/** By the provider's own type. */
export const containerShapes: Readonly<Record<string, ContainerShape>> = {
  // https://kubernetes.io/docs/concepts/workloads/
  'apps/v1 Deployment': pods,
  'apps/v1 StatefulSet': pods,
  'apps/v1 DaemonSet': pods,
  'apps/v1 ReplicaSet': pods,
  'v1 ReplicationController': pods,
  'argoproj.io/v1alpha1 Rollout': pods,
  'v1 Pod': { ...pods, containers: [['spec', 'containers']] },
  'batch/v1 Job': { ...pods, compute: 'job' },
  'batch/v1 CronJob': {
    ...pods,
    compute: 'job',
    containers: [['spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers']],
  },
  // https://docs.cloud.google.com/run/docs/reference/yaml/v1
  'serving.knative.dev/v1 Service': pods,
  'run.googleapis.com/v1 Job': {
    ...pods,
    compute: 'job',
    containers: [['spec', 'template', 'spec', 'template', 'spec', 'containers']],
  },
  google_cloud_run_service: { ...terraform, compute: 'container', containers: [['template', 'spec', 'containers']] },
  google_cloud_run_v2_service: { ...terraform, compute: 'container', containers: [['template', 'containers']] },
  google_cloud_run_v2_worker_pool: { ...terraform, compute: 'container', containers: [['template', 'containers']] },
  google_cloud_run_v2_job: { ...terraform, compute: 'job', containers: [['template', 'template', 'containers']] },
  kubernetes_deployment: {
    ...terraform,
    compute: 'container',
    containers: [['spec', 'template', 'spec', 'container']],
    name: ['metadata', 'name'],
  },
  kubernetes_deployment_v1: {
    ...terraform,
    compute: 'container',
    containers: [['spec', 'template', 'spec', 'container']],
    name: ['metadata', 'name'],
  },
  // https://learn.microsoft.com/azure/templates/microsoft.app/containerapps
  'Microsoft.App/containerApps': {
    ...azure,
    compute: 'container',
    containers: [['properties', 'template', 'containers']],
  },
  'Microsoft.App/jobs': { ...azure, compute: 'job', containers: [['properties', 'template', 'containers']] },
  'Microsoft.ContainerInstance/containerGroups': {
    ...azure,
    compute: 'container',
    containers: [['properties', 'containers']],
  },
  'module:br/public:avm/res/app/container-app': { ...azure, compute: 'container', containers: [['containers']] },
  'module:br/public:avm/res/app/job': { ...azure, compute: 'job', containers: [['containers']] },
  'module:br/public:avm/ptn/azd/container-app-upsert': { ...azure, compute: 'container', containers: [] },
  'module:br/public:avm/ptn/azd/acr-container-app': { ...azure, compute: 'container', containers: [] },
  'module:br/public:avm/ptn/azd/container-app': { ...azure, compute: 'container', containers: [] },
  azurerm_container_app: { ...terraform, compute: 'container', containers: [['template', 'container']] },
  azurerm_container_app_job: { ...terraform, compute: 'job', containers: [['template', 'container']] },
  azurerm_container_group: {
    ...terraform,
    compute: 'container',
    containers: [['container']],
    entrypoint: 'commands',
    command: '',
  },
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
  'AWS::ECS::TaskDefinition': { ...ecs, containers: [['ContainerDefinitions']], name: ['Family'] },
  aws_ecs_task_definition: {
    compute: 'container',
    containers: [['container_definitions']],
    image: 'image',
    entrypoint: 'entryPoint',
    command: 'command',
    name: ['family'],
  },
  'AWS::ECS::ExpressGatewayService': { ...ecs, containers: [['PrimaryContainer']], name: ['ServiceName'] },
  // https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html
  'AWS::Batch::JobDefinition': {
    ...ecs,
    compute: 'job',
    containers: [['ContainerProperties'], ['EcsProperties', 'TaskProperties', 'Containers']],
    name: ['JobDefinitionName'],
  },
  aws_batch_job_definition: {
    compute: 'job',
    containers: [['container_properties']],
    image: 'image',
    entrypoint: '',
    command: 'command',
    name: ['name'],
  },
  // https://docs.aws.amazon.com/apprunner/latest/dg/service-source-image.html
  'AWS::AppRunner::Service': {
    ...ecs,
    containers: [['SourceConfiguration', 'ImageRepository']],
    image: 'ImageIdentifier',
    entrypoint: '',
    command: '',
    name: ['ServiceName'],
  },
  aws_apprunner_service: {
    compute: 'container',
    containers: [['source_configuration', 'image_repository']],
    image: 'image_identifier',
    entrypoint: '',
    command: '',
    name: ['service_name'],
  },
  // https://docs.aws.amazon.com/lambda/latest/dg/images-create.html
  'AWS::Lambda::Function': { ...lambda, containers: [['Code']], image: 'ImageUri', name: ['FunctionName'] },
  'AWS::Serverless::Function': { ...lambda, containers: [[]], image: 'ImageUri', name: ['FunctionName'] },
  aws_lambda_function: { ...lambda, containers: [[]], image: 'image_uri', name: ['function_name'] },
  'module:terraform-aws-modules/lambda/aws': {
    ...lambda,
    containers: [[]],
    image: 'image_uri',
    name: ['function_name'],
  },
  // https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-inference-code.html
  'AWS::SageMaker::Model': {
    ...ecs,
    compute: 'ml',
    containers: [['PrimaryContainer'], ['Containers']],
    entrypoint: '',
    command: '',
    name: ['ModelName'],
  },
  aws_sagemaker_model: {
    compute: 'ml',
    containers: [['primary_container'], ['container']],
    image: 'image',
    entrypoint: '',
    command: '',
    name: ['name'],
  },
};

/** Where the patterns of the AWS CDK keep the container that they make: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs_patterns-readme.html */
export const patternShapes: Readonly<Record<string, readonly ContainerShape[]>> = {
  'AWS::ECS::Service': [
    { ...pattern, containers: [['cdk:task_image_options']], name: ['ServiceName'] },
    { ...pattern, image: 'cdk:image', command: 'cdk:command', containers: [[]], name: ['ServiceName'] },
  ],
  'AWS::ECS::TaskDefinition': [
    { ...pattern, containers: [['cdk:scheduled_fargate_task_image_options']], name: ['Family'] },
  ],
};
