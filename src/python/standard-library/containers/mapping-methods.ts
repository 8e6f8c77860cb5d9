// https://docs.python.org/3/library/stdtypes.html#mapping-types-dict
import type { CallArguments, Evaluation } from '../../model-provider.ts';
import { sequence, sequenceOf } from '../../values/containers.ts';
import { constant, none, unknown } from '../../values/make.ts';
import { nothing, overMembers, union } from '../../values/union.ts';
import type { Mapping, Value } from '../../values/value.ts';

/** What a method of a dictionary gives; undefined if it is not followed. What methods put into it is the evaluator's. */
export function mappingMethod(receiver: Mapping, name: string, call: CallArguments, e: Evaluation): Value | undefined {
  return methods.get(name)?.(receiver, call, e);
}

type Method = (receiver: Mapping, call: CallArguments, e: Evaluation) => Value;

const nothingGiven: Method = () => none;
const itself: Method = (receiver) => receiver;

const methods = new Map<string, Method>(
  Object.entries({
    get: (receiver, call) => lookUp(receiver, call.positional(0), call.get(1, 'default') ?? none),
    pop: (receiver, call) => lookUp(receiver, call.positional(0), call.get(1, 'default') ?? nothing),
    setdefault: (receiver, call) => lookUp(receiver, call.positional(0), call.get(1, 'default') ?? none),
    __getitem__: (receiver, call, e) => e.item(receiver, call.positional(0) ?? unknown('dynamic-value')),
    items: (receiver) => itemsOf(receiver),
    keys: (receiver) => keysOf(receiver),
    values: (receiver) => valuesOf(receiver),
    popitem: (receiver, _, e) => e.element(itemsOf(receiver)),
    copy: itself,
    __copy__: itself,
    update: nothingGiven,
    clear: nothingGiven,
    move_to_end: nothingGiven,
  } satisfies Record<string, Method>),
);

/** What stands under a key, else a default: both where it may be there and may not. */
function lookUp(mapping: Mapping, key: Value | undefined, otherwise: Value): Value {
  const rest = mapping.rest() ?? nothing;
  return overMembers(key ?? unknown('dynamic-value'), (one) => {
    const isKey = one.kind === 'constant' && one.value !== null && typeof one.value !== 'boolean';
    if (!isKey) return union([...allValues(mapping), rest, otherwise]);
    const found = mapping.get(one.value as string | number);
    return found === undefined ? union([rest, otherwise]) : union([found, rest]);
  });
}

function allValues(mapping: Mapping): Value[] {
  return mapping.keys().map((key) => mapping.get(key) ?? nothing);
}

function otherKeys(mapping: Mapping): Value {
  return mapping.otherKeys?.() ?? unknown('dynamic-value');
}

/** The keys of a dictionary as a sequence. */
export function keysOf(mapping: Mapping): Value {
  const keys: Value[] = mapping.keys().map((key) => constant(key));
  const exact = mapping.rest() === undefined;
  return sequenceOf('list', exact ? keys : [...keys, otherKeys(mapping)], exact);
}

function valuesOf(mapping: Mapping): Value {
  const rest = mapping.rest();
  const values = (): Value[] => [...allValues(mapping), ...(rest === undefined ? [] : [rest])];
  return sequence(`values(${mapping.key})`, 'list', values, rest === undefined);
}

function itemsOf(mapping: Mapping): Value {
  const rest = mapping.rest();
  const items = (): Value[] => {
    const pairs = mapping.keys().map((key) => sequenceOf('tuple', [constant(key), mapping.get(key) ?? nothing]));
    if (rest !== undefined) pairs.push(sequenceOf('tuple', [otherKeys(mapping), rest]));
    return pairs;
  };
  return sequence(`items(${mapping.key})`, 'list', items, rest === undefined);
}
