// https://fastapi.tiangolo.com/tutorial/dependencies/, https://python-dependency-injector.ets-labs.org/providers/:
// what frameworks call to make what they pass.
import { argumentsOf } from '../evaluate/arguments.ts';
import { exitsOf } from '../evaluate/functions.ts';
import type { CallArguments, Evaluation } from '../model-provider.ts';
import { nothing, overMembers, union } from '../values/union.ts';
import type { ModelObject, Value } from '../values/value.ts';
import { type Callables, type Model, modelled } from './model.ts';
import { behind, boundBefore, passing } from './passed-arguments.ts';
import { type InnerCall, relay } from './relay.ts';

/** What a function gives to who asks for it once: of a generator, what it yields. */
function once(callee: Value, given: Value, e: Evaluation): Value {
  const inner = callee.kind === 'method' ? callee.function : callee;
  const yields = inner.kind === 'function' && exitsOf(inner.module.tree, inner.node).yields.length > 0;
  return yields ? e.element(given) : given;
}

const dependencyCall: InnerCall = (call) => {
  const callee = call.get(0, 'dependency');
  return callee && { callee, arguments: passing(call) };
};

/** `Depends(f)`, the default of a parameter: what `f` gives, which is called for each request. */
const depends: Required<Pick<Model, 'call' | 'calls'>> = {
  call: (call, e) => {
    const inner = dependencyCall(call, e);
    return inner && once(inner.callee, e.call(inner.callee, inner.arguments), e);
  },
  calls: relay(dependencyCall).calls,
};

const providers = new WeakSet<object>();

function isProvider(value: Value): value is ModelObject {
  return value.kind === 'object' && typeof value.data === 'object' && value.data !== null && providers.has(value.data);
}

/** Arguments of which those that are providers are what these give. */
function injected(call: CallArguments, e: Evaluation): CallArguments {
  const given = (value: Value | undefined): Value | undefined =>
    value && overMembers(value, (one) => (isProvider(one) ? e.call(one, passing(call)) : one));
  return {
    ...behind(call, 0),
    positional: (index) => given(call.positional(index)),
    keyword: (name) => given(call.keyword(name)),
    get: (index, name) => given(call.get(index, name)),
  };
}

/** `Singleton(make, …)` and the like: calling it calls `make` with those arguments and the later ones. */
function provider(call: CallArguments): Value | undefined {
  const callee = call.get(0, 'provides');
  if (callee === undefined) return undefined;
  const inner = (later: CallArguments, e: Evaluation): CallArguments =>
    injected(boundBefore(behind(call, 1), later), e);
  const model: Model = {
    call: (later, e) => once(callee, e.call(callee, inner(later, e)), e),
    calls: (later, e) => [{ callee, arguments: inner(later, e) }],
  };
  providers.add(model);
  return modelled(`provider(${call.key})`, model);
}

const makes: Callables[string] = {
  call: provider,
  calls: (call, e) => {
    const made = provider(call);
    return made?.kind === 'object' ? ((made.data as Model).calls?.(passing(call), e) ?? []) : [];
  },
};

const kinds = [
  'Singleton',
  'ThreadSafeSingleton',
  'ThreadLocalSingleton',
  'Factory',
  'Resource',
  'Callable',
  'Coroutine',
];

/** What passes things in, by its path. */
export const injection: Callables = {
  'fastapi.Depends': depends,
  'fastapi.params.Depends': depends,
  'fastapi.Security': depends,
  ...Object.fromEntries(kinds.map((kind) => [`dependency_injector.providers.${kind}`, makes])),
  'pydantic.PrivateAttr': { call: privateAttribute },
};

/** `PrivateAttr(default_factory=f)`: what an attribute of a model is at first. */
function privateAttribute(call: CallArguments, e: Evaluation): Value {
  const factory = call.keyword('default_factory');
  return union([call.get(0, 'default') ?? nothing, factory === undefined ? nothing : e.call(factory, passing(call))]);
}

/** `Provide[Container.client]`, the default of a parameter: what the provider gives. */
export const provide: ModelObject = modelled('dependency_injector.wiring.Provide', {
  item: (key, e) => overMembers(key, (one) => (isProvider(one) ? e.call(one, argumentsOf('provide', [])) : one)),
});
