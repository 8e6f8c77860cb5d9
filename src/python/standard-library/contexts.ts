// https://docs.python.org/3/library/contextlib.html
import type { CallArguments, Evaluation } from '../model-provider.ts';
import { none, unknown } from '../values/make.ts';
import type { ModelObject, Value } from '../values/value.ts';
import { type Callables, modelled, withMethods } from './model.ts';
import { argumentCall, relay } from './relay.ts';

const given = (call: CallArguments): Value => call.positional(0) ?? none;

/** Binds what it was given, which is not entered itself. */
const binding = {
  call: (call: CallArguments): Value => {
    const inner = call.get(0, 'enter_result') ?? call.keyword('thing') ?? none;
    return modelled(`context(${call.key})`, { entered: () => inner });
  },
};

const entering = { call: (call: CallArguments, e: Evaluation): Value => e.entered(given(call)) };
const callback = relay(argumentCall(), () => unknown('dynamic-value'));

const exitStack: ModelObject = withMethods('exit-stack', {
  enter_context: entering,
  enter_async_context: entering,
  push: { call: given },
  push_async_exit: { call: given },
  callback,
  push_async_callback: callback,
  pop_all: { call: () => exitStack },
  close: { call: () => none },
  aclose: { call: () => none },
});

const makesStack = { call: (): Value => exitStack };

/** Context managers by their paths. Those that are not here bind themselves, as far as is known. */
export const contexts: Callables = {
  'contextlib.closing': binding,
  'contextlib.aclosing': binding,
  'contextlib.nullcontext': binding,
  'contextlib.ExitStack': makesStack,
  'contextlib.AsyncExitStack': makesStack,
};

/** What an annotation that names one of their classes makes of a parameter. */
export const annotatedContexts: Readonly<Record<string, Value>> = {
  'contextlib.ExitStack': exitStack,
  'contextlib.AsyncExitStack': exitStack,
};
