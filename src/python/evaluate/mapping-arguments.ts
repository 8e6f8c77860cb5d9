import type { CallArguments } from '../model-provider.ts';
import { mappingOf } from '../values/containers.ts';
import { unknown } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import { merge } from './operators.ts';

/** What `dict(…)` and `d.update(…)` take: a dictionary by position, entries by name. */
export function mappingFromArguments(call: CallArguments): Value {
  const entries = new Map<string, Value>();
  for (const name of call.keywords) entries.set(name, call.keyword(name) ?? unknown('dynamic-value'));
  const named = mappingOf(entries, call.open ? unknown('dynamic-value') : undefined);
  const first = call.positional(0);
  return first === undefined ? named : merge([first, named]);
}
