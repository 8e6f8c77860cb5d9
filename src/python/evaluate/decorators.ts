// https://docs.python.org/3/reference/compound_stmts.html#function-definitions
import { decoratorExpression, firstDecorator, Kind, NONE, type Node, type Tree } from '../../syntax/python/index.ts';
import { functionValue } from '../values/make.ts';
import { members, union } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import { argumentsOf } from './arguments.ts';
import type { Context } from './context.ts';
import type { Evaluator } from './evaluator.ts';

/** A function definition with its decorators applied, the last one first. One that is not of the program keeps the function. */
export function decorated(e: Evaluator, context: Context, definition: Node): Value {
  const { tree, module } = context;
  let value: Value = functionValue(module, definition, context.frame);
  for (const decorator of decoratorsOf(tree, definition).toReversed()) {
    value = applied(e, e.evaluate(context, decoratorExpression(tree, decorator)), value, decorator);
  }
  return value;
}

/** The Decorator nodes of a definition, in the order of the text. */
export function decoratorsOf(tree: Tree, definition: Node): Node[] {
  const found: Node[] = [];
  for (
    let node = firstDecorator(tree, definition);
    node !== NONE && tree.kind(node) === Kind.Decorator;
    node = tree.nextSibling(node)
  ) {
    found.push(node);
  }
  return found;
}

function applied(e: Evaluator, decorator: Value, value: Value, node: Node): Value {
  const made = members(decorator).map((one) => {
    if (one.kind === 'object') return e.providerOf(one)?.call?.(one, argumentsOf(`@${node}`, [value]), e) ?? value;
    if (one.kind !== 'function' && one.kind !== 'method' && one.kind !== 'class' && one.kind !== 'instance')
      return value;
    const result = e.call(one, argumentsOf(`@${node}`, [value]));
    return members(result).every(isCallable) ? result : value;
  });
  return union(made);
}

function isCallable(value: Value): boolean {
  return (
    value.kind === 'function' ||
    value.kind === 'method' ||
    value.kind === 'class' ||
    value.kind === 'instance' ||
    value.kind === 'object'
  );
}
