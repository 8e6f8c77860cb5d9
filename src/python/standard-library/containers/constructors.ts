// https://docs.python.org/3/library/functions.html: list, tuple, set, frozenset, dict; and the dictionaries of collections.
import { argumentsOf } from '../../evaluate/arguments.ts';
import { mappingFromArguments } from '../../evaluate/mapping-arguments.ts';
import { merge } from '../../evaluate/operators.ts';
import type { CallArguments, Evaluation } from '../../model-provider.ts';
import { mappingOf, sequence, sequenceOf } from '../../values/containers.ts';
import { isNone, none, unknown } from '../../values/make.ts';
import { overMembers } from '../../values/union.ts';
import type { Mapping, Sequence, Union, Value } from '../../values/value.ts';
import { environ, isEnviron } from '../environment.ts';
import type { Callables } from '../model.ts';
import { behind, positionals } from '../passed-arguments.ts';
import { keysOf } from './mapping-methods.ts';

/** A value as a sequence of its elements; one that is none of the containers followed, as some of its element. */
export function asSequence(e: Evaluation, value: Exclude<Value, Union>, type: Sequence['type']): Sequence {
  const from = value.kind === 'mapping' ? keysOf(value) : value;
  if (from.kind !== 'sequence') return sequence(`${type}(${value.key})`, type, () => [e.element(value)], false);
  const exact = from.exact && type !== 'set';
  return sequence(`${type}(${from.key})`, type, () => from.elements(), exact);
}

/** `list(values)` and the like. */
function collecting(type: Sequence['type']): Callables[string] {
  return {
    call: (call, e) => {
      const from = call.positional(0);
      if (from === undefined) return sequenceOf(type, [], !call.open);
      return overMembers(from, (one) => (one.kind === 'unknown' ? one : asSequence(e, one, type)));
    },
  };
}

const mostPairs = 256;

/** Pairs of constant keys and values as a dictionary; undefined if they are something else. */
function fromPairs(value: Value): Mapping | undefined {
  if (value.kind !== 'sequence' || !value.exact) return undefined;
  const pairs = value.elements();
  if (pairs.length > mostPairs) return undefined;
  const entries = new Map<string | number, Value>();
  for (const pair of pairs) {
    const [key, second] = pair.kind === 'sequence' && pair.exact ? pair.elements() : [];
    if (key?.kind !== 'constant' || second === undefined) return undefined;
    if (typeof key.value !== 'string' && typeof key.value !== 'number') return undefined;
    entries.set(key.value, second);
  }
  return mappingOf(entries);
}

/** `dict(mapping or pairs, **entries)`. A copy of the environment is read like it. */
function dictionary(call: CallArguments): Value {
  const first = call.positional(0);
  if (first === undefined) return mappingFromArguments(call);
  return overMembers(first, (one) => {
    if (isEnviron(one)) return environ;
    const pairs = fromPairs(one);
    const given = argumentsOf(call.key, [pairs ?? one], keywordsOf(call), call.depth);
    return mappingFromArguments(call.open ? { ...given, open: true } : given);
  });
}

function keywordsOf(call: CallArguments): Map<string, Value> {
  return new Map(call.keywords.map((name) => [name, call.keyword(name) ?? unknown('dynamic-value')]));
}

/** A dictionary that makes what is not there: `defaultdict(factory, …)`. */
function defaulting(call: CallArguments, e: Evaluation): Value {
  const factory = call.positional(0) ?? none;
  const given = dictionary(behind(call, 1));
  if (isNone(factory)) return given;
  const made = e.call(factory, argumentsOf(`default${call.key}`, [], undefined, call.depth));
  return merge([given, mappingOf(new Map(), made)]);
}

/** Dictionaries of which the first that has a key counts. */
function chained(call: CallArguments): Value {
  const maps = positionals(call);
  return maps.length === 0 ? mappingOf(new Map()) : merge(maps.toReversed());
}

/** `dict.fromkeys(keys, value)`. */
function fromKeys(call: CallArguments): Value {
  const value = call.positional(1) ?? none;
  const keys = call.positional(0);
  const entries = new Map<string | number, Value>();
  if (keys?.kind !== 'sequence') return mappingOf(entries, value);
  let all = keys.exact;
  for (const key of keys.elements().slice(0, mostPairs)) {
    if (key.kind === 'constant' && (typeof key.value === 'string' || typeof key.value === 'number'))
      entries.set(key.value, value);
    else all = false;
  }
  return mappingOf(entries, all && keys.elements().length <= mostPairs ? undefined : value);
}

/** A queue is a list of what is put there, in no order. */
const queue = { call: (): Value => sequenceOf('list', [], false) };

const queues = ['Queue', 'LifoQueue', 'PriorityQueue', 'SimpleQueue', 'JoinableQueue'].flatMap((name) =>
  ['queue', 'asyncio', 'multiprocessing'].map((module) => [`${module}.${name}`, queue]),
);

/** Classes of containers by their paths. */
export const constructors: Callables = {
  'builtins.list': collecting('list'),
  'builtins.tuple': collecting('tuple'),
  'builtins.set': collecting('set'),
  'builtins.frozenset': collecting('set'),
  'collections.deque': collecting('list'),
  'builtins.dict': { call: dictionary },
  'builtins.dict.fromkeys': { call: fromKeys },
  'collections.OrderedDict': { call: dictionary },
  'collections.UserDict': { call: dictionary },
  'collections.Counter': { call: () => mappingOf(new Map(), unknown('dynamic-value')) },
  'collections.defaultdict': { call: defaulting },
  'collections.ChainMap': { call: chained },
  ...Object.fromEntries(queues),
  'types.MappingProxyType': { call: (call) => call.positional(0) },
};
