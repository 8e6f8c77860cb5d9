import { constant, external, unknown } from '../values/make.ts';
import { nothing, overMembers, union } from '../values/union.ts';
import type { Union, Value } from '../values/value.ts';
import { argumentsOf } from './arguments.ts';
import { enumMembers } from './classes/enumerations.ts';
import type { Evaluator } from './evaluator.ts';

/** What a loop over a value binds: all elements joined; of a dictionary its keys. */
export function elementOf(e: Evaluator, value: Value): Value {
  return overMembers(value, (member) => ofOne(e, member));
}

function ofOne(e: Evaluator, value: Exclude<Value, Union>): Value {
  switch (value.kind) {
    case 'sequence': {
      const elements = value.elements();
      return elements.length === 0 ? unknown('dynamic-value') : union(elements);
    }
    case 'mapping': {
      const keys: Value[] = value.keys().map((key) => constant(key));
      if (value.rest() !== undefined) keys.push(value.otherKeys?.() ?? unknown('dynamic-value'));
      if (keys.length === 0) keys.push(unknown('dynamic-value'));
      return union(keys);
    }
    case 'object':
      return e.providerOf(value)?.element?.(value, e) ?? unknown('external-code');
    case 'external':
      return external(`${value.path}[]`);
    case 'class':
      return enumMembers(e, value) ?? unknown('dynamic-value');
    case 'instance': {
      const iterate = e.attribute(value, '__iter__');
      if (iterate.kind !== 'method') return unknown('dynamic-value');
      return e.element(e.call(iterate, argumentsOf(`iter ${value.key}`, [])));
    }
    case 'constant':
      return value.value === null ? nothing : unknown('dynamic-value');
    case 'unknown':
      return value;
    default:
      return unknown('dynamic-value');
  }
}
