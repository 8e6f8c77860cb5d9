import type { Place } from '../../../evidence/place.ts';
import type { Expression } from '../../../syntax/bicep/index.ts';
import type { Value } from '../../model/value.ts';
import type { Evaluator } from '../evaluate.ts';
import { rendered } from '../join.ts';
import { type Plain, plainOf, unknownOf, valueOf } from '../plain.ts';
import type { Scope } from '../scope.ts';

/** A call of one of Azure's functions. */
export interface FunctionCall {
  readonly name: string;
  readonly nodes: readonly Expression[];
  /** The arguments' values, worked out when asked for. */
  values(): Value[];
  readonly place: Place;
  readonly scope: Scope;
  readonly evaluator: Evaluator;
}

export type AzureFunction = (call: FunctionCall) => Value;

const longest = 100_000;

/** A function of plain data: unknown where an argument is not wholly known, or where it gives undefined. */
export function pure(work: (...values: Plain[]) => Plain | undefined): AzureFunction {
  return (call) => {
    const values = call.values().map((value) => plainOf(value));
    const known = values.flatMap((value) => (value === undefined ? [] : [value]));
    if (known.length < values.length) return undetermined(call);
    const result = work(...known);
    if (result === undefined || (typeof result === 'string' && result.length > longest)) return undetermined(call);
    return valueOf(result, call.place);
  };
}

/** A function of texts, likewise; numbers and booleans count as they are written. */
export function ofTexts(work: (...texts: string[]) => Plain | undefined): AzureFunction {
  return pure((...values) => {
    const texts = values.map((value) => (value !== null && typeof value === 'object' ? undefined : String(value)));
    return texts.includes(undefined) ? undefined : work(...texts.map((text) => text ?? ''));
  });
}

/** What only the deployment can tell: unknown by the call as it stands, so that the same call is the same value. */
export function undetermined(call: FunctionCall): Value {
  const texts = call.values().map((value) => rendered(value) ?? (value.kind === 'list' ? '[…]' : '…'));
  return unknownOf('dynamic-value', `${call.name}(${texts.join(', ')})`, call.place);
}
