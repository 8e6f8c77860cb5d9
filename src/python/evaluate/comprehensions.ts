// https://docs.python.org/3/reference/expressions.html#displays-for-lists-sets-and-dictionaries
import { comprehensionElement, entryKey, entryValue, Kind, NONE, type Node } from '../../syntax/python/index.ts';
import { mappingOf, sequence } from '../values/containers.ts';
import { placeKey, unknown } from '../values/make.ts';
import { members, union } from '../values/union.ts';
import type { Sequence, Value } from '../values/value.ts';
import type { Context } from './context.ts';
import type { Evaluator } from './evaluator.ts';
import { passesOf } from './passes.ts';

/** `[f(x) for x in y]`: one element that stands for all; `{x: f(x) for x in y}`: the entries where the keys are constant. */
export function comprehension(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  const kind = tree.kind(node);
  const element = comprehensionElement(tree, node);
  if (kind === Kind.DictComprehension) return dictionary(e, context, element);
  const type: Sequence['type'] = kind === Kind.SetComprehension ? 'set' : 'list';
  return sequence(placeKey(context.module, node, context.frame), type, () => [e.evaluate(context, element)], false);
}

/** `{name: boto3.client(name) for name in NAMES}`: an entry for each pass of the one loop, where what it goes through is known. */
function dictionary(e: Evaluator, context: Context, element: Node): Value {
  const { tree } = context;
  if (tree.kind(element) !== Kind.KeyValue) return unknown('unsupported-construct');
  const clause = tree.nextSibling(element);
  const passes = tree.nextSibling(clause) === NONE ? passesOf(e, context, clause) : undefined;
  return (passes && ofPasses(e, passes, element)) ?? joined(e, context, element);
}

/** The entries of the passes; undefined where a key is not known, or a condition may leave some out. */
function ofPasses(e: Evaluator, passes: readonly Context[], element: Node): Value | undefined {
  const entries = new Map<string | number, Value>();
  for (const pass of passes) {
    const key = e.evaluate(pass, entryKey(pass.tree, element));
    if (key.kind !== 'constant' || typeof key.value !== 'string') return undefined;
    entries.set(key.value, e.evaluate(pass, entryValue(pass.tree, element)));
  }
  return mappingOf(entries);
}

function joined(e: Evaluator, context: Context, element: Node): Value {
  const { tree } = context;
  const entries = new Map<string | number, Value>();
  const others: Value[] = [];
  for (const key of members(e.evaluate(context, entryKey(tree, element)))) {
    if (key.kind === 'constant' && typeof key.value === 'string')
      entries.set(key.value, e.evaluate(context, entryValue(tree, element)));
    else others.push(key);
  }
  return mappingOf(entries, e.evaluate(context, entryValue(tree, element)), union(others));
}
