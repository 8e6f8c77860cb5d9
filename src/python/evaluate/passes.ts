// https://docs.python.org/3/reference/compound_stmts.html#for: what a loop binds belongs together in each pass through its body.
import { iterableOf, Kind, NONE, type Node } from '../../syntax/python/index.ts';
import { placeKey } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import type { Context } from './context.ts';
import { enclosingFunction } from './enclosing.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';

const mostPasses = 40;

/**
 * The passes through the `for` loop around a node, each a context of its own: those of the nearest loop in the same
 * function. The context itself where there is none, or what it goes through is not known.
 */
export function passesAround(e: Evaluator, context: Context, node: Node): readonly Context[] {
  const loop = loopAround(context, node);
  return (loop === NONE ? undefined : passesOf(e, context, loop)) ?? [context];
}

/** The passes of a loop (a For or ComprehensionFor); undefined where its elements are not known or are too many. */
export function passesOf(e: Evaluator, context: Context, loop: Node): readonly Context[] | undefined {
  const source = e.evaluate(context, iterableOf(context.tree, loop));
  if (source.kind !== 'sequence' || (!source.exact && source.type !== 'set')) return undefined;
  const elements = source.elements();
  if (elements.length === 0 || elements.length > mostPasses) return undefined;
  return elements.map((element) => e.context(context.module, passFrame(context, loop, element)));
}

function loopAround({ tree }: Context, node: Node): Node {
  const around = enclosingFunction(tree, node);
  for (let at = tree.parent(node); at !== NONE && at !== around; at = tree.parent(at)) {
    if (tree.kind(at) === Kind.For) return at;
  }
  return NONE;
}

/** The call in which the loop runs, in one pass. */
function passFrame({ module, frame }: Context, loop: Node, element: Value): Frame {
  const key = `${placeKey(module, loop, frame)}=${element.key}`;
  return {
    key,
    function: frame?.function ?? { kind: 'function', key: `f${module.index}.${loop}`, module, node: loop, frame: null },
    parameter: (name) => frame?.parameter(name),
    partial: frame?.partial ?? true,
    pass: (asked) => (asked === loop ? element : frame?.pass?.(asked)),
    depth: frame?.depth ?? 0,
  };
}
