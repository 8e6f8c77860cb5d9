// https://docs.python.org/3/library/functions.html: functions of objects and their attributes.
import type { CallArguments, Evaluation } from '../model-provider.ts';
import { constant, none, stringOf, unknown } from '../values/make.ts';
import { nothing, overMembers, union } from '../values/union.ts';
import type { Union, Value } from '../values/value.ts';
import { type Callables, modelled } from './model.ts';
import { behind } from './passed-arguments.ts';

const given = (call: CallArguments, index: number): Value => call.positional(index) ?? unknown('dynamic-value');

/** Functions of any objects, by their paths. */
export const objectFunctions: Callables = {
  'builtins.getattr': { call: attributeNamed },
  'builtins.setattr': { call: () => none },
  'builtins.delattr': { call: () => none },
  'builtins.hasattr': { call: () => unknown('dynamic-value') },
  'builtins.isinstance': { call: () => unknown('dynamic-value') },
  'builtins.issubclass': { call: () => unknown('dynamic-value') },
  'builtins.callable': { call: () => unknown('dynamic-value') },
  'builtins.print': { call: () => none },
  'builtins.vars': { call: (call) => (call.count === 1 ? attributesOf(given(call, 0)) : undefined) },
  'builtins.len': { call: (call) => overMembers(given(call, 0), lengthOf) },
  'builtins.type': { call: (call) => (call.count === 1 ? overMembers(given(call, 0), classOf) : undefined) },
};

/** `vars(value)`: its attributes by their names. */
function attributesOf(value: Value): Value {
  return modelled(`vars(${value.key})`, {
    item: (key, e) =>
      overMembers(key, (one) => {
        const name = stringOf(one);
        return name === undefined ? unknown('dynamic-value') : e.attribute(value, name);
      }),
  });
}

/** A method of a built-in type that is got from the type: `str.upper('a')`, `map(str.strip, lines)`. */
export function unboundMethod(path: string, call: CallArguments, e: Evaluation): Value | undefined {
  const name = /^builtins\.(?:str|bytes|list|tuple|set|frozenset|dict)\.(?<name>[a-z]\w*)$/.exec(path)?.groups?.[
    'name'
  ];
  const receiver = call.positional(0);
  if (name === undefined || receiver === undefined) return undefined;
  return e.call(e.attribute(receiver, name), behind(call, 1));
}

/** `getattr(value, name, default)`: the attribute, and the default where the attribute is not known to be there. */
function attributeNamed(call: CallArguments, e: Evaluation): Value {
  const fallback = call.positional(2);
  return overMembers(given(call, 1), (one) => {
    const name = stringOf(one);
    const found = name === undefined ? e.someAttribute(given(call, 0)) : e.attribute(given(call, 0), name);
    if (fallback === undefined) return found;
    const isThere = found !== nothing && found.kind !== 'unknown' && found.kind !== 'external';
    return isThere ? found : union([found, fallback]);
  });
}

function lengthOf(value: Exclude<Value, Union>): Value {
  switch (value.kind) {
    case 'constant':
      return typeof value.value === 'string' && /^\p{ASCII}*$/u.test(value.value)
        ? constant(value.value.length)
        : unknown('dynamic-value');
    case 'sequence':
      return value.exact ? constant(value.elements().length) : unknown('dynamic-value');
    default:
      return unknown('dynamic-value');
  }
}

function classOf(value: Exclude<Value, Union>): Value {
  return value.kind === 'instance' ? value.class : unknown('dynamic-value');
}
