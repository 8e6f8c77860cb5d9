import type { UnknownReason } from '../../evidence/vocabulary.ts';
import type { CallArguments } from '../../python/model-provider.ts';
import type { Mapping, ModelObject, Value as PythonValue, Sequence, Text } from '../../python/values/value.ts';
import { children, entryKey, entryValue, Kind, type Node } from '../../syntax/python/index.ts';
import type { LiteralValue, MapEntry, MapValue, ReferenceValue, UnknownValue, Value } from '../model/value.ts';
import { attributeOf } from './attributes.ts';
import { cdkPath } from './library.ts';
import { type Argument, argumentOf, itemNodes, placeOf, type Site, textOf } from './site.ts';
import { type Term, termOf } from './terms.ts';
import type { World } from './world.ts';

const deepest = 60;

const mostValues = 200_000;

/** Turns an argument into a value of the model. `unit` is what a duration or size is counted in. */
export function convert(world: World, argument: Argument, unit: string | null = null, depth = 0): Value {
  const { value, site } = argument;
  const { context, node } = site;
  const key = `${value.key}|${context.module.index}.${node}/${context.frame?.key ?? ''}|${unit}`;
  const known = world.made.get(key);
  if (known !== undefined) return known;
  if (depth > deepest || world.made.size >= mostValues) return unknownAt(site, 'bound-reached', '…');
  const made = converted(world, argument, unit, depth);
  world.made.set(key, made);
  return made;
}

function converted(world: World, { value, site }: Argument, unit: string | null, depth: number): Value {
  const inner = (one: PythonValue, at: Site = site): Value => convert(world, { value: one, site: at }, unit, depth + 1);
  const construct = referenceTo(world, value, site);
  if (construct !== undefined) return construct;
  switch (value.kind) {
    case 'constant':
      return value.value === null ? { kind: 'absent', place: placeOf(site) } : literalAt(site, value.value);
    case 'text':
      return joined(value, site, inner);
    case 'environment':
      return {
        kind: 'parameter',
        name: value.name,
        fallback: value.fallback === null ? null : inner(value.fallback),
        place: placeOf(site),
      };
    case 'sequence':
      return list(value, site, inner);
    case 'mapping':
      return map(world, value, site, inner);
    case 'union': {
      const options = value.members.map((one) => inner(one));
      return { kind: 'choice', options, place: placeOf(site) };
    }
    case 'external':
      return external(world, value.path, site);
    case 'object':
      return value.plain !== undefined ? inner(value.plain) : object(world, value, site, unit, depth);
    case 'unknown':
      return unknownAt(site, value.reason);
    default:
      return unknownAt(site, 'unsupported-construct');
  }
}

/** A literal; not shared where the token stands there itself. */
export function literalAt(site: Site, value: string | number | boolean): LiteralValue {
  const kind = site.context.tree.kind(site.node);
  const own =
    kind === Kind.String || kind === Kind.Integer || kind === Kind.Float || kind === Kind.True || kind === Kind.False;
  return { kind: 'literal', value, text: String(value), place: placeOf(site), shared: !own };
}

/** What stands there cannot be told. */
export function unknownAt(site: Site, reason: UnknownReason, text: string = textOf(site)): UnknownValue {
  return { kind: 'unknown', reason, text, place: placeOf(site) };
}

/** A map of values that belong to one place. */
export function mapAt(site: Site, entries: Readonly<Record<string, Value | undefined>>): MapValue {
  const found = new Map<string, MapEntry>();
  for (const [name, value] of Object.entries(entries)) {
    if (value !== undefined) found.set(name, { key: value.place, value });
  }
  return { kind: 'map', entries: found, open: null, place: placeOf(site) };
}

/** The values in a row as one text. */
export function joinedAt(site: Site, parts: readonly (Value | string)[]): Value {
  return {
    kind: 'joined',
    parts: parts.map((part) => (typeof part === 'string' ? textAt(site, part) : part)),
    place: placeOf(site),
  };
}

/** A text that the library puts there. */
export function textAt(site: Site, text: string): LiteralValue {
  return { kind: 'literal', value: text, text, place: placeOf(site), shared: true };
}

/** A reference to the construct that a value is; a choice where it may be several; undefined where it is none. */
export function referenceTo(
  world: World,
  value: PythonValue,
  site: Site,
  attribute: (type: string) => string | null = () => null,
): Value | undefined {
  const found = world.constructs.of(value);
  const references = found.flatMap((construct): ReferenceValue[] => {
    const resource = world.idOf(construct);
    if (resource === undefined) return [];
    return [{ kind: 'reference', resource, attribute: attribute(world.typeOf(construct) ?? ''), place: placeOf(site) }];
  });
  const [only] = references;
  if (references.length < 2) return only;
  return { kind: 'choice', options: references, place: placeOf(site) };
}

function joined(value: Text, site: Site, inner: (one: PythonValue) => Value): Value {
  return joinedAt(
    site,
    value.parts.map((part) => (typeof part === 'string' ? part : inner(part))),
  );
}

function list(value: Sequence, site: Site, inner: (one: PythonValue, at?: Site) => Value): Value {
  const elements = value.elements();
  const nodes = itemNodes(site);
  const isAsWritten = nodes?.length === elements.length;
  const items = elements.map((element, index) =>
    inner(element, isAsWritten ? { ...site, node: nodes[index] ?? site.node } : site),
  );
  if (!value.exact && items.length > 0) items.push(unknownAt(site, 'dynamic-value', 'more items'));
  return { kind: 'list', items, place: placeOf(site) };
}

function map(world: World, value: Mapping, site: Site, inner: (one: PythonValue, at?: Site) => Value): Value {
  const written = entryNodes(world, site);
  const entries = new Map<string, MapEntry>();
  for (const key of value.keys()) {
    const own = value.get(key);
    const nodes = written.get(String(key));
    const at = nodes === undefined ? site : { ...site, node: nodes.value };
    if (own === undefined) continue;
    const place = placeOf(nodes === undefined ? site : { ...site, node: nodes.key });
    entries.set(String(key), { key: place, value: inner(own, at) });
  }
  const open = value.rest() === undefined ? null : unknownAt(site, 'dynamic-value', 'more entries');
  return { kind: 'map', entries, open, place: placeOf(site) };
}

/** Where the entries of a dictionary stand, by their keys. */
function entryNodes({ e }: World, { context, node }: Site): Map<string, { key: Node; value: Node }> {
  const found = new Map<string, { key: Node; value: Node }>();
  const { tree } = context;
  if (tree.kind(node) !== Kind.Dict) return found;
  for (const entry of children(tree, node)) {
    if (tree.kind(entry) !== Kind.KeyValue) continue;
    const key = e.evaluate(context, entryKey(tree, entry));
    if (key.kind !== 'constant') continue;
    found.set(String(key.value), { key: entryKey(tree, entry), value: entryValue(tree, entry) });
  }
  return found;
}

/** What CloudFormation fills in. */
const pseudoParameters: Readonly<Record<string, string>> = {
  'Aws.ACCOUNT_ID': 'AWS::AccountId',
  'Aws.REGION': 'AWS::Region',
  'Aws.PARTITION': 'AWS::Partition',
  'Aws.STACK_NAME': 'AWS::StackName',
  'Aws.STACK_ID': 'AWS::StackId',
  'Aws.URL_SUFFIX': 'AWS::URLSuffix',
  'Aws.NO_VALUE': 'AWS::NoValue',
  account: 'AWS::AccountId',
  region: 'AWS::Region',
  partition: 'AWS::Partition',
  stack_name: 'AWS::StackName',
  stack_id: 'AWS::StackId',
  url_suffix: 'AWS::URLSuffix',
};

/** The pseudo parameter of CloudFormation that a name of the library stands for. */
export function pseudoParameter(site: Site, name: string): Value | undefined {
  const parameter = pseudoParameters[name];
  return parameter === undefined
    ? undefined
    : { kind: 'parameter', name: parameter, fallback: null, place: placeOf(site) };
}

function external(world: World, path: string, site: Site): Value {
  const own = cdkPath(path);
  if (own === undefined) return unknownAt(site, 'external-code');
  const member = /\(\)\.(\w+)$/.exec(own)?.[1];
  const parameter = pseudoParameter(site, member ?? own);
  if (parameter !== undefined) return parameter;
  if (member !== undefined) return ofInstance(world, site, member) ?? unknownAt(site, 'external-code');
  const text = world.library.value(own);
  if (text !== undefined) return textAt(site, text);
  return /\.[A-Z][A-Z0-9_]*$/.test(own)
    ? textAt(site, own.slice(own.lastIndexOf('.') + 1))
    : unknownAt(site, 'external-code');
}

/** An attribute of an object whose class is the program's own and has it of the library. */
function ofInstance(world: World, site: Site, name: string): Value | undefined {
  const { tree } = site.context;
  if (tree.kind(site.node) !== Kind.Attribute) return undefined;
  const owner = world.e.evaluate(site.context, tree.firstChild(site.node));
  return referenceTo(world, owner, site, (type) => attributeOf(type, name, world.library));
}

function object(world: World, value: ModelObject, site: Site, unit: string | null, depth: number): Value {
  const term = termOf(value);
  if (term === undefined) return unknownAt(site, 'external-code');
  const argument = (index: number | null, name: string | null): Argument | undefined =>
    term.kind === 'member' ? undefined : argumentIn(term.call, site, index, name);
  const of = (one: Argument, counted: string | null = unit): Value => convert(world, one, counted, depth + 1);
  return world.valueOf({ world, term, site, unit, argument, of }) ?? callAt(term, site, argument, of);
}

const mostArguments = 30;

/**
 * A call of the library of which no more is known than its arguments, which may hold references: a map of them, by name or
 * number, that is not all there is.
 */
function callAt(
  term: Term,
  site: Site,
  argument: (index: number | null, name: string | null) => Argument | undefined,
  of: (one: Argument) => Value,
): Value {
  // A variable that holds a call of the library is named by what is called.
  const open =
    term.kind === 'made' && !isCallAt(term.call, site)
      ? unknownAt(site, 'external-code', term.path)
      : unknownAt(site, 'external-code');
  if (term.kind === 'member') return open;
  const entries: Record<string, Value> = {};
  const add = (name: string, given: Argument | undefined): void => {
    if (given !== undefined) entries[name] = of(given);
  };
  for (let index = 0; index < Math.min(term.call.count, mostArguments); index++) add(`${index}`, argument(index, null));
  for (const name of term.call.keywords.slice(0, mostArguments)) add(name, argument(null, name));
  // Steps of a workflow are chained: `first.next(second)` is both.
  if (term.kind === 'given' && isStep(term)) add('of', { value: term.of, site });
  return Object.keys(entries).length === 0 ? open : { ...mapAt(site, entries), open };
}

/** True for what a method of a step of Step Functions gives. */
function isStep(term: Term): boolean {
  let one: Term | undefined = term;
  for (let left = deepest; left > 0 && one !== undefined && one.kind !== 'made'; left--) one = termOf(one.of);
  return one?.kind === 'made' && one.path.startsWith('aws_stepfunctions');
}

/** True where the expression itself is the call. */
function isCallAt(call: CallArguments, { context, node }: Site): boolean {
  const place = `${context.module.index}.${node}`;
  return call.key === place || call.key.startsWith(`${place}/`);
}

/** An argument of a term: with a place of its own where the expression itself is that call. */
function argumentIn(call: CallArguments, site: Site, index: number | null, name: string | null): Argument | undefined {
  if (isCallAt(call, site)) return argumentOf(call, site, index, name);
  const value =
    (name === null ? undefined : call.keyword(name)) ?? (index === null ? undefined : call.positional(index));
  return value && { value, site };
}
