// What methods of constructs do: make further resources, grant, or add to the properties of what they are called on.
import { stringOf } from '../../python/values/make.ts';
import type { Value as PythonValue } from '../../python/values/value.ts';
import { callee } from '../../syntax/python/index.ts';
import type { Value } from '../model/value.ts';
import { arnOf } from './attributes.ts';
import type { Action, Construct, Constructs } from './constructs.ts';
import { convert, mapAt, referenceTo, textAt } from './convert.ts';
import type { Draft } from './draft.ts';
import { firstConstruct, integrationUri, target } from './fill.ts';
import { grantType } from './policy-statement.ts';
import { methodTypes } from './properties.ts';
import { type Argument, argumentOf, namedArguments, type Site, textOf } from './site.ts';
import { termOf } from './terms.ts';
import type { World } from './world.ts';

const grants = /^(?:grant(?:_\w+)?|add_to_(?:role_|resource_|principal_)?policy|attach_inline_policy)$/;
const mostHops = 20;

/** The constructs on which a method is called, or from which its receiver was got: of `api.root.add_method` the API. */
export function ownersOf(constructs: Constructs, receiver: PythonValue): readonly Construct[] {
  let value = receiver;
  for (let hops = 0; hops < mostHops; hops++) {
    const found = constructs.of(value);
    if (found.length > 0) return found;
    const term = termOf(value);
    if (term === undefined || term.kind === 'made') return [];
    value = term.of;
  }
  return [];
}

/** The type of what a method makes; undefined of one that makes nothing. */
export function typeOfMade({ receiver, method, call }: Action, ownerType: string | undefined): string | undefined {
  if (ownerType === undefined) return undefined;
  if (grants.test(method)) return grantType;
  if (method === 'add_event_source') return eventSourceType(call.get(0, 'source'));
  if (method === 'add_stage' && ownerType !== 'AWS::ApiGatewayV2::Api') return undefined;
  if (receiver.kind === 'instance' && !ownerType.startsWith('AWS::')) return undefined;
  return methodTypes[`${ownerType} ${method}`] ?? methodTypes[method];
}

function eventSourceType(source: PythonValue | undefined): string | undefined {
  const term = termOf(source);
  if (term?.kind !== 'made') return undefined;
  if (term.path.endsWith('SnsEventSource')) return 'AWS::SNS::Subscription';
  if (/S3EventSource(V2)?$/.test(term.path)) return 'Custom::S3BucketNotifications';
  return /(?:Sqs|Dynamo|Kinesis|Kafka|DocumentDB?|MQ)\w*$/i.test(term.path)
    ? 'AWS::Lambda::EventSourceMapping'
    : undefined;
}

/** The construct that stands for what a method makes. Its name is the call's, unless a variable holds it. */
export function constructMade(action: Action): Construct {
  const { site, call, method, condition, result } = action;
  const called = callee(site.context.tree, site.node);
  const name = textOf({ ...site, node: called }).replaceAll(/\bself\./g, '');
  const scope = action.receiver;
  return { key: result.key, path: method, call, site, made: site, scope, id: name, condition };
}

/** Fills the draft of what a method made. */
export function fillMade(world: World, draft: Draft, action: Action): void {
  const { call, site, method, receiver } = action;
  const argument = (index: number | null, name: string): Argument | undefined => argumentOf(call, site, index, name);
  const value = (index: number | null, name: string): Value | undefined => {
    const found = argument(index, name);
    return found && convert(world, found);
  };
  const owner = (attribute: (type: string) => string | null = () => null): Value | undefined =>
    reference(world, receiver, site, attribute);
  const constructIn = (index: number | null, name: string): Value | undefined => {
    const found = argument(index, name);
    return found && firstConstruct(world, found.value, found.site);
  };
  switch (draft.type) {
    case grantType:
      return fillGrant(world, draft, action);
    case 'AWS::Lambda::EventSourceMapping':
      draft.set('FunctionName', () => owner());
      if (method === 'add_event_source') fillEventSource(world, draft, argument(0, 'source'));
      else draft.set('EventSourceArn', () => value(null, 'event_source_arn'));
      return;
    case 'AWS::SNS::Subscription':
      if (method === 'add_event_source') {
        draft.set('Endpoint', () => owner(arnOf));
        draft.set('TopicArn', () => constructIn(0, 'source'));
        draft.set('Protocol', () => textAt(site, 'lambda'));
        return;
      }
      draft.set('TopicArn', () => owner());
      draft.set('Endpoint', () => constructIn(0, 'subscription') ?? value(0, 'subscription'));
      draft.set('Protocol', () => protocolOf(argument(0, 'subscription')));
      return;
    case 'Custom::S3BucketNotifications':
      draft.set('BucketName', () => constructIn(0, 'source'));
      draft.set('NotificationConfiguration.LambdaFunctionConfigurations.LambdaFunctionArn', () => owner(arnOf));
      return;
    case 'AWS::ApiGateway::Resource':
      draft.set('PathPart', () => (method === 'add_proxy' ? textAt(site, '{proxy+}') : value(0, 'path_part')));
      draft.set('ParentId', () => owner((type) => (type === 'AWS::ApiGateway::RestApi' ? 'RootResourceId' : null)));
      return;
    case 'AWS::ApiGateway::Method':
      draft.set('HttpMethod', () => value(0, 'http_method'));
      draft.set('ResourceId', () => owner((type) => (type === 'AWS::ApiGateway::RestApi' ? 'RootResourceId' : null)));
      draft.set('Integration.Uri', () => {
        const of = constructIn(1, 'target') ?? constructIn(1, 'integration');
        return of && integrationUri(site, of);
      });
      return;
    case 'AWS::ApiGatewayV2::Route':
      draft.set('ApiId', () => owner());
      draft.set('RouteKey', () => value(null, 'path') ?? value(0, 'route_key'));
      draft.set('Target', () => constructIn(null, 'integration'));
      return;
    default:
      draft.set('cdk:Of', () => owner());
      fillNamed(world, draft, action);
  }
}

function reference(
  world: World,
  receiver: PythonValue,
  site: Site,
  attribute: (type: string) => string | null,
): Value | undefined {
  const [owner] = ownersOf(world.constructs, receiver);
  const resource = owner && world.idOf(owner);
  if (owner === undefined || resource === undefined) return undefined;
  const { place } = textAt(site, '');
  return { kind: 'reference', resource, attribute: attribute(world.typeOf(owner) ?? ''), place };
}

/** The arguments under the names that they have in CloudFormation. */
function fillNamed(world: World, draft: Draft, { call, site }: Action): void {
  for (const [name, argument] of namedArguments(call, site)) {
    draft.set(world.library.propertyName(name), () => convert(world, argument));
  }
}

function fillEventSource(world: World, draft: Draft, source: Argument | undefined): void {
  const term = termOf(source?.value);
  if (source === undefined || term?.kind !== 'made') return;
  const isStream = /Dynamo/.test(term.path);
  draft.set('EventSourceArn', () => {
    const first =
      term.call.positional(0) ??
      term.call.keyword('queue') ??
      term.call.keyword('table') ??
      term.call.keyword('stream');
    return first && referenceTo(world, first, source.site, (type) => (isStream ? 'StreamArn' : arnOf(type)));
  });
  const mapping = world.library.resource('aws_lambda.EventSourceMapping');
  for (const [name, argument] of namedArguments(term.call, source.site)) {
    const row = name === 'on_failure' ? 'DestinationConfig.OnFailure' : mapping?.props?.[name];
    if (row === undefined) continue;
    const [path = '', unit = null] = row.split(':');
    draft.set(path, () => convert(world, argument, unit));
  }
}

function protocolOf(subscription: Argument | undefined): Value | undefined {
  const term = termOf(subscription?.value);
  const name = term?.kind === 'made' ? /(\w+)Subscription$/.exec(term.path)?.[1] : undefined;
  return subscription && name ? textAt(subscription.site, name.toLowerCase()) : undefined;
}

function fillGrant(world: World, draft: Draft, { call, site, method, receiver }: Action): void {
  draft.set('Method', () => textAt(site, method));
  const subject = (): Value | undefined => reference(world, receiver, site, () => null);
  const policy = method.endsWith('policy');
  draft.set(policy ? 'Grantee' : 'Target', subject);
  const given = argumentOf(call, site, 0, policy ? 'statement' : 'grantee') ?? argumentOf(call, site, null, 'identity');
  if (given === undefined) return;
  if (policy) draft.set('Statement', () => convert(world, given));
  else draft.set('Grantee', () => reference(world, given.value, given.site, () => null) ?? convert(world, given));
  for (let index = 1; index < call.count && index < 50; index++) {
    const action = argumentOf(call, site, index, null);
    if (!policy && action !== undefined) draft.append('Actions', () => convert(world, action));
  }
}

/** What a method adds to the resource on which it is called. */
export function applyEffect(world: World, draft: Draft, { call, site, method }: Action): void {
  const argument = (index: number | null, name: string): Argument | undefined => argumentOf(call, site, index, name);
  const text = (index: number, name: string): string | undefined => stringOf(argument(index, name)?.value);
  const put = (path: string, given: Argument | undefined): void => {
    if (given !== undefined) draft.set(path, () => convert(world, given));
  };
  const arns = (path: string): void => {
    for (let index = 0; index < call.count && index < 50; index++) {
      const given = argument(index, 'managed_policy');
      if (given !== undefined)
        draft.append(path, () => referenceTo(world, given.value, given.site, arnOf) ?? convert(world, given));
    }
  };
  switch (method) {
    case 'add_environment': {
      const key = text(0, 'key');
      if (key !== undefined && /^\w+$/.test(key)) put(`Environment.Variables.${key}`, argument(1, 'value'));
      return;
    }
    case 'add_layers':
      return arns('Layers');
    case 'add_statements':
      for (let index = 0; index < call.count && index < 50; index++) {
        const given = argumentOf(call, site, index, null);
        if (given !== undefined) draft.append('PolicyDocument.Statement', () => convert(world, given));
      }
      return;
    case 'add_managed_policy':
      return arns('ManagedPolicyArns');
    case 'attach_to_role': {
      const given = argument(0, 'role');
      if (given !== undefined) {
        draft.append('Roles', () => reference(world, given.value, given.site, () => null) ?? convert(world, given));
      }
      return;
    }
    case 'add_target': {
      const given = argument(0, 'target');
      if (given !== undefined) draft.append('Targets', () => target(world, given));
      return;
    }
    case 'add_event_pattern':
      for (const [name, given] of namedArguments(call, site)) put(`EventPattern.${name.replaceAll('_', '-')}`, given);
      return;
    case 'add_event_notification':
    case 'add_object_created_notification':
    case 'add_object_removed_notification':
      return notify(world, draft, { call, site, method });
    case 'add_global_secondary_index':
      draft.append('GlobalSecondaryIndexes', () =>
        mapAt(site, { IndexName: valueOf(world, argument(null, 'index_name')) }),
      );
      return;
    case 'add_property_override':
      return put(text(0, 'property_path') ?? '', argument(1, 'value'));
    case 'add_override':
      return put((text(0, 'path') ?? '').replace(/^Properties\./, ''), argument(1, 'value'));
    case 'add_container':
      draft.append('ContainerDefinitions', () =>
        mapAt(site, {
          Name: valueOf(world, argument(0, 'id')),
          Image: valueOf(world, argument(null, 'image')),
          Environment: valueOf(world, argument(null, 'environment')),
        }),
      );
  }
}

const valueOf = (world: World, given: Argument | undefined): Value | undefined => given && convert(world, given);

/** `bucket.add_event_notification(event, destination, …)` */
function notify(world: World, draft: Draft, { call, site, method }: Pick<Action, 'call' | 'site' | 'method'>): void {
  const shift = method === 'add_event_notification' ? 1 : 0;
  const event = shift === 1 ? argumentOf(call, site, 0, 'event') : undefined;
  const destination = argumentOf(call, site, shift, 'dest');
  const term = termOf(destination?.value);
  if (destination === undefined || term?.kind !== 'made') return;
  const kind = /(Lambda|Sqs|Sns)Destination/.exec(term.path)?.[1] ?? '';
  const [list, property] = { Sqs: ['Queue', 'Queue'], Sns: ['Topic', 'Topic'] }[kind] ?? ['Lambda', 'Function'];
  draft.append(`NotificationConfiguration.${list}Configurations`, () =>
    mapAt(site, {
      Event: event
        ? convert(world, event)
        : textAt(site, shift === 0 && method.includes('removed') ? 's3:ObjectRemoved:*' : 's3:ObjectCreated:*'),
      [property ?? '']: firstConstruct(world, destination.value, destination.site),
    }),
  );
}
