// https://docs.python.org/3/reference/expressions.html#displays-for-lists-sets-and-dictionaries
import { entryKey, entryValue, Kind, NONE, type Node, valueOf } from '../../syntax/python/index.ts';
import { sequence } from '../values/containers.ts';
import { placeKey, unknown } from '../values/make.ts';
import { union } from '../values/union.ts';
import type { Mapping, Value } from '../values/value.ts';
import { changesOf } from './changes.ts';
import type { Context } from './context.ts';
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
  const values: Value[] = [];
  for (let part = tree.firstChild(node); part !== NONE; part = tree.nextSibling(part)) {
    const value = e.evaluate(context, tree.kind(part) === Kind.Starred ? valueOf(tree, part) : part);
    if (tree.kind(part) !== Kind.Starred) values.push(value);
    else if (value.kind === 'sequence') values.push(...value.elements());
    else values.push(e.element(value));
  }
  return values;
}

/** `{'a': b, **c}`, with what is put into it later. Entries are evaluated when asked for. */
export function dictDisplay(e: Evaluator, context: Context, node: Node): Value {
  return new DictDisplay(e, context, node);
}

class DictDisplay implements Mapping {
  readonly kind = 'mapping';
  readonly key: string;
  private readonly e: Evaluator;
  private readonly context: Context;
  private readonly node: Node;
  private read: { entries: Map<string | number, (() => Value)[]>; rest: (() => Value)[] } | undefined;

  constructor(e: Evaluator, context: Context, node: Node) {
    this.e = e;
    this.context = context;
    this.node = node;
    this.key = `d${placeKey(context.module, node, context.frame)}`;
  }

  get(key: string | number): Value | undefined {
    const found = this.parts().entries.get(key);
    return found === undefined ? undefined : union(found.map((value) => value()));
  }

  keys(): readonly (string | number)[] {
    return [...this.parts().entries.keys()];
  }

  rest(): Value | undefined {
    const { rest } = this.parts();
    return rest.length === 0 ? undefined : union(rest.map((value) => value()));
  }

  private parts(): { entries: Map<string | number, (() => Value)[]>; rest: (() => Value)[] } {
    if (this.read !== undefined) return this.read;
    const { e, context, node } = this;
    const { tree } = context;
    const read = { entries: new Map<string | number, (() => Value)[]>(), rest: [] as (() => Value)[] };
    this.read = read;
    const put = (key: Value, value: () => Value, replace: boolean): void => {
      if (key.kind !== 'constant' || key.value === null || typeof key.value === 'boolean') read.rest.push(value);
      else if (replace) read.entries.set(key.value, [value]);
      else read.entries.set(key.value, [...(read.entries.get(key.value) ?? []), value]);
    };
    for (let part = tree.firstChild(node); part !== NONE; part = tree.nextSibling(part)) {
      if (tree.kind(part) === Kind.DoubleStarred) spread(e.evaluate(context, valueOf(tree, part)), read);
      else put(e.evaluate(context, entryKey(tree, part)), () => e.evaluate(context, entryValue(tree, part)), true);
    }
    for (const { key, value } of changesOf(e, context, node)) {
      if (key === undefined) spread(value(), read);
      else put(key(), value, false);
    }
    return read;
  }
}

function spread(value: Value, into: { entries: Map<string | number, (() => Value)[]>; rest: (() => Value)[] }): void {
  if (value.kind !== 'mapping') {
    into.rest.push(() => unknown('dynamic-value'));
    return;
  }
  for (const key of value.keys()) into.entries.set(key, [() => value.get(key) ?? unknown('dynamic-value')]);
  const rest = value.rest();
  if (rest !== undefined) into.rest.push(() => rest);
}
