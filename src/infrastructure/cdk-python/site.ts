import type { Place } from '../../evidence/place.ts';
import type { Context } from '../../python/evaluate/context.ts';
import type { CallArguments } from '../../python/model-provider.ts';
import { rangeOf } from '../../python/range-of.ts';
import type { Value } from '../../python/values/value.ts';
import { children, firstArgument, Kind, NONE, type Node, valueOf } from '../../syntax/python/index.ts';

/** An expression where it stands, in the call in which it is evaluated. */
export interface Site {
  readonly context: Context;
  readonly node: Node;
}

/** An argument: what it is, and where it stands; of what `**` passes the whole call. */
export interface Argument {
  readonly value: Value;
  readonly site: Site;
}

/** The place of an expression. */
export function placeOf({ context, node }: Site): Place {
  return { file: context.module.file, ...rangeOf(context.tree, node) };
}

/** The source of an expression, on one line and not endless. */
export function textOf({ context: { tree }, node }: Site): string {
  const text = tree.text(node).replaceAll(/\s+/g, ' ');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** The argument of a call that stands at `site`, by position or name; undefined if the call passes none. */
export function argumentOf(
  call: CallArguments,
  site: Site,
  index: number | null,
  name: string | null,
): Argument | undefined {
  const byName = name === null ? undefined : call.keyword(name);
  const value = byName ?? (index === null ? undefined : call.positional(index));
  return value && { value, site: { ...site, node: argumentNode(site, index, byName === undefined ? null : name) } };
}

/** The arguments that are passed by name. */
export function namedArguments(call: CallArguments, site: Site): Map<string, Argument> {
  const found = new Map<string, Argument>();
  for (const name of call.keywords) {
    const argument = argumentOf(call, site, null, name);
    if (argument !== undefined) found.set(name, argument);
  }
  return found;
}

/** The node of an argument's value; the whole call where it is not written there. */
function argumentNode({ context: { tree }, node }: Site, index: number | null, name: string | null): Node {
  if (tree.kind(node) !== Kind.Call) return node;
  let position = 0;
  for (let argument = firstArgument(tree, node); argument !== NONE; argument = tree.nextSibling(argument)) {
    const kind = tree.kind(argument);
    if (kind === Kind.KeywordArgument) {
      if (name !== null && tree.nameText(argument) === name) return valueOf(tree, argument);
    } else if (kind === Kind.Starred || kind === Kind.DoubleStarred) position = Number.POSITIVE_INFINITY;
    else if (name === null && position++ === index) return argument;
  }
  return node;
}

/** The nodes of the items of a list, tuple or set as written; undefined for other expressions, or where `*` adds some. */
export function itemNodes({ context: { tree }, node }: Site): Node[] | undefined {
  const kind = tree.kind(node);
  if (kind !== Kind.List && kind !== Kind.Tuple && kind !== Kind.Set) return undefined;
  const items = children(tree, node);
  return items.some((item) => tree.kind(item) === Kind.Starred) ? undefined : items;
}
