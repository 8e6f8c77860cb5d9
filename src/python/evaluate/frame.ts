import type { NameId } from '../../syntax/python/index.ts';
import type { FunctionValue, Value } from '../values/value.ts';

/**
 * One call of a function, as far as its arguments matter: what its parameters are. Without a frame an expression is
 * evaluated for all calls at once, its parameters being the union over the call sites.
 */
export interface Frame {
  /** Equal for equal functions and arguments. */
  readonly key: string;
  readonly function: FunctionValue;
  readonly parameters: ReadonlyMap<NameId, Value>;
  /** How many frames led here; beyond a bound, calls are evaluated for all call sites at once. */
  readonly depth: number;
}
