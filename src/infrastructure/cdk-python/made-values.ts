// https://docs.aws.amazon.com/cdk/api/v2/python/

import { stringOf } from '../../python/values/make.ts';
import type { Value as PythonValue } from '../../python/values/value.ts';
import { readNumber } from '../model/reading.ts';
import type { Value } from '../model/value.ts';
import { assetPath } from './asset-path.ts';
import { arnOf, attributeOf } from './attributes.ts';
import { joinedAt, literalAt, mapAt, pseudoParameter, referenceTo, textAt, unknownAt } from './convert.ts';
import { formattedArn } from './format-arn.ts';
import { importedBy } from './imported.ts';
import { capitalised } from './library.ts';
import { policyDocument, policyStatement } from './policy-statement.ts';
import { type Argument, namedArguments } from './site.ts';
import { type Made, termOf } from './terms.ts';
import type { TermCall } from './world.ts';

/** What a term is as a value; undefined where that is not known. */
export function madeValue(call: TermCall): Value | undefined {
  switch (call.term.kind) {
    case 'made':
      return made(call, call.term);
    case 'member':
      return member(call, call.term.of, call.term.name);
    case 'given':
      return given(call, call.term.of, call.term.name);
  }
}

const seconds: Readonly<Record<string, number>> = {
  millis: 0.001,
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

const mebibytes: Readonly<Record<string, number>> = {
  kibibytes: 1 / 1024,
  mebibytes: 1,
  gibibytes: 1024,
  tebibytes: 1024 * 1024,
};

/** The value counted in what is asked for; a duration without that in seconds, a size in mebibytes. */
function counted(
  call: TermCall,
  factors: Readonly<Record<string, number>>,
  method: string,
  usual: string,
): Value | undefined {
  const given = call.argument(0, 'amount');
  const from = factors[method];
  if (given === undefined || from === undefined) return undefined;
  const amount = call.of(given, null);
  const read = readNumber(amount);
  const to = factors[call.unit ?? usual] ?? 1;
  if (from === to) return amount;
  return read.known ? literalAt(call.site, Number(((read.value * from) / to).toFixed(3))) : amount;
}

type Give = (call: TermCall, found: RegExpExecArray) => Value | undefined;

const first = (call: TermCall, name: string): Value | undefined => {
  const given = call.argument(0, name);
  return given && call.of(given);
};

const asset = (call: TermCall, name: string): Value | undefined => {
  const path = call.argument(0, name);
  return path && assetPath(call.world, path);
};

/** Calls of the library by their paths, and what they are as values. */
const calls: readonly (readonly [RegExp, Give])[] = [
  [/^Duration\.(\w+)$/, (call, [, unit = '']) => counted(call, seconds, unit, 'seconds')],
  [/^Size\.(\w+)$/, (call, [, unit = '']) => counted(call, mebibytes, unit, 'mebibytes')],
  [/^aws_lambda\.(?:Code\.(?:from_)?asset|AssetCode|Code\.from_docker_build)$/, (call) => asset(call, 'path')],
  [/^aws_lambda\.(?:Code\.(?:from_)?inline|InlineCode)$/, (call) => mapAt(call.site, { ZipFile: first(call, 'code') })],
  [/^aws_lambda\.(?:Code\.(?:from_)?bucket|S3Code)$/, s3Code],
  [/^aws_(?:ecs|eks)\.ContainerImage\.from_registry$/, (call) => first(call, 'name')],
  [
    /^aws_events\.Schedule\.(rate|expression|cron)$|^aws_applicationautoscaling\.Schedule\.(rate|expression|cron)$/,
    schedule,
  ],
  [/^aws_ec2\.InstanceType$|^aws_(?:lambda|rds)\.\w+$/, (call) => first(call, 'instance_type_identifier')],
  [/^aws_ec2\.InstanceType\.of$/, instanceType],
  [/^aws_iam\.PolicyStatement$/, policyStatement],
  [/^aws_iam\.PolicyDocument$/, policyDocument],
  [/^aws_iam\.ServicePrincipal$/, (call) => mapAt(call.site, { Service: first(call, 'service') })],
  [
    /^aws_iam\.(?:Arn|Canonical\w*|Account|Federated|Web\w+)Principal$/,
    (call) => mapAt(call.site, { AWS: first(call, 'arn') }),
  ],
  [/^aws_iam\.CompositePrincipal$/, principals],
  [/^aws_iam\.(?:AnyPrincipal|StarPrincipal)$/, (call) => textAt(call.site, '*')],
  [/^aws_iam\.ManagedPolicy\.from_(?:aws_)?managed_policy_(?:name|arn)$/, managedPolicy],
  [/^Fn\.join$/, (call) => joinedList(call)],
  [/^Fn\.(?:sub|ref|get_att|import_value|select|split|base64)$/, (call) => unknownAt(call.site, 'dynamic-value')],
  [/^(?:SecretValue|CfnParameter|CfnOutput)\b/, () => undefined],
  [/\.Cfn\w+\.\w+Property$|^CfnTag$/, properties],
  [/\.node\.(?:try_)?get_context$/, context],
  [/\.format_arn$|^Arn\.format$/, formattedArn],
];

function made(call: TermCall, { path }: Made): Value | undefined {
  for (const [pattern, give] of calls) {
    const found = pattern.exec(path);
    if (found !== null) return give(call, found);
  }
  return undefined;
}

const named = (call: TermCall, name: string, unit: string | null = null): Value | undefined => {
  const given = call.argument(null, name);
  return given && call.of(given, unit);
};

function s3Code(call: TermCall): Value {
  const bucket = call.argument(0, 'bucket');
  const key = call.argument(1, 'key');
  return mapAt(call.site, { S3Bucket: bucket && call.of(bucket), S3Key: key && call.of(key) });
}

function schedule(call: TermCall, [, method = '']: RegExpExecArray): Value | undefined {
  if (method === 'expression') return first(call, 'expression');
  if (method === 'rate') {
    const length = call.argument(0, 'duration');
    const read = length && readNumber(call.of(length, 'minutes'));
    if (read?.known !== true) return undefined;
    const [amount, unit] =
      read.value % 1440 === 0
        ? [read.value / 1440, 'day']
        : read.value % 60 === 0
          ? [read.value / 60, 'hour']
          : [read.value, 'minute'];
    return textAt(call.site, `rate(${amount} ${unit}${amount === 1 ? '' : 's'})`);
  }
  const field = (name: string): Value | undefined => named(call, name);
  const isWeekly = field('week_day') !== undefined;
  const fields = [
    field('minute') ?? '*',
    field('hour') ?? '*',
    field('day') ?? (isWeekly ? '?' : '*'),
    field('month') ?? '*',
    field('week_day') ?? '?',
    field('year') ?? '*',
  ];
  return joinedAt(call.site, ['cron(', ...fields.flatMap((one, index) => (index === 0 ? [one] : [' ', one])), ')']);
}

function instanceType(call: TermCall): Value | undefined {
  const [family, size] = [call.argument(0, 'instance_class'), call.argument(1, 'instance_size')];
  const text = (given: Argument | undefined, part: string): string | undefined => {
    const value = given?.value;
    if (value?.kind !== 'external') return undefined;
    const last = value.path.slice(value.path.lastIndexOf('.') + 1);
    return (call.world.library.value(`aws_ec2.${part}.${last}`) ?? last).toLowerCase();
  };
  const parts = [text(family, 'InstanceClass'), text(size, 'InstanceSize')];
  return parts.includes(undefined) ? undefined : textAt(call.site, parts.join('.'));
}

/** Several principals: each kind with all of its names. */
function principals(call: TermCall): Value {
  const kinds: Record<string, Value[]> = {};
  for (let index = 0; index < 20; index++) {
    const given = call.argument(index, null);
    const one = given && call.of(given);
    if (one === undefined) break;
    if (one.kind !== 'map') return one;
    for (const [kind, { value }] of one.entries) kinds[kind] = [...(kinds[kind] ?? []), value];
  }
  const { place } = unknownAt(call.site, 'dynamic-value');
  const lists = Object.entries(kinds).map(([kind, items]) => [kind, { kind: 'list', items, place } as const] as const);
  return mapAt(call.site, Object.fromEntries(lists));
}

/** One of AWS by its name, or any by its ARN. */
function managedPolicy(call: TermCall): Value | undefined {
  const arn = call.argument(2, 'managed_policy_arn');
  if (arn !== undefined) return call.of(arn);
  const name = call.argument(0, 'managed_policy_name');
  const value = name && call.of(name);
  const partition = pseudoParameter(call.site, 'partition');
  if (value === undefined || partition === undefined) return undefined;
  return joinedAt(call.site, ['arn:', partition, ':iam::aws:policy/', value]);
}

function joinedList(call: TermCall): Value | undefined {
  const parts = call.argument(1, 'list_of_values');
  const separator = stringOf(call.argument(0, 'delimiter')?.value);
  const list = parts && call.of(parts);
  if (list?.kind !== 'list' || separator === undefined) return undefined;
  return joinedAt(
    call.site,
    list.items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])),
  );
}

/** The properties of an L1 construct that are put together by a class of their own. */
function properties(call: TermCall): Value | undefined {
  const { term, world, site } = call;
  if (term.kind !== 'made') return undefined;
  const entries: Record<string, Value> = {};
  for (const [name, argument] of namedArguments(term.call, site))
    entries[world.library.propertyName(name)] = call.of(argument);
  return mapAt(site, entries);
}

/** What `cdk.json` says of a name. A value given on the command line goes before it. */
function context(call: TermCall): Value {
  const name = stringOf(call.argument(0, 'key')?.value);
  const found = name === undefined ? undefined : call.world.context(name);
  const isPlain = typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean';
  return isPlain ? { ...textAt(call.site, String(found)), value: found } : unknownAt(call.site, 'dynamic-value');
}

/** An attribute of a construct, of what was imported, or of a stack. */
function member(call: TermCall, of: PythonValue, name: string): Value | undefined {
  const { world, site } = call;
  const made = termOf(of);
  const stated = made?.kind === 'made' ? imported(call, made, name) : undefined;
  if (stated !== undefined) return stated;
  const reference = referenceTo(world, of, site, (type) => attributeOf(type, name, world.library));
  if (reference !== undefined) return reference;
  const term = termOf(of);
  if (term?.kind === 'member') {
    const owner = referenceTo(world, term.of, site, (type) => attributeOf(type, `${term.name}.${name}`, world.library));
    if (owner !== undefined) return owner;
  }
  if (term?.kind === 'made') {
    if (term.path === 'CfnParameter') return parameter(call, term, name);
  }
  return pseudoParameter(site, name);
}

function parameter(call: TermCall, { call: arguments_ }: Made, name: string): Value | undefined {
  const id = stringOf(arguments_.get(1, 'id'));
  const fallback = arguments_.keyword('default');
  if (id === undefined || !name.startsWith('value')) return undefined;
  const value = fallback === undefined ? null : call.of({ value: fallback, site: call.site });
  return { kind: 'parameter', name: id, fallback: value, place: unknownAt(call.site, 'dynamic-value').place };
}

/** `Table.from_table_name(self, 'T', 'orders').table_name`: what the import says of itself. */
function imported(call: TermCall, { path, call: given }: Made, name: string): Value | undefined {
  const by = importedBy(path);
  if (by === undefined) return undefined;
  const value = given.keyword(name) ?? (by === name ? given.positional(2) : undefined);
  return value && call.of({ value, site: call.site });
}

/** What a method of a construct gives. */
function given(call: TermCall, of: PythonValue, name: string): Value | undefined {
  const { world, site } = call;
  if (name === 'arn_for_objects') {
    const bucket = referenceTo(world, of, site, arnOf);
    const keys = first(call, 'key_pattern');
    return bucket && keys && joinedAt(site, [bucket, '/', keys]);
  }
  if (name === 'format_arn') return formattedArn(call);
  const term = termOf(of);
  if (/^get_att$/.test(name)) {
    const attribute = stringOf(call.argument(0, 'attribute_name')?.value);
    return attribute === undefined ? undefined : referenceTo(world, of, site, () => attribute);
  }
  if (term?.kind === 'member' && /^(?:try_)?get_context$/.test(name)) return context(call);
  if (/^(?:to_string|unsafe_unwrap|__str__)$/.test(name)) return call.of({ value: of, site });
  if (/^with_?[A-Z]?|^override/.test(name)) return undefined;
  return referenceTo(world, of, site, () => name.split('_').map(capitalised).join(''));
}
