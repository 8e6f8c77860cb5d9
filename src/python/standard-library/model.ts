import type { CallArguments, Evaluation, IndirectCall, ModelProvider } from '../model-provider.ts';
import { object } from '../values/make.ts';
import type { ModelObject, Value } from '../values/value.ts';

/** What something of a library does, in the words of ModelProvider. What it does not say is unknown. */
export interface Model {
  call?(call: CallArguments, e: Evaluation): Value | undefined;
  calls?(call: CallArguments, e: Evaluation): readonly IndirectCall[];
  attribute?(name: string, e: Evaluation): Value | undefined;
  got?(receiver: Value, e: Evaluation): Value | undefined;
  item?(key: Value, e: Evaluation): Value | undefined;
  element?(e: Evaluation): Value | undefined;
  entered?(e: Evaluation): Value | undefined;
  awaited?(e: Evaluation): Value | undefined;
}

/** Functions and classes of libraries by their paths. */
export type Callables = Readonly<Record<string, Pick<Model, 'call' | 'calls'>>>;

const provider = 'standard-library';

/** An object of a library. `key` tells it from all others. */
export function modelled(key: string, model: Model): ModelObject {
  return object(provider, key, model);
}

/** A function that a model gives; `key` says of which object it is. */
export function modelledFunction(key: string, call: NonNullable<Model['call']>, calls?: Model['calls']): ModelObject {
  return modelled(key, { call, ...(calls !== undefined && { calls }) });
}

/** An object whose attributes are functions. */
export function withMethods(key: string, methods: Callables, more: Model = {}): ModelObject {
  const found = new Map(Object.entries(methods));
  const attribute = (name: string): Value | undefined => {
    const method = found.get(name);
    return method === undefined ? undefined : modelled(`${key}.${name}`, method);
  };
  return modelled(key, { attribute, ...more });
}

/** The provider of these objects, without names of its own. */
export const modelProvider: ModelProvider = {
  name: provider,
  imports: [],
  external: () => undefined,
  call: ({ data }, call, e) => (data as Model).call?.(call, e),
  calls: ({ data }, call, e) => (data as Model).calls?.(call, e) ?? [],
  attribute: ({ data }, name, e) => (data as Model).attribute?.(name, e),
  got: ({ data }, receiver, e) => (data as Model).got?.(receiver, e),
  item: ({ data }, key, e) => (data as Model).item?.(key, e),
  element: ({ data }, e) => (data as Model).element?.(e),
  entered: ({ data }, e) => (data as Model).entered?.(e),
  awaited: ({ data }, e) => (data as Model).awaited?.(e),
};
