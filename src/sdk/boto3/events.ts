// https://docs.aws.amazon.com/boto3/latest/guide/events.html
import type { CallArguments, IndirectCall } from '../../python/model-provider.ts';
import type { Value } from '../../python/values/value.ts';
import type { Behaviour } from './behaviour.ts';
import { type Events, methodOf, opaque } from './objects.ts';

const registers = new Set(['register', 'register_first', 'register_last']);

/** Functions that are registered are called with arguments that the SDK chooses. */
export const events: Behaviour<Events> = {
  attribute: (data, name) => (registers.has(name) ? methodOf(data, name) : opaque),
  call: () => opaque,
  calls: (_, { name, arguments: call }) => (registers.has(name) ? calledBack(call, call.get(1, 'handler')) : []),
};

/** A call by the SDK of a function that it was given, if it was. */
export function calledBack(because: CallArguments, callee: Value | undefined): readonly IndirectCall[] {
  if (callee === undefined) return [];
  const passed: CallArguments = {
    key: `${because.key}*`,
    depth: because.depth,
    count: 0,
    keywords: [],
    open: true,
    positional: () => undefined,
    keyword: () => undefined,
    get: () => undefined,
  };
  return [{ callee, arguments: passed }];
}
