import { none, unknown } from '../values/make.ts';
import type { ModelObject, Value } from '../values/value.ts';
import { withMethods } from './model.ts';
import { passing } from './passed-arguments.ts';
import { relay, type Wrap } from './relay.ts';

/** Something that will have a value: a future, a task, the result of `apply_async`. */
export function future(value: Value): ModelObject {
  const key = `future(${value.key})`;
  const given = { call: (): Value => value };
  return withMethods(
    key,
    {
      result: given,
      get: given,
      exception: { call: () => unknown('dynamic-value') },
      add_done_callback: relay(
        (call) => {
          const callee = call.positional(0);
          return callee && { callee, arguments: passing(call, future(value)) };
        },
        () => none,
      ),
      wait: { call: () => none },
    },
    { awaited: (e) => e.awaited(value) },
  );
}

/** The result when it is there. */
export const inFuture: Wrap = (result) => future(result());
