// https://docs.python.org/3/reference/expressions.html#displays-for-lists-sets-and-dictionaries
import { entryKey, entryValue, Kind, NONE, type Node, valueOf } from '../../syntax/python/index.ts';
import { elementsOfAll, sequence } from '../values/containers.ts';
import { placeKey } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import { changesOf } from './changes.ts';
import type { Context } from './context.ts';
import { filledMapping } from './entries.ts';
import type { Evaluator } from './evaluator.ts';

/** `[a, b]`, `(a, b)`, `{a, b}`, with what is added to it later. */
export function sequenceDisplay(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  const kind = tree.kind(node);
  const type = kind === Kind.Tuple ? 'tuple' : kind === Kind.List ? 'list' : 'set';
  const key = placeKey(context.module, node, context.frame);
  const changes = type === 'tuple' ? [] : changesOf(e, context, node);
  const exact = type !== 'set' && changes.length === 0 && !hasStar(context, node);
  const elements = (): Value[] => {
    const values = elementsOf(e, context, node);
    for (const change of changes) values.push(change.value());
    return values;
  };
  return sequence(key, type, elements, exact);
}

function hasStar({ tree }: Context, node: Node): boolean {
  for (let part = tree.firstChild(node); part !== NONE; part = tree.nextSibling(part)) {
    if (tree.kind(part) === Kind.Starred) return true;
  }
  return false;
}

function elementsOf(e: Evaluator, context: Context, node: Node): Value[] {
  const { tree } = context;
  const parts: (() => readonly Value[])[] = [];
  const plain: Value[] = [];
  for (let part = tree.firstChild(node); part !== NONE; part = tree.nextSibling(part)) {
    const value = e.evaluate(context, tree.kind(part) === Kind.Starred ? valueOf(tree, part) : part);
    if (tree.kind(part) !== Kind.Starred) plain.push(value);
    else parts.push(() => (value.kind === 'sequence' ? value.elements() : [e.element(value)]));
  }
  return parts.length === 0 ? plain : elementsOfAll([() => plain, ...parts]);
}

/** `{'a': b, **c}`, with what is put into it later. Entries are evaluated when asked for. */
export function dictDisplay(e: Evaluator, context: Context, node: Node): Value {
  const { tree } = context;
  return filledMapping(`d${placeKey(context.module, node, context.frame)}`, (table) => {
    for (let part = tree.firstChild(node); part !== NONE; part = tree.nextSibling(part)) {
      if (tree.kind(part) === Kind.DoubleStarred) table.spread(e.evaluate(context, valueOf(tree, part)));
      else table.replace(e.evaluate(context, entryKey(tree, part)), () => e.evaluate(context, entryValue(tree, part)));
    }
    table.change(changesOf(e, context, node));
  });
}
