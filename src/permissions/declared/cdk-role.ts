// https://docs.aws.amazon.com/cdk/v2/guide/permissions.html
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { unitResources } from '../../services/bind/unit-resources.ts';
import { itemsOf } from './alternatives.ts';
import { grantsElsewhere, grantType, inTermsOf, madeAt } from './cdk-elsewhere.ts';
import { addActions, addFramework } from './framework-grants.ts';
import { type Collected, nothing } from './grant.ts';
import { addReady } from './managed-policies.ts';
import { resourcesOf, writtenText } from './resource-text.ts';
import { addAttachedPolicies } from './role.ts';
import { addStatements } from './statements.ts';
import { means, resourceAt, type Surroundings } from './surroundings.ts';
import { addPolicyValue } from './terraform-documents.ts';

/** Collects what methods of constructs grant to a unit or to its role, and what the CDK adds to functions by itself. */
export function addCdkGrants(into: Collected, unit: Resource, role: Resource | undefined, around: Surroundings): void {
  const own = unitResources(unit, around.stack);
  const ids = new Set([...own.map(({ id }) => id), ...(role === undefined ? [] : [role.id, ...usersOf(role, around)])]);
  for (const resource of around.stack.resources.values()) {
    if (resource.type !== grantType) continue;
    const grantee = property(resource, 'Grantee');
    if (grantee?.kind === 'reference' ? ids.has(grantee.resource) : isOpen(grantee)) addGrant(into, resource, around);
  }
  for (const { grant, from } of grantsElsewhere(around, ids)) {
    const found = nothing();
    addGrant(found, grant, { ...around, stack: from });
    into.unknown.push(...found.unknown);
    into.grants.push(...found.grants.map((one) => inTermsOf(around.stack, from, one)));
  }
  for (const one of own) addAttachedPolicies(into, one, around);
  addTwinDoubt(into, unit, around);
  const policies = property(unit, 'cdk:initial_policy');
  if (policies !== undefined) addStatements(into, policies);
  if (unit.type === 'AWS::Lambda::Function') addFunctionGrants(into, unit, role, around);
}

/** Where the same code makes several constructs, which one of them is granted something cannot always be told. */
function addTwinDoubt(into: Collected, unit: Resource, { stack }: Surroundings): void {
  const base = unit.id.replace(/#\d+$/, '');
  if (base === unit.id && !stack.resources.has(`${base}#2`)) return;
  into.unknown.push({
    reason: 'dynamic-value',
    text: `${unit.id} is one of several of the same code`,
    place: unit.key,
  });
}

/** The functions that run with a role: what is granted to one is granted to all. */
function usersOf(role: Resource, { stack }: Surroundings): string[] {
  return [...stack.resources.values()]
    .filter((one) => one.type === 'AWS::Lambda::Function' && one.properties.entries.has('Role'))
    .filter((one) => itemsOf(property(one, 'Role') ?? one.properties).some(({ value }) => means(value, role)))
    .map(({ id }) => id);
}

/** A grantee that cannot be told may be anybody. */
function isOpen(grantee: Value | undefined): boolean {
  return grantee?.kind === 'unknown';
}

function addGrant(into: Collected, grant: Resource, around: Surroundings): void {
  const method = textOf(property(grant, 'Method'));
  const grantee = property(grant, 'Grantee');
  if (grantee?.kind === 'unknown') {
    into.unknown.push({ reason: grantee.reason, text: `whom ${grant.id} grants to`, place: grant.key });
    return;
  }
  const statement = property(grant, 'Statement');
  if (statement !== undefined) {
    if (method === 'attach_inline_policy') addPolicyValue(into, documentOf(statement, around), around);
    else addStatements(into, statement);
    return;
  }
  const target = property(grant, 'Target');
  const type = target?.kind === 'reference' ? madeAt(around, target.resource)?.type : undefined;
  const given = property(grant, 'Actions');
  if (type === undefined || target?.kind !== 'reference') {
    into.unknown.push({ reason: 'external-code', text: grant.id, place: grant.key });
  } else if (method === 'grant' && given !== undefined)
    addPlainGrant(into, grant, given, { id: target.resource, type });
  else addMethod(into, grant, method, { id: target.resource, type }, around);
}

function documentOf(statement: Value, around: Surroundings): Value {
  const policy = statement.kind === 'reference' ? resourceAt(around, statement.resource) : undefined;
  const own = policy?.properties.entries;
  return own?.get('PolicyDocument')?.value ?? own?.get('cdk:document')?.value ?? statement;
}

/** What is granted access to: as the grant's file names it. */
type Target = Pick<Resource, 'id' | 'type'>;

/** `table.grant(function, 'dynamodb:Query', …)` */
function addPlainGrant(into: Collected, grant: Resource, given: Value, { id, type }: Target): void {
  const actions = itemsOf(given).map(({ value }) => readText(value));
  const unread = actions.find((action) => !action.known);
  if (unread !== undefined)
    into.unknown.push({ reason: 'dynamic-value', text: `${grant.id}: ${unread.text}`, place: grant.key });
  const known = actions.flatMap((action) => (action.known ? [action.value] : []));
  const inner = type === 'AWS::DynamoDB::Table' ? ['', '/index/*'] : type === 'AWS::S3::Bucket' ? ['', '/*'] : [''];
  for (const suffix of inner) {
    const statement = { effect: 'Allow' as const, actions: known, notActions: [], notResources: [], conditions: false };
    const resources = [`\${${id}.Arn}${suffix}`];
    addReady(into, [{ ...statement, resources }], { kind: 'method', name: 'grant' }, grant.key, grant.id);
  }
}

function addMethod(into: Collected, grant: Resource, method: string, target: Target, around: Surroundings): void {
  const statements = around.ready.cdkMethod(target.type, method);
  if (statements === undefined) {
    into.unknown.push({ reason: 'not-in-catalogue', text: `${grant.id}: what ${method} grants`, place: grant.key });
    return;
  }
  const pattern = target.type === 'AWS::S3::Bucket' ? property(grant, 'Actions') : undefined;
  const below = pattern === undefined ? undefined : resourcesOf(pattern)[0]?.text;
  const filled = statements.map((statement) => ({
    ...statement,
    resources: statement.resources.map((resource) => {
      const own = resource.replaceAll(/\$\{Target(?=[.}])/g, () => `\${${target.id}`);
      return below === undefined ? own : own.replace(/\/\*$/, () => `/${below}`);
    }),
  }));
  addReady(into, filled, { kind: 'method', name: method }, grant.key, grant.id);
}

function textOf(value: Value | undefined): string {
  return value === undefined ? '' : readText(value).text;
}

/** What the library adds to the role of a function, its own or one that it is given. */
function addFunctionGrants(into: Collected, unit: Resource, role: Resource | undefined, around: Surroundings): void {
  const add = (name: string): void => addFramework(into, name, unit.key, around);
  if (role === undefined) {
    add('AWSLambdaBasicExecutionRole');
    if (property(unit, 'VpcConfig') !== undefined || property(unit, 'cdk:vpc') !== undefined) {
      add('AWSLambdaVPCAccessExecutionRole');
    }
    const layer = property(unit, 'cdk:insights_version');
    if (layer !== undefined) add('CloudWatchLambdaInsightsExecutionRolePolicy');
  }
  if (property(unit, 'TracingConfig') !== undefined) add('AWSXRayDaemonWriteAccess');
  const dead = property(unit, 'DeadLetterConfig', 'TargetArn') ?? property(unit, 'cdk:dead_letter_queue');
  if (dead !== undefined) addActions(into, ['sqs:SendMessage', 'sns:Publish'], arnText(dead), 'dead letters', unit.key);
  if (property(unit, 'cdk:dead_letter_queue_enabled') !== undefined) {
    addActions(into, ['sqs:SendMessage'], '*', 'dead letters', unit.key);
  }
  for (const mapping of around.stack.resources.values()) {
    if (mapping.type !== 'AWS::Lambda::EventSourceMapping') continue;
    const target = property(mapping, 'FunctionName');
    if (target?.kind === 'reference' && target.resource === unit.id) addSource(into, mapping, around);
  }
}

/** What an event source grants to the function that it is added to, by the type of the source. */
const sources: Readonly<Record<string, readonly string[]>> = {
  'AWS::SQS::Queue': [
    'sqs:ReceiveMessage',
    'sqs:ChangeMessageVisibility',
    'sqs:GetQueueUrl',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
  ],
  'AWS::Kinesis::Stream': [
    'kinesis:DescribeStreamSummary',
    'kinesis:GetRecords',
    'kinesis:GetShardIterator',
    'kinesis:ListShards',
    'kinesis:SubscribeToShard',
    'kinesis:DescribeStream',
    'kinesis:ListStreams',
    'kinesis:DescribeStreamConsumer',
  ],
  'AWS::DynamoDB::Table': [
    'dynamodb:ListStreams',
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
  ],
};

function addSource(into: Collected, mapping: Resource, around: Surroundings): void {
  const source = property(mapping, 'EventSourceArn');
  const type = source?.kind === 'reference' ? (madeAt(around, source.resource)?.type ?? '') : '';
  const actions = sources[type];
  if (actions !== undefined && source !== undefined) {
    const list = actions.filter((action) => action.endsWith(':ListStreams'));
    addActions(
      into,
      actions.filter((action) => !list.includes(action)),
      arnText(source),
      mapping.id,
      mapping.key,
    );
    if (list.length > 0) addActions(into, list, '*', mapping.id, mapping.key);
  } else into.unknown.push({ reason: 'external-code', text: `what ${mapping.id} grants`, place: mapping.key });
}

function arnText(value: Value): string {
  if (value.kind === 'reference' && value.attribute === null) return `\${${value.resource}.Arn}`;
  return writtenText(value).text;
}
