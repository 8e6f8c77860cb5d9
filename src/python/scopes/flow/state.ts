/**
 * What a name can be at some place of its scope: 0 stands for unbound, n for the nth binding, -n for whatever it is at the
 * head of the nth loop. In ascending order. Empty where no way leads to.
 */
export type State = readonly number[];

/** No way leads there. */
export const dead: State = [];

/** The name is not bound. */
export const unbound: State = [0];

/** Any of the bindings, or none: what is said of a name when there is too much to say. */
export const anything: State = [Number.NaN];

/** More than this in one state, and it is `anything`: so the work stays linear in the number of bindings. */
const largestState = 64;

/** What holds where two ways meet. */
export function join(left: State, right: State): State {
  if (left === right || right.length === 0) return left;
  if (left.length === 0) return right;
  if (left === anything || right === anything) return anything;
  const joined = [...new Set([...left, ...right])].sort((first, second) => first - second);
  return joined.length > largestState ? anything : joined.length === left.length ? left : joined;
}
