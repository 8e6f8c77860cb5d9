// https://docs.python.org/3/howto/descriptor.html
import { none } from '../../values/make.ts';
import { overMembers } from '../../values/union.ts';
import type { ClassValue, Value } from '../../values/value.ts';
import { argumentsOf } from '../arguments.ts';
import type { Evaluator } from '../evaluator.ts';
import { memberOf } from './members.ts';

/** What an attribute of a class gives where it is got from `receiver`, an object of the class `of` or the class itself. */
export function described(e: Evaluator, value: Value, receiver: Value, of: ClassValue, depth: number): Value {
  return overMembers(value, (member) => {
    const from = receiver.kind === 'class' ? none : receiver;
    if (member.kind === 'object') return e.providerOf(member)?.got?.(member, from, e) ?? member;
    if (member.kind !== 'instance' || memberOf(e, member.class, '__get__') === undefined) return member;
    return e.call(e.attribute(member, '__get__'), argumentsOf(`get ${member.key}`, [from, of], undefined, depth));
  });
}
