import type { Place } from '../../evidence/place.ts';
import type { Value } from '../model/value.ts';
import { failure } from './below.ts';
import type { Evaluation, Found, Step } from './evaluation.ts';
import type { Instances } from './instances.ts';
import { anyNumber, choice, list, map, unknown } from './make.ts';
import { textOf } from './settled.ts';

const mostOptions = 20;

/**
 * What a name means that may stand for several: the one, the one whose key the next step gives, or all of them.
 * `valueOf` gives the value of the instance with a suffix; `steps` are those behind the name.
 */
export function membersAt(
  instances: Instances,
  valueOf: (suffix: string) => Value,
  [next]: readonly Step[],
  place: Place,
  text: string,
  evaluation: Evaluation,
): Found {
  const { by, known, rest } = instances;
  if (by === 'one') return { value: valueOf(''), steps: 0 };
  if (next === undefined) return { value: all(instances, valueOf, place, text), steps: 0 };
  const key = textOf(next.key, evaluation);
  const member = key === undefined ? undefined : known.find((each) => String(each.key) === key);
  if (member !== undefined) return { value: valueOf(member.suffix), steps: 1 };
  if (rest !== undefined && (key !== undefined || known.length === 0)) return { value: valueOf(rest.suffix), steps: 1 };
  if (key !== undefined) return { value: failure(text, place), steps: 1 };
  if (known.length > mostOptions) return { value: unknown('dynamic-value', text, place), steps: 1 };
  const options = [...known, ...(rest === undefined ? [] : [rest])].map(({ suffix }) => valueOf(suffix));
  return { value: options.length === 0 ? failure(text, place) : choice(options, place), steps: 1 };
}

/** A list for `count`, a map for `for_each`; a list too where the keys are not known, for one that stands for all. */
function all({ by, known, rest }: Instances, valueOf: (suffix: string) => Value, place: Place, text: string): Value {
  const more = rest === undefined ? [] : [valueOf(rest.suffix), anyNumber(text, place)];
  if (by === 'count' || known.length === 0)
    return list([...known.map(({ suffix }) => valueOf(suffix)), ...more], place);
  const entries = known.map(({ key, suffix }) => [String(key), valueOf(suffix)] as const);
  return map(entries, place, rest === undefined ? null : unknown('dynamic-value', text, place));
}
