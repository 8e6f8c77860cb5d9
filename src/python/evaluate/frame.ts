import type { NameId, Node } from '../../syntax/python/index.ts';
import type { CallArguments } from '../model-provider.ts';
import type { FunctionValue, Value } from '../values/value.ts';

/**
 * One call of a function, as far as its arguments matter. Without a frame an expression is evaluated for all calls at
 * once, its parameters being the union over the call sites.
 */
export interface Frame {
  /** Equal for equal functions called at the same place. */
  readonly key: string;
  readonly function: FunctionValue;
  /** What a parameter is in this call; evaluated when asked for. Undefined if the call does not say. */
  parameter(name: NameId): Value | undefined;
  /** True if what it does not say of a parameter is as in all calls: a frame that knows only `self`. */
  readonly partial?: boolean;
  /** What is passed on to a class of a library, where the object is made by that one's `__init__`. */
  readonly passedOn?: CallArguments;
  /** What a loop (a For or ComprehensionFor) binds in this pass through its body; undefined if the frame is of no one pass. */
  pass?(loop: Node): Value | undefined;
  /** How many calls led here: beyond a bound, a call is evaluated for all call sites at once. */
  readonly depth: number;
}
