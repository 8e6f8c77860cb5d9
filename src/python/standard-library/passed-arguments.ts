import { argumentsOf, columnsOf } from '../evaluate/arguments.ts';
import type { CallArguments } from '../model-provider.ts';
import { unknown } from '../values/make.ts';
import { union } from '../values/union.ts';
import type { Value } from '../values/value.ts';

/** The arguments behind the first ones: `submit(f, x)` passes `x` to `f`. Keyword arguments in `taken` are not passed. */
export function behind(call: CallArguments, first: number, taken: readonly string[] = []): CallArguments {
  const positional = (index: number): Value | undefined => call.positional(index + first);
  const keyword = (name: string): Value | undefined => (taken.includes(name) ? undefined : call.keyword(name));
  return {
    key: `${call.key}+${first}`,
    depth: call.depth,
    get count() {
      return Math.max(0, call.count - first);
    },
    get keywords() {
      return call.keywords.filter((name) => !taken.includes(name));
    },
    get open() {
      return call.open;
    },
    positional,
    more: () => call.more?.(),
    keyword,
    get: (index, name) => positional(index) ?? keyword(name),
  };
}

/** Arguments bound before those of a call, as `functools.partial` does: by position in front, by name where the call says nothing. */
export function boundBefore(bound: CallArguments, call: CallArguments): CallArguments {
  const positional = (index: number): Value | undefined =>
    index < bound.count ? bound.positional(index) : call.positional(index - bound.count);
  const keyword = (name: string): Value | undefined => call.keyword(name) ?? bound.keyword(name);
  return {
    key: `${bound.key}&${call.key}`,
    depth: Math.max(bound.depth, call.depth),
    get count() {
      return bound.count + call.count;
    },
    get keywords() {
      return [...new Set([...bound.keywords, ...call.keywords])];
    },
    get open() {
      return bound.open || call.open;
    },
    positional,
    more: () => joinedMore(bound.more?.(), call.more?.()),
    keyword,
    get: (index, name) => positional(index) ?? keyword(name),
  };
}

function joinedMore(one: Value | undefined, other: Value | undefined): Value | undefined {
  return one === undefined || other === undefined ? (one ?? other) : union([one, other]);
}

/** The same arguments, to which others may come. */
export function andMore(call: CallArguments): CallArguments {
  return { ...behind(call, 0), open: true };
}

/** Values as the arguments of a call that is made because of another. */
export function passing(because: CallArguments, ...values: readonly Value[]): CallArguments {
  return argumentsOf(`>${because.key}`, values, undefined, because.depth);
}

/** Arguments given as a sequence and a dictionary: `Thread(target=f, args=(x,), kwargs={'y': z})`. */
export function spreadArguments(
  because: CallArguments,
  positional: Value | undefined,
  named: Value | undefined,
): CallArguments {
  const values = positional === undefined ? [] : columnsOf(positional);
  const entries = new Map<string, Value>();
  if (named?.kind === 'mapping') {
    for (const key of named.keys()) entries.set(String(key), named.get(key) ?? unknown('dynamic-value'));
  }
  const allNamed = named === undefined || (named.kind === 'mapping' && named.rest() === undefined);
  return {
    ...argumentsOf(`*${because.key}`, values ?? [], entries, because.depth),
    open: values === undefined || !allNamed,
  };
}

/** The positional arguments. */
export function positionals(call: CallArguments): Value[] {
  const found: Value[] = [];
  for (let index = 0; index < call.count; index++) found.push(call.positional(index) ?? unknown('dynamic-value'));
  return found;
}
