// https://docs.python.org/3/library/itertools.html
import type { CallArguments, Evaluation } from '../../model-provider.ts';
import { concatenatedSequences, sequence, sequenceOf } from '../../values/containers.ts';
import { none, unknown } from '../../values/make.ts';
import { union } from '../../values/union.ts';
import type { Value } from '../../values/value.ts';
import type { Callables } from '../model.ts';
import { positionals } from '../passed-arguments.ts';
import { each, relay, spreadCall } from '../relay.ts';
import { filtering, given, ofSequence, some } from './of-sequence.ts';

/** Elements of all of them, one after the other. */
function chain(call: CallArguments, e: Evaluation): Value {
  return joinedSequences(call, e, positionals(call), !call.open);
}

function joinedSequences(call: CallArguments, e: Evaluation, parts: readonly Value[], all: boolean): Value {
  const exact = all && parts.every((part) => part.kind === 'sequence' && part.exact);
  const elements = parts.map((part) => () => partsOf(part, e));
  return concatenatedSequences(`chain(${call.key})`, 'list', elements, exact);
}

/** Sequences of elements. */
const groups = ofSequence((of, call, e) =>
  sequence(
    `groups(${call.key})`,
    'list',
    () => [sequence(`group(${of.key})`, 'tuple', () => [e.element(of)], false)],
    false,
  ),
);

/** `groupby(values, key)`: keys that are not known, each with some of the values. */
const grouped = ofSequence((of, call) =>
  sequence(`groupby(${call.key})`, 'list', () => [sequenceOf('tuple', [unknown('dynamic-value'), of])], false),
);

const isExact = (value: Value): boolean => value.kind === 'sequence' && value.exact;

function partsOf(value: Value, e: Evaluation): readonly Value[] {
  return value.kind === 'sequence' ? value.elements() : [e.element(value)];
}

function anyTuple(call: CallArguments, e: Evaluation): Value {
  const tuple = (): Value =>
    sequenceOf(
      'tuple',
      positionals(call).map((part) => e.element(part)),
    );
  return sequence(`tuples(${call.key})`, 'list', () => [tuple()], false);
}

/** Where one is shorter, its place is taken by `fillvalue`. */
function zippedToLongest(call: CallArguments, e: Evaluation): Value {
  const fill = call.keyword('fillvalue') ?? none;
  const tuple = (): Value =>
    sequenceOf(
      'tuple',
      positionals(call).map((part) => union([e.element(part), fill])),
    );
  return sequence(`tuples(${call.key})`, 'list', () => [tuple()], false);
}

/** The functions of itertools, by their paths. */
export const itertools: Callables = {
  'itertools.chain': { call: chain },
  'itertools.chain.from_iterable': {
    call: (call, e) => joinedSequences(call, e, partsOf(given(call, 0), e), isExact(given(call, 0))),
  },
  'itertools.islice': some,
  'itertools.cycle': some,
  'itertools.repeat': { call: (call) => sequenceOf('list', [given(call, 0)], false) },
  'itertools.groupby': grouped,
  'itertools.tee': { call: (call) => sequenceOf('tuple', [given(call, 0), given(call, 0)]) },
  'itertools.zip_longest': { call: zippedToLongest },
  'itertools.product': { call: (call, e) => (call.keyword('repeat') === undefined ? anyTuple(call, e) : undefined) },
  'itertools.combinations': groups,
  'itertools.permutations': groups,
  'itertools.batched': groups,
  'itertools.pairwise': groups,
  'itertools.starmap': relay(spreadCall, each()),
  'itertools.takewhile': filtering,
  'itertools.dropwhile': filtering,
  'itertools.filterfalse': filtering,
  'itertools.compress': some,
};
