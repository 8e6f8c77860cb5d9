// https://docs.python.org/3/library/collections.html#collections.namedtuple, types.SimpleNamespace, dataclasses, copy.
import type { CallArguments, Evaluation } from '../model-provider.ts';
import { mappingOf, sequence, sequenceOf } from '../values/containers.ts';
import { constant, none, stringOf, unknown } from '../values/make.ts';
import { nothing, union } from '../values/union.ts';
import type { Mapping, ModelObject, Value } from '../values/value.ts';
import { type Callables, modelled, modelledFunction } from './model.ts';

const mostFields = 100;

/** `namedtuple('Point', 'x y')`: a class whose objects are tuples with names. */
function namedTuple(call: CallArguments): Value | undefined {
  const names = namesOf(call.get(1, 'field_names') ?? call.get(1, 'fields') ?? none);
  if (names === undefined) return undefined;
  const given = call.keyword('defaults');
  const defaults = given?.kind === 'sequence' && given.exact ? given.elements() : [];
  const fallback = (index: number): Value =>
    defaults[index - names.length + defaults.length] ?? unknown('dynamic-value');
  const make = (later: CallArguments): Value => {
    const values = names.map(
      (name, index) => later.get(index, name) ?? (later.open ? unknown('dynamic-value') : fallback(index)),
    );
    return tupleOf(call.key, names, values);
  };
  return modelled(`namedtuple(${call.key})`, {
    call: make,
    attribute: (name) => {
      if (name === '_make') return modelledFunction(`${call.key}._make`, (later) => made(call, names, later));
      return name === '_fields'
        ? sequenceOf(
            'tuple',
            names.map((one) => constant(one)),
          )
        : undefined;
    },
  });
}

/** `Point._make(values)`. */
function made(call: CallArguments, names: readonly string[], later: CallArguments): Value {
  const from = later.positional(0);
  const values = from?.kind === 'sequence' && from.exact ? from.elements() : [];
  return tupleOf(
    call.key,
    names,
    names.map((_, index) => values[index] ?? unknown('dynamic-value')),
  );
}

/** The names of fields: `'x y'`, `'x, y'`, `['x', 'y']`, `[('x', int), ('y', int)]`. */
function namesOf(value: Value): string[] | undefined {
  const text = stringOf(value);
  if (text !== undefined)
    return text
      .split(/[\s,]+/)
      .filter((name) => name !== '')
      .slice(0, mostFields);
  if (value.kind !== 'sequence' || !value.exact) return undefined;
  const names = value.elements().map((one) => stringOf(one.kind === 'sequence' ? one.elements()[0] : one));
  return names.every((name) => name !== undefined) ? names.slice(0, mostFields) : undefined;
}

function tupleOf(of: string, names: readonly string[], values: readonly Value[]): Value {
  const tuple = sequenceOf('tuple', values);
  const key = `namedtuple(${of})${tuple.key}`;
  const fields = new Map(names.map((name, index) => [name, values[index] ?? nothing]));
  const replace = (call: CallArguments): Value =>
    tupleOf(
      of,
      names,
      names.map((name) => call.keyword(name) ?? fields.get(name) ?? nothing),
    );
  return modelled(key, {
    attribute: (name) => {
      if (name === '_replace') return modelledFunction(`${key}._replace`, replace);
      if (name === '_asdict') return modelledFunction(`${key}._asdict`, () => mappingOf(fields));
      return fields.get(name);
    },
    item: (at, e) => e.item(tuple, at),
    element: () => union(values),
  });
}

/** An object with the attributes that it is made with, and those that the program stores in it. */
export function namespace(key: string, made: (name: string) => Value | undefined = () => undefined): ModelObject {
  const self: ModelObject = modelled(`namespace(${key})`, {
    attribute: (name, e) => {
      const found = union([made(name) ?? nothing, e.stored(self, name)]);
      return found === nothing ? unknown('dynamic-value') : found;
    },
  });
  return self;
}

const makesNamespace = { call: (call: CallArguments): Value => namespace(call.key, (name) => call.keyword(name)) };

/** The fields of a record under their names, as far as they are asked for. */
function fieldsOf(record: Value, e: Evaluation): Mapping {
  return {
    kind: 'mapping',
    key: `fields(${record.key})`,
    get: (name) => {
      const found = e.attribute(record, String(name));
      return found.kind === 'unknown' ? undefined : found;
    },
    keys: () => [],
    rest: () => unknown('dynamic-value'),
  };
}

/** `replace(record, field=value)`: the record with other fields. */
function replaced(call: CallArguments): Value | undefined {
  const record = call.positional(0);
  if (record === undefined) return undefined;
  return modelled(`replace(${call.key},${record.key})`, {
    attribute: (name, e) => call.keyword(name) ?? e.attribute(record, name),
  });
}

const itself = { call: (call: CallArguments): Value => call.get(0, 'x') ?? unknown('dynamic-value') };

/** `cast(type, value)`: the value; what the type says where that is not known. */
function cast(call: CallArguments, e: Evaluation): Value {
  const value = call.get(1, 'val') ?? unknown('dynamic-value');
  const type = call.get(0, 'typ');
  if (value.kind !== 'unknown' && value.kind !== 'external') return value;
  if (type?.kind === 'class') return { kind: 'instance', key: `i${type.key}/`, class: type, construction: null };
  return (type?.kind === 'external' ? e.annotated(type.path) : undefined) ?? value;
}

/** A function that gives what it gets. */
const newType = {
  call: (call: CallArguments): Value => modelledFunction(`new-type(${call.key})`, (later) => later.positional(0)),
};

const reference = {
  call: (call: CallArguments): Value => {
    const to = call.positional(0) ?? unknown('dynamic-value');
    return modelledFunction(`reference(${to.key})`, () => to);
  },
};

/** A tuple of all fields of which it is not known which they are. */
function unnamed(call: CallArguments): Value {
  return sequence(`fields(${call.key})`, 'tuple', () => [unknown('dynamic-value')], false);
}

/** Records, copies and casts, by their paths. */
export const records: Callables = {
  'collections.namedtuple': { call: namedTuple },
  'typing.NamedTuple': { call: namedTuple },
  'types.SimpleNamespace': makesNamespace,
  'argparse.Namespace': makesNamespace,
  'threading.local': makesNamespace,
  'dataclasses.replace': { call: replaced },
  'copy.replace': { call: replaced },
  'dataclasses.asdict': { call: (call, e) => fieldsOf(call.positional(0) ?? unknown('dynamic-value'), e) },
  'dataclasses.astuple': { call: unnamed },
  'copy.copy': itself,
  'copy.deepcopy': itself,
  'typing.cast': { call: cast },
  'typing_extensions.cast': { call: cast },
  'typing.NewType': newType,
  'weakref.proxy': { call: (call) => call.positional(0) },
  'weakref.ref': reference,
};
