// https://docs.python.org/3/reference/expressions.html#displays-for-lists-sets-and-dictionaries
import {
  comprehensionElement,
  entryKey,
  entryValue,
  iterableOf,
  Kind,
  NONE,
  type Node,
} from '../../syntax/python/index.ts';
import { mappingOf, sequence } from '../values/containers.ts';
import { placeKey, unknown } from '../values/make.ts';
import { members, union } from '../values/union.ts';
import type { Sequence, Value } from '../values/value.ts';
import type { Context } from './context.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';

/** `[f(x) for x in y]`: one element that stands for all; `{x: f(x) for x in y}`: the entries where the keys are constant. */
export function comprehension(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  const kind = tree.kind(node);
  const element = comprehensionElement(tree, node);
  if (kind === Kind.DictComprehension) return dictionary(e, context, node, element);
  const type: Sequence['type'] = kind === Kind.SetComprehension ? 'set' : 'list';
  return sequence(placeKey(context.module, node, context.frame), type, () => [e.evaluate(context, element)], false);
}

/** `{name: boto3.client(name) for name in NAMES}`: an entry for each element of the one iterable, where that is known. */
function dictionary(e: Evaluator, context: Context, node: Node, element: Node): Value {
  const { tree } = context;
  if (tree.kind(element) !== Kind.KeyValue) return unknown('unsupported-construct');
  const clause = tree.nextSibling(element);
  const only = tree.nextSibling(clause) === NONE;
  const source = only ? e.evaluate(context, iterableOf(tree, clause)) : unknown('dynamic-value');
  const keyNode = entryKey(tree, element);
  const entries = new Map<string | number, Value>();
  const isLoopName =
    tree.kind(keyNode) === Kind.Name &&
    tree.kind(tree.firstChild(clause)) === Kind.Name &&
    tree.name(keyNode) === tree.name(tree.firstChild(clause));
  if (source.kind === 'sequence' && isLoopName) {
    for (const one of source.elements()) {
      if (one.kind !== 'constant' || typeof one.value !== 'string') continue;
      const frame = loopFrame(context, node, tree.name(keyNode), one);
      entries.set(one.value, e.evaluate(e.context(context.module, frame), entryValue(tree, element)));
    }
    if (entries.size === source.elements().length) return mappingOf(entries);
  }
  const others: Value[] = [];
  for (const key of members(e.evaluate(context, keyNode))) {
    if (key.kind === 'constant' && typeof key.value === 'string')
      entries.set(key.value, e.evaluate(context, entryValue(tree, element)));
    else others.push(key);
  }
  return mappingOf(entries, e.evaluate(context, entryValue(tree, element)), union(others));
}

function loopFrame(context: Context, node: Node, name: Parameters<Frame['parameter']>[0], value: Value): Frame {
  const around = context.frame;
  return {
    key: `${placeKey(context.module, node, around)}=${value.key}`,
    function: {
      kind: 'function',
      key: `f${context.module.index}.${node}`,
      module: context.module,
      node,
      frame: around,
    },
    parameter: (asked) => (asked === name ? value : undefined),
    depth: around?.depth ?? 0,
  };
}
