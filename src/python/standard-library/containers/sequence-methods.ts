// https://docs.python.org/3/library/stdtypes.html#sequence-types-list-tuple-range and #set-types-set-frozenset
import type { CallArguments, Evaluation } from '../../model-provider.ts';
import { sequence } from '../../values/containers.ts';
import { constant, none } from '../../values/make.ts';
import type { Sequence, Value } from '../../values/value.ts';
import { positionals } from '../passed-arguments.ts';

/** What a method of a list, tuple, set or generator gives; undefined if it is not followed. */
export function sequenceMethod(
  receiver: Sequence,
  name: string,
  call: CallArguments,
  e: Evaluation,
): Value | undefined {
  return methods.get(name)?.(receiver, call, e);
}

type Method = (receiver: Sequence, call: CallArguments, e: Evaluation) => Value;

const nothingGiven: Method = () => none;
const itself: Method = (receiver) => receiver;
const anElement: Method = (receiver, _, e) => e.element(receiver);

/** Elements of the set and of those that it is combined with. */
const combined: Method = (receiver, call, e) => {
  const others = positionals(call);
  const key = `${receiver.key}|${others.map((other) => other.key).join('|')}`;
  return sequence(
    key,
    receiver.type,
    () => [...receiver.elements(), ...others.map((other) => e.element(other))],
    false,
  );
};

/** Methods of queues that give nothing. */
const queueMethods = ['put', 'put_nowait', 'task_done', 'join', 'close'];

const methods = new Map<string, Method>([
  ...[
    'append',
    'extend',
    'insert',
    'remove',
    'clear',
    'sort',
    'reverse',
    'add',
    'discard',
    'update',
    'appendleft',
    ...queueMethods,
  ].map((name): [string, Method] => [name, nothingGiven]),
  ...['copy', '__iter__', 'difference', 'intersection', '__aiter__'].map((name): [string, Method] => [name, itself]),
  ...['__next__', '__anext__', 'send', 'popleft', 'get', 'get_nowait'].map((name): [string, Method] => [
    name,
    anElement,
  ]),
  ['union', combined],
  ['symmetric_difference', combined],
  ['pop', (receiver, call, e) => e.item(receiver, call.positional(0) ?? constant(-1))],
  ['__getitem__', (receiver, call, e) => e.item(receiver, call.positional(0) ?? constant(0))],
]);
