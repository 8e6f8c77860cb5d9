import { stringOf } from '../../python/values/make.ts';
import { members } from '../../python/values/union.ts';
import type { Value as PythonValue } from '../../python/values/value.ts';
import type { Value } from '../model/value.ts';
import { assetPath } from './asset-path.ts';
import { arnOf } from './attributes.ts';
import { convert, joinedAt, mapAt, referenceTo, textAt, unknownAt } from './convert.ts';
import type { Draft } from './draft.ts';
import { classOf, importedBy } from './imported.ts';
import { grantedStatement, grantType } from './policy-statement.ts';
import { propertyPaths } from './properties.ts';
import { type Argument, argumentOf, namedArguments, type Site } from './site.ts';
import { termOf } from './terms.ts';
import type { World } from './world.ts';

/** Arguments that say where a construct is, not what its resource is; given by position, a property may have the name. */
const apart = ['scope', 'id'];

/** Fills a draft with what a construct's arguments say. */
export function fillFromArguments(world: World, draft: Draft): void {
  const { call, site, path } = draft.construct;
  if (draft.type === grantType) return fillStatedGrant(world, draft);
  const own = world.library.resource(classOf(path));
  const paths = { ...own?.props, ...propertyPaths[own?.path ?? path], ...propertyPaths[path] };
  const by = importedBy(path);
  const third = by === undefined ? undefined : argumentOf(call, site, 2, by);
  const row = by === undefined ? undefined : paths[by];
  if (third !== undefined && row !== undefined) setAt(world, draft, row, third);
  for (const [name, argument] of namedArguments(call, site)) {
    const position = apart.indexOf(name);
    if (position >= call.count) continue;
    const special = specials[`${own?.path ?? path} ${name}`];
    if (special !== undefined) special(world, draft, argument);
    else if (own?.props === null) {
      const property = world.library.propertyName(name);
      draft.set(property, () => convert(world, argument));
    } else if (paths[name] !== undefined) setAt(world, draft, paths[name], argument);
    else if (name !== by) draft.set(`cdk:${name}`, () => convert(world, argument));
  }
  for (const [property, name] of Object.entries(defaults[own?.path ?? path] ?? {})) {
    if (!call.keywords.includes(name) && draft.construct.id !== null) {
      const { id } = draft.construct;
      draft.set(property, () => textAt(site, id));
    }
  }
  if (path === 'aws_lambda_python.PythonFunction') pythonHandler(draft);
  if (call.open) draft.open = unknownAt(site, 'dynamic-value', '**');
}

/** `Grant.add_to_principal(grantee=…, actions=…, resource_arns=…)` */
function fillStatedGrant(world: World, draft: Draft): void {
  const { call, site } = draft.construct;
  const argument = (index: number | null, name: string | null): Argument | undefined =>
    argumentOf(call, site, index, name);
  const grantee = argument(null, 'grantee');
  draft.set('Method', () => textAt(site, 'add_to_principal'));
  if (grantee !== undefined) {
    draft.set('Grantee', () => referenceTo(world, grantee.value, grantee.site) ?? convert(world, grantee));
  }
  draft.set('Statement', () => grantedStatement({ argument, of: (one) => convert(world, one), site }));
}

/** Sets a property by a row of the tables. */
export function setAt(world: World, draft: Draft, row: string, argument: Argument): void {
  const [, path = '', list, unit = null, whenTrue] = /^([\w.]+)(\[\])?(?::(\w+))?(?:=(\w+))?$/.exec(row) ?? [];
  draft.set(path, () => {
    const value = arnWhereWanted(world, path, argument, convert(world, argument, unit));
    if (whenTrue !== undefined) {
      return value.kind === 'literal' ? (value.value === true ? textAt(argument.site, whenTrue) : undefined) : value;
    }
    return list === undefined ? value : { kind: 'list', items: [value], place: value.place };
  });
}

/** A construct stands for its ARN where the property wants that. */
function arnWhereWanted(world: World, path: string, { value, site }: Argument, converted: Value): Value {
  if (!/(?:Arns?|(?:^|\.)Role|(?:^|\.)Layers)$/.test(path)) return converted;
  if (converted.kind === 'list' && value.kind === 'sequence') {
    const items = value.elements().map((one, index) => referenceTo(world, one, site, arnOf) ?? converted.items[index]);
    return { ...converted, items: items.filter((item) => item !== undefined) };
  }
  if (termOf(value)?.kind === 'member') return converted;
  return referenceTo(world, value, site, arnOf) ?? converted;
}

/** Properties that are the construct's id where the argument behind them is not given. */
const defaults: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'aws_apigateway.RestApi': { Name: 'rest_api_name' },
  'aws_apigatewayv2.HttpApi': { Name: 'api_name' },
  'aws_apigatewayv2.WebSocketApi': { Name: 'api_name' },
};

/** The module of a function's `index`, and in it the function: both have defaults. */
function pythonHandler(draft: Draft): void {
  const { call, site } = draft.construct;
  const text = (name: string, fallback: string): string | undefined =>
    call.keywords.includes(name) ? stringOf(call.keyword(name)) : fallback;
  const [file, name] = [text('index', 'index.py'), text('handler', 'handler')];
  if (file === undefined || name === undefined) return;
  const handler = `${file.replace(/\.py$/, '')}.${name}`;
  const stated = argumentOf(call, site, null, 'handler') ?? argumentOf(call, site, null, 'index');
  draft.set('Handler', () => textAt(stated?.site ?? site, handler));
}

type Special = (world: World, draft: Draft, argument: Argument) => void;

/** Properties that become several, or none of their own. */
const specials: Readonly<Record<string, Special>> = {
  'aws_lambda.Function code': code,
  'aws_lambda.Function entry': (world, draft, argument) => draft.set('Code', () => assetPath(world, argument)),
  'aws_lambda.Function index': () => undefined,
  'aws_dynamodb.Table partition_key': (world, draft, argument) => key(world, draft, argument, 'HASH'),
  'aws_dynamodb.Table sort_key': (world, draft, argument) => key(world, draft, argument, 'RANGE'),
  'aws_sqs.Queue dead_letter_queue': deadLetterQueue,
  'aws_iam.Role assumed_by': trust,
  'aws_iam.Role inline_policies': inlinePolicies,
  'aws_events.Rule event_pattern': eventPattern,
  'aws_events.Rule targets': (world, draft, argument) => {
    for (const one of elementsOf(argument)) draft.append('Targets', () => target(world, one));
  },
  'aws_lambda.Alias version': (world, draft, argument) => {
    const term = termOf(argument.value);
    const owner = term?.kind === 'member' ? term.of : argument.value;
    draft.set('FunctionName', () => referenceTo(world, owner, argument.site));
  },
};

/** The code of a function: a folder, a text, an archive on S3, or an image that is built of a folder. */
function code(world: World, draft: Draft, argument: Argument): void {
  const image = members(argument.value)
    .map(termOf)
    .find((term) => term?.kind === 'made' && /ImageCode|from_image_asset|from_asset_image|from_ecr/.test(term.path));
  if (image?.kind !== 'made') {
    draft.set('Code', () => convert(world, argument));
    return;
  }
  draft.set('PackageType', () => textAt(argument.site, 'Image'));
  const part = (index: number | null, name: string): Argument | undefined =>
    argumentOf(image.call, argument.site, index, name);
  const folder = part(0, 'directory');
  const file = part(null, 'file');
  const command = part(null, 'cmd');
  if (folder !== undefined && !image.path.includes('from_ecr'))
    draft.metadata.set('DockerContext', () => assetPath(world, { ...folder, site: argument.site }));
  if (file !== undefined) draft.metadata.set('Dockerfile', () => convert(world, file));
  if (command !== undefined) draft.set('ImageConfig.Command', () => convert(world, command));
}

function key(world: World, draft: Draft, argument: Argument, type: string): void {
  const part = (index: number, name: string): Value | undefined => partOf(world, argument, index, name);
  const name = (): Value | undefined => part(0, 'name');
  draft.append('KeySchema', () =>
    mapAt(argument.site, { AttributeName: name(), KeyType: textAt(argument.site, type) }),
  );
  draft.append('AttributeDefinitions', () =>
    mapAt(argument.site, { AttributeName: name(), AttributeType: part(1, 'type') }),
  );
}

/** An argument of the call that an argument is; of a dictionary the entry. */
export function partOf(world: World, { value, site }: Argument, index: number | null, name: string): Value | undefined {
  const term = termOf(value);
  if (term !== undefined && term.kind !== 'member') {
    const found = argumentOf(term.call, site, index, name);
    return found && convert(world, found);
  }
  const entry = value.kind === 'mapping' ? value.get(name) : undefined;
  return entry && convert(world, { value: entry, site });
}

function pythonPart({ value, site }: Argument, index: number | null, name: string): Argument | undefined {
  const term = termOf(value);
  if (term !== undefined && term.kind !== 'member') return argumentOf(term.call, site, index, name);
  const entry = value.kind === 'mapping' ? value.get(name) : undefined;
  return entry && { value: entry, site };
}

function deadLetterQueue(world: World, draft: Draft, argument: Argument): void {
  draft.set('RedrivePolicy.deadLetterTargetArn', () => {
    const queue = pythonPart(argument, 1, 'queue');
    return queue && (referenceTo(world, queue.value, queue.site, arnOf) ?? convert(world, queue));
  });
  draft.set('RedrivePolicy.maxReceiveCount', () => partOf(world, argument, 0, 'max_receive_count'));
}

function trust(world: World, draft: Draft, argument: Argument): void {
  draft.set('AssumeRolePolicyDocument', () => {
    const { site } = argument;
    const statement = mapAt(site, {
      Effect: textAt(site, 'Allow'),
      Action: textAt(site, 'sts:AssumeRole'),
      Principal: convert(world, argument),
    });
    return mapAt(site, { Statement: { kind: 'list', items: [statement], place: statement.place } });
  });
}

function inlinePolicies(world: World, draft: Draft, argument: Argument): void {
  draft.set('Policies', () => {
    const { site } = argument;
    const policies = convert(world, argument);
    if (policies.kind !== 'map') return policies;
    const items = [...policies.entries].map(([name, { value }]) =>
      mapAt(site, { PolicyName: textAt(site, name), PolicyDocument: value }),
    );
    return { kind: 'list', items, place: policies.place };
  });
}

function eventPattern(world: World, draft: Draft, argument: Argument): void {
  const term = termOf(argument.value);
  if (term?.kind !== 'made') {
    draft.set('EventPattern', () => convert(world, argument));
    return;
  }
  for (const [name, part] of namedArguments(term.call, argument.site)) {
    draft.set(`EventPattern.${name.replaceAll('_', '-')}`, () => convert(world, part));
  }
}

/** The elements of a list, each at its place where that is known. */
export function elementsOf({ value, site }: Argument): Argument[] {
  const found: Argument[] = [];
  for (const one of members(value)) {
    if (one.kind === 'sequence') for (const element of one.elements()) found.push({ value: element, site });
  }
  return found;
}

/** The target of a rule: the construct that an object of `aws_events_targets` is made with. */
export function target(world: World, { value, site }: Argument): Value {
  const of = firstConstruct(world, value, site);
  return mapAt(site, { Arn: of ?? unknownAt(site, 'external-code'), Id: textAt(site, 'Target') });
}

/** The ARN of the construct that a call gets first: `LambdaFunction(fn)`, `SqsQueue(queue)`. */
export function firstConstruct(world: World, value: PythonValue, site: Site): Value | undefined {
  const direct = referenceTo(world, value, site, arnOf);
  if (direct !== undefined) return direct;
  const term = termOf(value);
  if (term === undefined || term.kind === 'member') return undefined;
  const candidates = [term.call.positional(0), ...term.call.keywords.map((name) => term.call.keyword(name))];
  for (const candidate of candidates) {
    const found = candidate && referenceTo(world, candidate, site, arnOf);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The address by which an API calls a function. */
export function integrationUri(site: Site, of: Value): Value {
  return joinedAt(site, ['arn:aws:apigateway:lambda:path/2015-03-31/functions/', of, '/invocations']);
}
