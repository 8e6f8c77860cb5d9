// https://docs.python.org/3/library/functools.html, operator, and what keeps a function as it is.
import { withReceiver } from '../evaluate/arguments.ts';
import type { CallArguments, Evaluation } from '../model-provider.ts';
import { mappingOf, sequenceOf } from '../values/containers.ts';
import { constant, stringOf, unknown } from '../values/make.ts';
import { nothing, overMembers, union } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import { type Callables, type Model, modelled } from './model.ts';
import { andMore, behind, boundBefore, passing, positionals } from './passed-arguments.ts';
import { relay } from './relay.ts';

const callable = new Set<Value['kind']>(['function', 'method', 'class', 'instance', 'object', 'external']);

/** Gives the function that it gets; called with something else, it is a decorator that is made. */
export const keeping: Pick<Model, 'call'> = {
  call: (call) => {
    const value = call.positional(0);
    return value !== undefined && callable.has(value.kind) ? value : undefined;
  },
};

/** Decorators, by name or made by a call, that change nothing of what a function gives. */
const decorators = [
  'functools.lru_cache',
  'functools.cache',
  'functools.singledispatch',
  'contextlib.contextmanager',
  'contextlib.asynccontextmanager',
  'asgiref.sync.sync_to_async',
  'asgiref.sync.async_to_sync',
  'joblib.delayed',
];

/** `partial(f, …)`: calling it calls `f` with those arguments before the others. */
function partial(call: CallArguments): Value | undefined {
  const callee = call.positional(0);
  if (callee === undefined) return undefined;
  const bound = behind(call, 1);
  const parts: Readonly<Record<string, () => Value>> = {
    func: () => callee,
    args: () => sequenceOf('tuple', positionals(bound)),
    keywords: () => mappingOf(new Map(bound.keywords.map((name) => [name, bound.keyword(name) ?? nothing]))),
  };
  return modelled(`partial(${call.key})`, {
    call: (later, e) => e.call(callee, boundBefore(bound, later)),
    calls: (later) => [{ callee, arguments: boundBefore(bound, later) }],
    attribute: (name) => (Object.hasOwn(parts, name) ? parts[name]?.() : undefined),
  });
}

/** `partialmethod(f, …)` in a class: a method that calls `f` with those arguments behind the object. */
function partialMethod(call: CallArguments): Value | undefined {
  const callee = call.positional(0);
  if (callee === undefined) return undefined;
  const bound = behind(call, 1);
  return modelled(`partialmethod(${call.key})`, {
    got: (receiver) => {
      const inner = (later: CallArguments): CallArguments => withReceiver(receiver, boundBefore(bound, later));
      return modelled(`partialmethod(${call.key})<${receiver.key}`, {
        call: (later, e) => e.call(callee, inner(later)),
        calls: (later) => [{ callee, arguments: inner(later) }],
      });
    },
  });
}

/** `property(f)` in a class: what `f` gives for the object. */
function propertyOf(call: CallArguments): Value | undefined {
  const getter = call.get(0, 'fget');
  return getter && modelled(`property(${call.key})`, { got: (receiver, e) => e.call(getter, passing(call, receiver)) });
}

/** `reduce(f, values, first)`: what `f` makes of what there was and an element. */
const reduce = relay(
  (call, e) => {
    const [callee, values, first] = positionals(call);
    if (callee === undefined || values === undefined) return undefined;
    const element = e.element(values);
    return { callee, arguments: passing(call, first === undefined ? element : union([first, element]), element) };
  },
  (result, call) => union([call.positional(2) ?? nothing, result()]),
);

/** What a function makes of what it is given first. */
function getter(call: CallArguments, get: (from: Value, call: CallArguments, e: Evaluation) => Value): Value {
  return modelled(`getter(${call.key})`, {
    call: (later, e) => get(later.positional(0) ?? unknown('dynamic-value'), later, e),
  });
}

/** One value, or a tuple of several. */
function oneOrTuple(values: readonly Value[]): Value {
  const [only] = values;
  return only !== undefined && values.length === 1 ? only : sequenceOf('tuple', values);
}

const attributeGetter = (call: CallArguments): Value =>
  getter(call, (from, _, e) => oneOrTuple(positionals(call).map((path) => attributeAt(e, from, path))));

/** `attrgetter('a.b')(x)` is `x.a.b`. */
function attributeAt(e: Evaluation, from: Value, path: Value): Value {
  return overMembers(path, (one) => {
    const names = stringOf(one)?.split('.');
    return names?.reduce<Value>((value, name) => e.attribute(value, name), from) ?? unknown('dynamic-value');
  });
}

const itemGetter = (call: CallArguments): Value =>
  getter(call, (from, _, e) => oneOrTuple(positionals(call).map((key) => e.item(from, key))));

const methodCaller = (call: CallArguments): Value =>
  getter(call, (from, later, e) => {
    const method = attributeAt(e, from, call.positional(0) ?? constant(null));
    return e.call(method, { ...behind(call, 1), key: `${call.key}~${later.key}` });
  });

/** Objects that stand for what a function gives, made when it is first used. */
const lazy = relay((call) => {
  const callee = call.positional(0);
  return callee && { callee, arguments: passing(call) };
});

/** Functions of functions, by their paths. */
export const functionTools: Callables = {
  ...Object.fromEntries(decorators.flatMap((path) => [path, `${path}()`]).map((path) => [path, keeping])),
  'functools.wraps()': keeping,
  'functools.update_wrapper': keeping,
  'functools.partial': {
    call: partial,
    calls: (call) => {
      const callee = call.positional(0);
      return callee === undefined ? [] : [{ callee, arguments: andMore(behind(call, 1)) }];
    },
  },
  'functools.partialmethod': { call: partialMethod },
  'builtins.property': { call: propertyOf },
  'functools.reduce': reduce,
  'operator.attrgetter': { call: attributeGetter },
  'operator.itemgetter': { call: itemGetter },
  'operator.methodcaller': { call: methodCaller },
  'lazy_object_proxy.Proxy': lazy,
  'django.utils.functional.SimpleLazyObject': lazy,
  'werkzeug.local.LocalProxy': lazy,
};
