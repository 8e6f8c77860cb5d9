import { evidence } from '../../evidence/evidence.ts';
import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import type { Identity, ResourceUse, UseKind, Variable } from '../service.ts';
import { grantsOf } from './grants.ts';
import { resourceNamed } from './names.ts';
import { statementTargets } from './statement-targets.ts';
import { unitResources } from './unit-resources.ts';
import { referencesIn, resourceIn, valuesAt } from './values-at.ts';

/**
 * The resources of the tree that a unit works on, as far as infrastructure code tells, with what tells it: its
 * environment, the statements and grants of its identity, connectors, and settings that name a place for its results. Each
 * resource once for each way, by id; the first 200.
 */
export function usesOf(
  resource: Resource,
  stack: Stack,
  environment: readonly Variable[],
  identity: Identity | null,
): ResourceUse[] {
  const own = new Set(unitResources(resource, stack).map(({ id }) => id));
  const role = identity?.resource ?? null;
  if (role !== null) own.add(role);
  const found = new Map<string, ResourceUse>();
  const add = (id: string | undefined, through: UseKind, value: Value, label: string): void => {
    if (
      id === undefined ||
      found.size >= mostUses ||
      own.has(id) ||
      isNothingToWorkOn(stack.resources.get(id)) ||
      found.has(`${id} ${through}`)
    )
      return;
    found.set(`${id} ${through}`, { resource: id, through, evidence: evidence(value.place, label) });
  };
  const addAll = (value: Value, through: UseKind, label: string): void => {
    const references = referencesIn(value);
    for (const { resource: id, value: at } of references) add(idIn(stack, id), through, at, label);
    if (references.length === 0) add(resourceNamed(value, stack)?.id, through, value, label);
  };
  for (const { name, value } of environment) addAll(value, 'environment', name);
  for (const id of own) {
    for (const { value, through, label } of grantsOf(stack, id)) {
      const targets = through === 'policy' ? statementTargets(value, stack) : [value];
      for (const target of targets) addAll(target, through, label);
      if (found.size >= mostUses) break;
    }
  }
  for (const one of unitResources(resource, stack)) {
    for (const [path, through] of linkPaths[one.type] ?? []) {
      for (const value of valuesAt(one.properties, path)) addAll(value, through, path);
    }
  }
  return [...found.values()].sort((a, b) => (a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : 0));
}

/** More than anybody reads; thousands of services may share a role with thousands of statements. */
const mostUses = 200;

/** Modules of unknown kind, what only Terraform itself has, and facts of the account: a unit does not work on these. */
function isNothingToWorkOn(resource: Resource | undefined): boolean {
  if (resource === undefined || resource.kind !== null) return resource?.kind === 'identity';
  return /^(module:(?!.*(s3|sqs|sns|dynamodb|eventbridge|rds|bucket|queue|table))|random_|null_resource|time_|tls_|local_|terraform_data|data\.aws_(caller_identity|region|partition|availability_zones?|iam_|ami|vpc|subnets?)|data\.google_(project|client_config)|data\.azurerm_(client_config|subscription))/.test(
    resource.type,
  );
}

function idIn(stack: Stack, id: string): string | undefined {
  return resourceIn(stack, id)?.id ?? (id.includes('#') ? id : undefined);
}

/** Settings of a unit that name a resource to which it gives something, or that it has at hand. */
const linkPaths: Readonly<Record<string, readonly (readonly [path: string, through: UseKind])[]>> = {
  'AWS::Lambda::Function': [
    ['DeadLetterConfig.TargetArn', 'destination'],
    ['FileSystemConfigs.Arn', 'mount'],
  ],
  'AWS::Serverless::Function': [
    ['DeadLetterQueue.TargetArn', 'destination'],
    ['EventInvokeConfig.DestinationConfig.OnSuccess.Destination', 'destination'],
    ['EventInvokeConfig.DestinationConfig.OnFailure.Destination', 'destination'],
    ['FileSystemConfigs.Arn', 'mount'],
  ],
  'serverless:function': [
    ['onError', 'destination'],
    ['destinations.onSuccess', 'destination'],
    ['destinations.onFailure', 'destination'],
    ['fileSystemConfig.arn', 'mount'],
  ],
  aws_lambda_function: [
    ['dead_letter_config.target_arn', 'destination'],
    ['file_system_config.arn', 'mount'],
  ],
  google_cloud_run_v2_service: [
    ['template.volumes.cloud_sql_instance.instances', 'mount'],
    ['template.volumes.gcs.bucket', 'mount'],
    ['template.volumes.secret.secret', 'mount'],
  ],
  google_cloud_run_v2_job: [
    ['template.template.volumes.cloud_sql_instance.instances', 'mount'],
    ['template.template.volumes.gcs.bucket', 'mount'],
    ['template.template.volumes.secret.secret', 'mount'],
  ],
};
