import { Kind, NONE, type Node, objectOf, sliceBound, subscriptIndex } from '../../syntax/python/index.ts';
import { sequence } from '../values/containers.ts';
import { constant, unknown } from '../values/make.ts';
import { overMembers } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import type { Context } from './context.ts';
import type { Evaluator } from './evaluator.ts';

/** `a[b]` and `a[b:c]`. */
export function evaluateSubscript(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  const object = e.evaluate(context, objectOf(tree, node));
  const index = subscriptIndex(tree, node);
  if (tree.kind(index) !== Kind.Slice) return e.item(object, e.evaluate(context, index));
  return overMembers(object, (member) => slice(e, context, member, index));
}

function slice(e: Evaluator, context: Context, value: Value, index: Node): Value {
  const { tree } = context;
  const bound = (which: 0 | 1 | 2): number | undefined | null => {
    const node = sliceBound(tree, index, which);
    if (node === NONE) return undefined;
    const found = e.evaluate(context, node);
    return found.kind === 'constant' && typeof found.value === 'number' ? found.value : null;
  };
  const [from, to, step] = [bound(0), bound(1), bound(2)];
  const known = from !== null && to !== null && step === undefined;
  if (value.kind === 'sequence') {
    const exact = known && value.exact;
    const key = `${value.key}[${from}:${to}]`;
    return sequence(key, value.type, () => (exact ? value.elements().slice(from, to) : value.elements()), exact);
  }
  if (value.kind === 'constant' && typeof value.value === 'string' && known)
    return constant(value.value.slice(from, to));
  return value.kind === 'unknown' ? value : unknown('dynamic-value');
}
