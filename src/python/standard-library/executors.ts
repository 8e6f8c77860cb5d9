// https://docs.python.org/3/library/concurrent.futures.html, threading, multiprocessing
import type { CallArguments, Evaluation } from '../model-provider.ts';
import { sequence, sequenceOf } from '../values/containers.ts';
import { none, unknown } from '../values/make.ts';
import type { ModelObject, Value } from '../values/value.ts';
import { inFuture } from './futures.ts';
import { type Callables, modelled, withMethods } from './model.ts';
import { applied, argumentCall, each, mapped, relay, spreadCall } from './relay.ts';

const executor: ModelObject = withMethods('executor', {
  submit: relay(argumentCall(), inFuture),
  map: mapped(),
  shutdown: { call: () => none },
});

const apply = applied([0, 'func'], [1, 'args'], [2, 'kwds']);

const pool: ModelObject = withMethods('pool', {
  apply: relay(apply),
  apply_async: relay(apply, inFuture),
  map: mapped(1),
  map_async: mapped(1, inFuture),
  imap: mapped(1),
  imap_unordered: mapped(1),
  starmap: relay(spreadCall, each()),
  starmap_async: relay(spreadCall, each(inFuture)),
  close: { call: () => none },
  join: { call: () => none },
  terminate: { call: () => none },
});

const makesExecutor = {
  call: (): Value => executor,
  calls: relay(applied([2, 'initializer'], [3, 'initargs'])).calls,
};
const makesPool = { call: (): Value => pool, calls: relay(applied([1, 'initializer'], [2, 'initargs'])).calls };

/** `Thread(group, target, name, args, kwargs)` calls its target when it runs; what it is itself stays external. */
const thread = { calls: relay(applied([1, 'target'], [3, 'args'], [4, 'kwargs'])).calls };
const timer = { calls: relay(applied([1, 'function'], [2, 'args'], [3, 'kwargs'])).calls };

/** The futures as they are done: those of a list, a set or the keys of a dictionary. */
const asCompleted = {
  call: (call: CallArguments, e: Evaluation): Value =>
    sequence(`done(${call.key})`, 'list', () => [e.element(call.get(0, 'fs') ?? unknown('dynamic-value'))], false),
};

/** `wait(futures)` gives those that are done and those that are not. */
export function waited(call: CallArguments, e: Evaluation): Value {
  const futures = call.get(0, 'fs') ?? unknown('dynamic-value');
  const set = sequence(`waited(${call.key})`, 'set', () => [e.element(futures)], false);
  const both = sequenceOf('tuple', [set, set]);
  return modelled(`waited(${call.key})`, {
    attribute: (name) => (name === 'done' || name === 'not_done' ? set : undefined),
    item: (key) => (key.kind === 'constant' ? set : e.item(both, key)),
    element: () => set,
  });
}

/** Executors, pools, threads and processes. */
export const executors: Callables = {
  'concurrent.futures.ThreadPoolExecutor': makesExecutor,
  'concurrent.futures.ProcessPoolExecutor': makesExecutor,
  'concurrent.futures.thread.ThreadPoolExecutor': makesExecutor,
  'concurrent.futures.process.ProcessPoolExecutor': makesExecutor,
  'concurrent.futures.as_completed': asCompleted,
  'concurrent.futures.wait': { call: waited },
  'multiprocessing.Pool': makesPool,
  'multiprocessing.pool.Pool': makesPool,
  'multiprocessing.pool.ThreadPool': makesPool,
  'multiprocessing.dummy.Pool': makesPool,
  'multiprocessing.get_context().Pool': makesPool,
  'threading.Thread': thread,
  'multiprocessing.Process': thread,
  'multiprocessing.context.Process': thread,
  'multiprocessing.get_context().Process': thread,
  'threading.Timer': timer,
  'gevent.spawn': relay(argumentCall(), inFuture),
  'eventlet.spawn': relay(argumentCall(), inFuture),
  'atexit.register': relay(argumentCall(), () => none),
};

/** What an annotation that names one of their classes makes of a parameter. */
export const annotatedExecutors: Readonly<Record<string, Value>> = {
  'concurrent.futures.Executor': executor,
  'concurrent.futures.ThreadPoolExecutor': executor,
  'concurrent.futures.ProcessPoolExecutor': executor,
  'multiprocessing.pool.Pool': pool,
  'multiprocessing.pool.ThreadPool': pool,
};
