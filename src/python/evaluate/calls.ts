// https://docs.python.org/3/reference/expressions.html#calls
import type { CallArguments } from '../model-provider.ts';
import { unknown } from '../values/make.ts';
import { overMembers } from '../values/union.ts';
import type { Union, Value } from '../values/value.ts';
import { withReceiver } from './arguments.ts';
import { construct } from './classes/construction.ts';
import type { Evaluator } from './evaluator.ts';
import { callFunction } from './functions.ts';
import { outside } from './imports.ts';

/** What calling a value gives. */
export function callOf(e: Evaluator, value: Value, call: CallArguments): Value {
  return overMembers(value, (member) => ofOne(e, member, call));
}

function ofOne(e: Evaluator, value: Exclude<Value, Union>, call: CallArguments): Value {
  switch (value.kind) {
    case 'function':
      return callFunction(e, value, call);
    case 'method':
      return callFunction(e, value.function, withReceiver(value.receiver, call));
    case 'class':
      return construct(e, value, call);
    case 'instance': {
      const called = e.attribute(value, '__call__');
      return called.kind === 'method' ? e.call(called, call) : unknown('dynamic-value');
    }
    case 'object':
      return e.providerOf(value)?.call?.(value, call, e) ?? unknown('external-code');
    case 'external':
      return e.callExternal(value.path, call) ?? outside(e, `${value.path}()`);
    case 'unknown':
      return value;
    default:
      return unknown('dynamic-value');
  }
}
