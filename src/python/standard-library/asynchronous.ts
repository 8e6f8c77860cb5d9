// https://docs.python.org/3/library/asyncio.html, and the libraries that run functions in threads for it.
import type { CallArguments, Evaluation } from '../model-provider.ts';
import { sequence, sequenceOf } from '../values/containers.ts';
import { none, unknown } from '../values/make.ts';
import type { ModelObject, Value } from '../values/value.ts';
import { waited } from './executors.ts';
import { future, inFuture } from './futures.ts';
import { type Callables, withMethods } from './model.ts';
import { positionals } from './passed-arguments.ts';
import { argumentCall, relay } from './relay.ts';

const first = (call: CallArguments): Value => call.positional(0) ?? call.keyword('coro') ?? unknown('dynamic-value');

/** Gives what awaiting its first argument does. */
const awaiting = { call: (call: CallArguments, e: Evaluation): Value => e.awaited(first(call)) };
const makesTask = { call: (call: CallArguments): Value => future(first(call)) };
const ignored = { call: (): Value => none };

/** Calls its first argument with those behind it. */
const calling = relay(argumentCall());

/** The results of all, in their order. */
function gathered(call: CallArguments, e: Evaluation): Value {
  const results = (): Value[] => positionals(call).map((one) => e.awaited(one));
  if (!call.open) return sequenceOf('list', results());
  const more = (): Value => e.awaited(call.more?.() ?? unknown('dynamic-value'));
  return sequence(`gather(${call.key})`, 'list', () => [...results(), more()], false);
}

/** What is to be awaited, as it is done. */
function completed(call: CallArguments, e: Evaluation): Value {
  return sequence(`done(${call.key})`, 'list', () => [e.awaited(e.element(first(call)))], false);
}

const loop: ModelObject = withMethods('event-loop', {
  run_in_executor: relay(argumentCall(1), inFuture),
  run_until_complete: awaiting,
  run_forever: ignored,
  create_task: makesTask,
  call_soon: calling,
  call_soon_threadsafe: calling,
  call_later: relay(argumentCall(1)),
  call_at: relay(argumentCall(1)),
  close: ignored,
  stop: ignored,
});

const taskGroup: ModelObject = withMethods('task-group', {
  create_task: makesTask,
  start_soon: relay(argumentCall(), () => none),
  start: calling,
});

const runner: ModelObject = withMethods('runner', { run: awaiting, get_loop: { call: () => loop }, close: ignored });

const givesLoop = { call: (): Value => loop };
const givesGroup = { call: (): Value => taskGroup };

/** Functions of asynchronous code, by their paths. */
export const asynchronous: Callables = {
  'asyncio.run': awaiting,
  'asyncio.wait_for': awaiting,
  'asyncio.shield': awaiting,
  'asyncio.gather': { call: gathered },
  'asyncio.as_completed': { call: completed },
  'asyncio.wait': { call: waited },
  'asyncio.create_task': makesTask,
  'asyncio.ensure_future': makesTask,
  'asyncio.run_coroutine_threadsafe': makesTask,
  'asyncio.wrap_future': { call: (call) => first(call) },
  'asyncio.to_thread': calling,
  'asyncio.get_event_loop': givesLoop,
  'asyncio.get_running_loop': givesLoop,
  'asyncio.new_event_loop': givesLoop,
  'asyncio.TaskGroup': givesGroup,
  'asyncio.Runner': { call: () => runner },
  'anyio.run': calling,
  'anyio.to_thread.run_sync': relay(argumentCall(0, ['abandon_on_cancel', 'cancellable', 'limiter'])),
  'anyio.from_thread.run': calling,
  'anyio.create_task_group': givesGroup,
  'trio.run': calling,
  'trio.to_thread.run_sync': relay(argumentCall(0, ['abandon_on_cancel', 'cancellable', 'limiter'])),
  'starlette.concurrency.run_in_threadpool': calling,
  'fastapi.concurrency.run_in_threadpool': calling,
  'tenacity.Retrying()': calling,
  'tenacity.AsyncRetrying()': calling,
};

/** What an annotation that names one of their classes makes of a parameter. */
export const annotatedAsynchronous: Readonly<Record<string, Value>> = {
  'asyncio.AbstractEventLoop': loop,
  'asyncio.TaskGroup': taskGroup,
  'anyio.abc.TaskGroup': taskGroup,
};
