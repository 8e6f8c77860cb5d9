// https://registry.terraform.io/modules/terraform-aws-modules/lambda/aws/latest
import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource } from '../../infrastructure/model/resource.ts';
import type { MapValue, Value } from '../../infrastructure/model/value.ts';
import { itemsOf } from './alternatives.ts';
import { addFramework } from './framework-grants.ts';
import type { Collected } from './grant.ts';
import { addManagedPolicies } from './managed-policies.ts';
import { resourcesOf } from './resource-text.ts';
import { addUnknown } from './statements.ts';
import type { Surroundings } from './surroundings.ts';
import { addPolicyValue } from './terraform-documents.ts';

/** The type under which a call of the module stands in a stack. */
export const lambdaModule = 'module:terraform-aws-modules/lambda/aws';

/** Collects what the role that the module makes for its function is granted, by the module's inputs. */
export function addModuleRole(into: Collected, unit: Resource, around: Surroundings): void {
  const given = (name: string): Value | undefined => property(unit, name);
  if (unit.properties.open !== null) addUnknown(into, unit.properties.open, 'an input of the module');
  if (textOf(given('attach_cloudwatch_logs_policy')) !== 'false') add('AWSLambdaBasicExecutionRole');
  if (given('attach_network_policy') !== undefined) add('AWSLambdaVPCAccessExecutionRole');
  if (given('attach_tracing_policy') !== undefined) add('AWSXRayDaemonWriteAccess');
  for (const name of ['policy', 'policies']) {
    const policies = given(name);
    if (policies !== undefined) addManagedPolicies(into, policies, around);
  }
  for (const name of ['policy_json', 'policy_jsons']) {
    for (const { value, sure } of itemsOf(given(name) ?? absentOf(unit))) addPolicyValue(into, value, around, sure);
  }
  const statements = given('policy_statements');
  for (const { value, sure } of statements === undefined ? [] : statementsIn(statements)) {
    if (value.kind === 'map') addStatement(into, value, sure);
    else addUnknown(into, value, 'a statement');
  }
  for (const name of ['dead_letter_target_arn', 'destination_on_failure', 'destination_on_success']) {
    const target = given(name);
    if (target !== undefined) into.grants.push(sending(target));
  }

  function add(name: string): void {
    addFramework(into, name, unit.key, around);
  }
}

/** A map by names, or a list. */
function statementsIn(statements: Value): ReturnType<typeof itemsOf> {
  return itemsOf(statements).flatMap(({ value, sure }) => {
    if (value.kind !== 'map' || value.entries.has('actions') || value.entries.has('not_actions'))
      return [{ value, sure }];
    return [...value.entries.values()].flatMap((entry) => itemsOf(entry.value));
  });
}

function addStatement(into: Collected, map: MapValue, sure: boolean): void {
  const texts = (name: string): string[] => {
    const value = map.entries.get(name)?.value;
    return value === undefined ? [] : itemsOf(value).map((item) => readText(item.value).text);
  };
  const resources = (name: string): ReturnType<typeof resourcesOf> => {
    const value = map.entries.get(name)?.value;
    return value === undefined ? [] : resourcesOf(value);
  };
  const actions = texts('actions');
  into.grants.push({
    effect: texts('effect')[0] === 'Deny' ? 'Deny' : 'Allow',
    actions,
    notActions: texts('not_actions'),
    resources: resources('resources'),
    notResources: resources('not_resources'),
    conditions: map.entries.has('condition'),
    conditionKeys: [],
    sure,
    origin: { kind: 'statement' },
    from: evidence(map.place, actions.join(', ')),
    list: null,
  });
}

function sending(target: Value): Collected['grants'][number] {
  return {
    effect: 'Allow',
    actions: ['sns:Publish', 'sqs:SendMessage', 'lambda:InvokeFunction', 'events:PutEvents'],
    notActions: [],
    resources: resourcesOf(target),
    notResources: [],
    conditions: false,
    conditionKeys: [],
    sure: true,
    origin: { kind: 'framework', name: 'destination' },
    from: evidence(target.place, 'destination'),
    list: null,
  };
}

function absentOf({ place }: Resource): Value {
  return { kind: 'absent', place };
}

function textOf(value: Value | undefined): string {
  return value === undefined ? '' : readText(value).text;
}
