import type { CallArguments, Evaluation, IndirectCall } from '../model-provider.ts';
import { sequence } from '../values/containers.ts';
import { none } from '../values/make.ts';
import type { Sequence, Value } from '../values/value.ts';
import type { Model } from './model.ts';
import { behind, passing, positionals, spreadArguments } from './passed-arguments.ts';

/** The call that a function makes of something that it was given; undefined if it was given nothing. */
export type InnerCall = (call: CallArguments, e: Evaluation) => IndirectCall | undefined;

/** What becomes of the result of that call, which is evaluated when asked for. */
export type Wrap = (result: () => Value, call: CallArguments) => Value;

/** The result as it is. */
export const asIs: Wrap = (result) => result();

/** A function that calls what it was given. */
export function relay(inner: InnerCall, wrap: Wrap = asIs): Required<Pick<Model, 'call' | 'calls'>> {
  return {
    call: (call, e) => {
      const one = inner(call, e);
      return one === undefined ? undefined : wrap(() => e.call(one.callee, one.arguments), call);
    },
    calls: (call, e) => {
      const one = inner(call, e);
      return one === undefined ? [] : [one];
    },
  };
}

/** `submit(f, x)`: the argument at `index` with those behind it, without the keyword arguments `taken`. */
export function argumentCall(index = 0, taken: readonly string[] = []): InnerCall {
  return (call) => {
    const callee = call.positional(index);
    return callee && { callee, arguments: behind(call, index + 1, taken) };
  };
}

/** `map(f, xs, ys)`: the first argument with an element of each of at most `most` sequences. */
export function elementCall(most = Number.POSITIVE_INFINITY): InnerCall {
  return (call, e) => {
    const [callee, ...sequences] = positionals(call);
    const elements = sequences.slice(0, most).map((one) => e.element(one));
    return callee && { callee, arguments: passing(call, ...elements) };
  };
}

const mostCalls = 16;

/** `map(f, xs, ys)`: the results in order where the sequences are known and short. */
export function mapped(most = Number.POSITIVE_INFINITY, wrap: Wrap = asIs): Required<Pick<Model, 'call' | 'calls'>> {
  const inner = elementCall(most);
  const joined = relay(inner, each(wrap));
  return {
    call: (call, e) => {
      const [callee, ...sequences] = positionals(call).slice(0, most + 1);
      const known = sequences.filter((one): one is Sequence => one.kind === 'sequence' && one.exact);
      const length = Math.min(...known.map((one) => one.elements().length));
      if (callee === undefined || known.length < sequences.length || length > mostCalls) return joined.call(call, e);
      const result = (index: number): Value =>
        e.call(callee, passing(call, ...known.map((one) => one.elements()[index] ?? none)));
      const results = (): Value[] => Array.from({ length }, (_, index) => result(index));
      return wrap(() => sequence(`map(${call.key})`, 'list', results), call);
    },
    calls: joined.calls,
  };
}

/** `starmap(f, tuples)`: the first argument with the parts of an element. */
export const spreadCall: InnerCall = (call, e) => {
  const [callee, tuples] = positionals(call);
  return callee && { callee, arguments: spreadArguments(call, tuples && e.element(tuples), undefined) };
};

/** `Thread(target=f, args=(x,), kwargs={'y': z})`, by the places and names of these. */
export function applied(target: [number, string], args: [number, string], kwargs?: [number, string]): InnerCall {
  return (call) => {
    const callee = call.get(...target);
    const named = kwargs && call.get(...kwargs);
    return callee && { callee, arguments: spreadArguments(call, call.get(...args), named) };
  };
}

/** A sequence of such results. */
export function each(wrap: Wrap = asIs): Wrap {
  return (result, call) => wrap(() => sequence(`each(${call.key})`, 'list', () => [result()], false), call);
}
