import { Kind, NONE, type Node, objectOf, sliceBound, subscriptIndex } from '../../syntax/python/index.ts';
import { sequence } from '../values/containers.ts';
import { constant, placeKey, unknown } from '../values/make.ts';
import { overMembers } from '../values/union.ts';
import type { Union, Value } from '../values/value.ts';
import { argumentsOf, isLiteral, withFirst } from './arguments.ts';
import type { Context } from './context.ts';
import type { Evaluator } from './evaluator.ts';
import { itemOf } from './items.ts';

/** `a[b]` and `a[b:c]`. */
export function evaluateSubscript(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  const object = e.evaluate(context, objectOf(tree, node));
  const index = subscriptIndex(tree, node);
  if (tree.kind(index) === Kind.Slice) return overMembers(object, (member) => slice(e, context, member, index));
  return overMembers(object, (member) => itemAt(e, context, member, node, index));
}

/** The index is only looked at where it matters: what leads to it may be long. */
function itemAt(e: Evaluator, context: Context, value: Exclude<Value, Union>, node: Node, index: Node): Value {
  const key = (): Value => e.evaluate(context, index);
  switch (value.kind) {
    case 'external':
    case 'unknown':
    case 'text':
    case 'environment':
      return itemOf(e, value, unknown('dynamic-value'));
    case 'instance': {
      const get = isLiteral(context.tree.kind(index)) ? undefined : e.attribute(value, '__getitem__');
      if (get?.kind !== 'method') return itemOf(e, value, key());
      const place = placeKey(context.module, node, context.frame);
      return e.call(get, withFirst(place, key, argumentsOf('item', [], undefined, context.frame?.depth)));
    }
    default:
      return e.item(value, key());
  }
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
