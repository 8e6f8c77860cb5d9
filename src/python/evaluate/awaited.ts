import { overMembers } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import type { Evaluator } from './evaluator.ts';

/** What `await value` gives. A call of an async function gives its result at once, so most values are themselves. */
export function awaitedOf(e: Evaluator, value: Value): Value {
  return overMembers(value, (member) =>
    member.kind === 'object' ? (e.providerOf(member)?.awaited?.(member, e) ?? member) : member,
  );
}
