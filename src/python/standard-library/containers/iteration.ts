// https://docs.python.org/3/library/functions.html: what goes through elements.
import type { CallArguments, Evaluation } from '../../model-provider.ts';
import { sequence, sequenceOf } from '../../values/containers.ts';
import { constant, none, unknown } from '../../values/make.ts';
import { nothing, union } from '../../values/union.ts';
import type { Sequence, Value } from '../../values/value.ts';
import type { Callables, Model } from '../model.ts';
import { passing, positionals } from '../passed-arguments.ts';
import { mapped } from '../relay.ts';
import { filtering, given, ofSequence, same } from './of-sequence.ts';

/** Longer sequences are not gone through element by element. */
const mostElements = 64;

/** `key=f` and the like: the function is called with an element. */
function calledWithElement(keyword: string): NonNullable<Model['calls']> {
  return (call, e) => {
    const callee = call.keyword(keyword);
    return callee === undefined ? [] : [{ callee, arguments: passing(call, e.element(given(call, 0))) }];
  };
}

function isPlain(value: Value): value is Value & { value: string | number } {
  return value.kind === 'constant' && (typeof value.value === 'string' || typeof value.value === 'number');
}

/** `sorted(values)`: in order where all are strings, or all numbers, and nothing says otherwise. */
function inOrder(of: Sequence, call: CallArguments): Value {
  const elements = of.elements();
  const [first] = elements;
  const alike = elements.every(
    (one) => isPlain(one) && isPlain(first ?? none) && typeof one.value === typeof (first as typeof one).value,
  );
  if (!of.exact || !alike || call.keywords.length > 0 || elements.length > mostElements) {
    return sequence(`sorted(${of.key})`, 'list', () => elements, false);
  }
  const order = [...elements]
    .filter(isPlain)
    .sort((one, other) => (one.value < other.value ? -1 : Number(one.value > other.value)));
  return sequenceOf('list', order);
}

function reversed(of: Sequence): Value {
  return sequence(`reversed(${of.key})`, 'list', () => [...of.elements()].reverse(), of.exact);
}

function enumerated(of: Sequence, call: CallArguments): Value {
  const start = call.get(1, 'start') ?? constant(0);
  const from = start.kind === 'constant' && typeof start.value === 'number' ? start.value : undefined;
  const isKnown = of.exact && from !== undefined && of.elements().length <= mostElements;
  const pairs = (): Value[] =>
    isKnown
      ? of.elements().map((element, index) => sequenceOf('tuple', [constant(from + index), element]))
      : [sequenceOf('tuple', [unknown('dynamic-value'), union(of.elements())])];
  return sequence(`enumerate(${of.key},${start.key})`, 'list', pairs, isKnown);
}

/** Tuples of the elements at the same places, as many as the shortest has; else one of any elements. */
function zipped(call: CallArguments, e: Evaluation): Value {
  const parts = positionals(call);
  const known = parts.filter((part): part is Sequence => part.kind === 'sequence' && part.exact);
  const length = Math.min(...known.map((part) => part.elements().length));
  if (known.length < parts.length || parts.length === 0 || call.open || length > mostElements) {
    return sequence(
      `zip(${call.key})`,
      'list',
      () => [
        sequenceOf(
          'tuple',
          parts.map((part) => e.element(part)),
        ),
      ],
      false,
    );
  }
  const row = (index: number): Value =>
    sequenceOf(
      'tuple',
      known.map((part) => part.elements()[index] ?? nothing),
    );
  return sequence(`zip(${call.key})`, 'list', () => Array.from({ length }, (_, index) => row(index)));
}

const mostNumbers = 16;

/** `range(…)`: the numbers where they are few. */
function range(call: CallArguments): Value {
  const numbers = positionals(call).map((one) => (one.kind === 'constant' ? one.value : undefined));
  const [first, second, step = 1] = numbers;
  const from = second === undefined ? 0 : first;
  const to = second === undefined ? first : second;
  const some = sequence(`range(${call.key})`, 'list', () => [unknown('dynamic-value')], false);
  if (numbers.includes(undefined) || typeof from !== 'number' || typeof to !== 'number') return some;
  if (typeof step !== 'number' || step === 0) return some;
  const length = Math.max(0, Math.ceil((to - from) / step));
  if (length > mostNumbers) return some;
  return sequenceOf(
    'list',
    Array.from({ length }, (_, index) => constant(from + index * step)),
  );
}

/** `next(iterator, default)`. */
function next(call: CallArguments, e: Evaluation): Value {
  return union([e.element(given(call, 0)), call.positional(1) ?? nothing]);
}

/** `iter(values)`; `iter(f, sentinel)` gives what `f` does. */
function iterate(call: CallArguments, e: Evaluation): Value | undefined {
  if (call.count < 2) return same.call?.(call, e);
  return sequence(`iter(${call.key})`, 'list', () => [e.call(given(call, 0), passing(call))], false);
}

/** `min(a, b)` and `min(values)`: one of them. */
function oneOf(call: CallArguments, e: Evaluation): Value {
  const values = call.count === 1 ? [e.element(given(call, 0))] : positionals(call);
  return union([...values, call.keyword('default') ?? nothing]);
}

const least = { call: oneOf, calls: calledWithElement('key') };

/** Functions that go through elements, by their paths. */
export const iteration: Callables = {
  'builtins.sorted': { ...ofSequence(inOrder), calls: calledWithElement('key') },
  'builtins.reversed': ofSequence(reversed),
  'builtins.enumerate': ofSequence(enumerated),
  'builtins.zip': { call: zipped },
  'builtins.map': mapped(),
  'builtins.filter': filtering,
  'builtins.iter': { call: iterate },
  'builtins.aiter': same,
  'builtins.next': { call: next },
  'builtins.anext': { call: next },
  'builtins.min': least,
  'builtins.max': least,
  'builtins.range': { call: range },
};
