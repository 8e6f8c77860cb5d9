// https://developer.hashicorp.com/terraform/language/functions#type-conversion-functions
import type { Value } from '../../model/value.ts';
import { isError } from '../below.ts';
import { choice, literal } from '../make.ts';
import { isNull, numberOf, settled, textOf, truthOf } from '../settled.ts';
import { distinctSorted } from './collections.ts';
import type { CallPlace, FunctionTable } from './function.ts';

/** The first argument that does not fail. */
function attempt(values: readonly Value[]): Value | undefined {
  return values.find((value) => !isError(value)) ?? values.at(-1);
}

/** What is converted stays what it is unless it is known and written otherwise. */
function converted(
  value: Value | undefined,
  call: CallPlace,
  known: (value: Value) => string | number | boolean | undefined,
): Value | undefined {
  if (value === undefined) return undefined;
  const found = settled(value, call.evaluation);
  if (isNull(found) || found.kind === 'reference' || found.kind === 'parameter') return value;
  if (found.kind === 'choice')
    return choice(
      found.options.map((option) => converted(option, call, known) ?? option),
      call.place,
    );
  const plain = known(found);
  if (plain !== undefined) return literal(plain, call.place);
  return found.kind === 'joined' ? value : undefined;
}

export const conversions: FunctionTable = {
  can: ([value], { place }) => {
    if (value === undefined) return undefined;
    if (isError(value)) return literal(false, place);
    return value.kind === 'unknown' ? undefined : literal(true, place);
  },
  ephemeralasnull: ([value]) => value,
  issensitive: () => undefined,
  nonsensitive: ([value]) => value,
  sensitive: ([value]) => value,
  tobool: ([value], call) => converted(value, call, (found) => truthOf(found, call.evaluation)),
  tolist: ([value]) => value,
  tomap: ([value]) => value,
  tonumber: ([value], call) => converted(value, call, (found) => numberOf(found, call.evaluation)),
  toset: distinctSorted,
  tostring: ([value], call) => converted(value, call, (found) => textOf(found, call.evaluation)),
  try: attempt,
};
