// https://docs.python.org/3/reference/datamodel.html#context-managers
import { overMembers } from '../values/union.ts';
import type { Union, Value } from '../values/value.ts';
import { argumentsOf } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';

/** What `with value as x` binds. A generator is a context manager's (`@contextmanager`): what it yields. */
export function enteredOf(e: Evaluator, value: Value): Value {
  return overMembers(value, (member) => ofOne(e, member));
}

function ofOne(e: Evaluator, value: Exclude<Value, Union>): Value {
  switch (value.kind) {
    case 'sequence':
      return e.element(value);
    case 'object':
      return e.providerOf(value)?.entered?.(value, e) ?? value;
    case 'instance':
      for (const name of ['__enter__', '__aenter__']) {
        const enter = e.attribute(value, name);
        if (enter.kind === 'method')
          return e.call(enter, argumentsOf(`enter ${value.key}`, [], undefined, value.construction?.depth ?? 0));
      }
      return value;
    default:
      return value;
  }
}
