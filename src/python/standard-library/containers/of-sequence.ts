import type { CallArguments, Evaluation } from '../../model-provider.ts';
import { sequence } from '../../values/containers.ts';
import { none, unknown } from '../../values/make.ts';
import { overMembers } from '../../values/union.ts';
import type { Sequence, Value } from '../../values/value.ts';
import type { Model } from '../model.ts';
import { elementCall, relay } from '../relay.ts';
import { asSequence } from './constructors.ts';

/** A positional argument, unknown where it is not given. */
export const given = (call: CallArguments, index: number): Value => call.positional(index) ?? unknown('dynamic-value');

/** A function of a sequence, at `index`. */
export function ofSequence(
  give: (of: Sequence, call: CallArguments, e: Evaluation) => Value,
  index = 0,
): Pick<Model, 'call'> {
  return {
    call: (call, e) =>
      overMembers(given(call, index), (one) =>
        one.kind === 'unknown' || one === none ? unknown('dynamic-value') : give(asSequence(e, one, 'list'), call, e),
      ),
  };
}

/** The same elements, of which some may be left out or that stand in another order. */
export const some: Pick<Model, 'call'> = ofSequence((of) =>
  sequence(`some(${of.key})`, 'list', () => of.elements(), false),
);
const someOfSecond = ofSequence((of) => sequence(`some(${of.key})`, 'list', () => of.elements(), false), 1);

/** The same sequence. */
export const same: Pick<Model, 'call'> = ofSequence((of) => of);

/** `filter(f, values)`: some of the values; `f` is called with them. */
export const filtering: Pick<Model, 'call' | 'calls'> = { ...someOfSecond, calls: relay(elementCall(1)).calls };
