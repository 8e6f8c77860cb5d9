// https://docs.python.org/3/reference/expressions.html#subscriptions
import { external, unknown } from '../values/make.ts';
import { nothing, overMembers, union } from '../values/union.ts';
import type { Mapping, Sequence, Union, Value } from '../values/value.ts';
import { argumentsOf } from './arguments.ts';
import { recordItem } from './classes/fields.ts';
import type { Evaluator } from './evaluator.ts';

/** `value[key]`. */
export function itemOf(e: Evaluator, value: Value, key: Value): Value {
  return overMembers(value, (member) =>
    key.kind === 'union' ? overMembers(key, (one) => ofOne(e, member, one)) : ofOne(e, member, key),
  );
}

function ofOne(e: Evaluator, value: Exclude<Value, Union>, key: Value): Value {
  switch (value.kind) {
    case 'mapping':
      return ofMapping(value, key);
    case 'sequence':
      return ofSequence(value, key);
    case 'object':
      return e.providerOf(value)?.item?.(value, key, e) ?? unknown('external-code');
    case 'external':
      return external(`${value.path}[]`);
    case 'instance': {
      const get = e.attribute(value, '__getitem__');
      if (get.kind === 'method') return e.call(get, argumentsOf(`item ${value.key}`, [key]));
      const missing = e.attribute(value, '__missing__');
      if (missing.kind === 'method') return e.call(missing, argumentsOf(`item ${value.key}`, [key]));
      return recordItem(e, value, key) ?? unknown('dynamic-value');
    }
    case 'class': // `Box[int]` is the class; of an enumeration, a member
      return key.kind === 'constant' && typeof key.value === 'string' ? e.attribute(value, key.value) : value;
    case 'constant':
      return value.value === null ? nothing : unknown('dynamic-value');
    case 'unknown':
      return value;
    default:
      return unknown('dynamic-value');
  }
}

function ofMapping(value: Mapping, key: Value): Value {
  const rest = value.rest();
  if (key.kind === 'constant' && (typeof key.value === 'string' || typeof key.value === 'number')) {
    const found = value.get(key.value);
    if (found !== undefined) return rest === undefined ? found : union([found, rest]);
    return rest ?? unknown('dynamic-value');
  }
  const values = value.keys().map((name) => value.get(name) ?? nothing);
  if (rest !== undefined) values.push(rest);
  return values.length === 0 ? unknown('dynamic-value') : union(values);
}

function ofSequence(value: Sequence, key: Value): Value {
  const elements = value.elements();
  if (value.exact && key.kind === 'constant' && typeof key.value === 'number') {
    const found = elements.at(key.value);
    return found ?? unknown('dynamic-value');
  }
  return elements.length === 0 ? unknown('dynamic-value') : union(elements);
}
