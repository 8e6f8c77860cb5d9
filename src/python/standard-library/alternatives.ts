import { unknown } from '../values/make.ts';
import { members, union } from '../values/union.ts';
import type { Union, Value } from '../values/value.ts';

const mostCombinations = 16;

/** The union of what a function gives for each combination of the alternatives of its arguments; unknown for too many. */
export function overAlternatives(
  values: readonly Value[],
  give: (row: readonly Exclude<Value, Union>[]) => Value,
): Value {
  let rows: Exclude<Value, Union>[][] = [[]];
  for (const value of values) {
    const alternatives = members(value);
    if (rows.length * alternatives.length > mostCombinations) return unknown('bound-reached');
    rows = rows.flatMap((row) => alternatives.map((alternative) => [...row, alternative]));
  }
  return union(rows.map(give));
}
