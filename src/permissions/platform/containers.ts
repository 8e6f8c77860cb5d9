// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { referencesIn, valuesAt } from '../../services/bind/values-at.ts';
import type { BoundValue } from '../bound-value.ts';
import { settingValues } from '../setting-value.ts';
import type { UsedFeature } from './platform-use.ts';

/** Where a definition of ECS keeps what matters: CloudFormation writes keys in capitals, the JSON of Terraform does not. */
interface TaskPaths {
  readonly containers: string;
  readonly image: string;
  readonly logDriver: string;
  readonly logOptions: string;
  readonly secrets: string;
  readonly files: string;
  readonly volumes: string;
  readonly volumeRole: string;
  readonly volumeId: string;
}

const tasks: Readonly<Record<string, TaskPaths>> = {
  'AWS::ECS::TaskDefinition': {
    containers: 'ContainerDefinitions',
    image: 'Image',
    logDriver: 'LogConfiguration.LogDriver',
    logOptions: 'LogConfiguration.Options',
    secrets: 'Secrets.ValueFrom',
    files: 'EnvironmentFiles.Value',
    volumes: 'Volumes.EFSVolumeConfiguration',
    volumeRole: 'AuthorizationConfig.IAM',
    volumeId: 'FilesystemId',
  },
  aws_ecs_task_definition: {
    containers: 'container_definitions',
    image: 'image',
    logDriver: 'logConfiguration.logDriver',
    logOptions: 'logConfiguration.options',
    secrets: 'secrets.valueFrom',
    files: 'environmentFiles.value',
    volumes: 'volume.efs_volume_configuration',
    volumeRole: 'authorization_config.iam',
    volumeId: 'file_system_id',
  },
};

/** What of a service says that people may open a shell in its containers, and what task it runs. */
const services: Readonly<Record<string, { readonly exec: string; readonly task: string }>> = {
  'AWS::ECS::Service': { exec: 'EnableExecuteCommand', task: 'TaskDefinition' },
  aws_ecs_service: { exec: 'enable_execute_command', task: 'task_definition' },
};

/** The services that run a task. */
export function servicesOf(task: Resource, stack: Stack): Resource[] {
  if (tasks[task.type] === undefined) return [];
  return [...stack.resources.values()].filter((other) => {
    const path = services[other.type]?.task;
    const named = path === undefined ? [] : valuesAt(other.properties, path);
    return named.some((value) => referencesIn(value).some(({ resource: id }) => id === task.id));
  });
}

/** What ECS does with a resource of a service: with its task, and with the service itself. */
export function containerFeatures(resource: Resource, stack: Stack): UsedFeature[] {
  const option = services[resource.type]?.exec;
  if (option !== undefined) {
    const [enabled] = valuesAt(resource.properties, option);
    const isEnabled = enabled !== undefined && /^true$/i.test(readText(enabled).text);
    return isEnabled ? [feature('ecs.task.exec', enabled)] : [];
  }
  const paths = tasks[resource.type];
  if (paths === undefined) return [];
  const containers = valuesAt(resource.properties, paths.containers);
  return [
    ...containers.flatMap((container) => ofContainer(container, paths, stack)),
    ...valuesAt(resource.properties, paths.volumes).flatMap((volume) => ofVolume(volume, paths, stack)),
  ];
}

function feature(name: string, value: Value, values: UsedFeature['values'] = new Map()): UsedFeature {
  return { feature: name, values, evidence: evidence(value.place, readText(value).text) };
}

function ofContainer(container: Value, paths: TaskPaths, stack: Stack): UsedFeature[] {
  const found: UsedFeature[] = [];
  for (const image of valuesAt(container, paths.image)) {
    const repository = repositoryOf(image, stack);
    if (repository !== undefined)
      found.push(feature('ecs.execution.ecr', image, new Map([['repository', repository]])));
    if (/xray-daemon|aws-otel-collector/.test(readText(image).text)) found.push(feature('ecs.task.tracing', image));
  }
  for (const value of valuesAt(container, paths.secrets)) {
    const kind = isSecret(value, stack) ? 'secret' : 'parameter';
    found.push(feature(`ecs.execution.${kind}`, value, new Map([[kind, secretArns(value, kind, stack)]])));
  }
  for (const file of valuesAt(container, paths.files)) {
    const object = settingValues(file, stack);
    const bucket = object.map((one): BoundValue => ('text' in one ? { text: one.text.replace(/\/.*$/, '') } : one));
    found.push(
      feature(
        'ecs.execution.environment-file',
        file,
        new Map([
          ['object', object],
          ['bucket', bucket],
        ]),
      ),
    );
  }
  return [...found, ...ofLogs(container, paths, stack)];
}

function ofLogs(container: Value, paths: TaskPaths, stack: Stack): UsedFeature[] {
  const [driver] = valuesAt(container, paths.logDriver);
  if (driver === undefined || readText(driver).text !== 'awslogs') return [];
  const option = (name: string): Value[] => valuesAt(container, `${paths.logOptions}.${name}`);
  const groups = new Map([
    ['logGroup', option('awslogs-group').flatMap((value) => named(settingValues(value, stack)))],
  ]);
  const [creates] = option('awslogs-create-group');
  const isCreated = creates !== undefined && /^true$/i.test(readText(creates).text);
  return [
    feature('ecs.execution.logs', driver, groups),
    ...(isCreated ? [feature('ecs.execution.create-log-group', creates, groups)] : []),
  ];
}

/** A log group of the tree is written by its name within an ARN that says more. */
function named(values: readonly BoundValue[]): BoundValue[] {
  return values.map((one) =>
    'arn' in one ? { text: one.arn.replace(/\.(?:Arn|arn)\}$/, (end) => (end === '.arn}' ? '.name}' : '}')) } : one,
  );
}

function ofVolume(volume: Value, paths: TaskPaths, stack: Stack): UsedFeature[] {
  const [role] = valuesAt(volume, paths.volumeRole);
  if (role === undefined || readText(role).text !== 'ENABLED') return [];
  const ids = valuesAt(volume, paths.volumeId).flatMap((id) => settingValues(id, stack));
  return [feature('ecs.task.file-system', role, new Map([['fileSystem', ids.map(fileSystemArn)]]))];
}

function fileSystemArn(id: BoundValue): BoundValue {
  const prefix = `arn:\${AWS::Partition}:elasticfilesystem:\${AWS::Region}:\${AWS::AccountId}:file-system/`;
  return 'text' in id ? { arn: `${prefix}${id.text}` } : id;
}

/** The host of a private registry, and the name of the repository, where that is written out. */
const registry = /\.dkr\.ecr\.[^/]+(?:\/([^:@]+))?/;

/** The repository of an image in ECR; undefined for one of another registry, or where nothing says which it is of. */
function repositoryOf(image: Value, stack: Stack): BoundValue[] | undefined {
  const prefix = `arn:\${AWS::Partition}:ecr:\${AWS::Region}:\${AWS::AccountId}:repository/`;
  for (const { resource: id } of referencesIn(image)) {
    if (/::Repository$|_ecr_repository$/.test(stack.resources.get(id)?.type ?? '')) {
      return [{ arn: stack.format === 'terraform' ? `\${${id}.arn}` : `\${${id}.Arn}` }];
    }
  }
  const found = registry.exec(readText(image).text);
  return found === null ? undefined : [{ arn: `${prefix}${found[1] ?? '*'}` }];
}

function isSecret(value: Value, stack: Stack): boolean {
  const types = referencesIn(value).map(({ resource: id }) => stack.resources.get(id)?.type ?? '');
  return types.some((type) => /Secret$|_secret$/.test(type)) || /:secretsmanager:/.test(readText(value).text);
}

/** A secret may be named with one of its keys behind its ARN, a parameter by its name alone. */
function secretArns(value: Value, kind: 'secret' | 'parameter', stack: Stack): BoundValue[] {
  const prefix = `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter/`;
  return settingValues(value, stack).map((one): BoundValue => {
    if (!('text' in one)) return one;
    if (kind === 'secret') return { arn: one.text.replace(/^((?:[^:]*:){6}[^:]+):.*$/, '$1') };
    return { arn: one.text.startsWith('arn:') ? one.text : `${prefix}${one.text.replace(/^\//, '')}` };
  });
}
