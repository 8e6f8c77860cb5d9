import type { Context } from '../../python/evaluate/context.ts';
import type { Evaluator } from '../../python/evaluate/evaluator.ts';
import type { Frame } from '../../python/evaluate/frame.ts';
import { boundedKey } from '../../python/values/key.ts';
import { constant, functionValue } from '../../python/values/make.ts';
import type { Value } from '../../python/values/value.ts';
import { iterableOf, type Node } from '../../syntax/python/index.ts';

const mostPasses = 64;

/** A context for each pass through a loop whose elements are known; else the one context, in which they are joined. */
export function passesOf(e: Evaluator, context: Context, loop: Node): Context[] {
  const elements = elementsOf(e.evaluate(context, iterableOf(context.tree, loop)));
  if (elements === undefined) return [context];
  return elements.map((element, index) => e.context(context.module, passFrame(context, loop, element, index)));
}

function elementsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === 'sequence' && value.exact) {
    const elements = value.elements();
    return elements.length <= mostPasses ? elements : undefined;
  }
  if (value.kind !== 'mapping' || value.rest() !== undefined) return undefined;
  const keys = value.keys();
  return keys.length <= mostPasses ? keys.map((key) => constant(key)) : undefined;
}

/** The frame around, with what the loop binds in one pass. Outside of functions it is a frame of the module. */
function passFrame({ frame, module, tree }: Context, loop: Node, element: Value, index: number): Frame {
  return {
    key: boundedKey(`${frame?.key ?? ''}~${module.index}.${loop}#${index}`),
    function: frame?.function ?? functionValue(module, tree.root, null),
    parameter: (name) => frame?.parameter(name),
    ...(frame?.partial === true && { partial: true }),
    depth: frame?.depth ?? 0,
    pass: (asked) => (asked === loop ? element : frame?.pass?.(asked)),
  };
}
