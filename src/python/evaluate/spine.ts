import { Kind, NONE, type Node } from '../../syntax/python/index.ts';
import type { Context } from './context.ts';

/** Kinds that begin with an expression of which they are made, so that a long chain nests in its first child. */
const chained = new Set<Kind>([Kind.Attribute, Kind.Call, Kind.Subscript, Kind.BinaryOperation, Kind.Await]);

/**
 * The innermost part of a long chain (`a.b().c()…`) that is not evaluated yet: evaluated from there outwards, a chain
 * of any length needs no deep recursion. Gives the node itself where the chain is short.
 */
export function firstUnevaluated(context: Context, node: Node): Node {
  const { tree } = context;
  let inner = node;
  let length = 0;
  while (chained.has(tree.kind(inner))) {
    const first = tree.firstChild(inner);
    if (first === NONE || context.values.has(first)) break;
    inner = first;
    length++;
  }
  return length > shortChain ? inner : node;
}

const shortChain = 12;
